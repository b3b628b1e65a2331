from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from events.programme import actions
from events.programme.models import Event, NoteVersion
from events.programme.states import NoteState
from intake.states import ReadingState
from tests import factories
from tests.events.programme.test_actions_versions import NEWER, NOTE

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(team, organizer):
    return actions.draft_from_file("note.md", NOTE.encode(), team=team, by=organizer, at=timezone.now())


@pytest.fixture
def version(event, organizer):
    return actions.hand_in("new.md", NEWER.encode(), team=event.team, event=event, by=organizer, at=timezone.now())


def path(event, *rest) -> str:
    return "/".join([f"/desk/events/{event.slug}/document", *map(str, rest), ""])


def file(data: bytes | str, name: str = "note.md") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def reading(team, **fields) -> NoteVersion:
    source = factories.document(name="long.pdf", **({"state": ReadingState.READING, "steps": 40} | fields))
    return NoteVersion.objects.create(team=team, source=source, created_at=timezone.now())


def test_several_files_become_several_drafts_and_a_refused_one_is_named(desk, team):
    files = [file(NOTE), file(b"", "empty.md"), file("# Another workshop\n\nIt is held soon.\n", "other.md")]
    answer = desk.post("/desk/events/new/", {"file": files}, follow=True)
    text = answer.content.decode()
    assert Event.objects.filter(team=team).count() == 2
    assert "empty.md: This file is empty" in text and text.count("Check the draft") == 2


def test_where_no_file_can_be_read_the_form_names_each(desk, team):
    answer = desk.post("/desk/events/new/", {"file": [file(b"", "one.md"), file(b"", "two.md")]})
    assert answer.status_code == 422 and not NoteVersion.objects.exists()
    assert all(f"{name}: This file is empty" in answer.content.decode() for name in ("one.md", "two.md"))


def test_too_many_files_at_once_are_refused(desk, team):
    assert desk.post("/desk/events/new/", {"file": [file(NOTE)] * 21}).status_code == 422


def test_the_page_of_the_reading_asks_again_until_all_is_read(desk, team):
    version = reading(team, steps_done=10)
    where = f"/desk/events/new/{version.batch}/"
    text = desk.get(where).content.decode()
    assert 'hx-trigger="every 2s"' in text and '<meta http-equiv="refresh"' in text and 'value="10" max="40"' in text
    version.source.state = ReadingState.READ
    version.source.save()
    actions.draft_read_notes(at=timezone.now())
    piece = desk.get(where, headers={"HX-Request": "true"}).content.decode()
    assert "Check the draft" in piece and "every 2s" not in piece and "<html" not in piece


def test_a_file_that_the_background_refused_says_why(desk, team):
    version = reading(team, state=ReadingState.REFUSED, refusal=["empty", {}])
    actions.draft_read_notes(at=timezone.now())
    assert "This file is empty" in desk.get(f"/desk/events/new/{version.batch}/").content.decode()


def test_the_reading_of_another_team_is_not_found(desk, team):
    assert desk.get(f"/desk/events/new/{reading(factories.team()).batch}/").status_code == 404
    assert desk.get(f"/desk/events/new/{uuid4()}/").status_code == 404


def test_a_newer_document_leads_to_what_it_changes(desk, event):
    answer = desk.post(path(event), {"file": file(NEWER)}, follow=True)
    text = answer.content.decode()
    assert "What the newer document changes" in text and "New session “Questions of trainees”" in text
    assert "Tuesday, 4 May 2027, 10:00–11:30" in text and 'value="event.when" id="change-event.when" checked' in text


def test_what_both_changed_is_shown_with_all_three_and_not_ticked(desk, event):
    actions.correct(event, title="Our own title", by=None, at=timezone.now())
    text = desk.post(path(event), {"file": file(NOTE.replace("practice", "duty"))}, follow=True).content.decode()
    for words in ("Customs in practice", "Our own title", "Customs in duty", "Earlier document"):
        assert words in text
    assert 'id="change-event.title"><' in text


def test_ticked_changes_are_taken_over_and_the_page_says_so(desk, event, version):
    answer = desk.post(path(event, version.code), {"sequence": event.sequence, "change": ["event.when"]}, follow=True)
    assert "What you ticked is taken over." in answer.content.decode()
    event.refresh_from_db()
    assert event.source == version.source and event.sessions.count() == 2


def test_a_page_that_is_out_of_date_changes_nothing_and_says_so(desk, event, version):
    for sequence in ("77", "", "x"):
        answer = desk.post(path(event, version.code), {"sequence": sequence, "change": ["event.when"]})
        assert answer.status_code == 422 and "Nothing was changed" in answer.content.decode()
    version.refresh_from_db()
    assert version.state == NoteState.WAITING


def test_a_version_set_aside_leaves_the_event_as_it_was(desk, event, version):
    desk.post(path(event, version.code, "set-aside"))
    assert desk.get(path(event, version.code)).status_code == 302
    assert Event.objects.get().source == event.source


def test_the_versions_are_listed_with_checksum_and_who_handed_them_in(desk, event, version, organizer):
    text = desk.get(path(event)).content.decode()
    assert version.source.sha256 in text and event.source.sha256 in text and str(organizer) in text
    assert text.index("new.md") < text.index("note.md")


def test_the_original_is_saved_and_never_shown(desk, event):
    answer = desk.get(path(event, event.versions.get().code, "original"))
    assert answer.content == NOTE.encode()
    assert answer["Content-Type"] == "application/octet-stream" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'attachment; filename="note.md"'
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_version_of_another_event_is_not_found(desk, team, event, version):
    other = factories.event(team=team)
    for rest in ((version.code,), (version.code, "original")):
        assert desk.get(path(other, *rest)).status_code == 404


def test_a_refused_or_unchanged_document_is_explained(desk, event):
    for data, words in ((b"", "empty"), (NOTE.encode(), "no letter of it has changed")):
        answer = desk.post(path(event), {"file": file(data)})
        assert answer.status_code == 422 and words in answer.content.decode()
    assert NoteVersion.objects.count() == 1


def test_an_event_without_a_document_can_be_given_one(desk, team):
    event = factories.event(team=team, published=False)
    assert "was not made from a document" in desk.get(path(event)).content.decode()
    text = desk.post(path(event), {"file": file(NOTE)}, follow=True).content.decode()
    assert "What the newer document changes" in text


def test_a_document_handed_in_twice_is_asked_about_before_a_second_draft_is_made(desk, team):
    def send(**fields):
        return desk.post("/desk/events/new/", {"file": SimpleUploadedFile("note.md", NOTE.encode()), **fields})

    assert send().status_code == 302
    asked = send()
    assert asked.status_code == 422 and "handed in before, for “" in asked.content.decode()
    assert 'name="again"' in asked.content.decode()
    assert send(again="on").status_code == 302 and Event.objects.count() == 2


def test_a_draft_is_discarded_after_a_question(desk, event):
    assert "Discard the draft “" in desk.get(f"/desk/events/{event.slug}/discard/").content.decode()
    assert Event.objects.exists()
    assert desk.post(f"/desk/events/{event.slug}/discard/").headers["Location"] == "/desk/"
    assert not Event.objects.exists()
