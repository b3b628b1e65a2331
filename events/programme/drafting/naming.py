"""A line of an agenda as a session: where its title ends, who is named after it, and how long it lasts."""

import itertools
import re

from events.programme.drafting.clock import FoundTime
from events.programme.drafting.columns import NUMBER_ONLY
from events.programme.drafting.glued import parted
from events.programme.drafting.leads import lead_in
from events.programme.drafting.lexicon import HONORIFIC, TITLE
from events.programme.drafting.names import is_name, is_person
from events.programme.drafting.people import is_person_told, is_unsure, looks_like_people, speakers_in
from events.programme.drafting.slots import Slot
from events.programme.drafting.timed import without_length

_DASH = re.compile(
    r"\s[–—-]\s|\s\|\s|\n|\s(?=\((?:speakers?|moderators?|presenters?|chair|by|модератор\w?|докладчик\w?|спикер\w?):?)|"
    r"[.,;:]\s(?=(?:speakers?|moderators?|moderated by|presenters?|presented by|panell?ists?|chaired by|facilitators?|"
    r"guests?(?=:)|facilitated by|модератор\w?|докладчик\w?|спикер\w?)\b)|\s(?=(?:(?:co-)?moderators?|speakers?|"
    r"presenters?|panell?ists?|chair|facilitators?|rapporteurs?|discussants?|lecturers?|trainers?|"
    r"модератор\w?|докладчик\w?|спикер\w?|лектор\w?):\s)|"
    rf"\s(?=\((?:{TITLE}\b|г-н|г-жа|д-р|проф\.))|\s(?=with\s{TITLE}\b)|"
    r"\s(?=(?:guided\s|led\s|given\s|taught\s|delivered\s|conducted\s)?by\s(?-i:[A-Z][\w.’'-]{0,20}\s[A-Z]))|\s(?=\((?-i:[A-ZА-ЯЁ][\w.’'-]{0,20}\s(?:(?:van|von|de|der|den|da|di|del|la|bin|al)\s){0,2}[A-ZА-ЯЁ]))|"
    r"\s(?=\((?:moderated|chaired|facilitated|presented|led|hosted|guided)\sby\s)|"
    r"\s(?=\((?:tb[acd]|to be confirmed|уточняется)\))|"
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bNo)(?<!\bCol)(?<!\bGen)(?<!\bCapt)(?<!\bLt)(?<!\bAmb)(?<!\bSt)(?<!\b[A-Z])\.\s(?=[A-ZА-ЯЁ])|"
    rf",\s(?={TITLE}\.?\s)|\s(?={TITLE}\.\s(?-i:[A-ZА-ЯЁ(]))|\s(?=(?-i:Mme|Mlle|M\.)\s(?-i:[A-ZÀ-Þ]))|"
    r"\s(?=(?-i:г-н|г-жа|д-р)\s(?-i:[А-ЯЁ]))",
    re.IGNORECASE,
)
_LABEL_AT_END = re.compile(
    r"(?<=\w)[.,;]?\s{1,3}(?:(?:key)?speakers?|(?:co-)?moderators?|presenters?|panell?ists?|facilitators?|trainers?|"
    r"докладчик\w?|модератор\w?|спикер\w?|ведущи[йе])\s?:$",
    re.IGNORECASE,
)
_PERSON_FIRST = re.compile(r"(?P<who>[^:\n]{5,120}):\s(?P<title>[^\n]{5,300})$")
_KEYNOTE = re.compile(
    r"(?P<label>(?:(?:opening|closing)\s)?(?:keynote|lecture|plenary|talk|paper|input|presentation|доклад|лекция)"
    r"(?:\s(?:address|speech|lecture|talk))?(?:\s(?:\d{1,2}|[IVX]{1,4}))?)\s?[.:–—-]\s(?=\S)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?P<label>(?:opening|welcome|welcoming|introductory|closing|concluding|opening and welcome)"
    r"(?:\s(?:remarks|words|address|session|statement))?|ouverture|clôture|открытие|закрытие|приветствие)\s?[:–—-]\s"
    r"(?P<who>[A-ZÀ-ÞА-ЯЁ][^:\n]{4,150})$",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"\b(?:of|by|with|from|and|to|for|on|in|и|с|от|для)$", re.IGNORECASE)
