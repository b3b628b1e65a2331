import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.errors import NoNearMiss
from courseware.quizzes.models import Question
from tests import factories
from tests.courseware.quizzes.kinds import TEXTS
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def quiz(module):
    actions.add_question(module.course, TEXTS["short"], module=module, by=None, at=AT)
    return module.quiz


def answered(quiz, text):
    attempt = actions.start(quiz, person=factories.person(), at=AT)
    actions.answer(attempt, 1, text, at=AT)
    return actions.submit(attempt, at=AT)


def judge(client, quiz, text, do):
    question = Question.objects.standing().get()
    sent = {"question": question.code, "text": text, "do": do}
    return client.post(reverse("quizzes:near_miss", args=[quiz.course.slug, quiz.code]), sent, follow=True)


def test_texts_that_say_the_same_stand_once(client, quiz):
    for text in ("Amu Daria", "amu daria!", "Amu Darja"):
        answered(quiz, text)
    assert [(each.text, each.count) for each in actions.near_misses(quiz)] == [("Amu Daria", 2), ("Amu Darja", 1)]


def test_an_accepted_text_makes_a_new_version_and_waits_to_be_marked_again(client, quiz):
    attempt = answered(quiz, "Amu Daria")
    page = words(judge(client, quiz, "Amu Daria", "accept"))
    assert "accepted; to be marked again" in page and "Work out the new marks" in page
    assert Question.objects.standing().get().version == 2
    actions.apply_regrade(actions.prepare_regrade(quiz, by=None, at=AT), by=None, at=AT)
    attempt.refresh_from_db()
    assert attempt.passed and actions.near_misses(quiz) == []


def test_a_text_left_wrong_is_not_shown_again(client, quiz):
    attempt = answered(quiz, "Amu Daria")
    judge(client, quiz, "Amu Daria", "leave")
    attempt.refresh_from_db()
    assert actions.near_misses(quiz) == [] and attempt.mark == 0
    assert Question.objects.get().version == 1


@pytest.mark.parametrize("do", ["accept", "leave"])
def test_only_what_was_given_can_be_judged_and_once(client, quiz, do):
    answered(quiz, "Amu Daria")
    verb = actions.accept_near_miss if do == "accept" else actions.leave_near_miss
    with pytest.raises(NoNearMiss):
        verb(quiz, Question.objects.get(), "Made up", by=None, at=AT)
    verb(quiz, Question.objects.get(), "Amu Daria", by=None, at=AT)
    assert "Not done" in words(judge(client, quiz, "Amu Daria", do)) or do == "leave"
    assert Question.objects.count() == (2 if do == "accept" else 1)


def test_a_question_that_is_none_is_not_found(client, quiz):
    page = reverse("quizzes:near_miss", args=[quiz.course.slug, quiz.code])
    for code in ("", "nonsense", factories.question().code):
        assert client.post(page, {"question": code, "text": "x"}).status_code == 404
