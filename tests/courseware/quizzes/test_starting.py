"""What is decided when an attempt starts: whether it may, which questions, in which order, and until when."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.actions import SlotText
from courseware.quizzes.errors import (
    AskedElsewhere,
    BankTooSmall,
    NoAttemptsLeft,
    NoQuestions,
    NotOfCourse,
    QuizClosed,
    WaitFirst,
)
from courseware.quizzes.models import Quiz, Tag
from courseware.quizzes.states import Behaviour, Purpose, Review
from tests import factories
from tests.courseware.quizzes.kinds import of_every_kind

pytestmark = pytest.mark.django_db
AT = timezone.now()


def later(**time):
    return AT + timedelta(**time)


@pytest.fixture
def person():
    return factories.person()


@pytest.fixture
def bank():
    """A course with two modules of three questions each; the first of each is tagged and easy."""
    course = factories.course()
    for module in (factories.module(course), factories.module(course)):
        first, *_ = [factories.question(module, difficulty=3 - (n == 0)) for n in range(3)]
        actions.tag([first], ["law"], by=None, at=AT)
    return course


def a_test(course, *slots, **fields):
    quiz = factories.course_test(course, **fields)
    actions.set_slots(quiz, slots, by=None, at=AT)
    return quiz


def asked(attempt):
    return [row.question for row in attempt.responses.select_related("question")]


def finish(quiz, person, at=AT):
    return actions.submit(actions.start(quiz, person=person, at=at), at=at)


def test_a_test_asks_what_its_slots_say_in_their_order(bank, person):
    tag, question = Tag.objects.get(), bank.questions.last()
    quiz = a_test(bank, SlotText(question, points=Fraction(2)), SlotText(tag=tag, count=2, points=Fraction(1, 2)))
    attempt = actions.start(quiz, person=person, at=AT)
    first, *drawn = attempt.responses.all()
    assert (first.question, first.max_mark, first.is_drawn) == (question, 2, False)
    assert [(row.max_mark, row.is_drawn) for row in drawn] == [(Fraction(1, 2), True)] * 2
    assert {row.question for row in drawn} == set(tag.questions.all())
    assert (attempt.question_count, attempt.max_mark) == (3, 3)


@pytest.mark.parametrize("rounds", [1, 2])
def test_a_draw_takes_what_the_person_has_met_least_often(bank, person, rounds):
    quiz = a_test(bank, SlotText(count=3))
    met = [question.pk for _ in range(2 * rounds) for question in asked(finish(quiz, person))]
    assert {met.count(question.pk) for question in bank.questions.all()} == {rounds}


def test_a_corrected_question_counts_as_met(bank, person):
    quiz = a_test(bank, SlotText(module=bank.modules.first(), count=1))
    (met,) = asked(finish(quiz, person))
    new = actions.correct_question(met, actions.as_text(met), by=None, at=AT)
    assert new.pk != met.pk
    assert new not in asked(finish(quiz, person)) + asked(finish(quiz, person))


def test_no_question_is_asked_twice_where_draws_overlap(bank, person):
    module, tag = bank.modules.first(), Tag.objects.get()
    fixed = module.questions.last()
    draws = SlotText(count=1), SlotText(module=module, count=1), SlotText(tag=tag, count=2)
    quiz = a_test(bank, *draws[:2], SlotText(fixed), draws[2])
    for _ in range(10):
        questions = asked(finish(quiz, person))
        assert len({each.pk for each in questions}) == 5
        assert (questions[1].module, questions[2], {each.pk for each in questions[3:]}) == (
            module, fixed, set(tag.questions.values_list("pk", flat=True)),
        )  # fmt: skip


def test_a_wide_draw_leaves_a_narrow_one_what_it_needs(bank, person):
    """Six questions for six places: only one way of dealing them out serves the tag as well."""
    quiz = a_test(bank, SlotText(count=4), SlotText(tag=Tag.objects.get(), count=2))
    assert len(asked(actions.start(quiz, person=person, at=AT))) == 6


@pytest.mark.parametrize("slot", [{"count": 7}, {"difficulty": 2, "count": 3}, {"tag": True, "count": 3}])
def test_a_bank_that_holds_too_few_refuses_in_words_and_starts_nothing(bank, person, slot):
    slot = slot | ({"tag": Tag.objects.get()} if "tag" in slot else {})
    quiz = a_test(bank, SlotText(**slot))
    with pytest.raises(BankTooSmall, match="asks for more questions than are ready"):
        actions.start(quiz, person=person, at=AT)
    assert not quiz.attempts.exists()


def test_only_approved_questions_are_drawn_or_fixed(bank, person):
    drafted, *_ = bank.questions.all()
    quiz = a_test(bank, SlotText(drafted), SlotText(count=5))
    type(drafted).objects.filter(pk=drafted.pk).update(review=Review.DRAFTED)
    assert drafted not in asked(actions.start(quiz, person=person, at=AT))
    assert Quiz.objects.with_size().get().size == 5


def test_a_test_without_slots_asks_nothing(bank, person):
    with pytest.raises(NoQuestions):
        actions.start(factories.course_test(bank), person=person, at=AT)


def test_the_test_after_the_course_asks_by_the_slots_of_the_one_before(bank, person):
    before = a_test(bank, SlotText(count=3))
    after = actions.set_up_quiz(bank, purpose=Purpose.POST, by=None, at=AT)
    first, second = (asked(finish(quiz, person)) for quiz in (before, after))
    assert not {each.pk for each in first} & {each.pk for each in second}
    assert Quiz.objects.with_size().get(pk=after.pk).size == 3
    with pytest.raises(AskedElsewhere):
        actions.set_slots(after, [SlotText(count=1)], by=None, at=AT)


def test_slots_of_another_course_are_refused(bank):
    with pytest.raises(NotOfCourse):
        actions.set_slots(factories.course_test(bank), [SlotText(factories.question())], by=None, at=AT)


def test_a_fixed_question_is_asked_in_the_version_that_stands(bank, person):
    question = bank.questions.first()
    quiz = a_test(bank, SlotText(question))
    finish(quiz, person)
    new = actions.correct_question(question, actions.as_text(question), by=None, at=AT)
    assert asked(actions.start(quiz, person=person, at=AT)) == [new]


def test_the_orders_are_frozen_and_never_give_the_answer_away():
    quiz = factories.quiz(shuffle_choices=True)
    of_every_kind(quiz.course, quiz.module)
    seen = {kind: set() for kind in ("single", "true_false", "ordering", "matching")}
    for _ in range(12):
        for row in actions.start(quiz, person=factories.person(), at=AT).responses.select_related("question"):
            seen.get(row.question.kind, set()).add(tuple(row.order))
    assert len(seen["single"]) == 2 and len(seen["matching"]) > 1
    assert seen["true_false"] == {(1, 2)} and (1, 2, 3) not in seen["ordering"]


def test_questions_come_in_a_new_order_where_that_is_wished():
    quiz = factories.quiz(questions=5, shuffle_questions=True)
    orders = {tuple(each.pk for each in asked(finish(quiz, factories.person()))) for _ in range(8)}
    assert len(orders) > 1 and len({frozenset(order) for order in orders}) == 1


def test_attempts_are_counted_and_limited_and_more_can_be_allowed(person):
    quiz = factories.quiz(questions=1, attempts_allowed=2)
    assert [finish(quiz, person).number for _ in range(2)] == [1, 2]
    with pytest.raises(NoAttemptsLeft):
        actions.start(quiz, person=person, at=AT)
    actions.allow(quiz, person, extra_attempts=1, reason="The line broke.", by=None, at=AT)
    assert finish(quiz, person).number == 3


def test_the_next_attempt_waits_its_time(person):
    quiz = factories.quiz(questions=1, wait_minutes=30)
    finish(quiz, person)
    with pytest.raises(WaitFirst, match="You can try again from") as refusal:
        actions.start(quiz, person=person, at=later(minutes=29))
    assert refusal.value.until == later(minutes=30)
    assert actions.start(quiz, person=person, at=later(minutes=30)).number == 2


def test_a_closed_quiz_starts_nothing_and_ends_what_is_open(person):
    quiz = factories.quiz(questions=1, closes_at=later(minutes=5), time_limit_minutes=60)
    assert actions.start(quiz, person=person, at=AT).due_at == later(minutes=5)
    with pytest.raises(QuizClosed):
        actions.start(quiz, person=factories.person(), at=later(minutes=5))


def test_more_time_is_allowed_before_and_during_an_attempt(person):
    quiz, other = factories.quiz(questions=1, time_limit_minutes=10), factories.person()
    actions.allow(quiz, person, extra_minutes=5, reason="Reads with a screen reader.", by=None, at=AT)
    assert actions.start(quiz, person=person, at=AT).due_at == later(minutes=15)
    attempt = actions.start(quiz, person=other, at=AT)
    actions.allow(quiz, other, extra_minutes=20, reason="The line broke.", by=None, at=AT)
    attempt.refresh_from_db()
    assert attempt.due_at == later(minutes=30)


def test_an_open_attempt_follows_a_closing_time_set_later(person):
    quiz = factories.quiz(questions=1)
    attempt = actions.start(quiz, person=person, at=AT)
    actions.set_up_quiz(quiz.course, module=quiz.module, closes_at=later(hours=1), by=None, at=AT)
    attempt.refresh_from_db()
    assert attempt.due_at == later(hours=1)


def test_starting_over_an_attempt_whose_time_is_up_hands_it_in_first(person):
    quiz = factories.quiz(questions=1, time_limit_minutes=10, grace_seconds=60, behaviour=Behaviour.DEFERRED)
    first = actions.start(quiz, person=person, at=AT)
    actions.answer(first, 1, [1], at=AT)
    assert actions.start(quiz, person=person, at=later(minutes=10, seconds=60)) == first
    second = actions.start(quiz, person=person, at=later(minutes=12))
    first.refresh_from_db()
    assert (first.ended_by, first.passed, second.number) == ("clock", True, 2)


def test_a_setting_that_does_not_exist_is_a_mistake_of_the_caller(bank):
    with pytest.raises(TypeError, match="colour"):
        actions.set_up_quiz(bank, purpose=Purpose.PRE, by=None, at=AT, colour="blue")
