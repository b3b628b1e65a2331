from datetime import UTC, datetime, timedelta

import pytest

from courseware.surveys import actions, invariants, personal_data, retention
from courseware.surveys.models import Answer, Asked, Filled, Question, Survey
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def person():
    """Somebody who has filled in a survey that was sent by letter."""
    person, survey = factories.person(), factories.survey(kind="follow_up")
    question = factories.survey_question(survey)
    Asked.objects.create(survey=survey, person=person, at=AT)
    Survey.objects.update(asked_count=1)
    actions.fill_in(survey, person=person, answers={question.code: 3}, at=AT)
    return person


def test_a_person_is_told_which_surveys_were_sent_and_filled_in(person):
    told = personal_data.collect(person)
    assert [row["on"] for row in told["surveys_filled_in"]] == ["2026-03-01"]
    assert len(told["surveys_sent"]) == 1


def test_forgetting_leaves_the_answer_and_the_figures(person):
    personal_data.forget(person)
    assert not Filled.objects.exists()
    assert not Asked.objects.exists()
    assert (Answer.objects.count(), Survey.objects.get().filled_count) == (1, 1)
    assert list(invariants.broken()) == []


def test_two_years_after_closing_nobody_is_named_any_more(person):
    assert retention.preview(AT) == {"survey_forms_forgotten": 0, "survey_letters_forgotten": 0}
    Survey.objects.update(state="closed", closed_at=AT - timedelta(days=731))
    assert retention.carry_out(AT) == {"survey_forms_forgotten": 1, "survey_letters_forgotten": 1}
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(
    ("model", "values", "broken"),
    [
        (Survey, {"filled_count": 0}, "survey_filled"),
        (Survey, {"asked_count": 0}, "survey_asked"),
        (Question, {"asked": 0}, "survey_answers"),
    ],
)
def test_counters_that_say_less_than_the_rows_are_found(person, model, values, broken):
    model.objects.update(**values)
    assert [each.invariant for each in invariants.broken()] == [broken]
