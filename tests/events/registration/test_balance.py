import pytest

from events.registration import actions
from events.registration.actions import QuotaValues
from events.registration.balance import balance
from events.registration.models import Answer
from tests import factories

pytestmark = pytest.mark.django_db
GENDERS = [{"key": "f", "label": "Woman"}, {"key": "m", "label": "Man"}]


@pytest.fixture
def event():
    return factories.event(slug="webinar", team=factories.team(organizer=factories.person(email="own@example.org")))


def wish(event, *rows):
    from_now = factories.at_noon()
    actions.set_quotas(event, [QuotaValues(*row) for row in rows], by=None, at=from_now)
    event.refresh_from_db()


def table(event, scope):
    return {row.label: row for one in balance(event) if one.scope == scope for row in one.rows.values()}


def test_each_state_is_counted_in_its_column(event):
    event.capacity = 3
    event.save()
    for state in ("confirmed", "confirmed", "pending", "waiting", "offered", "withdrawn", "declined"):
        factories.registration(event, country="KZ", state=state)
    row = table(event, "country")["Kazakhstan"]
    assert (row.confirmed, row.pending, row.waiting, row.held, row.seats) == (2, 1, 1, 1, 3)


def test_seats_kept_for_invitations_and_delegations_count_where_it_is_known_whose(event):
    factories.invitation(event, country="UZ", agency="Customs", holds_seat=True)
    factories.invitation(event, country="UZ", agency="Customs")
    factories.delegation(event, country="UZ", agency="", seats=4, seats_held=3)
    assert table(event, "country")["Uzbekistan"].held == 4
    assert table(event, "agency")["Customs"].held == 1


def test_spellings_of_one_agency_are_one_row_under_the_usual_one(event):
    for agency in ("Border service", "border  Service", "Border service"):
        factories.registration(event, agency=agency)
    assert {label: row.confirmed for label, row in table(event, "agency").items()} == {"Border service": 3}


def test_the_difference_to_the_target_is_told_and_its_own_goes_before_that_of_each(event):
    for country in ("KZ", "KZ", "UZ"):
        factories.registration(event, country=country)
    wish(event, ("country", "", 9, 3), ("country", "KZ", None, 1))
    rows = table(event, "country")
    assert [(rows[name].limit, rows[name].difference) for name in ("Kazakhstan", "Uzbekistan")] == [(None, 1), (9, -2)]
    assert (rows["Kazakhstan"].over, rows["Uzbekistan"].missing) == (1, 2)


def test_a_wish_for_somebody_who_has_not_come_is_a_row(event):
    wish(event, ("country", "MN", None, 2))
    assert table(event, "country")["Mongolia"].missing == 2


def test_gender_is_counted_only_where_the_form_asks(event):
    factories.registration(event)
    assert [one.scope for one in balance(event)] == ["country", "agency", "category"]


def test_gender_is_told_in_the_words_of_the_form_and_silence_is_counted(event):
    question = factories.form_question(event, key="gender", kind="choice", choices=GENDERS)
    for value in ("f", "f", "m", None):
        row = factories.registration(event)
        Answer.objects.create(registration=row, question=question, value=value)
    factories.registration(event)
    wish(event, ("gender", "f", None, 3))
    rows = table(event, "gender")
    assert {label: row.confirmed for label, row in rows.items()} == {"Woman": 2, "Man": 1, "Not said": 2}
    assert (rows["Woman"].missing, rows["Not said"].target) == (1, None)


def test_an_answer_to_the_newer_wording_of_a_question_counts_once(event):
    old = factories.form_question(event, key="level", kind="choice", choices=[], retired_at=factories.at_noon())
    new = factories.form_question(event, key="level", kind="choice", choices=[{"key": "b", "label": "Senior"}])
    row = factories.registration(event)
    Answer.objects.create(registration=row, question=old, value="a")
    Answer.objects.create(registration=row, question=new, value="b")
    assert {label: one.confirmed for label, one in table(event, "level").items()} == {"Senior": 1}


@pytest.fixture
def desk(client, event):
    client.force_login(event.team.members.get())
    return client


def test_the_page_leads_to_those_who_wait_for_approval(desk, event):
    factories.registration(event, country="TJ", state="pending")
    page = desk.get("/desk/events/webinar/registrations/balance/").content.decode()
    assert 'href="/desk/events/webinar/registrations/?state=pending">1 person waits for approval' in page
    assert "?state=pending&amp;country=TJ" in page


def test_an_event_without_anybody_says_what_to_do(desk):
    assert "Set limits and targets" in desk.get("/desk/events/webinar/registrations/balance/").content.decode()


def test_the_page_takes_the_same_queries_for_one_person_and_for_many(desk, event, django_assert_num_queries):
    factories.registration(event)
    wish(event, ("country", "", None, 3))
    with django_assert_num_queries(11) as one:
        desk.get("/desk/events/webinar/registrations/balance/")
    for country in ("KZ", "UZ", "TJ"):
        factories.registration(event, country=country, state="pending")
    with django_assert_num_queries(len(one)):
        desk.get("/desk/events/webinar/registrations/balance/")
