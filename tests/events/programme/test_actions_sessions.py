from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from events.programme import actions
from events.programme.errors import EndsBeforeStart, HalfATime, NothingToLayOut
from events.programme.models import EventSection, Session
from tests import factories

pytestmark = pytest.mark.django_db
WHO = {"by": None}
ANNA = {"name": "Anna Lee", "role": "Chair", "affiliation": "Academy"}
TIMUR = {"name": "Timur Aliev", "role": "", "affiliation": ""}


def test_a_session_is_added_at_the_end_with_its_speakers_in_order():
    event = factories.event()
    first = factories.session(event, position=4)
    added = actions.add_session(event, title="Panel", kind="panel", speakers=[TIMUR, ANNA], at=timezone.now(), **WHO)
    assert added.position == first.position + 1
    assert [speaker.name for speaker in added.speakers.all()] == ["Timur Aliev", "Anna Lee"]
    event.refresh_from_db()
    assert event.sequence == 1


def test_changing_a_session_replaces_its_speakers_and_accepts_it():
    session = factories.session(speakers=("Somebody",), proposed=True)
    actions.change_session(session, title="Renamed", speakers=[ANNA], at=timezone.now(), **WHO)
    session.refresh_from_db()
    assert (session.title, session.proposed) == ("Renamed", False)
    assert [speaker.name for speaker in session.speakers.all()] == ["Anna Lee"]


def test_changing_a_session_without_naming_speakers_keeps_them():
    session = factories.session(speakers=("Somebody",))
    actions.change_session(session, title="Renamed", at=timezone.now(), **WHO)
    assert session.speakers.count() == 1


def test_a_session_that_ends_before_it_starts_is_refused():
    session = factories.session()
    with pytest.raises(EndsBeforeStart):
        actions.change_session(session, ends_at=session.starts_at, at=timezone.now(), **WHO)


def test_half_a_time_is_refused_and_leaves_no_session():
    event = factories.event()
    with pytest.raises(HalfATime):
        actions.add_session(event, title="Panel", starts_at=event.starts_at, at=timezone.now(), **WHO)
    assert not Session.objects.exists()


def test_a_removed_session_is_gone_and_leaves_a_trail():
    session = factories.session(speakers=("Somebody",))
    code = str(session.code)
    actions.remove_session(session, at=timezone.now(), **WHO)
    assert not Session.objects.exists()
    assert AuditEntry.objects.get(action="session_removed").details == {"session": code}


def test_keeping_all_proposed_sessions_closes_the_open_point():
    event = factories.event(published=False, open_points=[["sessions_proposed", {"count": 2}]])
    for _ in range(2):
        factories.session(event, proposed=True)
    assert actions.keep_proposed(event, at=timezone.now(), **WHO) == 2
    event.refresh_from_db()
    assert event.open_points == []


def test_keeping_one_proposed_session_brings_the_figure_up_to_date():
    event = factories.event(published=False, open_points=[["sessions_proposed", {"count": 2}]])
    kept, other = factories.session(event, proposed=True), factories.session(event, proposed=True)
    assert actions.keep_proposed(event, only=kept, at=timezone.now(), **WHO) == 1
    event.refresh_from_db()
    assert event.open_points == [["sessions_proposed", {"count": 1}]]
    assert list(event.sessions.filter(proposed=True)) == [other]


def test_a_suggestion_that_is_taken_up_is_no_longer_said_to_come_from_the_document():
    event = factories.event(published=False)
    proposed, stated = factories.session(event, proposed=True, blocks=[7]), factories.session(event, blocks=[8])
    actions.keep_proposed(event, at=timezone.now(), **WHO)
    proposed.refresh_from_db()
    assert proposed.blocks == []
    actions.lay_out(event, [(stated, 30)], starts_at=event.starts_at, at=timezone.now(), **WHO)
    stated.refresh_from_db()
    assert stated.blocks == [8]


def test_laying_out_puts_sessions_one_after_another_in_the_given_order():
    event = factories.event()
    one, two = factories.session(event, starts_at=None), factories.session(event, starts_at=None, proposed=True)
    begins = event.starts_at
    actions.lay_out(event, [(two, 20), (one, 35)], starts_at=begins, at=timezone.now(), **WHO)
    assert [session.pk for session in event.sessions.all()] == [two.pk, one.pk]
    one.refresh_from_db()
    assert (one.starts_at - begins, one.ends_at - begins) == (timedelta(minutes=20), timedelta(minutes=55))
    assert not event.sessions.filter(proposed=True).exists()


def test_laying_out_makes_the_event_longer_but_never_shorter():
    event = factories.event()
    session = factories.session(event)
    longer = actions.lay_out(event, [(session, 180)], starts_at=event.starts_at, at=timezone.now(), **WHO)
    assert longer.ends_at - longer.starts_at == timedelta(hours=3)
    same = actions.lay_out(event, [(session, 10)], starts_at=event.starts_at, at=timezone.now(), **WHO)
    assert same.ends_at - same.starts_at == timedelta(hours=3)


def test_laying_out_over_the_end_of_summer_time_counts_minutes_that_pass():
    starts_at = datetime(2027, 10, 31, 1, 30, tzinfo=ZoneInfo("Europe/Vienna"))  # at 3:00 the clock goes back to 2:00
    event = factories.event(time_zone="Europe/Vienna", starts_at=starts_at, ends_at=starts_at + timedelta(minutes=10))
    session = factories.session(event, starts_at=None)
    longer = actions.lay_out(event, [(session, 120)], starts_at=starts_at, at=timezone.now(), **WHO)
    session.refresh_from_db()
    assert session.ends_at - session.starts_at == timedelta(minutes=120)
    assert longer.ends_at == session.ends_at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_laying_out_gives_an_event_without_a_date_its_start_and_end():
    event = factories.event(published=False, ends_at=None)
    begins, event.starts_at = event.starts_at, None
    event.save()
    session = factories.session(event, starts_at=None)
    event = actions.lay_out(event, [(session, 45)], starts_at=begins, at=timezone.now(), **WHO)
    assert (event.starts_at, event.ends_at) == (begins, begins + timedelta(minutes=45))


@pytest.mark.parametrize("minutes", [None, 0, -5])
def test_a_plan_without_minutes_is_refused(minutes):
    event = factories.event()
    plan = [(factories.session(event), minutes)] if minutes is not None else []
    with pytest.raises(NothingToLayOut):
        actions.lay_out(event, plan, starts_at=event.starts_at, at=timezone.now(), **WHO)


def test_a_text_changed_by_hand_loses_its_evidence():
    section = factories.event_section(factories.event(), blocks=[3, 4])
    actions.change_section(section, heading=section.heading, body="Rewritten", at=timezone.now(), **WHO)
    assert EventSection.objects.get().blocks == []
    assert section.event.about == AuditEntry.objects.get(action="section_changed").about


def test_saving_a_text_as_it_was_changes_nothing():
    section = factories.event_section(factories.event(), blocks=[3, 4])
    actions.change_section(section, heading=section.heading, body=section.body, at=timezone.now(), **WHO)
    assert EventSection.objects.get().blocks == [3, 4]
    assert not AuditEntry.objects.exists()
