"""Agendas written on, within one paragraph: `10:00 Opening; 10:15 Panel`, or `The day opens at 10:00 with ...`."""

import re
from dataclasses import replace

from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.days import dates
from events.programme.drafting.leads import lead_in
from events.programme.drafting.lexicon import ROLE_WORD, TITLE
from events.programme.drafting.people import looks_like_people, speakers_in
from events.programme.drafting.zones import without_zones
from intake.language import sentence_spans

_LEADS = re.compile(r"(?:^|\b)(?:at|from|between|until|by|начало в|около|в|с|к)\s?$", re.IGNORECASE)
_SUBJECT = (
    r"(?:it|we|participants|(?:the )?(?:day|morning|afternoon|meeting|event|workshop|webinar|seminar|conference|"
    r"briefing|conversation|programme|session))"
)
_OPENS = (
    r"(?:opens?|begins?|starts?|closes?|continues?|resumes?|goes on|go on|reconvenes?|meet(?: again)?|gather|return)"
)
_CLOSES = re.compile(
    rf"{_SUBJECT}\s(?:will\s)?(?:close|end|finish|conclude)\w{{0,2}}\s(?:at|by|around)\s[^,;]{{1,20}}$", re.IGNORECASE
)
_SUBJECT_BEFORE = re.compile(rf"[.!?]\s{_SUBJECT}\s(?:will\s)?(?:\w+\s){{0,2}}(?:at|by|around)\s?$", re.IGNORECASE)
_OPENER = re.compile(
    r"^[\s,;:.)–—-]*(?:(?:and|then|there (?:will be|is)|followed|by|with|is|are|will be|"
    rf"{_SUBJECT}\s(?:will\s)?{_OPENS}(?:\s(?:with|for|to|by))?|after (?:that|which)|this is followed by|"
    r"после этого|затем|далее|и|а|мы|начн[её]тся|состоится|пройд[её]т|последует|"
    r"начн[её]м с|начинаем с|продолжим|встречаемся на)\s){0,4}"
    r"(?:(?:an?|the)\s)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,;:.(–—-]|\b(?:and|then|at|from|between|until|followed|by|with|comes?|follows?|"
    r"begins?|starts?|is|are|и|затем|а|в|с|к)\b)*$",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,;]\s(?:and\s|then\s|и\s|а\s|затем\s)?|\sand\s(?:then\s)?|\sfollowed\s|\sthen\s")
# "After a tea break we meet again at 15:35": the break stands before the time at which it ends.
_AFTER_BREAK = re.compile(
    r"^(?:after|following|после)\s(?:an?\s|the\s)?(?P<break>(?:[\w-]{1,20}\s){0,2}?(?:break|lunch|coffee|tea|перерыва?|обеда?)(?!\sbreak))\b"
    r"(?:\s(?:of|на)\s[\w-]{1,12}\s(?:minutes|hours?|минут\w?|час\w?))?,?\s",
    re.IGNORECASE,
)
_HOURS_ALONE = re.compile(r"\b(?:from|between|until|and|noon)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«„]([^”\"»“]{4,200}?)[.,]?[”\"»“]")
_SPEAKS = re.compile(
    r"[,\s]{1,2}(?:will|whose|who|presents?|speaks?|talks?|introduces?|explains?|reports?|shows?|gives?|lectures?|on|about|"
    r"is|расскажет|представит|выступит|с докладом|о том)\b"
)
_PERSON = re.compile(rf"\b{TITLE}\b\.?\s(?=[A-ZА-ЯЁÀ-Þ(])|(?:г-н|г-жа|д-р|проф\.)\s(?=[А-ЯЁ])")
_PRESENTS = re.compile(
    r"^(?P<who>.{4,160}?)\s(?:will\s)?(?:(?:begin|start|open|continue)s?\swith|presents?|speaks?|introduces?|explains?|reports?|talks?|shows?|gives?|"
    r"lectures?|представит|расскажет|выступит с докладом)\s"
    r"(?:on\s|about\s)?(?:the\s)?(?P<what>.{4,200})$"
)
_OPENS_OR_CLOSES = re.compile(r"^(?P<who>.{4,160}?)\s(?:will\s)?(?P<what>(?:opens?|closes?)\s.{4,80})$")
_MOST = 60
_LONGEST_TITLE = 200

Piece = tuple[str, FoundTime | None]


def running_slots(text: str, least: int) -> list[Piece]:
    """Titles with their times, in order; nothing unless there are at least `least`.

    Where the text begins with a time, each title stands after its time; else each time belongs to its clause.
    """
    text = text[:8_000]
    found = [one for one in times(text, in_agenda=True) if not _is_second_zone(text, one)][:_MOST]
    if len(found) < least:
        return []
    leading = not re.search(r"[^\W\d_]{3}", _LEADS.sub("", text[: found[0].position]))
    slots = _after_each(text, found) if leading else []
    slots = slots or _in_clauses(text, found)
    return slots if len(slots) >= least else []


def _after_each(text: str, found: list[FoundTime]) -> list[Piece]:
    """Nothing if one of the titles is missing or has a sentence of its own in it: then it is no list of sessions."""
    ends = [one.position for one in found[1:]] + [len(text)]
    if any(_SUBJECT_BEFORE.search(text[one.after : end]) for one, end in zip(found, ends, strict=True)):
        return []
    slots = [(_title(text[one.after : end]), one) for one, end in zip(found, ends, strict=True)]
    return slots if all(title for title, _ in slots) else []


