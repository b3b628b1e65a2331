"""When the event is, as far as the note says it: the day, the clock times and the zone, each only if stated."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from events.programme.drafting.clock import FoundTime, halved, spoken_length, times
from events.programme.drafting.days import FoundDate, candidates, dates, days_listed, month_alone
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lengths import EACH_LASTS, LASTS, length_behind
from events.programme.drafting.lexicon import OTHER_EVENT, PAST
from events.programme.drafting.parts import LONGEST_SENTENCE, Note
from events.programme.drafting.places import zone_of_address
from events.programme.drafting.readings import Agreement, agreement, lone_place
from events.programme.drafting.slots import Agenda, plus
from events.programme.drafting.telling import (
    WILL_BE,
    agenda_texts,
    dated_lines,
    on_all_times,
    only_zone,
    telling_texts,
    time_lines,
    time_sentences,
)
from events.programme.drafting.zones import zone_of
from intake.blocks import Remark

_LATE_IN_DAY = re.compile(r"\b(?:in|on) the (?:afternoon|evening) of\b|\b(?:afternoon|evening),? \d{1,2} [A-Z]")
_LONGEST_GAP = timedelta(days=31)


@dataclass
class When:
    """`first` and `last` are days; `clock` is the daily span; `closing` the end of the last day where that differs.

    `zone` is an IANA name or `UTC±HH:MM`.
    """

    first: date | None = None
    last: date | None = None
    date_blocks: tuple[int, ...] = ()
    clock: FoundTime | None = None
    closing: FoundTime | None = None
    clock_blocks: tuple[int, ...] = ()
    zone: str | None = None
    zone_blocks: tuple[int, ...] = ()
    zone_inferred: bool = False
    through: bool = False  # from a time on the first day to one on the last, not daily
    open_points: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    @property
    def is_contradictory(self) -> bool:
        return any(point.code == "dates_differ" for point in self.open_points)

    @property
    def zone_is_disputed(self) -> bool:
        return any(point.code in ("zones_differ", "zone_not_in_force") for point in self.open_points)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1 if self.first and self.last else 0

    def at(self, day: date, clock: time, told_in: str | None = None) -> datetime | None:
        """The moment in the event's zone, also where the clock time is told in another one."""
        if not self.zone:
            return None
        return datetime.combine(day, clock, zone_of(told_in or self.zone)).astimezone(zone_of(self.zone))

    def span(
        self, day: date | None, start: time | None, end: time | None, told_in: str | None = None
    ) -> tuple[datetime | None, datetime | None]:
        """Aware start and end of a slot on a day; None where the day, the time or the zone is not known."""
        if day is None or start is None or day >= date.max:
            return None, None
        end_day = day + timedelta(days=1) if end is not None and end <= start else day
        return self.at(day, start, told_in), self.at(end_day, end, told_in) if end is not None else None


def when_of(note: Note, agenda: Agenda, near: date | None = None, addresses: Sequence[Stated] = ()) -> When:
    """Reads the lines on date and time first, then short lines near the top, then sentences on the event to come.

    `near` is the day of drafting: years are offered for a date without one only if it is given. `addresses` tell where
    an event in person is held: the open point on a zone that is not named offers that of the place.
    """
    when = When()
    texts = telling_texts(note)
    if not any(dates(text.text) for text in texts) and not agenda.days:
        texts = [*texts, *dated_lines(note)]
    _set_date(when, texts, agenda, near)
    texts = [*texts, *time_lines(note), *time_sentences(note)]
    _set_clock(when, texts)
    _set_length(when, note)
    opens = agenda.slots[0].start if agenda.slots else None
    _set_zone(when, [*texts, *agenda_texts(note), *on_all_times(note), *only_zone(note)], opens)
    if when.zone is None and not when.zone_is_disputed:
        is_timed = when.clock or any(slot.start for slot in agenda.slots)
        _offer_zone(when, texts, addresses if is_timed else ())
    if when.first is None and not any(point.code.startswith("date") for point in when.open_points):
        when.open_points.insert(0, Remark("no_date"))
    when.open_points.extend(_other_meetings(note, when))
    return when


