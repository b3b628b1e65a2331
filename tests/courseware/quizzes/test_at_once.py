"""Two tabs, a retry and a late line at once. On SQLite the one write lock parts them; on PostgreSQL the rules do."""

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.quizzes import actions, invariants
from courseware.quizzes.actions import attempts
from courseware.quizzes.errors import AttemptOver, RegradeDone, Superseded
from courseware.quizzes.models import Attempt, Response
from courseware.quizzes.states import Behaviour
from tests import factories
from tests.courseware.test_at_once import PEOPLE, at_once

pytestmark = pytest.mark.django_db(transaction=True)
AT = timezone.now()
MANY = tuple("BCDEFG")


def row() -> Response:
    """As a door fetches it."""
    return Response.objects.select_related("attempt__quiz", "question").get(position=1)


@pytest.fixture
def attempt():
    quiz = factories.quiz(behaviour=Behaviour.DEFERRED)
    factories.question(quiz.module, wrong=MANY)
    return actions.start(quiz, person=factories.person(), at=AT)


def test_a_quiz_started_in_several_tabs_is_one_attempt():
    quiz, person = factories.quiz(questions=3, attempts_allowed=1), factories.person()
    assert at_once(lambda _: actions.start(quiz, person=person, at=AT)) == ["done"] * PEOPLE
    assert (Attempt.objects.count(), Response.objects.count()) == (1, 3)


def test_a_tab_that_looked_before_another_began_goes_on_with_what_that_began(monkeypatch: pytest.MonkeyPatch):
    quiz, person = factories.quiz(questions=3, attempts_allowed=1), factories.person()
    begun = actions.start(quiz, person=person, at=AT)
    look, looks = attempts.open_attempt, []

    def too_early(*args: object, **moment: object) -> Attempt | None:
        looks.append(1)
        return None if len(looks) == 1 else look(*args, **moment)

    monkeypatch.setattr(attempts, "open_attempt", too_early)
    assert actions.start(quiz, person=person, at=AT) == begun


def test_of_answers_that_arrive_together_the_newest_stays(attempt):
    held = [row() for _ in range(PEOPLE)]
    at_once(lambda n: actions.save_answer(held[n], [n + 1], at=AT, sequence=n + 1), Superseded)
    assert (row().answer, row().sequence) == ([PEOPLE], PEOPLE)


def test_of_other_answers_under_the_same_number_one_stays_and_the_rest_are_told(attempt):
    held = [row() for _ in range(PEOPLE)]
    outcomes = at_once(lambda n: actions.save_answer(held[n], [n + 1], at=AT, sequence=1), Superseded)
    assert outcomes == ["done"] + ["refused"] * (PEOPLE - 1)


def test_the_same_answer_sent_many_times_is_kept_once_and_refused_to_nobody(attempt):
    held = [row() for _ in range(PEOPLE)]
    assert at_once(lambda n: actions.save_answer(held[n], [2], at=AT, sequence=1), Superseded) == ["done"] * PEOPLE


def test_handing_in_many_times_is_handing_in_once(attempt):
    held = [Attempt.objects.select_related("quiz__module", "person").get() for _ in range(PEOPLE)]
    assert at_once(lambda n: actions.submit(held[n], at=AT)) == ["done"] * PEOPLE
    assert AuditEntry.objects.filter(action="quiz_submitted").count() == 1


@pytest.mark.parametrize("_round", range(5))
def test_an_answer_that_meets_the_handing_in_either_counts_or_is_refused(attempt, _round):
    held = [row() for _ in range(PEOPLE)]
    other = Attempt.objects.select_related("quiz__module", "person").get()
    kept = []

    def act(n: int) -> None:
        if n == 2:
            actions.submit(other, at=AT)
        else:
            kept.append(actions.save_answer(held[n], [1], at=AT, sequence=n + 1).sequence)

    at_once(act, AttemptOver, Superseded)
    attempt.refresh_from_db()
    assert (attempt.mark, row().sequence) == ((1, max(kept)) if kept else (0, 0))
    assert list(invariants.broken()) == []


def test_an_answer_checked_in_several_tabs_is_one_try():
    quiz = factories.quiz(questions=1, behaviour=Behaviour.TRIES)
    attempt = actions.start(quiz, person=factories.person(), at=AT)
    actions.save_answer(row(), [2], at=AT, sequence=1)
    assert at_once(lambda _: actions.check_answer(attempt, 1, at=AT)) == ["done"] * PEOPLE
    assert len(row().tries) == 1


def test_a_regrade_applied_by_several_is_applied_once(attempt):
    actions.answer(attempt, 1, [2], at=AT)
    actions.submit(attempt, at=AT)
    regrade = actions.prepare_regrade(attempt.quiz, by=None, at=AT)
    outcomes = at_once(lambda _: actions.apply_regrade(regrade, by=None, at=AT), RegradeDone)
    assert outcomes == ["done"] + ["refused"] * (PEOPLE - 1)
