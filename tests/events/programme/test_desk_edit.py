from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from events.programme import actions
from events.programme.desk.passages import marked
from events.programme.models import Event
from intake.models import SourceDocument
from intake.readers.gate import LARGEST_BYTES
from tests import factories

pytestmark = pytest.mark.django_db
NOTE = Path(__file__).resolve().parents[3] / "seeds" / "concept-note.md"
VALUES = {
    "title": "Customs in practice",
    "summary": "What it is about.",
    "day": "2027-05-04",
    "start": "10:00",
    "end": "13:00",
    "time_zone": "Asia/Tashkent",
    "format": "online",
    "language": "ru",
    "organisers": "One\n- Two\n\n",
    "meeting_url": "https://meet.example.org/a",
}


@pytest.fixture
def draft(team, organizer):
    return actions.draft_from_file("note.md", NOTE.read_bytes(), team=team, by=organizer, at=timezone.now())


def upload(desk, data: bytes, name: str = "note.md", **fields):
    return desk.post("/desk/events/new/", {"file": SimpleUploadedFile(name, data)} | fields)


def save(desk, event, **values):
    data = VALUES | {"sequence": event.sequence} | values
    return desk.post(f"/desk/events/{event.slug}/edit/", data)


def test_an_uploaded_note_becomes_a_draft_to_check(desk, team):
    answer = upload(desk, NOTE.read_bytes())
    event = Event.objects.get(team=team)
    assert answer.url == f"/desk/events/{event.slug}/edit/"
    assert event.source.taken_in_by is not None


def test_whoever_organizes_for_several_teams_chooses_one_of_them(desk, team, organizer):
    second, foreign = factories.team(organizer=organizer), factories.team()
    assert upload(desk, NOTE.read_bytes(), team=foreign.pk).status_code == 422
    assert upload(desk, NOTE.read_bytes(), team=second.pk).status_code == 302
    assert Event.objects.get().team == second


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("note.md", b""),
        ("note.md", b"\x00\x01"),
        ("note.txt", b"a" * (LARGEST_BYTES + 1)),
        ("note.docx", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_a_refused_file_is_explained_in_the_form_and_nothing_is_kept(desk, team, name, data):
    answer = upload(desk, data, name)
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]
    assert not Event.objects.exists() and not SourceDocument.objects.exists()


def test_only_organizers_upload(client):
    client.force_login(factories.person())
    assert client.get("/desk/events/new/").status_code == 404


def test_the_form_stands_beside_the_numbered_passages(desk, draft):
    text = desk.get(f"/desk/events/{draft.slug}/edit/").content.decode()
    for n in (1, 5, 20):
        assert f'id="block-{n}"' in text
    assert 'href="#block-1" id="mark-title" data-value="title">stated · ¶ 1</a>' in text
    assert '<mark data-of="title">Border Challenges in Central Asia' in text
    assert '<span class="mark ask" id="mark-day">open</span>' in text


def test_an_open_point_leads_to_the_field_that_answers_it(desk, draft):
    text = desk.get(f"/desk/events/{draft.slug}/edit/").content.decode()
    assert f'href="/desk/events/{draft.slug}/edit/#id_day">No date was found.' in text
    assert 'id="id_day"' in text


def test_saving_reads_the_clock_in_the_zone_of_the_event(desk, team):
    event = factories.event(team=team, published=False)
    assert save(desk, event).status_code == 302
    event.refresh_from_db()
    assert event.starts_at == datetime(2027, 5, 4, 5, tzinfo=UTC) and event.ends_at == datetime(
        2027, 5, 4, 8, tzinfo=UTC
    )
    assert (event.organisers, event.language) == (["One", "Two"], "ru")


def test_what_was_saved_is_shown_again_unchanged(desk, team):
    event = factories.event(team=team, published=False)
    save(desk, event)
    form = desk.get(f"/desk/events/{event.slug}/edit/").context["form"]
    shown = {name: form[name].value() for name in ("day", "start", "end", "last_day")}
    assert [str(value) for value in shown.values()] == ["2027-05-04", "10:00:00", "13:00:00", "None"]
    text = desk.get(f"/desk/events/{event.slug}/edit/").content.decode()
    assert 'value="2027-05-04"' in text and 'value="10:00"' in text


def test_seats_and_the_time_of_registering_are_left_alone(desk, team):
    event = factories.event(team=team, published=False, capacity=7)
    assert save(desk, event, capacity="9", registration_closes_at="2027-05-03T18:00").status_code == 302
    event.refresh_from_db()
    assert (event.capacity, event.registration_closes_at) == (7, None)


def test_an_event_over_midnight_and_one_over_days_are_understood(desk, team):
    event = factories.event(team=team, published=False)
    save(desk, event, start="22:00", end="01:00")
    event.refresh_from_db()
    assert (event.ends_at - event.starts_at).total_seconds() == 3 * 3600
    save(desk, event, last_day="2027-05-06")
    event.refresh_from_db()
    assert event.ends_at == datetime(2027, 5, 6, 8, tzinfo=UTC)