def _set_date(when: When, texts: list[Stated], agenda: Agenda, near: date | None) -> None:
    found = [(one, text.blocks) for text in texts for one in dates(text.text)]
    whole = _without_day_of_file([(one, blocks) for one, blocks in found if one.first])
    days = [mark.first for mark in agenda.days if mark.first]
    if whole:
        _choose_date(when, whole, days)
        _compare_with_agenda(when, days, len(agenda.days))
    elif found:
        _offer_years(when, *found[0], near)
    elif days:
        lasts = [mark.found.last for mark in agenda.days if mark.found and mark.found.last]
        when.first, when.last = min(days), max([*days, *lasts])
        when.date_blocks = agenda.slots[0].blocks if agenda.slots else ()
    elif partial := next((mark.found for mark in agenda.days if mark.found and mark.found.month), None):
        _offer_years(when, partial, agenda.slots[0].blocks if agenda.slots else (), near)
    elif vague := next((month for text in texts if (month := month_alone(text.text))), ""):
        when.open_points.append(Remark("date_without_year", {"text": vague}))


def _without_day_of_file(whole: list[tuple[FoundDate, tuple[int, ...]]]) -> list[tuple[FoundDate, tuple[int, ...]]]:
    """Where days are written out, one in the form of a computer (2026-12-01) tells when the file was made."""
    written = [(one, blocks) for one, blocks in whole if not _ISO.fullmatch(one.text)]
    return written or whole


def _offer_years(when: When, one: FoundDate, blocks: tuple[int, ...], near: date | None) -> None:
    """No year is stored: those that fit the weekday, day and month stand in the values of the open point."""
    when.date_blocks = blocks
    days = candidates(one, near) if near and one.month else []
    if days and not re.search(r"(?:19|20)\d\d$", one.text):
        when.open_points.append(Remark("date_year_open", {"text": one.text, "candidates": days_listed(days)}))
    else:
        when.open_points.append(Remark("date_without_year", {"text": one.text}))


def _choose_date(when: When, whole: list[tuple[FoundDate, tuple[int, ...]]], days: list[date]) -> None:
    """The first whole date; with others in the same line (3 and 10 March) the span of all of them.

    Dates in several lines do not differ where each is a day of the agenda, as in a series.
    """
    first, blocks = whole[0]
    together = [one for one, where in whole if where == blocks and _may_join(one, first)]
    last = max(together, key=lambda one: one.last or date.min)
    span = replace(first, first=min(one.first for one in together if one.first), last=last.last)
    outside = [one for one, _ in whole if not _within(one, span)]
    if outside and all(one.first in days for one, _ in whole):
        span = replace(first, first=min(days), last=max(days))
    elif outside and not all(_within(first, one) for one in outside):
        listed = "; ".join(dict.fromkeys(one.text for one, _ in whole))
        when.open_points.append(Remark("dates_differ", {"dates": listed}))
        return
    when.first, when.last, when.date_blocks = span.first, span.last, blocks
    doubtful = next((one for one, _ in whole if one.weekday_differs), None)
    if doubtful:
        when.open_points.append(Remark("weekday_differs", {"text": doubtful.text}))


def _compare_with_agenda(when: When, days: list[date], marks: int) -> None:
    if (
        when.first
        and when.last
        and days
        and len(days) == marks
        and all(not when.first <= day <= when.last for day in days)
    ):
        listed = "; ".join(dict.fromkeys(day.isoformat() for day in (when.first, *days)))
        when.open_points.append(Remark("dates_differ", {"dates": listed}))
        when.first = when.last = None


def _may_join(one: FoundDate, first: FoundDate) -> bool:
    return bool(one.first and first.first and abs(one.first - first.first) <= _LONGEST_GAP)


def _within(one: FoundDate, span: FoundDate) -> bool:
    return bool(
        one.first and one.last and span.first and span.last and span.first <= one.first and one.last <= span.last
    )


def _set_clock(when: When, texts: Sequence[Stated]) -> None:
    """The first line with a time; where the last day of several has its own times, those close the event."""
    for text in texts:
        found = times(text.text)
        if found:
            when.clock, when.clock_blocks = _with_end(_in_its_half(found[0], texts), texts), text.blocks
            several = len([one for one in dates(text.text) if one.first]) > 1 or when.days > 1
            if len(found) == 2 == len(dates(text.text)) and when.days > 1 and not (found[0].end or found[1].end):
                when.clock, when.through = replace(found[0], end=found[1].start), True
            elif when.days == 2 and len(found) == 1 and found[0].end and found[0].end <= found[0].start:
                when.through = True  # "24–25 September, 22:00–01:00" is one night
            elif several and len(found) == when.days:
                when.closing = found[-1]
            elif found[0].end is None and (length := length_behind(text.text, found)):
                when.clock = replace(found[0], end=plus(found[0].start, length))
            elif found[0].end is None and len(found) > 1 and _ends_at(text.text, found):
                when.clock = replace(found[0], end=found[1].start)
            return


