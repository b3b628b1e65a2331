"""Facts for those who want to come: how many places there are, until when and where to register, whom to ask."""

import itertools
import re
from dataclasses import dataclass

from events.programme.drafting.deadlines import REGISTER, statements
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import PAST
from events.programme.drafting.parts import Note
from events.programme.drafting.people import is_undecided
from intake.blocks import Block
from intake.language import sentences

_NUMBER = r"(?P<count>\d{1,3}(?:[, ]\d{3})?|\d{4,5})"
_WHO = (
    r"(?:(?:[\w-]{2,20}\s){0,2}(?:participants?|persons?|people|attendees|trainees|delegates|observers|"
    r"officers|experts|places?|seats?|tickets?|spots?|"
    r"registrations|participant\splaces)|участник\w{0,2}|человек|мест\w?|слушател\w{1,2})"
)
_LIMIT = (
    r"(?:up to|limited to|maximum(?: number)?(?: of)?|max\.?|no more than|not more than|at "
    r"most|a total of|capacity(?: is| of|:)?|"
    r"room for|places? for|seats? for|can (?:host|accommodate|take|admit)|restricted to|capped at|до|не более|максимум|"
    r"ограничен\w{0,2}|рассчитан\w{0,2} на)"
)
_PLACES = (
    re.compile(rf"\b{_LIMIT}\s(?:the first\s|about\s)?{_NUMBER}\s{_WHO}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_NUMBER}\s(?:places|seats|tickets|spots|participant places|мест\w?)\s(?:are|is|will be|доступно|"
        rf"in total|only|available|имеется)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:^|[:;,]\s?|\s[|·•]\s){_NUMBER}\s(?:places|seats|мест\w?)(?=$|[.;,]|\s[|·•])", re.IGNORECASE),
    re.compile(
        rf"\b(?:nombre de (?:places|participants)|places) (?:est |sont )?limitée?s? à\s{_NUMBER}\b", re.IGNORECASE
    ),
    re.compile(rf"\bthere (?:are|will be)\s(?:only\s)?{_NUMBER}\s(?:places|seats)\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:number of (?:participants|places|seats)|количество (?:участников|мест)|число (?:участников|"
        rf"мест))\s?"
        rf"(?:is\s|are\s|ограничено(?:\s|:\s)|[–—:-]\s?)?(?:limited to\s|maximum\s|max\.?\s|up to\s|до\s)?{_NUMBER}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\bколичество мест в (?:зале|аудитории)\s?[–—:-]\s?{_NUMBER}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:participation|attendance|places|seats|registration) (?:is|are) (?:limited|restricted|"
        rf"capped) (?:to|at)\s{_NUMBER}\b",
        re.IGNORECASE,
    ),
)
_FIRST_NUMBER = re.compile(
    rf"(?:up to|no more than|(?:a )?maximum(?: of)?|не более)\s{_NUMBER}\s[\w-]{{4,30}}", re.IGNORECASE
)
_SHARE = re.compile(
    r"\s{0,2}(?:\w{2,20}\s){0,2}(?:per|each|from each|from every|for each|от (?:каждо\w{2,3}|"
    r"(?:страны|службы|ведомства|организации|учреждения|органа|региона))|на (?:страну|кажд\w{2,3}))\b",
    re.IGNORECASE,
)
_YEAR_TOLD = re.compile(r"\b(?:since|in|from|of|by|until|с|в)\s(?:19|20)\d\d$", re.IGNORECASE)
_SPAN = re.compile(r"^\D{0,40}?(?:(?P<low>\d{1,4})\s?(?:[–—-]|to\b)\s?)?(?P<count>\d{1,3}[, ]\d{3}|\d{1,5})\b(?!\s?%)")

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'“”«»|]{3,300}", re.IGNORECASE)
_BARE_LINK = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,4}(?:org|int|com|net|edu|eu|info|example|ru|kz|uz|"
    r"kg|tj|tm)/[^\s<>\"',;]{2,200}",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\b(?:join\w*|enter|connect\w*|connexion|rejoindre|dial|watch|stream\w*|meeting id|pass-?code|"
    r"подключ\w{2,8}|войти|трансляци\w)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"zoom\.[\w.]{2,40}/(?:j|my|s)/|/j/\d{6,}|teams\.(?:microsoft|live)\.com/(?:l/meetup|meet)|meet\.google\.com/|"
    r"webex\.com/(?:meet|[\w-]{1,40}/j\.php)|[?&](?:pwd|passcode)=",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?:\+|\b(?:tel|phone|тел)\b\.?:?\s?)\d?[\d\s()-]{6,20}\d", re.IGNORECASE)
_ASK = re.compile(
    r"\b(?:contact|enquir\w{2,4}|inquir\w{2,4}|questions?|queries|write to|e-?mail|information|"
    r"focal point|call|reach|details|"
    r"обра\w{3,8}|контакт\w{0,3}|вопрос\w{0,3}|связ\w{2,6}|справк\w|информаци\w|пиш\w{2,4})\b",
    re.IGNORECASE,
)
_ASK_US = re.compile(
    r"\b(?:contact|enquir\w{2,4}|inquir\w{2,4}|questions?|queries|further|обра\w{3,8}|контакт\w{0,3}|вопрос\w{0,3})\b",
    re.I,
)
_EXPECTED = re.compile(r"\b(?:are expected|is expected|expects?|ожида\w{2,5})\b", re.IGNORECASE)
_ADDRESS_LINE = re.compile(
    r"(?:e-?mail|эл\.?\s?(?:почта|адрес)|tel|phone|mobile|тел|моб|факс|fax)\b.{0,3}:?\s", re.IGNORECASE
)
_WORD = re.compile(r"\w{2}")
_MOST_PLACES = 100_000
_LONGEST_CONTACT = 400


@dataclass(frozen=True)
class Places:
    count: int
    blocks: tuple[int, ...]
    inferred: bool = False


def places_of(note: Note) -> Places | None:
    """Never a number of people expected, of those who came last time, or of those from one country."""
    for part in note.of("places"):
        for block in part.blocks:
            match = _SPAN.match(block.text)
            count = _count(match["count"]) if match else 0
            is_year = match and _YEAR_TOLD.search(block.text[: match.end()])
            if match and count and not (is_year or _SHARE.match(block.text, match.end())):
                return Places(count, (block.n,), bool(match["low"]))
    for part in note.of("audience"):
        for block in part.blocks:
            match = _FIRST_NUMBER.match(block.text)
            if match and not _SHARE.match(block.text, match.end()):
                return Places(_count(match["count"]), (block.n,))
    for text in statements(note, "audience", "registration", "format", "venue", "contact"):
        for pattern in _PLACES:
            match = pattern.search(text.text)
            is_other = PAST.search(text.text) or _EXPECTED.search(text.text)
            if match and not is_other and not _SHARE.match(text.text, match.end()):
                count = _count(match["count"])
                if count:
                    return Places(count, text.blocks)
    return None


def _count(text: str) -> int:
    count = int(re.sub(r"\D", "", text))
    return count if 1 <= count <= _MOST_PLACES else 0


def link_of(note: Note) -> Stated | None:
    """The address where one registers: in a part that is about it, or beside the word for registering.

    Never the address of the meeting itself.
    """
    for part in note.of("link", "registration"):
        for block in () if _JOINS.search(part.heading) else part.blocks:
            said = sentences(block.text[:4_000])
            if found := next((one for text in said if not _is_about_joining(text) and (one := _address(text))), ""):
                return Stated(found, (block.n,))
    before = ""
    for block in note.blocks:
        for text in (text for line in block.text[:4_000].split("\n") for text in sentences(line)):
            belongs = REGISTER.search(text) or (REGISTER.search(before[-120:]) and not _JOINS.search(text))
            if belongs and (found := _address(text)):
                return Stated(found, (block.n,))
            before = text
    return None


def _is_about_joining(text: str) -> bool:
    return bool(_JOINS.search(text)) and not REGISTER.search(text)


def _address(text: str) -> str:
    match = _LINK.search(text) or _BARE_LINK.search(text)
    found = match.group().rstrip(".,;:!?*_") if match else ""
    found = found[:-1] if found.endswith(")") and "(" not in found else found
    return "" if _ROOM.search(found) else found


def contact_of(note: Note) -> Stated | None:
    """What the part on contacts says, else the sentence or line that gives an address to ask at."""
    for part in note.of("contact"):
        said = [block for block in part.blocks if block.kind != "table" and not is_undecided(block.text)]
        said = [block for block in said if _WORD.search(block.text)]
        said += _addresses_below(note, said[-1].n) if part.labelled and said else []
        text = _run_on([block.text for block in said])
        if text:
            return Stated(text, tuple(block.n for block in said))
    return _asked_at(note)


def _addresses_below(note: Note, n: int) -> list[Block]:
    """Lines right below that give an address or a number alone: "e-mail: ...", "тел.: ..."."""
    below = (note.by_number.get(n + step) for step in range(1, 4))
    return [block for block in itertools.takewhile(lambda one: one and _ADDRESS_LINE.match(one.text), below) if block]


def _run_on(texts: list[str]) -> str:
    joined = ""
    for text in (" ".join(text.split()) for text in texts):
        if len(joined) + len(text) > _LONGEST_CONTACT and joined:
            break
        joined += (" " if joined.endswith((".", ":", ",", ";")) else ", " if joined else "") + text
    return joined


def _with_address(said: str, block: Block) -> str:
    """Who is to be asked, and the address that only another sentence of the paragraph gives."""
    found = None if _EMAIL.search(said) else _EMAIL.search(block.text)
    return f"{said.rstrip('.')}, {found.group().rstrip('.')}" if found else said


def _asked_at(note: Note) -> Stated | None:
    for sentence in note.sentences:
        by_phone = _PHONE.search(sentence.text) and _ASK_US.search(sentence.text)
        if (_EMAIL.search(sentence.text) and _ASK.search(sentence.text)) or by_phone:
            return Stated(_with_address(sentence.text.strip(), note.by_number[sentence.blocks[0]]), sentence.blocks)
    for sentence in note.sentences:
        if found := _EMAIL.search(sentence.text):
            return Stated(found.group().rstrip("."), sentence.blocks)
    return None
