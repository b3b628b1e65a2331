"""The certificate as a PDF, set by Typst: tagged, accessible (PDF/UA-1), fonts embedded. Pure: values in, bytes out.

Values reach the template as JSON and are never read as its source. Libertinus Serif, which Typst carries with it, has
every letter of Kazakh, Kyrgyz, Tajik and Uzbek in Cyrillic.
"""

import json
import re
import tomllib
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import qrcode

from courseware.reading.paper.compilers import pdf

HERE = Path(__file__).parent / "typst"
WORDS: dict[str, dict[str, Any]] = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
MASK = 3  # any of the eight is read; trying all for the evenest picture takes nine times as long
# Latin and Cyrillic, and punctuation: what nearly every name is made of.
KNOWN = re.compile(r"[ -~\xa0-\u024f\u0400-\u0481\u048a-\u04ff\u1e00-\u1eff\u2010-\u2027ʻʼ]")
QUIET_ZONE = 4  # modules of white that a reader of QR codes needs around it


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands on the paper. `hours` and `score` (percent) are None where nothing is said of them.

    `of` names the course or event where the title does not; `code` is grouped; `url` is where this one is verified,
    `site` where any is, in print.
    """

    language: str
    name: str
    name_other: str
    title: str
    of: tuple[str, ...]
    hours: Decimal | None
    score: int | None
    held_from: date | None
    held_to: date | None
    awarded_on: date
    valid_until: date | None
    issuer: str
    signatory_name: str
    signatory_role: str
    code: str
    url: str
    site: str


class Unprintable(Exception):
    """A text holds a letter that the font does not have; nothing else about it is wrong."""


def drawn(facts: Facts) -> bytes:
    """The PDF. The same facts give the same bytes. Raises Unprintable."""
    made_at = datetime.combine(facts.awarded_on, time(12), UTC)
    return typeset("certificate", json.dumps(told(facts), ensure_ascii=False), made_at)


def unprinted(text: str) -> str:
    """Those of its letters that the paper cannot show, each once; looked up in the fonts where it is none of KNOWN."""
    return "".join(each for each in dict.fromkeys(text) if not KNOWN.fullmatch(each) and not is_printed(each))


@lru_cache(maxsize=1000)
def is_printed(letters: str) -> bool:
    try:
        typeset("letters", f"a{letters}", 0)  # a mark stands on a letter
    except Unprintable:
        return False
    return True


def typeset(template: str, value: str, made_at: datetime | int) -> bytes:
    """By the template of that name, which reads the value by the same name. Raises Unprintable."""
    try:
        return pdf(HERE / f"{template}.typ", {template: value}, standards=["ua-1"], made_at=made_at)
    except RuntimeError as trouble:
        # Typst's own errors are of this kind. A paper that may not be read aloud in full is refused by PDF/UA.
        if "could not be displayed" in str(trouble) or "codepoint" in str(trouble):
            raise Unprintable(str(trouble)) from trouble
        raise


def told(facts: Facts) -> dict[str, Any]:
    """The facts in words of their language, as the template takes them."""
    words = WORDS[facts.language]
    lines = [
        (words["hours"], decimal(facts.hours, words) if facts.hours else ""),
        (words["score"], f"{facts.score} %" if facts.score is not None else ""),
        (words["held"], span(facts.held_from, facts.held_to, words)),
        (words["awarded"], day(facts.awarded_on, words)),
        (words["valid_until"], day(facts.valid_until, words) if facts.valid_until else ""),
    ]
    kept = {name: value for name, value in asdict(facts).items() if isinstance(value, str)}
    return kept | {
        "of": list(facts.of),
        "words": {name: value for name, value in words.items() if isinstance(value, str)},
        "lines": [{"label": label, "value": value} for label, value in lines if value],
        "qr": qr_code(facts.url),
    }


def decimal(value: Decimal, words: dict[str, Any]) -> str:
    """12.0 as 12, 1.5 as 1,5 where the language writes so."""
    return f"{value.normalize():f}".replace(".", words["decimal"])


def day(value: date, words: dict[str, Any], days: str = "") -> str:
    """`days` takes the place of the number of the day."""
    return words["date"].format(day=days or value.day, month=words["months"][value.month - 1], year=value.year)


def span(first: date | None, last: date | None, words: dict[str, Any]) -> str:
    if first is None:
        return ""
    if last is None or last == first:
        return day(first, words)
    if (first.year, first.month) == (last.year, last.month):
        return day(first, words, f"{first.day}–{last.day}")
    return words["between"].format_map({"from": day(first, words), "to": day(last, words)})


def qr_code(text: str) -> str:
    """An SVG picture: one square unit for each dark module, with its white margin."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, mask_pattern=MASK)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    size = len(rows) + 2 * QUIET_ZONE
    modules = [(x, y) for y, row in enumerate(rows, QUIET_ZONE) for x, dark in enumerate(row, QUIET_ZONE) if dark]
    path = "".join(f"M{x} {y}h1v1h-1z" for x, y in modules)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/></svg>'
    )
