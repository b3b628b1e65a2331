"""Answers changed afterwards: until the deadline, without losing the seat, never past a limit."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from events.programme.states import Admission, EventState
from events.registration import actions
from events.registration.errors import LimitReached, NotEditable
from events.registration.models import Answer, Quota, Registration, Rules
from events.registration.states import Kind, RegistrationState
from tests import factories
from tests.events.registration.test_attachments import PDF

pytestmark = pytest.mark.django_db
S = RegistrationState
CHOICES = [{"key": "red", "label": "Red"}, {"key": "blue", "label": "Blue"}]


def at_event(**fields):
    return factories.registration(factories.event(slug="webinar", **fields), country="KZ")


def edit(registration, given=(), *, at=None, **answers):
    at = at or timezone.now()
    return actions.edit(registration, answers=answers, given=given, by=registration.person, at=at)


def ask(event, label="Asked", kind=Kind.SHORT, **more):
    values = {"label": label, "kind": kind, "purpose": "To plan", "kept_days": 30, "choices": CHOICES} | more
    return actions.add_question(event, actions.QuestionValues(**values), by=None, at=timezone.now())


def limit(event, country, seats):
    Quota.objects.create(event=event, scope="country", value=country, limit=seats)
    event.has_limits = True
    event.save(update_fields=["has_limits"])


def test_answers_are_changed_and_the_trail_tells_which_but_not_what():
    row = at_event()
    question = ask(row.event, "Rank")
    edit(row, [actions.Given(question, "Major")], name="New Name")
    row.refresh_from_db()
    assert (row.name, row.answers.get().value, row.state) == ("New Name", "Major", S.CONFIRMED)
    assert AuditEntry.objects.get(action="registration_edited").details["fields"] == "name,question:rank"


def test_saving_without_a_change_changes_and_tells_nothing():
    row = at_event()
    edit(row, name=row.name, country="KZ")
    row.refresh_from_db()
    assert row.edited_at is None
    assert not AuditEntry.objects.filter(action="registration_edited").exists()


def test_after_the_deadline_of_the_rules_nothing_can_be_changed():
    row = at_event()
    Rules.objects.create(event=row.event, editable_until_hours=48)
    edit(row, name="In time", at=row.event.starts_at - timedelta(hours=48, seconds=1))
    with pytest.raises(NotEditable):
        edit(row, name="Too late", at=row.event.starts_at - timedelta(hours=48))


@pytest.mark.parametrize("fields", [{"state": S.WITHDRAWN}, {"state": S.DECLINED}])
def test_who_is_no_longer_registered_changes_nothing(fields):
    with pytest.raises(NotEditable):
        edit(factories.registration(**fields), name="New")


def test_a_cancelled_event_takes_no_changes():
    with pytest.raises(NotEditable):
        edit(at_event(state=EventState.CANCELLED), name="New")


def test_nobody_moves_into_a_full_country_by_changing_the_answers():
    row = at_event()
    limit(row.event, "TJ", 1)
    factories.registration(row.event, country="TJ")
    with pytest.raises(LimitReached):
        edit(row, country="TJ")
    row.refresh_from_db()
    assert row.country.code == "KZ"


def test_the_own_seat_does_not_stand_in_the_way_of_a_change():
    row = at_event()
    limit(row.event, "KZ", 1)
    assert edit(row, country="KZ", agency="Another").agency == "Another"


def test_leaving_a_full_country_seats_the_next_from_there():
    row = at_event()
    limit(row.event, "KZ", 1)
    waits = factories.registration(row.event, country="KZ", state=S.WAITING)
    edit(row, country="UZ")
    waits.refresh_from_db()
    assert waits.state == S.CONFIRMED


def test_somebody_who_waits_may_change_into_a_country_with_seats_and_gets_one():
    row = at_event()
    limit(row.event, "KZ", 1)
    waits = factories.registration(row.event, country="KZ", state=S.WAITING)
    assert edit(waits, country="UZ").event.people_waiting == 0
    waits.refresh_from_db()
    assert waits.state == S.CONFIRMED


def test_a_change_is_approved_again_where_the_rules_say_so_and_the_seat_is_kept():
    row = at_event(admission=Admission.APPROVAL, capacity=1)
    Rules.objects.create(event=row.event, approve_again=True)
    edit(row, name="New")
    row.refresh_from_db()
    assert (row.state, row.holds_seat, row.approved_at) == (S.PENDING, True, None)
    assert Letter.objects.filter(kind="registration_received").count() == 1


@pytest.mark.parametrize(("admission", "again"), [(Admission.APPROVAL, False), (Admission.OPEN, True)])
def test_elsewhere_a_confirmed_registration_stays_confirmed(admission, again):
    row = at_event(admission=admission)
    Rules.objects.create(event=row.event, approve_again=again)
    assert edit(row, name="New").state == S.CONFIRMED


def test_an_answer_to_a_question_asked_no_more_is_kept():
    row = at_event()
    question = ask(row.event)
    edit(row, [actions.Given(question, "said")])
    actions.retire_question(question, by=None, at=timezone.now())
    edit(row, name="New")
    assert row.answers.get().value == "said"


def test_an_answer_to_earlier_words_gives_way_to_the_one_given_anew():
    row = at_event()
    old = ask(row.event, "Old words")
    edit(row, [actions.Given(old, "said")])
    new = actions.change_question(old, actions.QuestionValues(label="New words"), by=None, at=timezone.now())
    edit(row, [actions.Given(new, "said anew")])
    assert [(answer.question, answer.value) for answer in row.answers.all()] == [(new, "said anew")]


def test_an_answer_that_is_emptied_is_gone():
    row = at_event()
    question = ask(row.event)
    edit(row, [actions.Given(question, "said")])
    edit(row, [])
    assert not row.answers.exists()


def test_confirming_the_same_answer_under_new_words_is_no_change():
    row = at_event()
    question = ask(row.event)
    Answer.objects.create(registration=row, question=question, value="said")
    new = actions.change_question(question, actions.QuestionValues(label="New"), by=None, at=timezone.now())
    edit(row, [actions.Given(new, "said")])
    row.refresh_from_db()
    assert (row.edited_at, row.answers.get().question) == (None, new)


@pytest.fixture
def person(client):
    row = at_event()
    client.force_login(row.person)
    return row


def own_form(row, **changes):
    return {name: str(getattr(row, name)) for name in ("name", "country", "agency", "position", "language")} | changes


def post(client, data):
    return client.post("/events/webinar/registered/edit/", data)


def test_the_page_shows_what_was_answered_and_saves_it(client, person):
    question = ask(person.event, kind=Kind.CHOICE)
    post(client, own_form(person, **{question.field_name: "blue"}))
    page = client.get("/events/webinar/registered/edit/").content.decode()
    assert 'value="blue"' in page.split("checked")[0][-120:]
    assert post(client, own_form(person, position="Chief", **{question.field_name: "red"})).status_code == 302
    person.refresh_from_db()
    assert (person.position, person.answers.get().value) == ("Chief", "red")


def test_a_file_handed_in_stays_when_nothing_else_is_chosen(client, person):
    question = ask(person.event, kind=Kind.FILE, required=True)
    post(client, own_form(person, **{question.field_name: SimpleUploadedFile("a.pdf", PDF)}))
    assert post(client, own_form(person, name="New")).status_code == 302
    assert person.answers.get().file.name == "a.pdf"


def test_the_page_after_the_deadline_says_so_and_takes_nothing(client, person):
    Rules.objects.create(event=person.event, editable_until_hours=24 * 30)
    assert "can no longer be changed" in client.get("/events/webinar/registered/edit/").content.decode()
    assert post(client, own_form(person, name="Late")).status_code == 422
    assert not Registration.objects.filter(name="Late").exists()


def test_the_address_and_the_consent_are_not_asked_again(client, person):
    page = client.get("/events/webinar/registered/edit/").content.decode()
    assert 'name="email"' not in page
    assert 'name="consent"' not in page


def test_a_category_that_came_with_an_invitation_is_not_the_persons_to_change(client, person):
    Rules.objects.create(event=person.event, categories=["participant", "observer"])
    Registration.objects.filter(pk=person.pk).update(route="invited", category="speaker")
    post(client, own_form(person, category="observer"))
    person.refresh_from_db()
    assert person.category == "speaker"


def test_somebody_without_a_registration_is_led_to_the_form(client, person):
    client.force_login(factories.person())
    assert client.get("/events/webinar/registered/edit/").url == "/events/webinar/register/"
