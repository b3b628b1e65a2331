"""The rules as somebody would write them who had never met two people at once: read, think, write what was read.

`PAUSE` is where the other one comes in between; it makes a rare accident a certain one.
"""

import time
from collections.abc import Callable
from datetime import datetime

from events.programme.models import Event
from events.registration.actions import entering, holds, moving, seats
from events.registration.errors import InvitationUsed, NotAMove
from events.registration.forms import RegistrationForm
from events.registration.models import Invitation, Registration
from events.registration.states import MOVES, InvitationState

PAUSE = 0.01  # seconds


def switch_off(guards: set[str]) -> None:
    for guard in guards - {"transactions"}:
        SWITCHES[guard]()


def seat() -> None:
    entering.take_open_seat = take_by_reading


def line() -> None:
    seats.count = entering.count = count_by_reading
    seats.move = moving.move = move_by_saving


def invitation() -> None:
    holds.accept = accept_by_reading
    holds.count = count_by_reading


def speed() -> None:
    """Whoever is looked up is looked up well before anything is written."""
    RegistrationForm.is_valid = slowly(RegistrationForm.is_valid)


SWITCHES: dict[str, Callable[[], None]] = {"seat": seat, "line": line, "invitation": invitation, "speed": speed}


def slowly(judge: Callable[[RegistrationForm], bool]) -> Callable[[RegistrationForm], bool]:
    def judge_and_wait(form: RegistrationForm) -> bool:
        time.sleep(5 * PAUSE)
        return judge(form)

    return judge_and_wait


def take_by_reading(event_id: int, *, at: datetime) -> bool:
    event = Event.objects.get(pk=event_id)
    if event.seats_left == 0:
        return False
    time.sleep(PAUSE)
    return bool(Event.objects.filter(pk=event_id).update(seats_taken=event.seats_taken + 1))


def count_by_reading(event: Event, *, taken: int = 0, held: int = 0, waiting: int = 0) -> None:
    time.sleep(PAUSE)
    event.seats_taken += taken
    event.seats_held += held
    event.people_waiting += waiting
    event.save(update_fields=["seats_taken", "seats_held", "people_waiting"])


def move_by_saving(
    registration: Registration,
    to: str,
    *,
    event: Event,
    by: object,
    at: datetime,
    why: str,
    held: int = 0,
    **values: object,
) -> None:
    came_from, had = registration.state, registration.holds_seat
    if to not in MOVES[came_from]:
        raise NotAMove
    values |= {"state": to, "moved_at": at, "holds_seat": seats.seated_after(to, bool(values.get("holds_seat", had)))}
    waiting = (to == seats.S.WAITING) - (came_from == seats.S.WAITING)
    count_by_reading(event, taken=values["holds_seat"] - had, held=held, waiting=waiting)
    for name, value in values.items():
        setattr(registration, name, value)
    registration.save()
    seats.note_move(registration, came_from, by=by, at=at, why=why)


def accept_by_reading(invitation: Invitation, *, at: datetime) -> None:
    if invitation.state != InvitationState.SENT or invitation.expires_at <= at:
        raise InvitationUsed
    time.sleep(5 * PAUSE)
    invitation.state, invitation.answered_at, invitation.holds_seat = InvitationState.ACCEPTED, at, False
    invitation.save()