_QUOTED_WHOLE = re.compile(r"^\s?[«“]([^«»“”]{3,300})[»”][\s.]{0,2}$")
_MOST_GAPS, _LONGEST_TAIL = 10, 1_000


def slot_of(text: str, found: FoundTime | None, people: str, n: int) -> Slot:
    text, length, said = without_length(_LABEL_AT_END.sub("", parted(text)))
    title, tail = (text, people) if people and not _has_people_after_line(text) else _title_and_people(text, people)
    title = _QUOTED_WHOLE.sub(r"\1", title)
    slot = Slot(
        " ".join(title.strip(" :;.,–—-*|").split()) or text.strip(),
        speakers=speakers_in(tail) if tail else (),
        undecided=is_unsure(tail),
        blocks=(n,),
    )
    slot = slot.timed(found) if found else slot
    return slot.lasting(length, said) if length else slot


def _has_people_after_line(text: str) -> bool:
    return "\n" in text


def _goes_on(text: str, gap: re.Match[str]) -> bool:
    """Whether a bare space before "Ms." stands inside the title: "In memory of Ms. Example"."""
    return gap.group() == " " and bool(_LEADS_ON.search(text[max(0, gap.start() - 12) : gap.start()]))


def _only_counts(text: str, gap: re.Match[str], tail: str) -> bool:
    """Whether "Session 1" before a full stop leaves the name of the session to what follows."""
    return (
        gap.group() == ". "
        and bool(NUMBER_ONLY.match(text[: gap.start()]))
        and not (lead_in(tail) or HONORIFIC.match(tail))
    )


def _is_told_of(tail: str) -> bool:
    """After a full stop only a person with a role or a body, or a label such as "Moderator:", ends the title."""
    return bool(lead_in(tail)) or is_person_told(tail)


def _title_and_people(text: str, people: str = "") -> tuple[str, str]:
    """Cut at the first dash after which people are named; a dash inside the title stays, lines below it do not.

    "Dr. Example (Institute of Sleep): Shifts and dreams" has the person first.
    """
    first = _PERSON_FIRST.match(text)
    if first and not people and HONORIFIC.match(first["who"]) and is_person_told(first["who"]):
        return first["title"], first["who"]
    label = _KEYNOTE.match(text)
    first = _PERSON_FIRST.match(text, label.end()) if label else None
    if label and first and not people and is_name(first["who"].split(",")[0].split(" (")[0]):
        return f"{label['label']}: {first['title']}", first["who"]
    opening = _OPENING.match(text)
    if opening and not people and (is_person_told(opening["who"]) or is_name(opening["who"].split(",")[0])):
        return opening["label"], opening["who"]
    for gap in itertools.islice(_DASH.finditer(text), _MOST_GAPS):
        tail = text[gap.end() : gap.end() + _LONGEST_TAIL].strip(" ()")
        beside = tail.split("\n")[0]
        if _goes_on(text, gap) or _only_counts(text, gap, beside) or not looks_like_people(beside):
            continue
        is_bare = gap.group() == " " and text[gap.end()] != "("
        if not (is_bare or gap.group() == ". ") or _is_told_of(beside) or (is_bare and is_person(beside)):
            return _first_line(text[: gap.start()]), "\n".join(filter(None, [tail, people]))
    return _first_line(text), people


def _first_line(text: str) -> str:
    """The title is the first line; where that only counts ("Session 1"), with the line below."""
    lines = [line.strip() for line in text.split("\n") if line.strip()] or [text]
    if len(lines) > 1 and (NUMBER_ONLY.match(lines[0]) or lines[0].endswith((":", "–", "—"))):
        joint = " " if lines[0].endswith((":", "–", "—")) else ": "
        return f"{lines[0].rstrip(' .')}{joint}{lines[1]}"
    return lines[0]
