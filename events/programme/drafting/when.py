"""When the event is, as far as the note says it: the day, the clock times and the zone, each only if stated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from events.programme.drafting.agenda import Agenda
from events.programme.drafting.clock import FoundDate, FoundTime, dates, times
from events.programme.drafting.drafts import Stated
from events.programme.drafting.parts import Note
from events.programme.drafting.zones import FoundZone, zone_of, zones
from intake.blocks import Remark

_WILL_BE = re.compile(
    r"\b(?:will (?:be held|take place|be conducted|be organi[sz]ed|be convened|run|start|begin|host|hold|"
    r"convene|organi[sz]e)|(?:is|are) (?:scheduled|planned|to be held)|"
    r"takes place|состоится|пройд[её]т|запланирован\w{0,2})\b",
    re.IGNORECASE,
)
_LINE_WORDS = 16
_COVER_BLOCKS = 10


@dataclass
class When:
    """`first` and `last` are days; `clock` is the daily span; `zone` an IANA name or `UTC±HH:MM`."""

    first: date | None = None
    last: date | None = None
    date_blocks: tuple[int, ...] = ()
    clock: FoundTime | None = None
    clock_blocks: tuple[int, ...] = ()
    zone: str | None = None
    zone_blocks: tuple[int, ...] = ()
    open_points: list[Remark] = field(default_factory=list)

    @property
    def is_contradictory(self) -> bool:
        return any(point.code == "dates_differ" for point in self.open_points)

    def at(self, day: date, clock: time) -> datetime | None:
        return datetime.combine(day, clock, zone_of(self.zone)) if self.zone else None

    def span(self, day: date | None, start: time | None, end: time | None) -> tuple[datetime | None, datetime | None]:
        """Aware start and end of a slot on a day; None where the day, the time or the zone is not known."""
        if day is None or start is None:
            return None, None
        end_day = day + timedelta(days=1) if end is not None and end <= start else day
        return self.at(day, start), self.at(end_day, end) if end is not None else None


def when_of(note: Note, agenda: Agenda) -> When:
    """Reads the lines on date and time first, then short lines near the top, then sentences on the event to come."""
    when = When()
    texts = _telling_texts(note)
    _set_date(when, texts, agenda)
    said_of_time = [text for text in texts if times(text.text)]
    if said_of_time:
        found = times(said_of_time[0].text)
        when.clock, when.clock_blocks = found[0], said_of_time[0].blocks
    _set_zone(when, [*texts, *_agenda_texts(note)])
    if when.first is None and not any(point.code.startswith("date") for point in when.open_points):
        when.open_points.insert(0, Remark("no_date"))
    return when


def _telling_texts(note: Note) -> list[Stated]:
    labelled = [Stated(block.text, (block.n,)) for part in note.of("when", "format") for block in part.blocks]
    cover = [
        Stated(block.text, (block.n,))
        for block in note.document.blocks[:_COVER_BLOCKS]
        if block.kind in ("paragraph", "heading", "item")
        and len(block.text.split()) <= _LINE_WORDS
        and _is_dated(block.text)
    ]
    announced = [s for s in note.sentences if _WILL_BE.search(s.text) and note.is_about_event(s) and _is_dated(s.text)]
    return list({(*text.blocks, text.text): text for text in [*labelled, *cover, *announced]}.values())


def _is_dated(text: str) -> bool:
    return bool(dates(text))


def _agenda_texts(note: Note) -> Iterator[Stated]:
    for part in note.of("agenda"):
        if part.heading_block:
            yield Stated(part.heading, (part.heading_block,))
        yield from (Stated(block.text, (block.n,)) for block in part.blocks)


def _set_date(when: When, texts: list[Stated], agenda: Agenda) -> None:
    found = [(one, text.blocks) for text in texts for one in dates(text.text)]
    whole = [(one, blocks) for one, blocks in found if one.first]
    if whole:
        _choose_date(when, whole)
    elif found:
        one, blocks = found[0]
        when.date_blocks = blocks
        when.open_points.append(Remark("date_without_year", {"text": one.text}))
    elif any(agenda.days):
        days = [day for day in agenda.days if day]
        when.first, when.last = min(days), max(days)
        when.date_blocks = agenda.slots[0].blocks if agenda.slots else ()


def _choose_date(when: When, whole: list[tuple[FoundDate, tuple[int, ...]]]) -> None:
    first, blocks = whole[0]
    outside = [one for one, _ in whole if not _within(one, first)]
    if outside:
        listed = "; ".join(dict.fromkeys(one.text for one, _ in whole))
        when.open_points.append(Remark("dates_differ", {"dates": listed}))
        return
    when.first, when.last, when.date_blocks = first.first, first.last, blocks
    if first.weekday_differs:
        when.open_points.append(Remark("weekday_differs", {"text": first.text}))


def _within(one: FoundDate, span: FoundDate) -> bool:
    return bool(
        one.first and one.last and span.first and span.last and span.first <= one.first and one.last <= span.last
    )


def _set_zone(when: When, texts: Iterable[Stated]) -> None:
    for text in texts:
        found = zones(text.text)
        if found:
            remark = _disagreement(text.text, found, when.first)
            if remark:
                when.open_points.append(remark)
            else:
                when.zone, when.zone_blocks = _preferred(found).name, text.blocks
            return
    when.open_points.append(Remark("no_time_zone"))


def _preferred(found: list[FoundZone]) -> FoundZone:
    """The zone of the first time; of two names for it ("Tashkent time (UTC+5)") the one that names a place."""
    first = found[0]
    alias = found[1] if len(found) > 1 and found[1].position - first.position < 40 else None
    return alias if alias and first.name.startswith("UTC") and not alias.name.startswith("UTC") else first


def _disagreement(text: str, found: list[FoundZone], day: date | None) -> Remark | None:
    """Why no zone can be taken from the text: a label that is not in force that day, or labels that contradict."""
    if day is None:
        names = {zone.name for zone in found}
        return Remark("zones_differ", {"zones": _listed(found)}) if len(names) > 2 else None
    if not all(zone.in_force_on(day) for zone in found):
        doubtful = next(zone for zone in found if not zone.in_force_on(day))
        return Remark("zone_not_in_force", {"zone": doubtful.text, "day": day.isoformat()})
    moments = {_utc_minutes(text, zone, day) for zone in found}
    return Remark("zones_differ", {"zones": _listed(found)}) if len(moments) > 1 else None


def _listed(found: list[FoundZone]) -> str:
    return ", ".join(dict.fromkeys(zone.text for zone in found))


def _utc_minutes(text: str, zone: FoundZone, day: date) -> datetime:
    """The moment, in UTC, of the last time that stands before the zone's label (noon where none does)."""
    before = [one for one in times(text) if one.position < zone.position]
    clock = before[-1].start if before else time(12)
    local = datetime.combine(day, clock, zone_of(zone.name))
    return local.replace(tzinfo=None) - (local.utcoffset() or timedelta())
