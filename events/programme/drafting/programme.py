"""The sessions of a draft: those of the agenda, or one proposed for each announced topic."""

from dataclasses import dataclass
from datetime import date, datetime

from events.programme.drafting.agenda import Agenda, Slot
from events.programme.drafting.drafts import SessionDraft, Stated
from events.programme.drafting.kinds import kind_of
from events.programme.drafting.lists import capitalised
from events.programme.drafting.when import When
from intake.blocks import Remark

_LONGEST_TITLE = 100
_CUTS = (" that ", " which ", ", including ", ", котор", "; ", ", ")
_ENDS = {"ru": ("Открытие", "Закрытие")}


@dataclass(frozen=True)
class PlacedSession:
    """A session with the blocks that name it, and those that give its times."""

    session: SessionDraft
    blocks: tuple[int, ...]
    time_blocks: tuple[int, ...] = ()


def stated_sessions(agenda: Agenda, when: When) -> list[PlacedSession]:
    return [_placed(slot, agenda, when) for slot in agenda.slots]


def _placed(slot: Slot, agenda: Agenda, when: When) -> PlacedSession:
    starts_at, ends_at = when.span(_day_of(slot, agenda, when), slot.start, slot.end)
    session = SessionDraft(
        capitalised(slot.title),
        starts_at,
        ends_at,
        kind_of(slot.title, slot.speakers),
        slot.speakers,
        False,
        slot.stated_time,
    )
    return PlacedSession(session, slot.blocks, (*slot.blocks, *when.date_blocks, *when.zone_blocks))


def _day_of(slot: Slot, agenda: Agenda, when: When) -> date | None:
    """The date of a slot: its own heading's, or the event's if that lasts one day. Unknown otherwise."""
    if agenda.days and agenda.days[slot.day]:
        return agenda.days[slot.day]
    if when.first and when.last:
        days = (when.last - when.first).days + 1
        if len(agenda.days) == days and days > 1:
            return date.fromordinal(when.first.toordinal() + slot.day)
        return when.first if days == 1 and len(agenda.days) <= 1 else None
    return None


def _is_within(moment: datetime, when: When) -> bool:
    return not (when.first and when.last) or when.first <= moment.date() <= when.last


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
    points, warnings = [], []
    if not placed:
        points.append(Remark("no_sessions"))
    if not any(one.session.speakers for one in placed):
        points.append(Remark("no_speakers"))
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
    outside = [
        one.session.title for one in placed if one.session.starts_at and not _is_within(one.session.starts_at, when)
    ]
    if outside:
        points.append(Remark("agenda_dates_differ", {"session": outside[0]}))
    points.extend(
        Remark("speaker_undecided", {"session": capitalised(slot.title)}) for slot in agenda.slots if slot.undecided
    )
    inferred = sum(slot.end_inferred for slot in agenda.slots)
    if inferred:
        warnings.append(Remark("session_ends_inferred", {"count": inferred}))
    warnings.extend(Remark("agenda_line_unread", {"block": n}) for n in agenda.unread)
    return points, warnings
