from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from events.programme import actions
from events.programme.actions import uploads
from events.programme.errors import AlreadyHandedIn, NoDraftAnyMore
from events.programme.models import Event, NoteVersion
from events.programme.states import EventState, NoteState
from intake.actions import read_due
from intake.errors import Refused
from intake.models import SourceDocument
from intake.states import ReadingState
from tests import factories

pytestmark = pytest.mark.django_db
NOTE = b"# Customs in practice\n\nThe webinar is designed for customs officers.\n"


def hand_in(data: bytes = NOTE, **options) -> NoteVersion:
    return actions.hand_in("note.md", data, team=factories.team(), by=None, at=timezone.now(), **options)


def waiting(**fields) -> NoteVersion:
    """A document that the background has read, and of which nothing has been made yet."""
    source = factories.document("Customs in practice", "The webinar is designed for customs officers.", **fields)
    return NoteVersion.objects.create(team=factories.team(), source=source, created_at=timezone.now())


def test_a_small_file_is_a_draft_at_once():
    version = hand_in()
    assert version.state == NoteState.USED and version.event.title == "Customs in practice"
    assert version.drafted["values"]["title"] == "Customs in practice"


def test_a_refused_file_leaves_nothing():
    with pytest.raises(Refused):
        hand_in(b"")
    assert not NoteVersion.objects.exists() and not SourceDocument.objects.exists()


def test_what_the_background_has_read_becomes_a_draft_once():
    waiting()
    assert [actions.draft_read_notes(at=timezone.now()) for _ in range(2)] == [1, 0]
    assert Event.objects.get().source_id == NoteVersion.objects.get().source_id


def test_what_is_still_being_read_is_left_alone():
    waiting(state=ReadingState.READING)
    assert actions.draft_read_notes(at=timezone.now()) == 0


def test_what_the_background_refused_is_told_for_a_week():
    version = waiting(state=ReadingState.REFUSED, refusal=["empty", {}])
    actions.draft_read_notes(at=timezone.now())
    version.refresh_from_db()
    assert version.state == NoteState.REFUSED
    assert actions.forget_refused(at=timezone.now() + timedelta(days=6)) == 0
    assert actions.forget_refused(at=timezone.now() + timedelta(days=8)) == 1
    assert not SourceDocument.objects.exists()


def test_a_document_that_no_draft_can_be_made_of_does_not_hold_up_the_others(monkeypatch):
    bad, good = waiting(name="bad.txt"), waiting()
    real = uploads.first_draft

    def first_draft(version, **how):
        if version.pk == bad.pk:
            raise ValueError("no draft")
        return real(version, **how)

    monkeypatch.setattr(uploads, "first_draft", first_draft)
    actions.draft_read_notes(at=timezone.now())
    states = dict(NoteVersion.objects.values_list("pk", "state"))
    assert states == {bad.pk: NoteState.REFUSED, good.pk: NoteState.USED}


def test_a_longer_file_is_read_in_the_background_and_then_drafted():
    version = hand_in(NOTE + b"More words about the work.\n\n" * 20_000)
    assert version.state == NoteState.READING and version.event is None
    read_due(clock=timezone.now)
    assert actions.draft_read_notes(at=timezone.now()) == 1
    version.refresh_from_db()
    assert version.state in (NoteState.USED, NoteState.REFUSED) and version.source.is_finished


def test_the_same_document_makes_no_second_event_unasked():
    first = hand_in()
    again = partial(actions.hand_in, "copy.md", NOTE, team=first.team, by=None, at=timezone.now())
    with pytest.raises(AlreadyHandedIn, match="“Customs in practice”"):
        again()
    assert again(again=True).event != first.event


def test_a_newer_note_that_waits_is_not_taken_in_twice():
    event = hand_in().event
    newer = partial(actions.hand_in, "b.md", NOTE + b"More.\n", team=event.team, event=event, by=None)
    newer(at=timezone.now())
    with pytest.raises(AlreadyHandedIn):
        newer(at=timezone.now())
    actions.set_aside(event.versions.last(), by=None, at=timezone.now())
    assert newer(at=timezone.now()).state == NoteState.WAITING


def test_another_team_may_hand_in_the_same_document():
    assert hand_in().event != hand_in().event


def test_a_draft_made_by_mistake_is_discarded_with_its_document():
    event = hand_in().event
    actions.discard_draft(event, by=None, at=timezone.now())
    assert not Event.objects.exists() and not NoteVersion.objects.exists() and not SourceDocument.objects.exists()


def test_a_document_that_another_event_cites_is_kept():
    event = hand_in().event
    other = actions.draft_from(event.source, team=event.team, by=None, at=timezone.now())
    actions.discard_draft(event, by=None, at=timezone.now())
    assert Event.objects.get() == other and other.source.blocks.exists()


def test_an_event_that_people_have_seen_is_not_discarded():
    event = factories.event(state=EventState.DRAFT, published_at=timezone.now())
    with pytest.raises(NoDraftAnyMore):
        actions.discard_draft(event, by=None, at=timezone.now())
    assert Event.objects.exists()
