"""The event's own questions on the registration form: every kind judged, conditions held, answers kept and readable."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.registration import actions, asking
from events.registration.models import Answer, Attachment, Registration, Rules
from events.registration.states import Kind
from tests import factories
from tests.events.registration.test_attachments import PDF
from tests.events.registration.test_views import FORM

pytestmark = pytest.mark.django_db
CHOICES = [{"key": "red", "label": "Red"}, {"key": "blue", "label": "Blue"}]


@pytest.fixture
def event():
    return factories.event(slug="webinar")


def ask(event, kind, label="Asked", **more):
    values = {"purpose": "To plan", "kept_days": 30, "choices": CHOICES} | more
    return actions.add_question(
        event, actions.QuestionValues(kind=kind, label=label, **values), by=None, at=timezone.now()
    )


def register(client, **answers):
    return client.post("/events/webinar/register/", FORM | answers)


def said(question):
    return Answer.objects.get(question=question).value


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "read"),
    [
        (Kind.SHORT, " a <b>word</b> ", "a <b>word</b>", "a <b>word</b>"),
        (Kind.LONG, "two\nlines", "two\nlines", "two\nlines"),
        (Kind.NUMBER, "1 234,50", "1234.50", "1234.50"),
        (Kind.NUMBER, "-0.000001", "-0.000001", "-0.000001"),
        (Kind.CHOICE, "blue", "blue", "Blue"),
        (Kind.CHOICES, ["blue", "red"], ["blue", "red"], "Blue, Red"),
        (Kind.YES_NO, "no", False, "no"),
        (Kind.DATE, "2027-02-28", "2027-02-28", "28 February 2027"),
        (Kind.COUNTRY, "TJ", "TJ", "Tajikistan"),
        (Kind.AGENCY, "Customs", "Customs", "Customs"),
        (Kind.PHONE, "+998 (71) 123-45-67", "+998 (71) 123-45-67", "+998 (71) 123-45-67"),
        (Kind.EMAIL, "chief@example.org", "chief@example.org", "chief@example.org"),
    ],
)
def test_every_kind_is_kept_as_it_was_said(client, event, kind, typed, kept, read):
    question = ask(event, kind, required=True)
    assert register(client, **{question.field_name: typed}).status_code == 302
    assert said(question) == kept
    assert asking.readable(Answer.objects.get()) == read


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Kind.SHORT, "x" * 301),
        (Kind.NUMBER, "many"),
        (Kind.NUMBER, "NaN"),
        (Kind.NUMBER, "1" * 30),
        (Kind.CHOICE, "green"),
        (Kind.CHOICES, ["red", "green"]),
        (Kind.YES_NO, "perhaps"),
        (Kind.DATE, "2027-02-30"),
        (Kind.DATE, "0001-01-01"),
        (Kind.COUNTRY, "XX"),
        (Kind.PHONE, "12345"),
        (Kind.EMAIL, "nobody"),
    ],
)
def test_what_no_answer_can_be_is_refused_and_nothing_is_kept(client, event, kind, typed):
    question = ask(event, kind)
    assert register(client, **{question.field_name: typed}).status_code == 422
    assert not Registration.objects.exists()


@pytest.mark.parametrize("kind", Kind.values)
def test_a_question_that_must_be_answered_is_asked_for(client, event, kind):
    question = ask(event, kind, required=True)
    page = register(client)
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {question.field_name}


@pytest.mark.parametrize("kind", Kind.values)
def test_one_that_may_be_left_empty_leaves_no_answer(client, event, kind):
    ask(event, kind)
    assert register(client).status_code == 302
    assert not Answer.objects.exists()


def test_a_file_is_kept_with_the_draft_and_stays_when_the_form_is_sent_again(client, event):
    question = ask(event, Kind.FILE, required=True)
    register(client, **{question.field_name: SimpleUploadedFile("letter.pdf", PDF)})
    assert "letter.pdf" in client.get("/events/webinar/register/").content.decode()
    assert register(client, name="Another name").status_code == 302
    assert Answer.objects.get().file.name == "letter.pdf"
    assert Attachment.objects.count() == 1


def test_a_file_may_be_replaced_or_taken_out_again(client, event):
    question = ask(event, Kind.FILE)
    register(client, **{question.field_name: SimpleUploadedFile("one.pdf", PDF)})
    register(client, **{question.field_name: SimpleUploadedFile("two.pdf", PDF)})
    assert Answer.objects.get().file.name == "two.pdf"
    register(client, **{question.field_name + "-drop": "on"})
    assert not Answer.objects.exists()


def test_a_file_that_is_none_of_those_taken_is_refused_in_words(client, event):
    question = ask(event, Kind.FILE)
    page = register(client, **{question.field_name: SimpleUploadedFile("letter.pdf", b"<html>")})
    assert page.status_code == 422
    assert "Only PDF, JPEG, PNG and DOCX" in page.content.decode()
    assert not Attachment.objects.exists()


def test_somebody_whose_form_comes_back_is_told_to_choose_the_file_again(client, event):
    question = ask(event, Kind.FILE)
    page = register(client, country="", **{question.field_name: SimpleUploadedFile("letter.pdf", PDF)})
    assert "choose the file again" in page.content.decode()


def conditional(event, **more):
    first = ask(event, Kind.YES_NO, "Do you need interpretation?")
    condition = {"shown_if_key": first.key, "shown_if_value": "yes"}
    return first, ask(event, Kind.SHORT, "Into which language?", required=True, **condition, **more)


def test_a_question_whose_condition_does_not_hold_need_not_be_answered_and_keeps_nothing(client, event):
    first, second = conditional(event)
    assert register(client, **{first.field_name: "no", second.field_name: "Tajik"}).status_code == 302
    assert [answer.question for answer in Answer.objects.all()] == [first]


def test_a_question_whose_condition_holds_must_be_answered(client, event):
    first, second = conditional(event)
    assert register(client, **{first.field_name: "yes"}).status_code == 422
    assert register(client, **{first.field_name: "yes", second.field_name: "Tajik"}).status_code == 302


def test_what_hangs_on_a_question_that_is_not_asked_is_not_asked_either(client, event):
    first, second = conditional(event, choices=[])
    third = ask(event, Kind.CHOICE, "Which of them?", shown_if_key=first.key, shown_if_value="yes")
    last = ask(event, Kind.SHORT, "Why?", required=True, shown_if_key=third.key, shown_if_value="red")
    posted = {first.field_name: "no", third.field_name: "red", second.field_name: "", last.field_name: ""}
    assert register(client, **posted).status_code == 302
    assert [answer.question for answer in Answer.objects.all()] == [first]


def test_the_page_says_beside_each_question_what_for_how_long_and_when(client, event):
    conditional(event, section="On <the> day")
    page = client.get("/events/webinar/register/").content.decode()
    assert "Asked for: To plan; deleted 30 days after the event." in page
    assert "Only if you answered “Yes” to “Do you need interpretation?”." in page
    assert "On &lt;the&gt; day</h2>" in page


def test_words_of_an_organizer_are_shown_as_words(client, event):
    evil = "<script>alert(1)</script>"
    ask(
        event,
        Kind.CHOICE,
        evil,
        help=evil,
        purpose=evil,
        section=evil,
        choices=[{"key": k, "label": evil + k} for k in "ab"],
    )
    assert evil not in client.get("/events/webinar/register/").content.decode()


def test_an_answer_to_words_that_were_changed_meanwhile_is_not_taken_for_one_to_the_new(client, event):
    question = ask(event, Kind.YES_NO, "Do you agree?")
    old_name = question.field_name
    actions.change_question(question, actions.QuestionValues(label="Do you disagree?"), by=None, at=timezone.now())
    page = register(client, **{old_name: "yes"})
    assert page.status_code == 422
    assert "have just changed this form" in page.content.decode()


def test_people_choose_a_category_where_the_rules_offer_several(client, event):
    Rules.objects.create(event=event, categories=["participant", "observer"])
    assert register(client).status_code == 422
    assert register(client, category="speaker").status_code == 422
    assert register(client, category="observer").status_code == 302
    assert Registration.objects.get().category == "observer"


def test_the_only_category_on_offer_is_given_without_asking(client, event):
    Rules.objects.create(event=event, categories=["observer"])
    assert "You take part as" not in client.get("/events/webinar/register/").content.decode()
    register(client, category="speaker")
    assert Registration.objects.get().category == "observer"


def test_on_a_shared_machine_own_answers_are_not_shown_to_the_next_person(client, event):
    question = ask(event, Kind.SHORT)
    register(client, **{question.field_name: "a secret"})
    assert "a secret" in client.get("/events/webinar/register/").content.decode()
    client.force_login(factories.person())
    assert "a secret" not in client.get("/events/webinar/register/").content.decode()


def queries_of_the_form(client):
    with CaptureQueriesContext(connection) as seen:
        client.get("/events/webinar/register/")
    return len(seen)


def test_more_questions_cost_no_more_queries(client, event):
    queries_of_the_form(client)
    before = queries_of_the_form(client)
    for n in range(5):
        ask(event, Kind.CHOICE, f"Question {n}")
    assert queries_of_the_form(client) == before


def test_the_answers_of_somebody_signed_in_come_along_with_the_seat(client, event):
    question, person = ask(event, Kind.CHOICES), factories.person()
    client.force_login(person)
    form = {name: value for name, value in FORM.items() if name != "email"}
    client.post("/events/webinar/register/", form | {question.field_name: ["red"]})
    assert Registration.objects.of(person).live().get().answers.get().value == ["red"]
