from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from events.programme import actions
from events.programme.errors import (
    ChangedMeanwhile,
    ClosesAfterTheEnd,
    EndsBeforeStart,
    HalfATime,
    NoSuchZone,
    NotAMove,
    NotReady,
    SeatsTaken,
)
from events.programme.models import Event
from events.programme.states import EventState
from tests import factories

pytestmark = pytest.mark.django_db
TASHKENT, BERLIN = ZoneInfo("Asia/Tashkent"), ZoneInfo("Europe/Berlin")


def correct(event: Event, **values):
    return actions.correct(event, by=None, at=timezone.now(), **values)


def move(event: Event, to: str):
    return actions.move(event, to, by=None, at=timezone.now())


def bare_draft(**fields) -> Event:
    empty = {"title": "", "time_zone": "", "starts_at": None, "ends_at": None}
    event = factories.event(published=False, **{k: v for k, v in fields.items() if k not in empty})
    Event.objects.filter(pk=event.pk).update(**(empty | fields))
    return Event.objects.get(pk=event.pk)


def test_publishing_opens_the_page_and_remembers_when():
    at = timezone.now()
    event = actions.move(factories.event(published=False), EventState.PUBLISHED, by=None, at=at)
    assert (event.state, event.published_at) == (EventState.PUBLISHED, at)
    assert Event.objects.listed().get() == event


def test_publishing_again_keeps_the_first_moment_of_publication():
    event = move(factories.event(published=False), EventState.PUBLISHED)
    first = event.published_at
    move(event, EventState.DRAFT)
    assert move(event, EventState.PUBLISHED).published_at == first


def test_publishing_names_everything_that_is_missing():
    event = bare_draft()
    factories.session(event, proposed=True, starts_at=None, ends_at=None)
    with pytest.raises(NotReady) as refusal:
        move(event, EventState.PUBLISHED)
    assert refusal.value.missing == ("title", "date", "time_zone", "proposed")
    assert str(refusal.value) == (
        "Set the title, the date, the start and the end and the time zone first. "
        "Keep or remove the proposed sessions first."
    )


def test_a_refused_publication_changes_nothing():
    event = bare_draft(title="Known")
    with pytest.raises(NotReady, match=r"^Set the date, the start and the end and the time zone first\.$"):
        move(event, EventState.UNLISTED)
    event.refresh_from_db()
    assert (event.state, event.sequence) == (EventState.DRAFT, 0)
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    ("state", "to"),
    [("draft", "cancelled"), ("draft", "draft"), ("cancelled", "published"), ("published", "published")],
)
def test_a_move_that_the_states_do_not_permit_is_refused(state, to):
    with pytest.raises(NotAMove):
        move(factories.event(state=state), to)


def test_a_move_is_judged_by_the_row_and_not_by_what_was_read_before():
    event = factories.event()
    move(event, EventState.CANCELLED)
    with pytest.raises(NotAMove):
        move(event, EventState.UNLISTED)  # this copy still says "published"


def test_a_move_leaves_a_trail_with_states_and_no_names():
    person = factories.person()
    event = actions.move(factories.event(), EventState.CANCELLED, by=person, at=timezone.now())
    entry = AuditEntry.objects.get(action="event_moved", about=event.about)
    assert (entry.actor, entry.details) == (person.code, {"came_from": "published", "to": "cancelled"})


def test_correcting_sets_values_and_raises_the_sequence():
    event = correct(factories.event(), title="New title", audience=["Border guards"])
    event.refresh_from_db()
    assert (event.title, event.audience, event.sequence) == ("New title", ["Border guards"], 1)


def test_correcting_to_the_same_values_changes_nothing():
    event = factories.event()
    assert correct(event, title=event.title, capacity=event.capacity).sequence == 0
    assert not AuditEntry.objects.exists()


def test_a_value_set_by_hand_loses_its_evidence_and_the_others_keep_theirs():
    event = factories.event(evidence={"title": [1], "summary": [2]})
    assert correct(event, title="By hand").evidence == {"summary": [2]}


def test_open_points_are_closed_when_they_are_answered():
    event = bare_draft(title="T", open_points=[["no_date", {}], ["no_time_zone", {}], ["no_format", {}]])
    Event.objects.filter(pk=event.pk).update(format="")
    starts_at = timezone.now() + timedelta(days=3)
    event = correct(event, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), time_zone="Asia/Almaty")
    assert event.open_points == [["no_format", {}]]
    assert correct(event, format="online").open_points == []


def test_an_inferred_title_stays_open_until_a_person_writes_or_settles_it():
    event = factories.event(open_points=[["title_inferred", {}]], evidence={"title": [4]})
    assert correct(event, summary="Other").open_points == [["title_inferred", {}]]
    assert correct(event, title="Other").open_points == []


