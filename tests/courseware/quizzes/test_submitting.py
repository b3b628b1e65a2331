from datetime import timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.quizzes import actions, invariants
from courseware.quizzes.models import Attempt, Grade, Question, Quiz, Response
from courseware.quizzes.states import Behaviour, Review
from courseware.quizzes.tasks import hand_in_overdue
from courseware.reading.actions import mark_read
from courseware.reading.models import Course, Progress
from courseware.reading.states import Shown
from tests import factories
from tests.courseware.quizzes.kinds import RIGHT, of_every_kind
from tests.statements import statements

pytestmark = pytest.mark.django_db
AT = timezone.now()
HALF = Fraction(1, 2)


def taken(quiz, person, *answers, at=AT):
    """A finished attempt with these answers, from the first question on."""
    attempt = actions.start(quiz, person=person, at=at)
    for position, answer in enumerate(answers, 1):
        actions.answer(attempt, position, answer, at=at)
    return actions.submit(attempt, at=at)


@pytest.mark.parametrize("bank", [20, 60])
def test_submitting_twenty_questions_takes_at_most_twelve_queries_whatever_the_bank_holds(bank):
    quiz = factories.quiz(questions=bank, behaviour=Behaviour.DEFERRED)
    actions.set_slots(quiz, [actions.SlotText(count=20)], by=None, at=AT)
    attempt = actions.start(quiz, person=factories.person(), at=AT)
    attempt = Attempt.objects.select_related("quiz__module", "person").get(pk=attempt.pk)
    with statements() as found:
        actions.submit(attempt, at=AT)
    assert len(found) <= 12, "\n".join(found)


@pytest.mark.parametrize("bank", [20, 60])
def test_the_page_that_submits_takes_no_more_with_session_and_person(client, bank):
    quiz, person = factories.quiz(questions=bank, behaviour=Behaviour.DEFERRED), factories.person()
    actions.set_slots(quiz, [actions.SlotText(count=20)], by=None, at=AT)
    client.force_login(person)
    mark_read(quiz.module.sections.first(), person=person, at=AT)
    actions.start(quiz, person=person, at=AT)
    with statements() as found:
        client.post(f"/courses/{quiz.course.slug}/quizzes/{quiz.code}/submit/", {"anyway": "yes"})
    assert len(found) <= 12, "\n".join(found)


def test_what_was_begun_can_be_handed_in_when_the_course_is_closed_to_the_person(client):
    quiz, person = factories.quiz(questions=2, behaviour=Behaviour.DEFERRED), factories.person()
    client.force_login(person)
    attempt = actions.start(quiz, person=person, at=AT)
    Course.objects.update(state=Shown.DRAFT)
    answer = client.post(f"/courses/{quiz.course.slug}/quizzes/{quiz.code}/submit/", {"anyway": "yes"})
    attempt.refresh_from_db()
    assert (answer.status_code, attempt.submitted_at is not None) == (302, True)
    assert client.get(answer.url).status_code == 200


def test_marks_are_exact_and_partial():
    quiz = factories.quiz(behaviour=Behaviour.DEFERRED, pass_percent=100)
    for _ in range(3):
        factories.question(quiz.module, right=("A", "B", "C"), wrong=("D",))
    done = taken(quiz, factories.person(), [1, 2, 3], [1, 2, 3], [1])
    assert (done.mark, done.percent, done.passed, done.right_count) == (Fraction(7, 3), 77, False, 2)
    assert taken(quiz, factories.person(), *[[1, 2, 3]] * 3).passed


def test_the_module_is_told_of_the_result_and_keeps_a_pass():
    quiz, person = factories.quiz(questions=1, grade_method="last"), factories.person()
    assert [taken(quiz, person, [key]).passed for key in (2, 1, 2)] == [False, True, False]
    assert Progress.objects.get().quiz == "passed"
    assert Grade.objects.get().passed is False


@pytest.mark.parametrize(("method", "share"), [("highest", 1), ("last", 0), ("first", HALF), ("average", HALF)])
def test_the_grade_is_what_the_method_says(method, share):
    quiz, person = factories.quiz(questions=2, grade_method=method), factories.person()
    for answers in ([1], [2]), ([1], [1]), ([2], [2]):
        taken(quiz, person, *answers)
    assert Grade.objects.get().share == share
    assert Quiz.objects.with_standing(person).get().best == 100 * share


