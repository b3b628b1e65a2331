"""Sweeps that write when the event itself changes: each news once, and never anything that is not true."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.outbox.models import Letter
from events.programme import actions as programme
from events.programme.states import EventState
from events.registration import actions
from events.registration.actions.telling import told_of_cancelling, told_of_moving
from events.registration.models import Registration, Rules
from events.registration.states import RegistrationState as S
from tests import factories

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=3)


@pytest.fixture
def row():
    return factories.registration(factories.event(capacity=5))


def shift(event, *, hours=24, at=None):
    event.refresh_from_db()
    times = {"starts_at": event.starts_at + timedelta(hours=hours), "ends_at": event.ends_at + timedelta(hours=hours)}
    programme.correct(event, by=None, at=at or timezone.now(), **times)


def move(event, to):
    event.refresh_from_db()
    programme.move(event, to, by=None, at=timezone.now())


def kinds():
    return sorted(Letter.objects.values_list("kind", flat=True))


def test_a_moved_event_is_told_once(row):
    shift(row.event)
    at = timezone.now() + LATER
    assert (actions.tell_of_moving(at=at), actions.tell_of_moving(at=at)) == (1, 0)
    assert kinds() == ["event_moved"]


def test_the_time_told_is_remembered(row):
    shift(row.event)
    actions.tell_of_moving(at=timezone.now() + LATER)
    row.refresh_from_db()
    row.event.refresh_from_db()
    assert (row.told_starts_at, row.told_ends_at) == (row.event.starts_at, row.event.ends_at)


def test_while_the_organizer_still_corrects_nobody_is_written_to(row):
    shift(row.event)
    assert actions.tell_of_moving(at=timezone.now() + timedelta(seconds=100)) == 0


def test_moved_there_and_back_is_no_news(row):
    shift(row.event)
    shift(row.event, hours=-24)
    assert actions.tell_of_moving(at=timezone.now() + LATER) == 0


def test_moved_again_is_told_again(row):
    for _ in range(2):
        shift(row.event)
        actions.tell_of_moving(at=timezone.now() + LATER)
    assert kinds() == ["event_moved", "event_moved"]


def test_a_change_of_anything_but_the_time_is_no_news(row):
    programme.correct(row.event, title="Other", by=None, at=timezone.now())
    assert actions.tell_of_moving(at=timezone.now() + LATER) == 0


@pytest.mark.parametrize("state", [S.PENDING, S.WAITING, S.OFFERED])
def test_those_who_wait_are_told_too_without_a_calendar_entry(state):
    event = factories.event(capacity=int(state == S.OFFERED))
    factories.registration(event, state=state)
    shift(event)
    actions.tell_of_moving(at=timezone.now() + LATER)
    assert Letter.objects.get().calendar is None


@pytest.mark.parametrize("state", [S.WITHDRAWN, S.DECLINED, S.EXPIRED, S.DRAFT])
def test_those_who_left_are_not(state):
    event = factories.registration(state=state).event
    shift(event)
    assert actions.tell_of_moving(at=timezone.now() + LATER) == 0


def test_whoever_registered_after_the_move_knows_the_time_already(row):
    shift(row.event)
    row.event.refresh_from_db()
    late = factories.registration(row.event)
    actions.tell_of_moving(at=timezone.now() + LATER)
    assert not Letter.objects.filter(to=late.email).exists()


def test_of_two_sweeps_that_read_the_same_row_one_writes(row):
    shift(row.event)
    first, second = (Registration.objects.select_related("event").get() for _ in range(2))
    at = timezone.now() + LATER
    assert [told_of_moving(first, at=at), told_of_moving(second, at=at)] == [True, False]


def test_what_was_changed_since_it_was_read_is_not_told(row):
    shift(row.event)
    read = Registration.objects.select_related("event").get()
    shift(row.event)
    assert told_of_moving(read, at=timezone.now() + LATER) is False


def test_cancelling_is_told_once_to_everybody_who_waits_or_is_confirmed(row):
    factories.registration(row.event, state=S.PENDING)
    move(row.event, EventState.CANCELLED)
    at = timezone.now()
    assert (actions.tell_of_cancelling(at=at), actions.tell_of_cancelling(at=at)) == (2, 0)


def test_an_event_opened_again_before_anybody_was_told_is_no_news(row):
    move(row.event, EventState.CANCELLED)
    read = Registration.objects.select_related("event").get()
    move(row.event, EventState.DRAFT)
    assert told_of_cancelling(read, at=timezone.now()) is False


def test_an_event_opened_again_takes_place_after_all(row):
    for to in (EventState.CANCELLED, EventState.DRAFT, EventState.PUBLISHED):
        move(row.event, to)
        actions.tell_of_cancelling(at=timezone.now())
        actions.tell_of_moving(at=timezone.now() + LATER)
    assert kinds() == ["event_cancelled", "event_takes_place"]
    assert Letter.objects.get(kind="event_takes_place").calendar_method == "REQUEST"


def test_an_event_taken_back_to_draft_moves_in_silence_until_it_is_open(row):
    move(row.event, EventState.DRAFT)
    shift(row.event)
    assert actions.tell_of_moving(at=timezone.now() + LATER) == 0
    move(row.event, EventState.PUBLISHED)
    assert actions.tell_of_moving(at=timezone.now() + LATER) == 1


def test_cancelled_twice_is_told_twice(row):
    for to in (EventState.CANCELLED, EventState.DRAFT, EventState.PUBLISHED, EventState.CANCELLED):
        move(row.event, to)
        actions.tell_of_cancelling(at=timezone.now())
        actions.tell_of_moving(at=timezone.now() + LATER)
    assert kinds() == ["event_cancelled", "event_cancelled", "event_takes_place"]


@pytest.mark.parametrize("capacity", [0, 5])
def test_everybody_who_registers_is_remembered_as_told(capacity):
    """Also those who wait: otherwise nobody would write to them when the event is cancelled."""
    event, person = factories.event(capacity=capacity), factories.person()
    answers = {"name": "A", "country": "KZ", "agency": "B", "language": "en"}
    draft = actions.write_draft(event, email=person.email, answers=answers, draft=None, at=timezone.now())
    actions.confirm(draft, person=person, at=timezone.now())
    draft.refresh_from_db()
    assert draft.told_starts_at == event.starts_at


def test_whoever_is_offered_a_seat_is_remembered_as_told():
    event = factories.event(capacity=1)
    Rules.objects.create(event=event, offer_hours=24)
    seated = factories.registration(event)
    waits = factories.registration(event, state=S.WAITING, told_starts_at=None, told_ends_at=None)
    actions.withdraw(seated, by=None, at=timezone.now())
    waits.refresh_from_db()
    assert (waits.state, waits.told_starts_at) == (S.OFFERED, event.starts_at)