def test_a_point_left_as_it_is_is_closed_and_the_others_stay():
    event = factories.event(open_points=[["no_speakers", {}], ["summary_inferred", {}]], evidence={"summary": [1]})
    event = actions.settle(event, ["no_speakers", {}], by=None, at=timezone.now())
    assert event.open_points == [["summary_inferred", {}]]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (lambda e: {"ends_at": e.starts_at}, EndsBeforeStart),
        (lambda e: {"time_zone": "Asia/Atlantis"}, NoSuchZone),
        (lambda e: {"registration_closes_at": e.ends_at + timedelta(minutes=1)}, ClosesAfterTheEnd),
        (lambda e: {"starts_at": None, "ends_at": None}, NotReady),
        (lambda e: {"title": ""}, NotReady),
    ],
)
def test_values_that_cannot_be_are_refused_and_nothing_is_kept(change, refusal):
    event = factories.event()
    with pytest.raises(refusal):
        correct(event, summary="Must not stay", **change(event))
    event.refresh_from_db()
    assert (event.summary, event.sequence) == ("What the webinar is about.", 0)


def test_an_end_without_a_start_is_refused_in_a_draft():
    with pytest.raises(HalfATime):
        correct(factories.event(published=False), starts_at=None)


def test_seats_cannot_become_fewer_than_people_hold_and_the_figure_is_told():
    event = factories.event(capacity=10, seats_taken=4)
    with pytest.raises(SeatsTaken, match="4 seats are taken"):
        correct(event, capacity=3)
    assert correct(event, capacity=4).seats_left == 0
    assert correct(event, capacity=None).seats_left is None


def test_seats_taken_after_the_page_was_opened_count():
    event = factories.event(capacity=10)
    Event.objects.update(seats_taken=6)
    with pytest.raises(SeatsTaken):
        correct(event, capacity=5)
    correct(event, title="Other")
    assert Event.objects.get().seats_taken == 6


def test_whoever_saves_second_is_told_that_somebody_was_faster():
    event = factories.event()
    correct(event, title="First", seen=0)
    with pytest.raises(ChangedMeanwhile):
        correct(event, title="Second", seen=0)
    assert Event.objects.get().title == "First"


def test_sessions_move_with_the_start_of_their_event():
    event = factories.event()
    session = factories.session(event)
    later = timedelta(days=7, minutes=30)
    correct(event, starts_at=event.starts_at + later, ends_at=event.ends_at + later)
    began, ended = session.starts_at + later, session.ends_at + later
    session.refresh_from_db()
    assert (session.starts_at, session.ends_at) == (began, ended)


def test_sessions_keep_their_clock_time_over_the_change_to_summer_time():
    starts_at = datetime(2027, 3, 24, 10, tzinfo=BERLIN)
    event = factories.event(time_zone="Europe/Berlin", starts_at=starts_at)
    session = factories.session(event, starts_at=starts_at + timedelta(hours=1))
    moved = datetime(2027, 3, 31, 10, tzinfo=BERLIN)  # summer time began on the 28th
    correct(event, starts_at=moved, ends_at=moved + timedelta(hours=2))
    session.refresh_from_db()
    assert session.starts_at.astimezone(BERLIN).strftime("%d %H:%M") == "31 11:00"


def test_sessions_follow_the_clock_into_another_zone():
    starts_at = datetime(2027, 5, 4, 10, tzinfo=UTC)
    event = factories.event(time_zone="UTC", starts_at=starts_at)
    session = factories.session(event)
    moved = starts_at.replace(tzinfo=TASHKENT)
    correct(event, starts_at=moved, ends_at=moved + timedelta(hours=2), time_zone="Asia/Tashkent")
    session.refresh_from_db()
    assert session.starts_at == moved


def test_sessions_stay_as_long_as_they_were_over_the_change_to_summer_time():
    starts_at = datetime(2027, 3, 21, 1, tzinfo=BERLIN)
    event = factories.event(time_zone="Europe/Berlin", starts_at=starts_at)
    spans = [(starts_at + timedelta(minutes=n), timedelta(minutes=length)) for n, length in ((30, 90), (90, 30))]
    sessions = [factories.session(event, starts_at=begins, ends_at=begins + length) for begins, length in spans]
    moved = starts_at + timedelta(days=7)  # at 2:00 the clock goes on to 3:00
    correct(event, starts_at=moved, ends_at=moved + timedelta(hours=4))
    for session in sessions:
        session.refresh_from_db()
    assert [one.ends_at - one.starts_at for one in sessions] == [length for _begins, length in spans]


def test_a_longer_event_leaves_its_sessions_where_they_are():
    event = factories.event()
    session = factories.session(event)
    correct(event, ends_at=event.ends_at + timedelta(hours=1))
    before = session.starts_at
    session.refresh_from_db()
    assert session.starts_at == before


def test_only_named_values_can_be_corrected():
    with pytest.raises(TypeError, match="seats_taken"):
        correct(factories.event(), seats_taken=0)
