from datetime import UTC, datetime

import pytest
from django.utils.translation import gettext_lazy, override

from courseware.surveys import actions
from courseware.surveys.actions import QuestionText
from courseware.surveys.asking import in_every_language
from courseware.surveys.errors import NothingToAsk
from courseware.surveys.models import words_in
from courseware.surveys.states import SurveyKind, SurveyState
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("kind", SurveyKind)
def test_a_survey_begins_with_our_questions_in_every_language(kind):
    survey = actions.start(factories.course(), kind, by=None, at=AT)
    questions = list(survey.questions.standing())
    assert {question.kind for question in questions} == {"rating", "choice", "yes_no", "text"}
    assert all(set(question.words) == {"en", "ru"} for question in questions)
    assert all(len(set(map(len, question.choices.values()))) < 2 for question in questions)
    assert survey.state == SurveyState.DRAFT


def test_words_come_from_the_catalogues_of_each_language():
    told = in_every_language(gettext_lazy("yes"))
    assert told == {"en": "yes", "ru": "да"}


def test_beginning_twice_makes_one_survey():
    event = factories.event()
    first, second = (actions.start(event, SurveyKind.EVALUATION, by=None, at=AT) for _ in range(2))
    assert first == second
    assert second.questions.count() == 8


def test_words_are_those_of_the_reader_or_else_what_there_is():
    with override("ru"):
        assert words_in({"en": "Hello", "ru": "Привет"}, "") == "Привет"
        assert words_in({"en": "Hello", "ru": ""}, "") == "Hello"
        assert words_in({"kk": "Сәлем"}, "") == "Сәлем"
        assert words_in({}, "nothing") == "nothing"


def test_a_question_nobody_was_asked_is_changed_in_place():
    question = factories.survey_question(factories.survey())
    changed = actions.correct_question(question, QuestionText("text", {"en": "Why?"}), by=None, at=AT)
    assert (changed.pk, changed.kind, str(changed)) == (question.pk, "text", "Why?")


def test_a_question_that_was_asked_is_followed_by_a_new_one_in_its_place():
    survey = factories.survey()
    question, other = factories.survey_question(survey, asked=3), factories.survey_question(survey)
    changed = actions.correct_question(question, QuestionText("rating", {"en": "Anew"}), by=None, at=AT)
    assert changed.pk != question.pk
    assert list(survey.questions.standing()) == [changed, other]


@pytest.mark.parametrize(("asked", "left"), [(0, 0), (3, 1)])
def test_a_removed_question_stays_where_it_has_been_asked(asked, left):
    survey = factories.survey()
    actions.remove_question(factories.survey_question(survey, asked=asked), by=None, at=AT)
    assert (survey.questions.standing().count(), survey.questions.count()) == (0, left)


def test_questions_change_places_and_stay_at_the_ends():
    survey = factories.survey()
    first, second, third = (factories.survey_question(survey) for _ in range(3))
    actions.move_question(third, -1, by=None, at=AT)
    actions.move_question(first, -1, by=None, at=AT)
    assert list(survey.questions.standing()) == [first, third, second]


def test_a_survey_without_questions_is_not_opened():
    survey = factories.survey(state=SurveyState.DRAFT)
    with pytest.raises(NothingToAsk):
        actions.move(survey, SurveyState.OPEN, by=None, at=AT)


def test_closing_is_remembered_until_it_is_opened_again():
    survey = factories.survey()
    factories.survey_question(survey)
    for state, closed_at in ((SurveyState.CLOSED, AT), (SurveyState.OPEN, None)):
        actions.move(survey, state, by=None, at=AT)
        survey.refresh_from_db()
        assert (survey.state, survey.closed_at) == (state, closed_at)
