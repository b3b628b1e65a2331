"""The lines of an agenda as values, and how their times hang together: they rise, one ends where the next begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from events.programme.drafting.clock import FoundTime, halved
from events.programme.drafting.days import FoundDate
from events.programme.drafting.drafts import SpeakerDraft
from events.programme.drafting.kinds import kind_of

_WORD = re.compile(r"[^\W\d_](?:\s?[&/]\s?)?[^\W\d_]")  # "Q&A" is one, too
_EVENING, _LATE, _SMALL_HOURS = 18, 22, 6


@dataclass(frozen=True)
class Slot:
    """One line of an agenda. `start` and `end` are clock times in its own zone; `day` counts its days from 0.

    `shift` is 1 for a slot after midnight of its day; `length` is a stated duration; `half_stated` as in FoundTime.
    """

    title: str
    stated_time: str = ""
    start: time | None = None
    end: time | None = None
    end_inferred: bool = False
    start_inferred: bool = False
    half_stated: bool = False
    length: timedelta | None = None
    day: int = 0
    shift: int = 0
    speakers: tuple[SpeakerDraft, ...] = ()
    undecided: bool = False
    blocks: tuple[int, ...] = ()

    def timed(self, found: FoundTime) -> "Slot":
        return replace(self, stated_time=found.text, start=found.start, end=found.end, half_stated=found.half_stated)

    def lasting(self, length: timedelta, text: str) -> "Slot":
        return replace(self, length=length, stated_time=self.stated_time or text)


@dataclass(frozen=True, slots=True)
class DayMark:
    """What heads a day of the agenda: a whole date, an incomplete one, a day of the week, or only "Day 2"."""

    first: date | None = None
    found: FoundDate | None = None
    weekday: int | None = None

    def fits(self, day: date) -> bool:
        if self.found is not None:
            return self.found.fits(day)
        return self.weekday is not None and self.weekday == day.weekday()


@dataclass
class Agenda:
    """`days` head its parts; `unread` are blocks of no use; `pending` is a time on a line of its own, and its block.

    `sought` is the zone that the note tells its hours in; `zone` that of the column of a table from which they come,
    where its head names one.
    """

    slots: list[Slot] = field(default_factory=list)
    days: list[DayMark] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    pending: tuple[FoundTime, int] | None = None
    sought: str | None = None
    zone: str | None = None

    @property
    def day(self) -> int:
        return max(0, len(self.days) - 1)

    def add(self, slot: Slot) -> None:
        if self.pending and not slot.start:
            found, n = self.pending
            slot = replace(slot.timed(found), blocks=(n, *slot.blocks))
        self.pending = None
        if not _WORD.search(slot.title):
            return  # hours without a word beside them: the same moment in several towns
        self.slots.append(replace(slot, day=self.day))

    def last(self) -> Slot | None:
        """The latest slot of the day being read."""
        return self.slots[-1] if self.slots and self.slots[-1].day == self.day else None


def settled(slots: Sequence[Slot], clock: FoundTime | None, days: int) -> list[Slot]:
    """The slots with every time that follows from the others. `clock` is the event's own daily span, `days` its days.

    Within a day times rise: 1.30 after 12.30 is 13.30, and 0:30 after 23:30 lies on the next day. A slot without an end
    lasts its stated length, or until the next one begins, the last one until the event ends.
    """
    whole: list[Slot] = []
    for day in dict.fromkeys(slot.day for slot in slots):
        of_day = [slot for slot in slots if slot.day == day]
        if clock and len(of_day) == 1 and days > 1 and not (of_day[0].start or of_day[0].length):
            # The one meeting of a day takes the hours that the note gives for every day.
            of_day = [replace(of_day[0].timed(clock), start_inferred=True, end_inferred=clock.end is not None)]
        opens = clock if clock and (day == 0 or days > 1) else None
        of_day = _on_the_clock(of_day, opens.start) if opens else of_day
        counts_to_24 = any(slot.start and slot.start.hour > 12 and not slot.half_stated for slot in of_day)
        risen = _chained(_risen(_in_event_half(of_day, opens), counts_to_24=counts_to_24), opens)
        whole.extend(_until(slot, risen[index + 1 :], opens) for index, slot in enumerate(risen))
    return whole


def _on_the_clock(slots: list[Slot], opens: time) -> list[Slot]:
    """ "00:05 Three maps" of an event that begins at 9 a.m. counts from its beginning: 09:05."""
    starts = [slot.start for slot in slots if slot.start]
    counts = starts[:1] == [time(0)] and len(starts) > 2 and starts == sorted(starts) and starts[-1].hour < _SMALL_HOURS
    if not counts or opens.hour < _SMALL_HOURS or opens.hour >= _LATE:
        return slots
    since = timedelta(hours=opens.hour, minutes=opens.minute)
    return [
        replace(
            slot,
            start=slot.start and plus(slot.start, since),
            end=slot.end and plus(slot.end, since),
            start_inferred=True,
            half_stated=True,
        )
        for slot in slots
    ]


def _in_event_half(slots: list[Slot], clock: FoundTime | None) -> list[Slot]:
    """`2.00 Opening` of an event from 2 p.m. begins at 14:00."""
    first = next((slot for slot in slots if slot.start), None)
    if not (clock and first and first.start and not first.half_stated and halved(first.start, "p") == clock.start):
        return slots
    return [_afternoon(slot) if slot is first else slot for slot in slots]


def _afternoon(slot: Slot) -> Slot:
    return replace(
        slot,
        start=halved(slot.start, "p") if slot.start else None,
        end=halved(slot.end, "p") if slot.end else None,
    )


def _risen(slots: list[Slot], *, counts_to_24: bool) -> list[Slot]:
    risen: list[Slot] = []
    shift, before = 0, None
    for slot in slots:
        if before and slot.start and slot.start < before:
            may_rise = not slot.half_stated and not counts_to_24 and slot.start.hour < 12
            if may_rise and halved(slot.start, "p") >= before:
                slot = _afternoon(slot)
            elif before.hour >= _EVENING and slot.start.hour < _SMALL_HOURS:
                shift = 1
        before = slot.start or before
        risen.append(replace(slot, shift=shift))
    return risen


def _chained(slots: list[Slot], clock: FoundTime | None) -> list[Slot]:
    """Starts and ends that follow from stated lengths: `Opening (15 min)` after a slot that ends at 10:00."""
    chained: list[Slot] = []
    free = clock.start if clock else None
    for index, slot in enumerate(slots):
        following = slots[index + 1].start if index + 1 < len(slots) else None
        is_break = not (slot.start or slot.length) and kind_of(slot.title, ()) == "break"
        if is_break and free and following and free < following:
            # "After a tea break we meet again at 15:35": it fills what is between the stated times.
            slot = replace(slot, start=free, end=following, start_inferred=True, end_inferred=True)
        if slot.length and not slot.start and free:
            slot = replace(slot, start=free, start_inferred=True)
        if slot.length and slot.start and not slot.end:
            slot = replace(slot, end=plus(slot.start, slot.length), end_inferred=True)
        free = slot.end or (free if slot.start is None and slot.length is None else None)
        chained.append(slot)
    return chained


def plus(clock: time, length: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 1), clock) + length).time()


def _until(slot: Slot, following: Sequence[Slot], clock: FoundTime | None) -> Slot:
    if not slot.start or slot.end:
        return slot
    later = next((one for one in following if one.start and (one.shift, one.start) > (slot.shift, slot.start)), None)
    if later:
        return replace(slot, end=later.start, end_inferred=True)
    is_last = not any(one.start for one in following)
    closes = clock.end if clock and is_last and not slot.shift else None
    return replace(slot, end=closes, end_inferred=True) if closes and closes > slot.start else slot
