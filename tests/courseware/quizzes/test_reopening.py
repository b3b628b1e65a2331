"""When the text of a module changes, its questions are compared with it again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.errors import NoQuestions
from courseware.quizzes.models import Quiz
from courseware.quizzes.states import Review
from courseware.quizzes.tasks import reopen_changed_questions
from courseware.reading.actions import ModuleText, SectionText, correct_module
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
LATER = AT + timedelta(minutes=5)


@pytest.fixture
def section():
    quiz = factories.quiz(factories.module(sections=0))
    return factories.section(quiz.module, heading="The river", body="The river is long. It ends in the sea.")


@pytest.fixture
def question(section):
    return factories.question(section.module, section=section, passage="The river is long.")


def correct(section, *bodies: str) -> None:
    texts = [SectionText("Part", body, section.code if n == 0 else None) for n, body in enumerate(bodies)]
    correct_module(section.module, ModuleText({}, texts), by=None, at=AT)


def review_of(question) -> str:
    question.refresh_from_db()
    return question.review


def test_a_changed_passage_sends_its_question_back_to_review(section, question):
    correct(section, "The river is short. It ends in the sea.")
    assert actions.reopen_changed(section.module, by=None, at=LATER) == 1
    assert review_of(question) == Review.DRAFTED
    assert question.reviews.get().verdict == "reopened"


def test_a_change_elsewhere_in_the_text_leaves_the_question_alone(section, question):
    correct(section, "The river is\nlong. It ends in a lake.")
    assert actions.reopen_changed(section.module, by=None, at=LATER) == 0
    assert review_of(question) == Review.APPROVED


def test_a_passage_that_moved_to_another_section_takes_its_question_along(section, question):
    correct(section, "It ends in the sea.", "The river is long.")
    assert actions.reopen_changed(section.module, by=None, at=LATER) == 0
    assert review_of(question) == Review.APPROVED
    assert question.section.body == "The river is long."


def test_a_question_without_a_passage_has_none_to_lose(section):
    question = factories.question(section.module, passage="")
    correct(section, "Other words.")
    actions.reopen_changed(section.module, by=None, at=LATER)
    assert review_of(question) == Review.APPROVED


def test_no_try_holds_a_question_whose_passage_is_gone(section, question):
    correct(section, "The river is short.")
    with pytest.raises(NoQuestions):
        actions.start(Quiz.objects.get(), person=factories.person(), at=LATER)


def test_an_open_try_keeps_the_question_that_it_holds(section, question):
    attempt = actions.start(Quiz.objects.get(), person=factories.person(), at=AT)
    correct(section, "The river is short.")
    actions.reopen_changed(section.module, by=None, at=LATER)
    assert attempt.responses.count() == 1


def test_the_sweep_finds_what_was_changed_and_does_it_once(section, question):
    correct(section, "The river is short.")
    reopen_changed_questions()
    assert review_of(question) == Review.DRAFTED
    reopen_changed_questions()
    assert question.reviews.count() == 1


def test_approving_in_spite_of_a_lost_passage_lasts_until_the_text_changes_again(section, question):
    correct(section, "The river is short.")
    actions.review(question, Review.APPROVED, by=None, at=LATER)
    assert actions.reopen_changed(section.module, by=None, at=LATER) == 0
    assert review_of(question) == Review.APPROVED
    correct(section, "The river is shorter.")
    assert actions.reopen_changed(section.module, by=None, at=LATER) == 1
