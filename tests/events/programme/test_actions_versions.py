from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from events.programme import actions
from events.programme.errors import ChangedMeanwhile, Decided, NotReady, SameDocument
from events.programme.models import Event, NoteVersion
from events.programme.states import EventState, NoteState
from tests import factories

pytestmark = pytest.mark.django_db
NOTE = """# Customs in practice

The webinar is designed for customs officers.

Date: 4 May 2027, 10:00-11:00, Tashkent time

## Agenda

10:00-10:20 Opening

10:20-11:00 Risk analysis at small crossing points
"""
NEWER = NOTE.replace("10:20-11:00", "10:20-10:50").replace("10:00-11:00", "10:00-11:30").replace(
    "crossing points\n", "crossing points\n\n10:50-11:30 Questions of trainees\n"
)  # fmt: skip


@pytest.fixture
def event():
    return actions.draft_from_file("note.md", NOTE.encode(), team=factories.team(), by=None, at=timezone.now())


def newer(event: Event, text: str = NEWER) -> NoteVersion:
    return actions.hand_in("newer.md", text.encode(), team=event.team, event=event, by=None, at=timezone.now())


def offered(version: NoteVersion) -> dict[str, bool]:
    return {change.key: change.ticked for change in actions.changes_in(version)}


def take_over(version: NoteVersion, keys: list[str] | None = None) -> Event:
    ticked = [key for key, is_ticked in offered(version).items() if is_ticked] if keys is None else keys
    seen = Event.objects.get(pk=version.event_id).sequence
    actions.apply_version(version, ticked, seen=seen, by=None, at=timezone.now())
    return Event.objects.get(pk=version.event_id)


def clocks(event: Event) -> list[str]:
    return [f"{one.starts_at.astimezone(event.zone):%H:%M}-{one.ends_at.astimezone(event.zone):%H:%M}"
            for one in event.sessions.all()]  # fmt: skip


def test_a_newer_version_changes_nothing_before_somebody_decides(event):
    before = Event.objects.values().get()
    version = newer(event)
    assert version.state == NoteState.WAITING
    assert Event.objects.values().get() == before


def test_what_is_ticked_is_taken_over_with_its_evidence(event):
    version = newer(event)
    event = take_over(version)
    assert event.ends_at == datetime(2027, 5, 4, 6, 30, tzinfo=UTC)
    assert clocks(event) == ["10:00-10:20", "10:20-10:50", "10:50-11:30"]
    assert event.source == version.source and event.evidence["starts_at"]
    assert all(session.blocks for session in event.sessions.all())


def test_the_next_version_is_compared_with_the_one_before_it(event):
    event = take_over(newer(event))
    assert offered(newer(event, NEWER + "\n")) == {}
    assert set(offered(newer(event, NOTE))) >= {"event.when", "session.1.times"}


def test_what_people_changed_stays_unless_they_tick_it(event):
    actions.correct(event, title="Our own title", by=None, at=timezone.now())
    version = newer(event, NEWER.replace("# Customs in practice", "# Customs in daily practice"))
    assert offered(version)["event.title"] is False
    assert take_over(version).title == "Our own title"


def test_a_ticked_value_wins_over_what_people_changed(event):
    actions.correct(event, title="Our own title", by=None, at=timezone.now())
    version = newer(event, NEWER.replace("# Customs in practice", "# Customs in daily practice"))
    assert take_over(version, ["event.title"]).title == "Customs in daily practice"


def test_a_value_that_only_people_changed_cannot_be_posted_away(event):
    actions.correct(event, summary="Ours", by=None, at=timezone.now())
    assert take_over(newer(event), ["event.summary"]).summary == "Ours"


def test_sessions_whose_stated_times_are_the_same_stay_put_when_the_start_moves(event):
    earlier = NOTE.replace("10:00-11:00, T", "09:30-11:00, T")
    event = take_over(newer(event, earlier), ["event.when"])
    assert event.starts_at.astimezone(event.zone).hour == 9
    assert clocks(event) == ["10:00-10:20", "10:20-11:00"]


def test_a_session_that_people_added_moves_with_the_event(event):
    times = {"starts_at": event.starts_at, "ends_at": event.starts_at + timedelta(minutes=10)}
    actions.add_session(event, title="Sound check", by=None, at=timezone.now(), **times)
    event = take_over(newer(event, NOTE.replace("4 May", "11 May")))
    assert event.sessions.get(title="Sound check").starts_at == event.starts_at


def test_a_session_that_left_the_document_is_removed_when_ticked(event):
    version = newer(event, NOTE.replace("10:20-11:00 Risk analysis at small crossing points\n", ""))
    assert [one.title for one in take_over(version).sessions.all()] == ["Opening"]


def test_a_changed_text_is_taken_over_and_cites_the_new_document(event):
    old = event.sections.get()
    version = newer(event, NOTE.replace("customs officers.", "customs officers and border guards."))
    assert "border guards" not in old.body
    assert "border guards" in take_over(version).sections.get().body


def test_a_version_can_be_set_aside_and_is_then_decided(event):
    version = newer(event)
    actions.set_aside(version, by=None, at=timezone.now())
    for decide in (lambda: take_over(version, []), lambda: actions.set_aside(version, by=None, at=timezone.now())):
        with pytest.raises(Decided):
            decide()
    assert Event.objects.get().source == event.source


def test_whoever_saw_an_older_state_of_the_event_is_told(event):
    version = newer(event)
    actions.correct(event, title="Faster", by=None, at=timezone.now())
    with pytest.raises(ChangedMeanwhile):
        actions.apply_version(version, ["event.when"], seen=event.sequence, by=None, at=timezone.now())
    version.refresh_from_db()
    assert version.state == NoteState.WAITING


def test_a_refused_value_leaves_everything_as_it_was(event):
    version = newer(event, NEWER.replace("Date: 4 May 2027, 10:00-11:30, Tashkent time", "Date: to be agreed"))
    Event.objects.update(state=EventState.PUBLISHED)
    with pytest.raises(NotReady):
        take_over(version, list(offered(version)))
    assert Event.objects.get().source == event.source and Event.objects.get().sessions.count() == 2


def test_the_very_same_document_is_no_newer_version(event):
    with pytest.raises(SameDocument):
        newer(event, NOTE)


def test_an_event_from_before_drafts_were_kept_is_compared_with_a_fresh_reading_of_its_note(event):
    event.versions.update(drafted={})
    assert set(offered(newer(event))) == {"event.when", "session.1.times", "session.2.add"}


def test_taking_over_leaves_a_line_in_the_trail_without_its_words(event):
    take_over(newer(event))
    entry = AuditEntry.objects.get(action="version_applied")
    assert entry.details["changes"] == 3 and "Customs" not in str(entry.details)


def test_every_version_stays_with_its_document(event):
    first = event.source
    event = take_over(newer(event))
    assert [version.source for version in event.versions.all()] == [first, event.source]
