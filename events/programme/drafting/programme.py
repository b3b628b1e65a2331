"""The sessions of a draft: those of the agenda, or one proposed for each announced topic."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from events.programme.drafting.drafts import SessionDraft, Stated
from events.programme.drafting.kinds import kind_of
from events.programme.drafting.lists import capitalised
from events.programme.drafting.slots import Agenda, Slot
from events.programme.drafting.when import When
from intake.blocks import Remark

_LONGEST_TITLE = 100
_CUTS = (" that ", " which ", ", including ", ", котор")
_ENDS = {"ru": ("Открытие", "Закрытие")}


@dataclass(frozen=True)
class PlacedSession:
    """A session with the blocks that name it, and those that give its times; which of these were inferred."""

    session: SessionDraft
    blocks: tuple[int, ...]
    time_blocks: tuple[int, ...] = ()
    start_inferred: bool = False
    end_inferred: bool = False
    speaker_blocks: dict[int, tuple[int, ...]] = field(default_factory=dict)


def stated_sessions(agenda: Agenda, when: When) -> list[PlacedSession]:
    return [_placed(slot, agenda, when) for slot in agenda.slots]


def _placed(slot: Slot, agenda: Agenda, when: When) -> PlacedSession:
    day = _day_of(slot, agenda, when)
    later = day + timedelta(days=slot.shift) if day and day < date.max else day
    starts_at, ends_at = when.span(later, slot.start, slot.end, agenda.zone)
    session = SessionDraft(
        capitalised(slot.title),
        starts_at,
        ends_at,
        kind_of(slot.title, slot.speakers),
        slot.speakers,
        False,
        slot.stated_time,
    )
    times = (*slot.blocks, *when.date_blocks, *when.zone_blocks)
    return PlacedSession(session, slot.blocks, times, slot.start_inferred, slot.end_inferred)


def _day_of(slot: Slot, agenda: Agenda, when: When) -> date | None:
    """The date of a slot: its own heading's, completed from the event's days, or the event's if that lasts one day."""
    mark = agenda.days[slot.day] if slot.day < len(agenda.days) else None
    if mark and mark.first:
        return mark.first
    days = [date.fromordinal(when.first.toordinal() + n) for n in range(min(when.days, 60))] if when.first else []
    fitting = [day for day in days if mark and mark.fits(day)]
    if fitting:
        return fitting[0]
    if mark and (mark.found or mark.weekday is not None):
        return None
    if len(days) == len(agenda.days) > 1:
        return days[slot.day]
    if not agenda.days and days and (when.through or (len(days) == 2 and _is_through_midnight(agenda))):
        return days[0]
    if len(days) == 1:
        return days[0] if len(agenda.days) <= 1 or slot.day == 0 else None
    return None


def _is_through_midnight(agenda: Agenda) -> bool:
    """Whether its sessions go on into the next day: "22:00–01:30"."""
    return any(slot.shift or (slot.start and slot.end and slot.end <= slot.start) for slot in agenda.slots)


def _is_within(moment: datetime, when: When) -> bool:
    last = when.last + timedelta(days=1) if when.last and when.last < date.max else when.last
    small_hours = bool(last and moment.date() == last and moment.hour < 6)
    return not (when.first and when.last) or when.first <= moment.date() <= when.last or small_hours


def proposed_sessions(themes: list[Stated], language: str | None) -> list[PlacedSession]:
    """An opening, a discussion for each theme, and a closing; nothing where the note announces no theme."""
    if not themes:
        return []
    opening, closing = _ENDS.get(language or "", ("Opening", "Closing"))
    topics = [
        PlacedSession(SessionDraft(capitalised(_short(theme.text)), kind="discussion", proposed=True), theme.blocks)
        for theme in themes
    ]
    return [
        PlacedSession(SessionDraft(opening, kind="opening", proposed=True), themes[0].blocks),
        *topics,
        PlacedSession(SessionDraft(closing, kind="closing", proposed=True), themes[-1].blocks),
    ]


def _short(theme: str) -> str:
    """A long theme cut where a subordinate part begins, so that it can stand as a title."""
    if len(theme) <= _LONGEST_TITLE:
        return theme
    for cut in _CUTS[:3]:
        head = theme.split(cut, 1)[0]
        if 15 <= len(head) < len(theme):
            return head
    return theme


def session_remarks(placed: list[PlacedSession], agenda: Agenda, when: When) -> tuple[list[Remark], list[Remark]]:
    """Open points and warnings that the sessions give rise to."""
    points, warnings = _points(placed, agenda), []
    outside = [
        one.session.title for one in placed if one.session.starts_at and not _is_within(one.session.starts_at, when)
    ]
    if outside:
        points.append(Remark("agenda_dates_differ", {"session": outside[0]}))
    points.extend(
        Remark("speaker_undecided", {"session": capitalised(slot.title)}) for slot in agenda.slots if slot.undecided
    )
    inferred = sum(slot.end_inferred and not (slot.length or slot.start_inferred) for slot in agenda.slots)
    if inferred:
        warnings.append(Remark("session_ends_inferred", {"count": inferred}))
    reckoned = sum(bool(slot.length and (slot.start_inferred or slot.end_inferred)) for slot in agenda.slots)
    if reckoned:
        warnings.append(Remark("session_times_from_lengths", {"count": reckoned}))
    warnings.extend(Remark("agenda_line_unread", {"block": n}) for n in dict.fromkeys(agenda.unread))
    return points, warnings


def _points(placed: list[PlacedSession], agenda: Agenda) -> list[Remark]:
    points = []
    if not placed:
        points.append(Remark("no_sessions"))
    if any(one.session.proposed for one in placed):
        points.append(Remark("sessions_proposed", {"count": len(placed)}))
    waiting = [one.session.stated_time for one in placed if one.session.stated_time and not one.session.starts_at]
    if waiting:
        points.append(
            Remark("session_times_waiting", {"count": len(waiting), "first": waiting[0], "last": waiting[-1]})
        )
    untimed = [slot.title for slot in agenda.slots if not slot.stated_time]
    if untimed:
        points.append(Remark("sessions_without_time", {"count": len(untimed), "first": capitalised(untimed[0])}))
    return points