def test_another_grade_method_counts_all_grades_again():
    quiz, person = factories.quiz(questions=1, grade_method="highest"), factories.person()
    for key in (1, 2):
        taken(quiz, person, [key])
    actions.set_up_quiz(quiz.course, module=quiz.module, grade_method="last", by=None, at=AT)
    assert (Grade.objects.get().share, Quiz.objects.with_standing(person).get().is_passed) == (0, False)


def test_a_near_miss_is_flagged_for_the_organizer_and_counts_nothing():
    quiz = factories.quiz(behaviour=Behaviour.DEFERRED)
    questions = of_every_kind(quiz.course, quiz.module)
    right = [RIGHT[each.kind] if each.kind != "short" else "Amu Daria" for each in questions]
    assert taken(quiz, factories.person(), *right).mark == 7
    assert Response.objects.near_misses().get().answer == "Amu Daria"


def test_the_sweep_hands_in_what_is_overdue_with_what_was_saved():
    late = factories.quiz(questions=2, behaviour=Behaviour.DEFERRED, time_limit_minutes=10, pass_percent=50)
    attempt = actions.start(late, person=factories.person(), at=AT - timedelta(minutes=12))
    actions.answer(attempt, 1, [1], at=AT - timedelta(minutes=11))
    within = actions.start(late, person=factories.person(), at=AT - timedelta(minutes=10))
    open_ended = actions.start(factories.quiz(questions=1), person=factories.person(), at=AT - timedelta(days=9))
    assert actions.hand_in_overdue(at=AT) == 1
    attempt.refresh_from_db()
    assert (attempt.ended_by, attempt.passed, attempt.submitted_at) == ("clock", True, AT)
    assert set(Attempt.objects.open()) == {within, open_ended}
    assert AuditEntry.objects.get(action="quiz_submitted").actor is None
    hand_in_overdue()


def test_an_attempt_that_cannot_be_handed_in_holds_up_no_other(monkeypatch, caplog):
    quiz = factories.quiz(questions=1, time_limit_minutes=1)
    for _ in range(2):
        actions.start(quiz, person=factories.person(), at=AT - timedelta(hours=1))
    broken = Attempt.objects.order_by("pk").first().pk

    def fail_once(attempt, *, at, **known):
        assert attempt.pk != broken

    monkeypatch.setattr("courseware.quizzes.actions.results.tell", fail_once)
    assert actions.hand_in_overdue(at=AT) == 1
    assert Attempt.objects.open().get().pk == broken
    assert f"attempt {broken} could not be handed in" in caplog.text


def test_retiring_a_question_leaves_attempts_whole_and_asks_it_no_more():
    quiz, person = factories.quiz(questions=2), factories.person()
    attempt = actions.start(quiz, person=person, at=AT)
    question = attempt.responses.first().question
    for _ in range(2):
        actions.retire(question, by=None, at=AT)
    actions.answer(attempt, 1, [1], at=AT)
    assert actions.submit(attempt, at=AT).question_count == 2
    assert actions.start(quiz, person=person, at=AT).question_count == 1
    assert AuditEntry.objects.filter(action="question_retired").count() == 1
    actions.review(question, Review.APPROVED, by=None, at=AT)
    assert Question.objects.approved().count() == 2


def test_what_is_kept_of_attempts_holds_together():
    quiz, person = factories.quiz(questions=2), factories.person()
    for answers in ([1], [2]), ([1], [1]):
        taken(quiz, person, *answers)
    actions.start(quiz, person=person, at=AT)
    assert list(invariants.broken()) == []


@pytest.mark.parametrize(
    ("rows", "change", "broken"),
    [
        (Response, {"closed": False}, {"open_answers"}),
        (Response, {"mark": HALF}, {"wrong_total"}),
        (Attempt, {"percent": 3}, {"wrong_percent"}),
        (Attempt, {"question_count": 3}, {"wrong_count"}),
        (Grade, {"share": HALF}, {"wrong_grade"}),
        (Question, {"series": "00000000-0000-4000-8000-000000000000"}, {"two_standing", "asked_twice"}),
    ],
)
def test_what_does_not_hold_is_named(rows, change, broken):
    taken(factories.quiz(questions=2), factories.person(), [1], [1])
    if rows is Question:
        Question.objects.filter(pk=Question.objects.first().pk).update(version=2)
    rows.objects.update(**change)
    found = {each.invariant for each in invariants.broken()}
    assert found == broken and found <= set(invariants.SENTENCES)