def test_a_draft_can_be_saved_without_a_date(desk, team):
    event = factories.event(team=team, published=False)
    empty = dict.fromkeys(("day", "start", "end", "time_zone"), "")
    assert save(desk, event, **empty).status_code == 302
    event.refresh_from_db()
    assert (event.starts_at, event.ends_at, event.time_zone) == (None, None, "")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 251}, "title"),
        ({"day": "tomorrow"}, "day"),
        ({"day": ""}, "day"),
        ({"start": "25:00"}, "start"),
        ({"end": ""}, "end"),
        ({"end": "10:00"}, "end"),
        ({"time_zone": ""}, "time_zone"),
        ({"time_zone": "Asia/Atlantis"}, "time_zone"),
        ({"last_day": "2027-05-01"}, "last_day"),
        ({"meeting_url": "javascript:alert(1)"}, "meeting_url"),
        ({"meeting_url": "ftp://example.org"}, "meeting_url"),
        ({"day": "0001-01-01", "start": "00:00"}, "day"),
        ({"day": "1999-12-31"}, "day"),
        ({"day": "9999-12-31", "start": "23:00", "end": "22:00"}, "day"),
        ({"day": "2100-12-31", "last_day": "2101-01-01"}, "last_day"),
        ({"themes": "\n".join(map(str, range(61)))}, "themes"),
        ({"language": "xx"}, "language"),
        ({"time_zone": "Europe/Berlin", "day": "2027-03-28", "start": "02:30", "end": "04:00"}, "start"),
    ],
)
def test_wrong_input_is_explained_at_its_field_and_nothing_is_saved(desk, team, wrong, field):
    event = factories.event(team=team, published=False, seats_taken=3)
    answer = save(desk, event, **wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    event.refresh_from_db()
    assert event.sequence == 0


def test_the_last_day_of_the_years_allowed_is_kept(desk, team):
    event = factories.event(team=team, published=False)
    assert save(desk, event, day="2100-12-31", start="22:00", end="01:00").status_code == 302
    event.refresh_from_db()
    assert event.ends_at == datetime(2100, 12, 31, 20, tzinfo=UTC)


def test_an_empty_post_is_a_wrong_form(desk, team):
    event = factories.event(team=team)
    assert desk.post(f"/desk/events/{event.slug}/edit/", {}).status_code == 422
    assert desk.post("/desk/events/new/", {}).status_code == 422


def test_a_published_event_cannot_lose_its_date(desk, team):
    event = factories.event(team=team)
    answer = save(desk, event, day="", start="", end="")
    assert answer.status_code == 422
    assert "Set the date, the start and the end first." in answer.content.decode()


def test_whoever_saves_second_keeps_the_entries_and_is_told(desk, team):
    event = factories.event(team=team)
    actions.correct(event, title="Faster", by=None, at=timezone.now())
    answer = save(desk, event, title="Slower")
    assert answer.status_code == 422
    assert "Somebody else saved this event" in answer.content.decode() and "Slower" in answer.content.decode()


def test_a_point_is_left_as_it_is_by_its_place_and_code(desk, team):
    event = factories.event(team=team, open_points=[["no_speakers", {}]])
    where = f"/desk/events/{event.slug}/open-points/"
    for wrong in (
        {"point": "0", "code": "other"},
        {"point": "7", "code": "no_speakers"},
        {"point": "x"},
        {"point": "9" * 5000},
        {},
    ):
        assert desk.post(where, wrong).status_code == 404
    assert desk.get(where).status_code == 405
    desk.post(where, {"point": "0", "code": "no_speakers"})
    event.refresh_from_db()
    assert event.open_points == []


def test_the_edit_page_takes_the_same_queries_for_one_session_and_for_three(desk, team, django_assert_max_num_queries):
    event = factories.event(team=team, source=factories.document())
    factories.session(event, blocks=[1])
    with django_assert_max_num_queries(20) as first:
        desk.get(f"/desk/events/{event.slug}/edit/")
    for _ in range(2):
        factories.session(event, blocks=[2])
    with django_assert_max_num_queries(len(first)):
        desk.get(f"/desk/events/{event.slug}/edit/")


def test_words_are_marked_whatever_their_capitals_and_spaces():
    pieces = marked("We discuss THE  nexus, and more.", {"themes": {"The nexus"}})
    assert [(piece.text, piece.of) for piece in pieces] == [
        ("We discuss ", ()), ("THE  nexus", ("themes",)), (", and more.", ()),
    ]  # fmt: skip


def test_words_of_several_values_name_them_all_and_no_text_is_lost():
    text = "current threats and the nexus"
    pieces = marked(text, {"title": {"current threats", "(.*"}, "themes": {"threats and"}})
    assert "".join(piece.text for piece in pieces) == text
    assert [(piece.text, piece.of) for piece in pieces if piece.of] == [
        ("current ", ("title",)), ("threats", ("themes", "title")), (" and", ("themes",)),
    ]  # fmt: skip
