"""Sent twice at the same moment, and two sweeps at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.outbox.models import Letter
from courseware.surveys import actions
from courseware.surveys.errors import AlreadyFilledIn
from courseware.surveys.models import Answer, Asked, Filled, Survey
from tests import factories
from tests.courseware.test_at_once import PEOPLE, at_once

pytestmark = pytest.mark.django_db(transaction=True)
AT = timezone.now()


def test_a_form_sent_several_times_at_once_counts_once():
    survey, person = factories.survey(), factories.person()
    question = factories.survey_question(survey)

    def send(n: int) -> None:
        actions.fill_in(survey, person=person, answers={question.code: 1 + n % 5}, at=AT)

    assert at_once(send, AlreadyFilledIn) == ["done"] + ["refused"] * (PEOPLE - 1)
    assert (Filled.objects.count(), Answer.objects.count(), Survey.objects.get().filled_count) == (1, 1, 1)


def test_people_who_send_at_the_same_moment_are_all_counted():
    survey, people = factories.survey(), [factories.person() for _ in range(PEOPLE)]
    question = factories.survey_question(survey)

    def send(n: int) -> None:
        actions.fill_in(survey, person=people[n], answers={question.code: 3}, at=AT)

    assert at_once(send) == ["done"] * PEOPLE
    question.refresh_from_db()
    assert (question.asked, question.answers.count(), Survey.objects.get().filled_count) == (PEOPLE,) * 3


def test_several_sweeps_at_once_write_to_each_person_once():
    event = factories.event(starts_at=AT - timedelta(weeks=6))
    for _ in range(3):
        factories.registration(event)
    factories.survey_question(factories.survey(event, kind="follow_up", weeks=4))
    at_once(lambda n: actions.ask_due(at=AT))
    assert (Asked.objects.count(), Letter.objects.count(), Survey.objects.get().asked_count) == (3, 3, 3)