def _in_its_half(found: FoundTime, texts: Sequence[Stated]) -> FoundTime:
    """ "At three o'clock" of an event "on the afternoon of 27 April"."""
    is_late = any(_LATE_IN_DAY.search(text.text) for text in texts)
    may_rise = is_late and not found.half_stated and found.end is None and found.start.hour < 12
    return replace(found, start=halved(found.start, "p")) if may_rise else found


def _with_end(found: FoundTime, texts: Sequence[Stated]) -> FoundTime:
    """ "15:00" of a subject line, where a line of the text says "15:00–16:00"."""
    if found.end:
        return found
    told = (one for text in texts for one in times(text.text) if one.end and one.start == found.start)
    end = next((one.end for one in told), None)
    return replace(found, end=end) if end else found


def _set_length(when: When, note: Note) -> None:
    """ "Duration: 90 minutes", "The webinar lasts two hours": the end of an event of one day that has only a start.

    One of several days has it where the note says so of each day or meeting: "four sessions of two hours each".
    """
    if not when.clock or when.clock.end:
        return
    labels = [part for part in note.of("when") if part.labelled and when.days <= 1]
    labelled = [Stated(b.text[:60], (b.n,)) for part in labels for b in part.blocks]
    lasts = LASTS if when.days <= 1 else EACH_LASTS
    said = [sentence for sentence in note.event_sentences if lasts.search(sentence.text)]
    for text in (one for one in (*labelled, *said) if not times(one.text)):
        if length := spoken_length(text.text):
            when.clock = replace(when.clock, end=plus(when.clock.start, length))
            when.clock_blocks = (*when.clock_blocks, *text.blocks)
            return


_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ENDS_AT = re.compile(
    r"(?:\b(?:ends?|ending|closes?|close|closing|finish\w{0,4}|окончание|завершение)\b[^.\d]{0,20})$", re.IGNORECASE
)


def _ends_at(text: str, found: list[FoundTime]) -> bool:
    return bool(_ENDS_AT.search(text[found[0].after : found[1].position]))


def _set_zone(when: When, texts: Iterable[Stated], opens: time | None) -> None:
    """The first text that names a zone decides; the event's own time is the one told for the chosen zone."""
    for text in texts:
        found = agreement(text.text, when.first, opens)
        if found is None:
            continue
        if found.point:
            when.open_points.append(found.point)
        elif found.zone:
            when.zone, when.zone_blocks, when.zone_inferred = found.zone, text.blocks, found.inferred
            when.warnings.extend(found.warnings)
            _take_clock_of_zone(when, found, text)
        return


def _offer_zone(when: When, texts: Iterable[Stated], addresses: Iterable[Stated]) -> None:
    """No zone is named. A place beside the time ("14:00 (Tashkent)") or in the address offers one; none is stored.

    The open point carries the days that are told, which make no moments yet.
    """
    beside = (lone_place(text.text) for text in texts)
    told = (zone_of_address(text.text) for text in addresses)
    found = next((found for found in (*beside, *told) if found), None)
    days = {"first": when.first.isoformat(), "last": when.last.isoformat()} if when.first and when.last else {}
    offered = Remark("time_zone_open", {"place": found[1], "zone": found[0], **days}) if found else None
    when.open_points.append(offered or Remark("no_time_zone", dict(days)))


def _take_clock_of_zone(when: When, found: Agreement, text: Stated) -> None:
    if when.clock and found.clock and when.clock_blocks == text.blocks and found.clock.start != when.clock.start:
        others = [one for one in times(text.text) if one.start == found.clock.start]
        is_first = bool(others) and when.clock in times(text.text)
        when.clock = found.clock if is_first and not when.closing else when.clock


def _other_meetings(note: Note, when: When) -> list[Remark]:
    """Sentences that announce another event with a date of its own."""
    points = []
    for sentence in note.sentences:
        if not (OTHER_EVENT.search(sentence.text) and WILL_BE.search(sentence.text)) or PAST.search(sentence.text):
            continue
        for one in dates(sentence.text[:LONGEST_SENTENCE])[:1]:
            if not one.first or one.first != when.first:
                text = OTHER_EVENT.search(sentence.text).group()  # type: ignore[union-attr]
                points.append(Remark("other_meeting", {"text": text, "date": one.text, "block": sentence.blocks[0]}))
    return points
