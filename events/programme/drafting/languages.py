"""In which languages the event is held or interpreted, as ISO 639-1 codes."""

import re

from events.programme.drafting.drafts import Stated
from events.programme.drafting.parts import Note

_NAMES = {
    "en": "english английск anglais",
    "ru": "russian русск russe",
    "fr": "french французск français",
    "es": "spanish испанск espagnol",
    "ar": "arabic арабск arabe",
    "zh": "chinese mandarin китайск",
    "kk": "kazakh казахск",
    "ky": "kyrgyz кыргызск киргизск",
    "tg": "tajik таджикск",
    "tk": "turkmen туркменск",
    "uz": "uzbek узбекск",
    "de": "german немецк",
    "pt": "portuguese португальск",
    "it": "italian итальянск",
    "tr": "turkish турецк",
    "fa": "persian farsi dari дари персидск фарси",
    "ps": "pashto пушту",
    "uk": "ukrainian украинск",
    "pl": "polish польск",
    "az": "azerbaijani азербайджанск",
    "hy": "armenian армянск",
    "ka": "georgian грузинск",
    "mn": "mongolian монгольск",
    "ja": "japanese японск",
    "ko": "korean корейск",
    "hi": "hindi хинди",
    "ur": "urdu урду",
    "nl": "dutch",
    "ro": "romanian румынск",
    "sr": "serbian сербск",
    "bg": "bulgarian",
    "el": "greek",
    "sw": "swahili",
    "be": "belarusian белорусск",
    "id": "indonesian",
    "vi": "vietnamese",
}
_CODE = {name: code for code, names in _NAMES.items() for name in names.split()}
_NAME = re.compile(rf"\b(?P<name>{'|'.join(sorted(_CODE, key=len, reverse=True))})(?:\w{{0,4}})?\b", re.IGNORECASE)
_CODES = re.compile(r"^\s?(?:[A-Z]{2}(?:\s?[,/;+&]\s?|\s(?:and|и)\s)?){1,6}\s?$")
_HELD_IN = re.compile(
    r"\b(?:languages?|langues?(?: de travail)?)\s?:|"
    r"\b(?:interpret\w{2,6}|interprétation|working languages?|languages? of (?:the|this) |languages?\s?(?:is|are)|"
    r"(?:held|conducted|delivered|taught|run|take place|be|given|offered)\b[^.;]{0,30}\bin|"
    r"translation (?:into|from|between)|(?:synchronous|simultaneous|consecutive) translation|"
    r"перевод\w{0,3}|рабоч\w{2,3} язык\w{0,3}|язык\w{0,3} (?:проведения|мероприятия|вебинара|семинара|встречи)|"
    r"(?:проводится|пройд[её]т|состоится|проведён|проведен)\w{0,3}\b[^.]{0,40}\bна)\b",
    re.IGNORECASE,
)
# "Simultaneous interpretation EN/FR", "перевод RU-EN"
_INTERPRETED = re.compile(
    r"\b(?:[Ii]nterpretation|[Ll]anguages?|[Пп]еревод)\b[^.;]{0,30}?\b(?P<codes>[A-Z]{2}(?:\s?[/,&–-]\s?[A-Z]{2}){1,5})\b"
)
_NOT = re.compile(
    r"\b(?:no|not|without|unfortunately|materials?|handouts?|slides|recording|publication|не|без|материал\w{1,3})\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;]\s|,\s(?=but\b|however\b|но\b|although\b)")


def languages_of(note: Note) -> list[Stated]:
    """From the part on languages, else from sentences on the event or its interpretation, without what they deny."""
    found: dict[str, Stated] = {}
    for part in note.of("language"):
        for block in part.blocks:
            _collect(block.text, (block.n,), found)
            if _CODES.match(block.text):
                _collect_codes(block.text, (block.n,), found)
    if not found:
        for part in note.of("format", "registration", "venue"):
            for block in part.blocks:
                if _HELD_IN.search(block.text) or len(block.text.split()) < 12:
                    _collect(block.text, (block.n,), found)
    if not found:
        for sentence in note.own_sentences:
            if _HELD_IN.search(sentence.text):
                _collect(sentence.text, sentence.blocks, found, near=True)
            if codes := _INTERPRETED.search(sentence.text):
                _collect_codes(codes["codes"], sentence.blocks, found)
    return list(found.values())


def _collect(text: str, blocks: tuple[int, ...], found: dict[str, Stated], *, near: bool = False) -> None:
    for clause in _CLAUSE.split(text[:2_000]):
        cue = _HELD_IN.search(clause)
        if _NOT.search(clause) or (near and not cue):
            continue
        for match in _NAME.finditer(clause):
            code = _CODE[match["name"].lower()]
            found.setdefault(code, Stated(code, blocks))


def _collect_codes(text: str, blocks: tuple[int, ...], found: dict[str, Stated]) -> None:
    for code in re.findall(r"[A-Z]{2}", text):
        if code.lower() in _NAMES:
            found.setdefault(code.lower(), Stated(code.lower(), blocks))
