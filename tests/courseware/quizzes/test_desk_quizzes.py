from datetime import timedelta
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.actions import SlotText
from courseware.quizzes.errors import AskedElsewhere
from courseware.quizzes.models import Allowance, Attempt, Quiz
from courseware.quizzes.states import Behaviour, GradeMethod, Purpose, Review
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()
SETTINGS = {
    "title": "", "layout": "all", "behaviour": "deferred", "pass_percent": "60", "attempts_allowed": "2",
    "wait_minutes": "30", "grade_method": "last", "time_limit_minutes": "20", "grace_seconds": "90",
    "review_after": ["score"], "review_later": ["score", "feedback"],
}  # fmt: skip


@pytest.fixture
def quiz(module):
    return factories.quiz(module, questions=3)


def at(quiz, name, *more):
    return reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.code, *more])


def test_everything_about_a_quiz_is_set_and_shown_again(client, quiz):
    assert client.post(at(quiz, "settings"), SETTINGS).status_code == 302
    quiz.refresh_from_db()
    assert (quiz.behaviour, quiz.grade_method) == (Behaviour.DEFERRED, GradeMethod.LAST)
    assert (quiz.time_limit_minutes, quiz.grace_seconds, quiz.wait_minutes) == (20, 90, 30)
    assert (quiz.review_after, quiz.review_later, quiz.review_closed) == (["score"], ["score", "feedback"], [])
    page = words(client.get(at(quiz, "settings")))
    assert 'name="review_later" value="feedback" checked' in page and 'name="review_after" value="passage">' in page


def test_tries_and_what_they_cost_stay_where_another_behaviour_does_not_ask(client, quiz):
    client.post(at(quiz, "settings"), SETTINGS | {"behaviour": "tries", "tries": "4", "penalty": "0,25"})
    client.post(at(quiz, "settings"), SETTINGS)
    quiz.refresh_from_db()
    assert (quiz.tries, quiz.penalty) == (4, Fraction(1, 4))


