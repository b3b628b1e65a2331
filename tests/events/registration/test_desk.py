import re

import pytest

from accounts.teams.models import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event(slug="webinar", team=factories.team(organizer=factories.person(email="own@example.org")))


@pytest.fixture
def desk(client, event):
    client.force_login(event.team.members.get())
    return lambda **asked: client.post("/desk/events/webinar/registrations/", asked)


def come(event, **fields):
    return factories.registration(event, **fields)


def test_people_are_found_by_name_address_or_agency(event, desk):
    come(event, name="Aliya Umarova", agency="Customs Committee")
    come(event, name="Bakyt Asanov", agency="Border Service")
    page = desk(q="aliya customs").content.decode()
    assert "Aliya Umarova" in page
    assert "Bakyt Asanov" not in page


def test_the_list_can_be_narrowed_to_a_state(event, desk):
    come(event, name="Stays")
    come(event, name="Withdrew", state="withdrawn")
    page = desk(state="withdrawn").content.decode()
    assert "Withdrew" in page
    assert "Stays" not in page


def test_unproven_answers_are_not_shown(event, desk):
    come(event, name="Unproven", state="draft", person=None, email="x@example.org")
    assert "Unproven" not in desk().content.decode()


def test_an_unknown_state_or_page_is_answered_with_the_list(event, desk):
    come(event, name="Aliya")
    assert "Aliya" in desk(state="nonsense", page="999").content.decode()


def test_a_search_without_result_says_what_to_try(event, desk):
    assert "Try fewer words" in desk(q="nobody").content.decode()


def test_another_teams_organizer_learns_nothing(client, event):
    client.force_login(factories.team(organizer=factories.person()).members.get())
    assert client.get("/desk/events/webinar/registrations/").status_code == 404


def test_the_list_takes_the_same_queries_for_one_row_and_for_three(event, desk, django_assert_num_queries):
    come(event)
    with django_assert_num_queries(9) as one:
        desk()
    come(event), come(event)
    with django_assert_num_queries(len(one)):
        desk()


def test_names_stand_in_no_address(event, desk, client):
    come(event, name="Aliya Umarova")
    page = client.get("/desk/events/webinar/registrations/").content.decode()
    assert 'role="search" method="post"' in page


def test_a_long_list_is_leafed_through(event, desk, monkeypatch):
    monkeypatch.setattr("events.registration.desk.registrations.PER_PAGE", 1)
    come(event, name="Aliya"), come(event, name="Bakyt")
    assert "Bakyt" in desk(page="2").content.decode()
    assert "Page 1 of 2" in desk().content.decode()


def test_figures_count_confirmed_people_only(client, event, desk):
    come(event, country="KZ"), come(event, country="UZ"), come(event, country="UZ", state="withdrawn")
    page = client.get("/desk/events/webinar/figures/").content.decode()
    assert "Kazakhstan" in page
    assert "2 confirmed registrations" in page


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"country": "KZ"}, {"Aliya"}),
        ({"category": "observer"}, {"Bakyt"}),
        ({"route": "nominated"}, {"Bakyt"}),
        ({"country": "KZ", "state": "withdrawn"}, set()),
        ({"country": "Atlantis"}, {"Aliya", "Bakyt"}),
    ],
)
def test_the_list_is_narrowed_by_an_address_too(event, desk, client, narrowed, found):
    come(event, name="Aliya", country="KZ")
    come(event, name="Bakyt", country="UZ", category="observer", route="nominated")
    pages = (client.get("/desk/events/webinar/registrations/", narrowed), desk(**narrowed))
    for page in pages:
        assert {name for name in ("Aliya", "Bakyt") if f">{name}</a>" in page.content.decode()} == found


def test_a_form_with_nothing_chosen_finds_everybody(event, desk):
    come(event, name="Aliya")
    assert "Aliya" in desk(q="aliya", state="", country="", category="", route="").content.decode()


def test_words_are_never_read_from_an_address(event, client, desk):
    come(event, name="Aliya")
    assert "Aliya" in client.get("/desk/events/webinar/registrations/", {"q": "Bakyt"}).content.decode()


def test_those_who_wait_stand_in_line_with_their_places(event, desk):
    event.capacity = 0
    event.save()
    come(event, name="Zarina", state="waiting", queued_at=event.created_at)
    come(event, name="Aliya", state="waiting")
    page = desk(state="waiting").content.decode()
    assert page.index("Zarina") < page.index("Aliya")
    assert '<td class="number">2</td>' in page


def test_each_state_is_counted_and_leads_to_its_people(event, desk):
    come(event), come(event), come(event, state="withdrawn")
    page = desk().content.decode()
    assert 'href="/desk/events/webinar/registrations/?state=confirmed">Confirmed: 2</a>' in page
    assert "Withdrawn: 1" in page and "?state=pending" not in page


def test_the_desk_of_the_event_is_given_the_counts_alone(event, client, desk):
    come(event, name="Aliya", state="pending")
    answer = client.get("/desk/events/webinar/registrations/", headers={"HX-Request": "true"}).content.decode()
    assert "Waiting for approval: 1" in answer
    assert "Aliya" not in answer and "<html" not in answer


def test_only_those_who_can_be_decided_about_have_a_box_to_tick(event, desk):
    row, gone = come(event), come(event, state="withdrawn")
    page = desk().content.decode()
    assert f'value="{row.code}"' in page and f'value="{gone.code}"' not in page


def test_a_moderator_is_led_only_where_moderators_may_go(client, event):
    moderator, row = factories.person(), come(event)
    factories.membership(event.team, moderator, role=Role.MODERATOR)
    client.force_login(moderator)
    for path in ("", "balance/", f"{row.code}/"):
        text = client.get(f"/desk/events/webinar/registrations/{path}").content.decode()
        links = set(re.findall(r'href="(/desk/[^"]*)"', text))
        assert links and {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("words", ["каримова", "КАРИМОВА", "(старший)", "a+b@"])
def test_a_search_minds_neither_capitals_nor_signs_in_any_script(event, desk, words):
    come(event, name="Айгуль Каримова", agency="Таможня (старший)", email="a+b@example.org"), come(event, name="Bakyt")
    page = desk(q=words).content.decode()
    assert "Айгуль Каримова" in page
    assert "Bakyt" not in page
