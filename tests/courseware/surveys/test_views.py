from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.surveys import actions, links
from courseware.surveys.models import Answer, Asked, Filled, Survey
from courseware.surveys.states import SurveyState
from events.registration.states import RegistrationState
from tests import factories
from tests.courseware.certificates.earning import complete

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def asked(person):
    survey = factories.survey(kind="follow_up")
    factories.survey_question(survey)
    return Asked.objects.create(survey=survey, person=person, at=NOW)


def name_of(survey):
    return f"q-{survey.questions.first().code}"


@pytest.fixture
def page(survey):
    return reverse("surveys:for_course", args=[survey.course.slug])


def test_whoever_reads_the_course_fills_in_its_evaluation(client, survey, person, page):
    client.force_login(person)
    assert b"Your answers are anonymous" in client.get(page).content
    assert client.post(page, {name_of(survey): "4"}).status_code == 302
    assert Answer.objects.get().number == 4
    assert b"Thank you. Your answers are kept, without your name." in client.get(page).content


def test_sending_twice_counts_once_and_says_so(client, survey, person, page):
    client.force_login(person)
    client.post(page, {name_of(survey): "4"})
    again = client.post(page, {name_of(survey): "1"})
    assert again.status_code == 422
    assert Answer.objects.get().number == 4


def test_an_empty_form_comes_back_with_the_reason(client, survey, person, page):
    client.force_login(person)
    answer = client.post(page, {name_of(survey): ""})
    assert answer.status_code == 422
    assert b"Answer at least one question." in answer.content


def test_what_is_not_offered_comes_back_and_keeps_nothing(client, survey, person, page):
    client.force_login(person)
    assert client.post(page, {name_of(survey): "9"}).status_code == 422
    assert not Filled.objects.exists()


def test_questions_are_in_the_readers_language(client, survey, page):
    client.force_login(factories.person(language="ru"))
    assert str(survey.questions.first().words["ru"]) in client.get(page).content.decode()


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("closed", 200)])
def test_what_is_not_open_takes_nothing(client, survey, person, page, state, status):
    Survey.objects.update(state=state)
    client.force_login(person)
    shown = client.get(page)
    assert (shown.status_code, b"<button>Send" in shown.content) == (status, False)


@pytest.mark.parametrize(("days", "status"), [(-1, 200), (1, 404)])
def test_whoever_is_confirmed_evaluates_an_event_that_has_begun(client, person, days, status):
    event = factories.event(starts_at=NOW + timedelta(days=days))
    factories.registration(event, person=person)
    factories.survey_question(factories.survey(event))
    client.force_login(person)
    assert client.get(reverse("surveys:for_event", args=[event.slug])).status_code == status


def test_whoever_only_waited_does_not_evaluate_an_event(client, person):
    event = factories.event(starts_at=NOW - timedelta(days=1))
    factories.registration(event, person=person, state=RegistrationState.WAITING)
    factories.survey(event)
    client.force_login(person)
    assert client.get(reverse("surveys:for_event", args=[event.slug])).status_code == 404


def path_of(asked):
    return "/surveys/" + links.by_letter(asked).rsplit("/", 2)[1] + "/"


def test_the_link_of_a_letter_works_without_signing_in(client, asked):
    assert client.get(path_of(asked)).status_code == 200
    assert client.post(path_of(asked), {name_of(asked.survey): "5"}).status_code == 302
    assert Filled.objects.get().person == asked.person
    assert b"Thank you" in client.get(path_of(asked)).content


def test_opening_the_link_changes_nothing(client, asked):
    client.get(path_of(asked))
    assert not Filled.objects.exists()
    assert Survey.objects.get().filled_count == 0


def test_the_page_behind_the_link_names_nobody_and_passes_its_address_to_nobody(client, asked):
    shown = client.get(path_of(asked))
    assert asked.person.name not in shown.content.decode()
    assert asked.person.email not in shown.content.decode()
    assert shown["Referrer-Policy"] == "strict-origin"


def test_the_link_serves_the_person_of_the_letter_whoever_is_signed_in(client, asked):
    client.force_login(factories.person())
    client.post(path_of(asked), {name_of(asked.survey): "5"})
    assert Filled.objects.get().person == asked.person


@pytest.mark.parametrize("token", ["open", "0123456789abcdef0123456789abcdef:forged"])
def test_a_token_that_we_did_not_sign_opens_nothing(client, asked, token):
    assert client.get(reverse("surveys:by_letter", args=[token])).status_code == 404


def test_the_link_ends_after_half_a_year(client, asked):
    Asked.objects.update(at=NOW - timedelta(weeks=27))
    assert client.get(path_of(asked)).status_code == 404


def test_the_link_of_somebody_who_was_erased_opens_nothing(client, asked):
    path = path_of(asked)
    asked.delete()
    assert client.get(path).status_code == 404


def test_evaluations_wait_for_those_who_took_part_until_they_are_filled_in(survey, person):
    assert list(Survey.objects.waiting_for(person, NOW)) == []
    complete(factories.module(survey.course), person)
    assert list(Survey.objects.waiting_for(person, NOW)) == [survey]
    actions.fill_in(survey, person=person, answers={survey.questions.get().code: 3}, at=NOW)
    assert list(Survey.objects.waiting_for(person, NOW)) == []


def test_closed_evaluations_wait_for_nobody(survey, person):
    complete(factories.module(survey.course), person)
    Survey.objects.update(state=SurveyState.CLOSED)
    assert not Survey.objects.waiting_for(person, NOW).exists()
