"""When an answer is judged, what a further try costs, and what certainty tells."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.errors import AnswerShown, NoAnswer, Superseded
from courseware.quizzes.states import Behaviour
from courseware.quizzes.views.results import certainty_of
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
THIRD = Fraction(1, 3)


def begun(behaviour, *, wrong=("B", "C", "D"), right=("A",), **settings):
    """An attempt at a quiz with one question, whose right choices have the first keys."""
    quiz = factories.quiz(behaviour=behaviour, **settings)
    factories.question(quiz.module, right=right, wrong=wrong)
    return actions.start(quiz, person=factories.person(), at=AT)


def test_with_feedback_at_the_end_nothing_is_judged_before():
    attempt = begun(Behaviour.DEFERRED)
    row = actions.answer(attempt, 1, [1], at=AT)
    assert (row.mark, row.is_right, row.closed, row.tries) == (None, None, False, [])
    assert actions.submit(attempt, at=AT).mark == 1


def test_with_feedback_at_once_the_first_answer_stays():
    attempt = begun(Behaviour.IMMEDIATE)
    row = actions.answer(attempt, 1, [2], at=AT)
    assert (row.mark, row.closed, row.tries[0]["answer"]) == (0, True, [2])
    with pytest.raises(AnswerShown):
        actions.answer(attempt, 1, [1], at=AT)


@pytest.mark.parametrize(("answers", "worth"), [([1], 1), ([2, 1], 2 * THIRD), ([2, 3, 1], THIRD), ([2, 3, 4], 0)])
def test_each_wrong_try_costs_a_third(answers, worth):
    attempt = begun(Behaviour.TRIES, tries=3)
    for key in answers:
        row = actions.answer(attempt, 1, [key], at=AT)
    assert (row.mark, row.closed, len(row.tries)) == (worth, True, len(answers))
    assert actions.submit(attempt, at=AT).mark == worth


def test_the_same_answer_sent_twice_is_one_try():
    attempt = begun(Behaviour.TRIES)
    for _ in range(2):
        row = actions.answer(attempt, 1, [2], at=AT)
    assert len(row.tries) == 1 and not row.closed


def test_what_was_changed_after_the_last_check_counts_as_another_try():
    attempt = begun(Behaviour.TRIES)
    actions.answer(attempt, 1, [2], at=AT)
    row = attempt.responses.select_related("attempt__quiz", "question").get()
    actions.save_answer(row, [1], at=AT, sequence=2)
    assert actions.submit(attempt, at=AT).mark == 2 * THIRD


def test_a_partly_right_last_try_is_worth_its_share_less_the_cost():
    attempt = begun(Behaviour.TRIES, right=("A", "B"), wrong=("C",), tries=2, penalty=Fraction(1, 4))
    actions.answer(attempt, 1, [3], at=AT)
    assert actions.answer(attempt, 1, [1], at=AT).mark == Fraction(1, 4)


def test_checking_needs_an_answer():
    with pytest.raises(NoAnswer):
        actions.check_answer(begun(Behaviour.TRIES), 1, at=AT)


def test_certainty_is_told_beside_the_mark_and_does_not_change_it():
    attempt = begun(Behaviour.CERTAINTY)
    actions.answer(attempt, 1, [1], at=AT, certainty=3)
    done = actions.submit(attempt, at=AT)
    told = certainty_of(list(done.responses.all()))
    assert (done.mark, done.passed, told["certainty_score"], told["certainty_most"]) == (1, True, 3, 3)


def test_a_sure_wrong_answer_costs_certainty_and_no_more_marks():
    attempt = begun(Behaviour.CERTAINTY)
    actions.answer(attempt, 1, [2], at=AT, certainty=3)
    done = actions.submit(attempt, at=AT)
    told = certainty_of(list(done.responses.all()))
    assert (done.mark, told["certainty_score"], told["bands"][2].verdict) == (0, -6, "over")


def test_a_changed_mind_about_certainty_is_another_answer():
    attempt = begun(Behaviour.CERTAINTY)
    row = attempt.responses.select_related("attempt__quiz", "question").get()
    actions.save_answer(row, [1], at=AT, sequence=1, certainty=1)
    with pytest.raises(Superseded):
        actions.save_answer(row, [1], at=AT, sequence=1, certainty=3)
    assert actions.save_answer(row, [1], at=AT + timedelta(1), sequence=2, certainty=3).certainty == 3
