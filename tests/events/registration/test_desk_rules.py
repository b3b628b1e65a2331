from datetime import UTC, datetime

import pytest

from accounts.teams.models import Role
from events.programme.models import Event
from events.registration.models import Quota, Registration, Rules
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/desk/events/webinar/registrations/rules/"
VALUES = {
    "admission": "mixed",
    "registration_opens_at": "2027-04-01T09:00",
    "registration_closes_at": "2027-05-03T18:00",
    "capacity": "120",
    "offer_hours": "48",
    "promotes_until_hours": "6",
    "pending_holds_seat": "on",
    "categories": ["speaker", "participant"],
    "editable_until_hours": "12",
    "kept_days": "90",
    "evaluation_url": "https://survey.example.org/a",
}


@pytest.fixture
def event():
    team = factories.team(organizer=factories.person(email="own@example.org"))
    return factories.event(slug="webinar", team=team, starts_at=datetime(2027, 5, 4, 5, tzinfo=UTC), capacity=5)


@pytest.fixture
def desk(client, event):
    client.force_login(event.team.members.get())
    return client


def save(desk, **values):
    return desk.post(PAGE, VALUES | {"sequence": Event.objects.get().sequence} | values)


def test_what_is_saved_is_kept_and_shown_again(desk, event):
    assert save(desk).url == PAGE
    event, rules = Event.objects.get(), Rules.objects.get()
    assert (event.admission, event.capacity) == ("mixed", 120)
    assert event.registration_opens_at == datetime(2027, 4, 1, 4, tzinfo=UTC)
    assert (rules.offer_hours, rules.promotes_until_hours, rules.kept_days) == (48, 6, 90)
    assert (rules.pending_holds_seat, rules.approve_again, rules.names_hidden) == (True, False, False)
    assert rules.categories == ["participant", "speaker"]
    assert 'value="2027-05-03T18:00"' in desk.get(PAGE).content.decode()


