import pytest

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
    with django_assert_num_queries(6) as one:
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
