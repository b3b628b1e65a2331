"""Organisers and partners with what each of them does: drafted, shown, edited, compared."""

import pytest
from django.utils import timezone

from events.programme import actions
from events.programme.desk.passages import passages
from events.programme.drafting import draft_event
from events.programme.forms import EventForm
from events.programme.models import Event
from intake.readers import read
from tests import factories

pytestmark = pytest.mark.django_db
NOTE = """# A workshop on dry docks

The workshop is organised by the Federation of Dry Docks with the financial support of the Maritime Fund.

Date: 4 May 2027, 10:00-11:00, Tashkent time
"""
DOCKS, FUND = "Federation of Dry Docks", "Maritime Fund"
SUPPORT = "with the financial support of"


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def event(organizer):
    team = factories.team(organizer=organizer)
    return actions.draft_from_file("note.md", NOTE.encode(), team=team, by=organizer, at=timezone.now())


def saved(event: Event, **typed: str) -> Event:
    form = EventForm({"sequence": event.sequence, "title": "Docks", **typed}, event=event)
    assert form.is_valid(), form.errors
    return actions.correct(event, by=None, at=timezone.now(), **form.values())


def test_the_words_that_tell_a_part_are_kept_and_those_that_repeat_the_list_are_not(event):
    assert (event.organisers, event.partners) == ([DOCKS], [FUND])
    assert event.parts == {FUND: SUPPORT}


def test_the_part_stands_in_the_form_and_is_marked_in_the_source(client, organizer, event):
    client.force_login(organizer)
    page = client.get(f"/desk/events/{event.slug}/edit/").content.decode()
    assert f"{FUND}; {SUPPORT}</textarea>" in page
    marked = [piece.text for passage in passages(event) for piece in passage.pieces if "partners" in piece.of]
    assert marked == [SUPPORT, FUND]


def test_the_part_is_on_the_page_of_the_event(client):
    event = factories.event(partners=[FUND], parts={FUND: SUPPORT})
    page = client.get(f"/events/{event.slug}/").content.decode()
    assert f'<span class="soft">{SUPPORT}</span> <b>{FUND}</b>' in page


def test_a_part_is_typed_after_the_name(event):
    event = saved(event, organisers=f"{DOCKS}; host\nHarbour Office", partners="")
    assert event.organisers == [DOCKS, "Harbour Office"]
    assert event.parts == {DOCKS: "host"}


def test_a_part_alone_may_change_and_its_body_stays_cited(event):
    event = saved(event, organisers=DOCKS, partners=f"{FUND}; donor")
    assert event.parts == {FUND: "donor"} and "partners" in event.evidence


def test_a_part_goes_with_its_body(event):
    event = actions.correct(event, by=None, at=timezone.now(), partners=["Harbour Office"])
    assert event.parts == {}


def test_a_part_that_is_too_long_is_refused_in_words(event):
    form = EventForm({"sequence": 0, "title": "Docks", "partners": f"{FUND}; {'a' * 101}"}, event=event)
    assert "too long" in form.errors["partners"][0]
    assert "parts" not in form.sound_values() and form.sound_values()["organisers"] == []


def test_a_newer_note_offers_a_changed_part_and_takes_it_over(client, organizer, event):
    text = NOTE.replace(SUPPORT, "with the technical support of")
    version = actions.hand_in("b.md", text.encode(), team=event.team, event=event, by=None, at=timezone.now())
    client.force_login(organizer)
    page = client.get(f"/desk/events/{event.slug}/document/{version.code}/").content.decode()
    assert f"{FUND} – with the technical support of" in page
    actions.apply_version(version, ["event.parts"], seen=event.sequence, by=None, at=timezone.now())
    assert Event.objects.get().parts == {FUND: "with the technical support of"}


def test_a_note_drafted_before_parts_were_kept_differs_in_nothing_else(event):
    first = event.versions.get()
    del first.drafted["values"]["parts"]
    first.save()
    Event.objects.update(parts={})
    version = actions.hand_in("b.md", f"{NOTE}\n".encode(), team=event.team, event=event, by=None, at=timezone.now())
    (change,) = actions.changes_in(version)
    assert (change.key, change.ticked) == ("event.parts", True)


@pytest.mark.parametrize(
    ("said", "organisers", "partners"),
    [
        ("The workshop is held in partnership with the Sea Institute. Register here.", (), ("Sea Institute",)),
        ("Organiser: Training Centre, Almaty", ("Training Centre",), ()),
        ("The Second Workshop is organised by the Map Office.", ("Map Office",), ()),
        ("Travel costs are covered by the Ocean Fund.", (), ("Ocean Fund",)),
        ("The Map Office will act as host.", (), ("Map Office",)),
    ],
)
def test_bodies_are_read_whole_and_no_further(said, organisers, partners):
    draft = draft_event(read("note.md", f"# A workshop on maps\n\n{said}\n".encode()))
    assert (draft.organisers, draft.partners) == (organisers, partners)