def test_each_way_in_is_explained(desk):
    text = desk.get(PAGE).content.decode()
    assert text.count('name="admission"') == 5
    assert "you look at each one and approve or decline" in text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"admission": "everybody"}, "admission"),
        ({"capacity": "0"}, "capacity"),
        ({"capacity": "1"}, "capacity"),
        ({"offer_hours": "0"}, "offer_hours"),
        ({"promotes_until_hours": ""}, "promotes_until_hours"),
        ({"categories": ["guest"]}, "categories"),
        ({"kept_days": "4000"}, "kept_days"),
        ({"evaluation_url": "javascript:alert(1)"}, "evaluation_url"),
        ({"registration_closes_at": "soon"}, "registration_closes_at"),
        ({"registration_closes_at": "2027-05-05T10:00"}, "registration_closes_at"),
        ({"registration_closes_at": "2027-05-03T18:00Z"}, "registration_closes_at"),
        ({"registration_closes_at": "0001-01-01T00:00"}, "registration_closes_at"),
        ({"registration_opens_at": "2027-05-03T19:00"}, "registration_opens_at"),
    ],
)
def test_wrong_input_is_explained_at_its_field_and_nothing_is_saved(desk, event, wrong, field):
    factories.registration(event), factories.registration(event)
    answer = save(desk, **wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Rules.objects.exists() and Event.objects.get().capacity == 5


def test_an_empty_post_is_a_wrong_form(desk):
    assert desk.post(PAGE, {}).status_code == 422


def test_an_hour_that_clocks_skip_is_refused(desk):
    Event.objects.update(time_zone="Europe/Berlin")
    assert "skip that hour" in save(desk, registration_opens_at="2027-03-28T02:30").content.decode()


def test_more_seats_are_given_on_and_the_organizer_is_told_to_how_many(client, desk, event):
    Event.objects.update(capacity=0)
    row = factories.registration(Event.objects.get(), state="waiting", approved_at=event.created_at)
    save(desk, offer_hours="")
    assert Registration.objects.get(pk=row.pk).state == "confirmed"
    assert "1 person moved up from the waiting list" in client.get(PAGE).content.decode()


def test_whoever_saves_second_keeps_the_entries_and_is_told(desk, event):
    answer = save(desk, sequence=event.sequence + 1, capacity="77")
    assert answer.status_code == 422
    assert "Somebody else saved this event" in answer.content.decode() and 'value="77"' in answer.content.decode()


def test_limits_and_targets_are_added_for_countries_agencies_and_each_one(desk):
    rows = {"new-0-what": "country:KZ", "new-0-limit": "5", "new-2-what": "category:", "new-2-limit": "50"}
    agency = {"new-1-what": "agency:?", "new-1-agency": " Customs  Committee", "new-1-target": "4"}
    assert save(desk, **rows, **agency).status_code == 302
    assert set(Quota.objects.values_list("scope", "value", "limit", "target")) == {
        ("country", "KZ", 5, None), ("agency", "Customs Committee", None, 4), ("category", "", 50, None),
    }  # fmt: skip
    assert Event.objects.get().has_limits


def test_a_row_is_changed_or_removed_and_the_others_stay(desk, event):
    Quota.objects.create(event=event, scope="country", value="KZ", target=5)
    Quota.objects.create(event=event, scope="country", value="UZ", target=5)
    Quota.objects.create(event=event, scope="country", value="TJ", target=5)
    changed = {"quota-0-scope": "country", "quota-0-value": "KZ", "quota-0-target": "7"}
    removed = {"quota-1-scope": "country", "quota-1-value": "UZ", "quota-1-target": "5", "quota-1-remove": "on"}
    assert save(desk, **changed, **removed).status_code == 302
    assert set(Quota.objects.values_list("value", "target")) == {("KZ", 7), ("TJ", 5)}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"new-0-limit": "5"}, "Choose who this is about."),
        ({"new-0-what": "country:KZ"}, "Give seats at most, seats wished for, or both."),
        ({"new-0-what": "agency:?", "new-0-limit": "5"}, "Write the name of the agency."),
        ({"new-0-what": "country:XX", "new-0-limit": "5"}, "not one of the available choices"),
        ({"new-0-what": "country:KZ", "new-0-limit": "-1"}, "greater than or equal to 0"),
        ({"quota-0-scope": "gender", "quota-0-value": "f", "quota-0-limit": "5"}, "Only a target can be set here"),
        ({"quota-0-scope": "shoe_size", "quota-0-limit": "5"}, "not one of the available choices"),
    ],
)
def test_a_row_that_says_nothing_sensible_is_explained(desk, row, words):
    answer = save(desk, **row)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not Quota.objects.exists() and not Rules.objects.exists()


def test_a_limit_below_what_is_taken_is_refused_with_the_figure(desk, event):
    factories.registration(event, country="KZ"), factories.registration(event, country="KZ")
    answer = save(desk, **{"new-0-what": "country:KZ", "new-0-limit": "1"})
    assert answer.status_code == 422 and "Kazakhstan: 2 seats are taken or kept" in answer.content.decode()
    assert Event.objects.get().capacity == 5


def test_gender_can_be_wished_for_only_where_the_form_asks(desk, event):
    assert "gender:" not in desk.get(PAGE).content.decode()
    factories.form_question(event, key="gender", kind="choice", choices=[{"key": "f", "label": "Woman"}])
    assert 'value="gender:f">Woman' in desk.get(PAGE).content.decode()
    save(desk, **{"new-0-what": "gender:f", "new-0-target": "3"})
    assert 'aria-label="Woman: Seats wished for"' in desk.get(PAGE).content.decode()


def test_rules_are_the_organizers_alone(client, event):
    moderator = factories.person()
    factories.membership(event.team, moderator, role=Role.MODERATOR)
    client.force_login(moderator)
    assert client.get(PAGE).status_code == 404


def test_the_programme_leads_to_the_rules(desk):
    assert f'href="{PAGE}"' in desk.get("/desk/events/webinar/edit/").content.decode()
    assert f'href="{PAGE}"' in desk.get("/desk/events/webinar/").content.decode()
