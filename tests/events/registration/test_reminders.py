"""Reminders and thanks, by the present time of the event; moments are chosen by the tests, never waited for."""

from datetime import timedelta

import pytest

from accounts.outbox.models import Letter
from events.programme.models import Event
from events.programme.states import EventState
from events.registration import actions, letters
from events.registration.actions.reminding import reminded
from events.registration.models import Registration
from events.registration.states import RegistrationState as S
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event(starts_at=factories.at_noon() + timedelta(days=10), capacity=5)


@pytest.fixture
def row(event):
    return factories.registration(event)


def sweep(event, **before):
    """Let the sweep run that long before the start."""
    return actions.remind_participants(at=event.starts_at - timedelta(**before))


def kinds():
    return sorted(Letter.objects.values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"hours": 25}, []),
        ({"hours": 24}, ["reminder_day"]),
        ({"hours": 3}, ["reminder_day"]),
        ({"hours": 2}, []),
        ({"minutes": 61}, []),
        ({"minutes": 60}, ["reminder_hour"]),
        ({"minutes": 6}, ["reminder_hour"]),
        ({"minutes": 5}, []),
        ({"minutes": -10}, []),
    ],
)
def test_a_reminder_comes_within_its_bounds(row, before, expected):
    sweep(row.event, **before)
    assert kinds() == expected


def test_each_reminder_comes_once(row):
    for minutes in (24 * 60, 23 * 60, 60, 59):
        sweep(row.event, minutes=minutes)
    assert kinds() == ["reminder_day", "reminder_hour"]


@pytest.mark.parametrize("state", [S.PENDING, S.WITHDRAWN, S.DECLINED, S.EXPIRED, S.DRAFT, S.OFFERED])
def test_nobody_but_the_confirmed_is_reminded(event, state):
    factories.registration(event, state=state)
    assert sweep(event, hours=20) == 0


def test_the_waiting_are_not_reminded():
    event = factories.event(capacity=0)
    factories.registration(event, state=S.WAITING)
    assert sweep(event, hours=20) == 0


@pytest.mark.parametrize("state", [EventState.CANCELLED, EventState.DRAFT])
def test_an_event_that_is_not_open_reminds_nobody(row, state):
    Event.objects.update(state=state)
    assert sweep(row.event, hours=20) == 0


def test_whoever_registers_on_the_last_day_gets_the_hour_reminder_only(event):
    factories.registration(event, confirmed_at=event.starts_at - timedelta(hours=5))
    sweep(event, hours=4)
    sweep(event, minutes=50)
    assert kinds() == ["reminder_hour"]


def test_whoever_registers_in_the_last_hour_has_just_had_a_letter(event):
    factories.registration(event, confirmed_at=event.starts_at - timedelta(minutes=30))
    assert sweep(event, minutes=20) == 0


def test_a_moved_event_reminds_anew_of_its_new_time(row):
    event = row.event
    sweep(event, hours=20)
    event.starts_at, event.ends_at = (moment + timedelta(days=3) for moment in (event.starts_at, event.ends_at))
    event.save()
    assert sweep(event, hours=20) == 0  # they are told of the move first
    Registration.objects.update(told_starts_at=event.starts_at, told_ends_at=event.ends_at)
    assert sweep(event, hours=20) == 1
    assert kinds() == ["reminder_day", "reminder_day"]


def test_of_two_sweeps_that_read_the_same_row_one_writes(row):
    at = row.event.starts_at - timedelta(hours=20)
    first, second = (Registration.objects.select_related("event").get() for _ in range(2))
    told = [reminded(read, kind="reminder_day", field="day_reminder_of", at=at) for read in (first, second)]
    assert told == [True, False]


def test_an_event_cancelled_since_the_row_was_read_reminds_nobody(row):
    read = Registration.objects.select_related("event").get()
    Event.objects.update(state=EventState.CANCELLED)
    at = row.event.starts_at - timedelta(hours=20)
    assert reminded(read, kind="reminder_day", field="day_reminder_of", at=at) is False


def test_a_sweep_writes_no_more_than_it_was_asked_to(event):
    for _ in range(3):
        factories.registration(event)
    at = event.starts_at - timedelta(hours=20)
    assert [actions.remind_participants(at=at, most=2) for _ in range(3)] == [2, 1, 0]


def test_a_letter_that_cannot_be_written_holds_up_no_other(event, monkeypatch, caplog):
    first = factories.registration(event, name="A")
    factories.registration(event, name="B")

    def write(kind, row, *, at, write=letters.reminded):
        if row == first:
            raise ValueError("broken")
        write(kind, row, at=at)

    monkeypatch.setattr(letters, "reminded", write)
    assert sweep(event, hours=20) == 1
    assert str(first.code) in caplog.text
    first.refresh_from_db()
    assert first.day_reminder_of is None


def test_a_sweep_with_nothing_due_costs_one_query_for_each_reminder(row, django_assert_num_queries):
    with django_assert_num_queries(2):
        sweep(row.event, hours=90)


@pytest.mark.parametrize(("hours", "expected"), [(-1, 0), (0, 1), (47, 1), (48, 0)])
def test_thanks_come_within_two_days_after_the_end(row, hours, expected):
    assert actions.thank(at=row.event.ends_at + timedelta(hours=hours)) == expected


def test_thanks_come_once_and_only_to_the_confirmed(row):
    factories.registration(row.event, state=S.WITHDRAWN)
    at = row.event.ends_at + timedelta(hours=1)
    assert (actions.thank(at=at), actions.thank(at=at)) == (1, 0)
    assert Letter.objects.get().to == row.email


def test_a_cancelled_event_thanks_nobody(row):
    Event.objects.update(state=EventState.CANCELLED)
    assert actions.thank(at=row.event.ends_at + timedelta(hours=1)) == 0