def _in_clauses(text: str, found: list[FoundTime]) -> list[Piece]:
    """Sentence by sentence, and only what has no date: a sentence with a date says when the event is."""
    slots: list[Piece] = []
    for begin, end in _whole_sentences(text):
        sentence = text[begin:end]
        within = [replace(one, position=one.position - begin) for one in found if begin <= one.position < end]
        if slots and slots[-1][1] and len(within) == 1 and _CLOSES.match(sentence):
            slots[-1] = (slots[-1][0], replace(slots[-1][1], end=slots[-1][1].end or within[0].start))
        else:
            slots += _in_sentence(sentence, within)
    return slots


def _whole_sentences(text: str) -> list[tuple[int, int]]:
    """Where sentences begin and end; "From 2 p.m. to 3 p.m. Mr. Example speaks" is not cut after the time."""
    whole: list[tuple[int, int]] = []
    for begin, end in sentence_spans(text):
        if whole and not re.search(r"[^\W\d_]{3}", _HOURS_ALONE.sub("", text[slice(*whole[-1])])):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((begin, end))
    return whole


def _in_sentence(text: str, found: list[FoundTime]) -> list[Piece]:
    if not found:
        return []
    after_break = _AFTER_BREAK.match(text)
    first: list[Piece] = [(after_break["break"], None)] if after_break else []
    start = after_break.end() if after_break else 0
    if len(found) == 1 and not dates(text):
        whole = _without(text[start:], replace(found[0], position=found[0].position - start))
        if presented(whole)[1]:
            return [*first, (whole, found[0])]
        leads = not re.search(r"\w", _LEADS.sub("", text[start : found[0].position]))
        if leads and found[0].end and (title := _title(text[found[0].after :])):
            return [*first, (title, found[0])]
    return [*first, *_by_clause(text, found, start)]


def _without(text: str, one: FoundTime) -> str:
    return f"{_LEADS.sub('', text[: one.position]).rstrip()} {text[one.after :].lstrip(' ,')}".strip(" .")


def _by_clause(text: str, found: list[FoundTime], start: int) -> list[Piece]:
    slots: list[Piece] = []
    for index, one in enumerate(found):
        end = found[index + 1].position if index + 1 < len(found) else len(text)
        cuts = [cut for cut in _CUT.finditer(text, one.after, end) if not _tells_of_person(text, one.after, cut)]
        last = index + 1 == len(found)
        edge = (cuts[0].start() if last else cuts[-1].start()) if cuts else end
        before = (
            max((cut.end() for cut in _CUT.finditer(text, start, one.position)), default=start) if index == 0 else start
        )
        clause = _LEADS.sub("", text[before : one.position]) + " " + text[one.after : edge]
        title = _title(clause)
        if title and not dates(text[before:edge]):
            slots.append((title, one))
        start = edge
    return slots


def _tells_of_person(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether a comma stands between somebody and who that is: "by Ms. Example, Head of the Office"."""
    after = text[cut.end() : cut.end() + 60]
    is_told = after[:1].isupper() or ROLE_WORD.match(after)
    in_name = cut.group() == " and " and after[:1].isupper() and re.search(r"[A-Z]\w+$", text[: cut.start()])
    if lead_in(after) or (in_name and not _PERSON.match(after)):
        return True
    return bool(cut.group() == ", " and is_told and _PERSON.search(text, start, cut.start()))


def _is_second_zone(text: str, one: FoundTime) -> bool:
    """The same moment told again for another zone: `10:00 CET / 14:00 Tashkent time`."""
    return bool(re.search(r"(?:/|\(|=)\s?$", text[: one.position]))


def _title(gap: str) -> str:
    bare = " ".join(re.sub(r"\b(?:at|from|between|в|с)\s{2,}", "", without_zones(gap)).split())
    bare = _TAIL.sub("", _OPENER.sub("", bare.strip(" ()[]").strip()))
    bare = re.sub(r"\s{2,}", " ", _OPENER.sub("", bare))
    bare = _TAIL.sub("", bare.split(". ")[0] if len(bare) > _LONGEST_TITLE else bare)
    is_title = bool(re.search(r"[^\W\d_]{3}", bare)) and len(bare) <= _LONGEST_TITLE
    return bare.strip(" .;,") if is_title else ""


def presented(title: str) -> tuple[str, str]:
    """`Ms. Example of the Agency presents wagon seals`: the subject, and who presents it; else the title alone."""
    if told := told_by(title):
        return told
    match = _PRESENTS.match(title) or _OPENS_OR_CLOSES.match(title)
    if match and looks_like_people(match["who"]) and any(draft.name for draft in speakers_in(match["who"])):
        return match["what"], match["who"]
    return title, ""


def told_by(clause: str) -> tuple[str, str] | None:
    """`Ms. Example, Judge, whose talk is called “Wagon seals”`: the quoted title, and who gives the talk."""
    quoted, person = _QUOTED.search(clause), _PERSON.search(clause)
    if not (quoted and person):
        return None
    end = next((m.start() for m in _SPEAKS.finditer(clause, person.end()) if m.start() > person.end()), len(clause))
    who = clause[person.start() : min(end, quoted.start() if quoted.start() > person.start() else end)].strip(" ,:")
    return (quoted[1].strip(), who) if any(draft.name for draft in speakers_in(who)) else None
