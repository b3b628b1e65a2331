"""The draft beside its source: saved while it is being filled in, its words tied to its values."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from events.programme import actions
from events.programme.actions.placing import place_sessions
from events.programme.desk.passages import passages
from events.programme.models import Event
from events.programme.states import EventState
from intake.models import SourceBlock
from tests import factories
from tests.events.programme.test_desk_edit import VALUES

pytestmark = pytest.mark.django_db
PEOPLE = [{"name": "Aylin Demo", "role": "Director", "affiliation": "BSTC"}]


@pytest.fixture
def draft(team):
    return factories.event(team=team, published=False)


def drafted(team, text: bytes) -> Event:
    return actions.draft_from_file("note.md", text, team=team, by=None, at=timezone.now())


def autosave(desk, event, **values):
    data = VALUES | {"sequence": event.sequence} | values
    return desk.post(f"/desk/events/{event.slug}/edit/save/", data, headers={"HX-Request": "true"})


def page(desk, event) -> str:
    return desk.get(f"/desk/events/{event.slug}/edit/").content.decode()


def cited(event, block: int) -> dict[str, tuple[str, ...]]:
    """Words of a block → the values they are evidence for."""
    found = next(one for one in passages(event) if one.n == block)
    pieces = [*found.pieces, *(piece for row in found.rows for cell in row for piece in cell.pieces)]
    return {piece.text: piece.of for piece in pieces if piece.of}


def test_a_draft_saves_itself_and_says_so(desk, draft):
    answer = autosave(desk, draft, title="Written so far").content.decode()
    draft.refresh_from_db()
    assert draft.title == "Written so far" and "Saved at" in answer
    assert f'name="sequence" value="{draft.sequence}"' in answer


def test_what_is_right_is_saved_and_what_is_not_is_named(desk, draft):
    before = draft.starts_at
    answer = autosave(desk, draft, title="Kept", end="").content.decode()
    draft.refresh_from_db()
    assert (draft.title, draft.starts_at) == ("Kept", before)
    assert "Not saved yet:" in answer and "A date needs this as well." in answer


def test_a_form_that_somebody_else_overtook_saves_nothing(desk, draft):
    actions.correct(draft, title="Faster", by=None, at=timezone.now())
    for sequence in (0, "", "x"):
        assert "Not saved:" in autosave(desk, draft, title="Slower", sequence=sequence).content.decode()
    assert Event.objects.get().title == "Faster"


def test_an_event_that_people_can_open_does_not_save_itself(desk, team):
    event = factories.event(team=team)
    assert autosave(desk, event).status_code == 404
    assert "hx-post" not in page(desk, event)


def test_accepting_leads_on_only_when_nothing_is_wrong(desk, draft):
    assert not autosave(desk, draft, accept="yes", title="").has_header("HX-Redirect")
    draft.refresh_from_db()
    assert autosave(desk, draft, accept="yes")["HX-Redirect"] == f"/desk/events/{draft.slug}/"


def test_a_value_set_by_hand_loses_its_mark_at_once(desk, team):
    event = factories.event(team=team, published=False, source=factories.document("Old title"), evidence={"title": [1]})
    answer = autosave(desk, event, title="New").content.decode()
    assert '<span class="mark plain" id="mark-title" hx-swap-oob="true">entered by hand</span>' in answer


def test_origins_are_worn_as_marks(desk, team):
    evidence, origins = {"title": [1], "summary": [1]}, {"summary": "inferred"}
    source = factories.document("A title")
    text = page(desk, factories.event(team=team, source=source, evidence=evidence, origins=origins))
    assert 'data-value="title">stated · ¶ 1</a>' in text and 'data-value="summary">inferred · ¶ 1</a>' in text


def test_the_days_that_fit_an_incomplete_date_are_offered(desk, team):
    point = ["date_year_open", {"text": "Friday, 4 June", "candidates": "2027-06-04, 2032-06-04"}]
    event = factories.event(team=team, published=False, ends_at=None, open_points=[point], time_zone="Asia/Tashkent")
    Event.objects.update(starts_at=None)
    assert "Friday, 4 June 2027" in page(desk, event)
    autosave(desk, event, day="", which_day="2027-06-04")
    assert Event.objects.get().starts_at == datetime(2027, 6, 4, 5, tzinfo=UTC)


def test_stated_hours_wait_in_the_form_for_their_day_without_hindering(desk, team):
    point = ["event_time_waiting", {"text": "9:30 – 13:00"}]
    event = factories.event(team=team, published=False, ends_at=None, open_points=[point])
    Event.objects.update(starts_at=None)
    assert 'name="start" value="09:30"' in page(desk, event)
    answer = autosave(desk, event, day="", start="09:30", end="13:00", title="Kept").content.decode()
    assert "Not saved yet" not in answer and Event.objects.get().title == "Kept"


def test_stated_days_wait_in_the_form_for_their_zone(desk, team):
    point = ["no_time_zone", {"first": "2027-05-27", "last": "2027-05-28"}]
    event = factories.event(team=team, published=False, ends_at=None, open_points=[point])
    factories.session(event, starts_at=None, ends_at=None, stated_time="0930-1000 hrs")
    Event.objects.update(starts_at=None)
    shown = page(desk, event)
    assert 'name="day" value="2027-05-27"' in shown and 'name="last_day" value="2027-05-28"' in shown
    assert 'name="start" value="09:30"' in shown


def test_sessions_get_their_stated_times_when_the_event_gets_its_day(draft):
    for stated in ("10:00–10:20", "12.30", "1.30–2.00"):
        factories.session(draft, starts_at=None, ends_at=None, stated_time=stated)
    Event.objects.update(ends_at=datetime(2027, 5, 4, 10, tzinfo=UTC), starts_at=datetime(2027, 5, 4, 5, tzinfo=UTC))
    draft.refresh_from_db()
    place_sessions(draft)
    rows = [(f"{one.starts_at:%H:%M}", f"{one.ends_at:%H:%M}", one.origin) for one in draft.sessions.all()]
    assert rows == [("05:00", "05:20", ""), ("07:30", "08:30", "inferred"), ("08:30", "09:00", "")]


def test_sessions_of_an_event_of_several_days_are_not_placed_by_guess(draft):
    session = factories.session(draft, starts_at=None, ends_at=None, stated_time="10:00")
    draft.ends_at = draft.starts_at.replace(year=draft.starts_at.year + 1)
    place_sessions(draft)
    session.refresh_from_db()
    assert session.starts_at is None


def test_speakers_and_languages_are_typed_as_words(desk, draft):
    autosave(desk, draft, announced="Aylin Demo; Director; BSTC\nTimur Sample", languages="russian; Tajik, ru")
    draft.refresh_from_db()
    assert draft.announced == [*PEOPLE, {"name": "Timur Sample", "role": "", "affiliation": ""}]
    assert draft.languages == ["ru", "tg"]


@pytest.mark.parametrize(
    ("field", "value"), [("languages", "Klingon"), ("announced", f"{'x' * 200}; a"), ("venue", "x" * 301)]
)
def test_words_that_fit_no_value_are_explained(desk, draft, field, value):
    answer = desk.post(f"/desk/events/{draft.slug}/edit/", VALUES | {"sequence": 0, field: value})
    assert answer.status_code == 422 and field in answer.context["form"].errors


def test_place_languages_contact_and_speakers_are_on_the_page(client, team):
    event = factories.event(
        team=team, venue="Hall 2", languages=["en", "ru"], contact="a@example.org", announced=PEOPLE
    )
    text = client.get(f"/events/{event.slug}/").content.decode()
    for words in ("Hall 2", "English, Russian", "mailto:a@example.org", "<b>Aylin Demo</b>, Director, BSTC"):
        assert words in text


def test_days_and_figures_are_found_as_the_document_writes_them(team):
    source = factories.document("On 4 May 2027, 10:00-11:00, there are 40 places in 2040.")
    evidence, starts_at = {"starts_at": [1], "capacity": [1]}, datetime(2027, 5, 4, 5, tzinfo=UTC)
    event = factories.event(team=team, source=source, capacity=40, evidence=evidence, starts_at=starts_at)
    assert cited(event, 1) == {"4 May 2027": ("starts_at",), "10:00-11:00": ("starts_at",), "40": ("capacity",)}


def test_words_in_the_cells_of_a_table_are_marked_and_merged_cells_stay_merged(team):
    source = factories.document("x")
    rows = [["Venue", ""], ["Hall 2", "Hall 3"]]
    SourceBlock.objects.update(kind="table", rows=rows, spans=[[0, 0, 1, 2]])
    event = factories.event(team=team, source=source, venue="Hall 2", evidence={"venue": [1]})
    assert cited(event, 1) == {"Hall 2": ("venue",)}
    first, second = passages(event)[0].rows
    assert [(cell.colspan, cell.rowspan) for cell in first] == [(2, 1)] and len(second) == 2


def test_a_text_of_the_description_marks_nothing_but_is_found_by_its_passage(team):
    event = factories.event(team=team, source=factories.document("Some words."))
    section = factories.event_section(event, blocks=[1])
    assert cited(event, 1) == {} and passages(event)[0].of == (f"section-{section.code}",)


def test_a_day_for_registering_without_an_hour_is_asked_about_at_the_rules(desk, team):
    point = ["deadline_to_complete", {"day": "2027-05-01"}]
    event = factories.event(team=team, published=False, open_points=[point], state=EventState.DRAFT)
    text = page(desk, event)
    assert f'href="/desk/events/{event.slug}/registrations/rules/">The document names 1 May 2027' in text


def test_a_stated_zone_without_a_continent_is_offered_and_kept(desk, team):
    event = drafted(team, b"# Docks\n\nDate: 9 June 2027\n\nTime: 10:00-11:00 CEST\n")
    assert event.time_zone == "CET"
    assert '<option value="CET" selected>' in page(desk, event)


def test_the_kind_of_a_session_makes_no_session_inferred(team):
    text = b"# Docks\n\nDate: 9 June 2027\n\nTime zone: Asia/Tashkent\n\n## Agenda\n\n10:00-11:00 Opening remarks\n"
    assert drafted(team, text).sessions.get().origin == "stated"
