"""Until when one can register."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from events.programme.drafting.clock import times
from events.programme.drafting.days import FoundDate, dates
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import PAST
from events.programme.drafting.parts import Note, Part
from events.programme.drafting.readings import agreement
from events.programme.drafting.when import When
from intake.blocks import Block, Remark

_REGISTERING = (
    r"(?:regist(?:er|ration|rations|ering)|sign(?:ing)? up|apply|applications?|nominat(?:e|"
    r"ions?|ed)|rsvp|enrol(?:l|ment)?|let (?:us|me|the \w{3,20}) know|reply|respond|"
    r"(?:send|communicate|submit|provide|forward|share) (?:us )?(?:the )?(?:names?|list|particulars|details)"
    r"(?= (?:and \w{3,15} )?of)|"
    r"(?:ticket )?sales|tickets|book(?:ing|ings)?|reserv(?:e|ations?)|"
    r"(?:сообщить|направить|представить|прислать|сообщите|направьте|пришлите)(?: нам)? "
    r"(?:имена|фамилии|список|списки|кандидатур\w|данные|сведения|о сво[её]м участии|ваше решение|до)|"
    r"confirm (?:your |their )?(?:participation|attendance)|expressions? of interest|регистраци\w{1,2}|"
    r"зарегистрир\w{2,8}|inscri\w{2,8}|candidatures?|fill(?:ing)? in (?:the|this|our) form|attendance|"
    r"заявк\w|заявок|записаться|подтверд\w{2,6})"
)
_UNTIL = re.compile(
    r"\b(?:by|before|until|till|no later than|not later than|deadline\w{0,2}|closes?|closing|"
    r"due|ends?|on or before|latest|open until|"
    r"avant|au plus tard|jusqu[’']au|date limite|"
    r"до|не позднее|срок\w?|дедлайн|заканчивается|завершается)\b",
    re.IGNORECASE,
)
REGISTER = re.compile(rf"\b{_REGISTERING}\b", re.IGNORECASE)
_CLAUSES = re.compile(r"(?<=[.;])(?<!\b[MD]r\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)\s(?=[A-ZА-ЯЁ])|;\s|\n")
_OTHER_DEADLINE = re.compile(
    r"\b(?:abstracts?|papers?|presentations?|hotel|visa|travel|grants?|bursar(?:y|ies)|stipends?|early bird|"
    r"accommodation|room rate|payment|"
    r"bio|biograph\w{2,4}|report|"
    r"evaluation|questionnaire|материал\w{1,3} к|тезис\w{0,3}|доклад\w{0,2} (?:принима|присл)|гостиниц\w|виз\w)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,300}|\S{1,64}@\S{1,200}", re.IGNORECASE)


@dataclass(frozen=True)
class Deadline:
    """`at` is a date, or an aware moment; None where the date lacks its year, with a remark that says so."""

    at: date | datetime | None
    blocks: tuple[int, ...]
    remark: Remark | None = None


def statements(note: Note, *roles: str) -> Iterator[Stated]:
    """What the parts of these roles say, block by block, then every sentence of the note."""
    for part in note.of(*roles):
        yield from (
            Stated(_with_label(part.heading, b) if _says_label(part) else b.text[:2_000], (b.n,)) for b in part.blocks
        )
    yield from note.own_sentences


def _says_label(part: Part) -> bool:
    """Whether what stands below is to be read with its heading: "Registration" over "By e-mail until 1 July"."""
    return part.labelled or part.role == "registration"


def _with_label(heading: str, block: Block) -> str:
    return f"{heading}: {block.text[:2_000]}"


def deadline_of(note: Note, when: When) -> Deadline | None:
    for part in note.of("deadline"):
        for block in part.blocks:
            if found := dates(block.text):
                return _deadline(_in_order_of(note, found[0]), block.text, (block.n,), when)
    for text in statements(note, "registration", "contact", "link"):
        found = _last_day(text.text)
        if found:
            return _deadline(_in_order_of(note, found[0]), found[1], text.blocks, when)
    return None


def _last_day(text: str) -> tuple[FoundDate, str] | None:
    """The day by which to register, with the clause that says so."""
    for clause in _CLAUSES.split(text):
        if not REGISTER.search(clause) or _OTHER_DEADLINE.search(_ADDRESS.sub("", clause)) or PAST.search(clause):
            continue
        for one in dates(clause):
            before = clause[max(0, one.start - 60) : one.start]
            if _UNTIL.search(before):
                return one, clause[max(0, one.start - 60) :]
    return None


def _in_order_of(note: Note, one: FoundDate) -> FoundDate:
    """`09/04/2027` in the order of day and month that another such date of the paper shows (`14/04/2027`)."""
    figures = _FIGURES.fullmatch(one.text)
    if one.first or not figures:
        return one
    shown = [(int(m[1]) > 12, int(m[2]) > 12) for block in note.document.blocks for m in _FIGURES.finditer(block.text)]
    day_first, month_first = any(first for first, _ in shown), any(second for _, second in shown)
    if day_first == month_first:
        return one
    first, second, year = (int(figures[n]) for n in (1, 2, 3))
    day = date(year, second, first) if day_first else date(year, first, second)
    return replace(one, first=day, last=day)


def _deadline(one: FoundDate, text: str, blocks: tuple[int, ...], when: When) -> Deadline:
    if one.first is None:
        code = "deadline_without_order" if _FIGURES.fullmatch(one.text) else "deadline_without_year"
        return Deadline(None, blocks, Remark(code, {"text": one.text.rstrip(".")}))
    clock = next(iter(times(text)), None)
    said = agreement(text, one.first)
    zone = said.zone if said and said.zone else None
    last = one.last or one.first
    if clock and zone:
        at = When(zone=zone).at(last, clock.end or clock.start)
        return Deadline(at, blocks)
    late = when.first is not None and last > when.first
    return Deadline(last, blocks, Remark("deadline_after_event", {"text": one.text}) if late else None)
