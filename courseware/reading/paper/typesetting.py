"""A module as a PDF, set by Typst: A4, tagged (PDF/UA-1), fonts embedded.

The text reaches the template as JSON and is never read as its source; the template's folder is all that Typst can see.
Libertinus Serif, which Typst carries with it, has every letter of Kazakh, Kyrgyz, Tajik and Uzbek in Cyrillic.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from courseware.reading.paper.blocks import Block, Run, blocks_of
from courseware.reading.paper.compilers import pdf
from courseware.reading.paper.tables import placed

TEMPLATE = Path(__file__).parent.parent / "typst" / "module.typ"
KEPT = 8  # papers of a process: a class opens the same module in the same hour
# Control characters, those without width, and those for private use.
NO_LETTERS = re.compile(r"[\xad\u200b\u2060\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]")
LEADS_OUT = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class PaperSection:
    """`html` is rendered and sanitised; `heading` may be empty."""

    heading: str
    html: str


@dataclass(frozen=True, slots=True)
class PaperWord:
    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on the paper. `language` is of the text, `words_language` of `words`, the headings that are ours:
    objectives, captions, glossary, source, page (with {n} and {all}); boxes is said where letters are missing."""

    title: str
    course: str
    language: str
    byline: str
    source: str
    objectives: list[str]
    sections: list[PaperSection]
    captions: list[str]
    glossary: list[PaperWord]
    words: Mapping[str, str]
    words_language: str
    author: list[str] = field(default_factory=list)


def typeset(paper: Paper) -> bytes:
    """The PDF. The same paper gives the same bytes."""
    return _compiled(NO_LETTERS.sub("", json.dumps(told(paper), ensure_ascii=False)))


@lru_cache(maxsize=KEPT)
def _compiled(values: str) -> bytes:
    """A letter that Typst's own fonts do not have is looked for in those of the machine; where none has it, the paper
    shows a box, says so, and does not claim the standard."""
    for with_system_fonts in (False, True):
        try:
            return pdf(TEMPLATE, {"module": values}, standards=["ua-1"], made_at=0, all_fonts=with_system_fonts)
        except RuntimeError as error:
            if "PDF/UA" not in str(error):
                raise
    return pdf(TEMPLATE, {"module": values, "boxes": "yes"}, standards=[], made_at=0, all_fonts=True)


def told(paper: Paper) -> dict[str, Any]:
    """The paper as plain values, as the template takes them."""
    text = [block for section in paper.sections for block in _section(section)]
    return {
        "title": paper.title,
        "course": paper.course,
        "language": _language(paper.language) or _language(paper.words_language) or "en",
        "byline": paper.byline,
        "source": paper.source,
        "author": paper.author,
        "objectives": paper.objectives,
        "text": [_plain(block) for block in levelled(text)],
        "captions": paper.captions,
        "glossary": [[each.term, each.meaning] for each in paper.glossary],
        "words": dict(paper.words),
        "words_language": _language(paper.words_language) or "en",
    }


def _section(section: PaperSection) -> Iterator[Block]:
    if section.heading:
        yield Block("heading", runs=[Run(section.heading)], level=1)
    yield from blocks_of(section.html)


def levelled(blocks: list[Block]) -> list[Block]:
    """Headings without a gap in their levels, as PDF/UA asks: the first is 1, the next one deeper at most."""
    before = 0
    for block in _all(blocks):
        if block.kind == "heading":
            block.level = before = min(block.level, before + 1)
    return blocks


def _all(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all(block.inner)


def _plain(block: Block) -> dict[str, Any]:
    value: dict[str, Any] = {"kind": block.kind, "runs": [_run(run) for run in block.runs if run.text]}
    if block.kind == "heading":
        return value | {"level": block.level}
    if block.kind == "table":
        table = placed(block)
        cells = [each | {"cell": _plain(each["cell"])} for each in table["cells"]]
        return value | table | {"cells": cells}
    return value | {"inner": [_plain(each) for each in block.inner]}


def _run(run: Run) -> dict[str, Any]:
    link = run.link if run.link.startswith(LEADS_OUT) else ""
    return {"text": run.text, "styles": run.styles, "link": link}


def _language(code: str) -> str:
    """ISO 639 as Typst takes it: without script or region; empty where it is no code."""
    found = re.fullmatch(r"([a-z]{2,3})([-_].*)?", code.lower())
    return found[1] if found else ""