@pytest.mark.parametrize(
    "wrong",
    [
        {"pass_percent": "101"}, {"behaviour": "magic"}, {"penalty": "2"}, {"tries": "0"}, {"review_after": ["all"]},
        {"closes_at": "soon"}, {"grace_seconds": "-1"},
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_refused(client, quiz, wrong):
    assert client.post(at(quiz, "settings"), SETTINGS | wrong).status_code == 422
    quiz.refresh_from_db()
    assert quiz.pass_percent == 70


def test_an_open_try_follows_a_new_time_limit(client, quiz):
    attempt = actions.start(quiz, person=factories.person(), at=AT)
    client.post(at(quiz, "settings"), SETTINGS)
    attempt.refresh_from_db()
    assert attempt.due_at == AT + timedelta(minutes=20)


def test_a_module_asks_all_its_questions_until_a_draw_is_added(client, quiz):
    assert "Every approved question" in words(client.get(at(quiz, "slots")))
    actions.tag([quiz.module.questions.first()], ["law"], by=None, at=AT)
    sent = {"add": "draw", "draw-count": "1", "draw-tag": "law", "draw-points": "1/2"}
    assert client.post(at(quiz, "slots"), sent).status_code == 302
    slot = quiz.slots.get()
    assert (slot.tag.name, slot.count, slot.points) == ("law", 1, Fraction(1, 2))
    client.post(at(quiz, "slots"), {"all": "yes"})
    assert not quiz.slots.exists()


def test_a_fixed_question_is_chosen_among_the_approved_of_the_course(client, quiz):
    question, foreign = quiz.module.questions.first(), factories.question()
    drafted = factories.question(quiz.module, review=Review.DRAFTED)
    for wrong in (foreign, drafted):
        assert client.post(at(quiz, "choose"), {"questions": str(wrong.code), "points": "1"}).status_code == 422
    client.post(at(quiz, "choose"), {"questions": str(question.code), "points": "2"})
    assert [(slot.question, slot.points) for slot in quiz.slots.all()] == [(question, 2)]


@pytest.mark.parametrize("sent", [{}, {"add": "draw"}, {"add": "magic"}])
def test_an_addition_that_says_nothing_is_shown_again(client, quiz, sent):
    assert client.post(at(quiz, "slots"), sent).status_code == 422


def test_slots_go_up_and_down_are_changed_and_removed(client, quiz):
    one, two, three = actions.set_slots(quiz, [SlotText(count=n) for n in (1, 2, 3)], by=None, at=AT)
    client.post(at(quiz, "slot"), {"slot": three.pk, "do": "up"})
    client.post(at(quiz, "slot"), {"slot": one.pk, "do": "up"})
    assert list(quiz.slots.all()) == [one, three, two]
    client.post(at(quiz, "slot"), {"slot": two.pk, "count": "5", "points": "0.5"})
    client.post(at(quiz, "slot"), {"slot": one.pk, "do": "remove"})
    assert [(slot.count, slot.points) for slot in quiz.slots.all()] == [(3, 1), (5, Fraction(1, 2))]


def test_a_slot_of_another_quiz_cannot_be_moved_from_here(client, quiz):
    [foreign] = actions.set_slots(factories.quiz(), [SlotText()], by=None, at=AT)
    assert client.post(at(quiz, "slot"), {"slot": foreign.pk, "do": "remove"}).status_code == 404


def test_a_draw_that_the_bank_cannot_serve_is_said(client, quiz):
    actions.set_slots(quiz, [SlotText(module=quiz.module, count=3)], by=None, at=AT)
    assert "too few" not in words(client.get(at(quiz, "slots")))
    actions.add_slots(quiz, [SlotText(difficulty=2, count=1)], by=None, at=AT)
    page = words(client.get(at(quiz, "slots")))
    assert "too few approved questions" in page and "of 3 in the bank" in page


def test_the_page_of_slots_takes_the_same_queries_for_one_and_for_many(client, quiz, queries_of):
    actions.set_slots(quiz, [SlotText(module=quiz.module)], by=None, at=AT)
    one = queries_of(at(quiz, "slots"))
    actions.add_slots(quiz, [SlotText(question=each) for each in quiz.module.questions.all()], by=None, at=AT)
    assert queries_of(at(quiz, "slots")) == one


def test_the_test_after_the_course_is_changed_at_the_one_before_it(client, module):
    after = actions.set_up_quiz(module.course, purpose=Purpose.POST, by=None, at=AT)
    with pytest.raises(AskedElsewhere):
        actions.add_slots(after, [SlotText()], by=None, at=AT)
    assert "Change it there" in words(client.get(at(after, "slots")))
    assert client.post(at(after, "slot"), {"slot": "1", "do": "up"}).status_code == 302


def allowed(**changes):
    return {"email": "", "extra_minutes": "10", "extra_attempts": "0", "reason": "A power cut"} | changes


def test_somebody_with_access_is_allowed_more_and_an_open_try_has_it_at_once(client, quiz):
    actions.set_up_quiz(quiz.course, module=quiz.module, time_limit_minutes=20, by=None, at=AT)
    person = factories.person()
    quiz.refresh_from_db()
    attempt = actions.start(quiz, person=person, at=AT)
    client.post(at(quiz, "allowances"), allowed(email=person.email.upper()))
    attempt.refresh_from_db()
    assert attempt.due_at == AT + timedelta(minutes=30)
    assert "A power cut" in words(client.get(at(quiz, "allowances")))


def test_an_allowance_is_taken_back(client, quiz):
    Quiz.objects.update(time_limit_minutes=20)
    quiz.refresh_from_db()
    attempt = actions.start(quiz, person=factories.person(), at=AT)
    given = actions.allow(quiz, attempt.person, extra_minutes=10, reason="A power cut", by=None, at=AT)
    client.post(at(quiz, "allowances"), {"remove": given.pk})
    attempt.refresh_from_db()
    assert not Allowance.objects.exists() and attempt.due_at == AT + timedelta(minutes=20)


def test_an_address_without_access_is_answered_like_an_unknown_one(client, quiz):
    quiz.course.access = "team"
    quiz.course.save()
    stranger = factories.person()
    answers = [client.post(at(quiz, "allowances"), allowed(email=each)) for each in (stranger.email, "no@example.org")]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert all("Nobody with this address" in words(answer) for answer in answers)
    factories.attempt(quiz, person=stranger)
    assert client.post(at(quiz, "allowances"), allowed(email=stranger.email)).status_code == 302


@pytest.mark.parametrize("wrong", [{"extra_minutes": "0"}, {"reason": ""}, {"extra_minutes": "-5"}])
def test_an_allowance_says_what_and_why(client, quiz, wrong):
    assert client.post(at(quiz, "allowances"), allowed(email=factories.person().email) | wrong).status_code == 422
    assert not Allowance.objects.exists() and not Attempt.objects.exists()
