"""A module with its quiz as a package that a learning platform tracks: SCORM 1.2."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from courseware.exchange.formats.archives import opened, packed
from courseware.exchange.formats.course import (
    CourseFile,
    Entry,
    Loss,
    ModuleText,
    NotHeld,
    Unreadable,
    Written,
    beginning,
)
from courseware.exchange.formats.markup import text_of
from courseware.exchange.formats.scorm.asked import Words, data_of, playable
from courseware.exchange.formats.scorm.manifest import NAME, manifest_of
from courseware.exchange.formats.scorm.pages import PLAYER, page_of
from courseware.exchange.formats.xml import parsed

_FOLDER = Path(__file__).parent / "player"
_CP, _ADLCP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}", "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
_DATA = re.compile(r'<script type="application/json" id="course">(.*?)</script>', re.DOTALL)
_LINKS = re.compile(r'<(?:script|link|img|a)\b[^>]*\s(?:src|href)="([^"#][^"]*)"')


@cache
def player() -> dict[str, bytes]:
    return {name: (_FOLDER / name).read_bytes() for name in PLAYER}


def as_scorm(course: CourseFile, words: dict[str, Words]) -> Written:
    """All modules of `course`, one tracked page each. `words` of the player by language; "" is for any other."""
    losses: list[Loss] = []
    pages: dict[str, tuple[ModuleText, list[Entry]]] = {}
    for n, module in enumerate(course.modules, 1):
        quiz, lost = _quiz(module)
        losses += lost
        pages[f"module-{n}.html"] = (module, quiz)
    files = {NAME: manifest_of(course, {name: (module, bool(quiz)) for name, (module, quiz) in pages.items()})}
    for name, (module, quiz) in pages.items():
        files[name] = page_of(course, module, quiz, words.get(module.language, words[""])).encode()
    data = packed(files | player())
    asked = sum(len(quiz) for _module, quiz in pages.values())
    return Written(f"{course.slug}-scorm12.zip", data, asked, len(pages), tuple(losses), _faults(data, pages))


def _quiz(module: ModuleText) -> tuple[list[Entry], list[Loss]]:
    quiz, losses = [], []
    for entry in module.quiz:
        try:
            quiz.append(replace(entry, item=playable(entry.item)))
        except NotHeld as reason:
            losses.append(Loss(reason.code, beginning(str(entry.item))))
    losses += [Loss(code, module.title) for code in module.rules]
    return quiz, losses


def _faults(data: bytes, pages: dict[str, tuple[ModuleText, list[Entry]]]) -> tuple[Loss, ...]:
    """What opening the package again shows to be otherwise than it was meant."""
    try:
        files = opened(data)
        manifest = parsed(files[NAME])
    except (Unreadable, KeyError):
        return (Loss("unreadable", NAME),)
    tracked = [each for each in manifest.iter(f"{_CP}resource") if each.get(f"{_ADLCP}scormtype") == "sco"]
    faults = [] if len(tracked) == len(pages) else [Loss("count_differs", f"{len(tracked)} / {len(pages)}")]
    named = {each.get("href", "") for each in manifest.iter(f"{_CP}file")} | {each.get("href", "") for each in tracked}
    faults += [Loss("file_missing", name) for name in sorted(named - set(files))]
    for name, (module, quiz) in pages.items():
        faults += _faults_of(files.get(name, b"").decode(), module, quiz, set(files))
    return tuple(faults)


def _faults_of(html: str, module: ModuleText, quiz: list[Entry], files: set[str]) -> list[Loss]:
    found = _DATA.search(html)
    asked = json.loads(found[1])["questions"] if found else []
    meant = [data_of(n, entry) for n, entry in enumerate(quiz, 1)]
    words = " ".join(text_of(html)[0].split())
    texts = [each.heading for each in module.sections] + [text_of(each.html)[0] for each in module.sections]
    texts += [part for entry in quiz for part in re.split(r"\[\[\d+\]\]", entry.item.stem)]
    faults = [] if asked == meant else [Loss("text_differs", module.title)]
    faults += [Loss("text_differs", beginning(text)) for text in texts if " ".join(text.split()) not in words]
    dead = [link for link in _LINKS.findall(html) if ":" not in link and link not in files]
    return faults + [Loss("file_missing", link) for link in dead]
