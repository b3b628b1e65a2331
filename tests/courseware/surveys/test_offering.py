"""When an evaluation is asked for, and how the way to a certificate leads to it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.surveys import actions
from courseware.surveys.models import Filled, Survey
from courseware.surveys.states import SurveyState
from tests import factories
from tests.courseware.certificates.earning import complete, course_test, passed

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def page(survey):
    return reverse("surveys:for_course", args=[survey.course.slug])


def course_page(client, survey):
    return client.get(reverse("reading:course", args=[survey.course.slug])).content.decode()


def test_the_page_of_a_course_asks_once_every_module_is_complete(client, survey, person, page):
    client.force_login(person)
    one, two = factories.module(survey.course), factories.module(survey.course)
    complete(one, person)
    assert page not in course_page(client, survey)
    complete(two, person)
    assert page in course_page(client, survey)
    actions.fill_in(survey, person=person, answers={survey.questions.get().code: 3}, at=NOW)
    assert page not in course_page(client, survey)


def test_a_draft_module_and_a_language_version_are_not_waited_for(survey, person):
    module = factories.module(survey.course)
    factories.module(survey.course, state="draft")
    factories.module(survey.course, original=module, language="ru")
    complete(module, person)
    assert list(Survey.objects.waiting_for(person, NOW)) == [survey]


def test_whoever_has_handed_in_the_test_after_the_course_is_asked(survey, person):
    factories.module(survey.course)
    passed(course_test(survey.course), person, passed=False)
    assert list(Survey.objects.waiting_for(person, NOW)) == [survey]


@pytest.mark.parametrize(("days", "waits"), [(-1, True), (1, False)])
def test_whoever_began_a_course_is_asked_once_its_event_is_over(survey, person, days, waits):
    day = NOW + timedelta(days=days)
    survey.course.event = factories.event(starts_at=day - timedelta(hours=3), ends_at=day)
    survey.course.save()
    module = factories.module(survey.course)
    assert not Survey.objects.waiting_for(person, NOW).exists()
    module.progress.create(person=person, started_at=NOW, at=NOW)
    assert Survey.objects.waiting_for(person, NOW).exists() == waits


def test_nobody_is_asked_about_a_course_without_a_published_module(survey, person):
    assert not Survey.objects.waiting_for(person, NOW).exists()


def test_the_form_can_be_filled_in_before_it_is_asked_for(client, survey, person, page):
    factories.module(survey.course)
    client.force_login(person)
    assert client.post(page, {f"q-{survey.questions.get().code}": "4"}).status_code == 302


def missing(client, subject, kind):
    return client.get(reverse(f"certificates:missing_of_{kind}", args=[subject.slug])).content.decode()


def test_the_way_to_a_certificate_leads_to_the_form_from_the_beginning(client, survey, person, page):
    factories.award(survey.course, evaluation=True)
    client.force_login(person)
    assert f'<a href="{page}">fill in the evaluation form' in missing(client, survey.course, "course")


def test_the_way_to_a_certificate_leads_to_no_closed_form(client, survey, person, page):
    factories.award(survey.course, evaluation=True)
    Survey.objects.update(state=SurveyState.CLOSED)
    client.force_login(person)
    told = missing(client, survey.course, "course")
    assert page not in told and "the evaluation form is not open at present" in told


def test_whoever_filled_in_a_form_that_was_closed_since_misses_nothing(client, survey, person):
    factories.award(survey.course, evaluation=True)
    Filled.objects.create(survey=survey, person=person, on=NOW.date())
    Survey.objects.update(state=SurveyState.CLOSED)
    client.force_login(person)
    assert "not open at present" not in missing(client, survey.course, "course")


@pytest.mark.parametrize(("days", "is_led"), [(-1, True), (1, False)])
def test_the_way_to_the_certificate_of_an_event_leads_to_its_form_once_it_has_begun(client, person, days, is_led):
    event = factories.event(starts_at=NOW + timedelta(days=days))
    factories.registration(event, person=person)
    factories.award(event, evaluation=True)
    factories.survey(event)
    client.force_login(person)
    page = reverse("surveys:for_event", args=[event.slug])
    assert (page in missing(client, event, "event")) == is_led == (client.get(page).status_code == 200)
