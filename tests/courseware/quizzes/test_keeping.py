from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.models import Attempt
from courseware.reading.states import Shown
from tests import factories
from tests.courseware.quizzes.test_answerfile import RIGHT, file_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz():
    return factories.quiz(questions=2)


def whole(attempt) -> str:
    return reverse("quizzes:attempt", args=[attempt.quiz.course.slug, attempt.code])


def test_a_quiz_without_a_limit_is_taken_along_as_a_whole(client, reader, quiz):
    page = reverse("quizzes:quiz", args=[quiz.course.slug, quiz.code])
    assert "Take the quiz with you" in client.get(page).content.decode()
    answer = client.post(f"{page}start/", {"take": "yes"})
    assert answer.url == whole(Attempt.objects.get())
    assert client.get(answer.url).content.decode().count('<fieldset class="question"') == 2


def test_a_quiz_with_a_limit_is_not_offered_to_be_taken_along(client, reader):
    quiz = factories.quiz(questions=1, time_limit_minutes=10)
    page = client.get(reverse("quizzes:quiz", args=[quiz.course.slug, quiz.code])).content.decode()
    assert "Start the quiz" in page
    assert "Take the quiz with you" not in page


def test_the_kept_page_holds_nothing_of_the_key_even_of_what_was_checked(client, reader, quiz):
    attempt = actions.start(quiz, person=reader, at=timezone.now())
    actions.answer(attempt, 1, [2], at=timezone.now())
    page = client.get(whole(attempt)).content.decode()
    assert "Wrong" in page
    for secret in ("About “", "Passage", 'class="answer right"', "mark yes", "mark no"):
        assert secret not in page


def test_without_a_script_the_page_keeps_what_is_filled_in(client, reader, quiz):
    attempt = actions.start(quiz, person=reader, at=timezone.now())
    answer = client.post(whole(attempt), {"q2-choice": "1", "q2-sequence": "1", "q1-sequence": "1"})
    assert answer.url == whole(attempt)
    assert list(attempt.responses.order_by("position").values_list("answer", flat=True)) == [None, [1]]


def test_an_attempt_that_is_over_leads_to_its_quiz(client, reader, quiz):
    attempt = factories.attempt(quiz, person=reader, due_at=timezone.now() - timedelta(hours=1))
    page = reverse("quizzes:quiz", args=[quiz.course.slug, quiz.code])
    assert client.get(whole(attempt)).url == page
    assert client.post(whole(attempt), {"q1-choice": "1", "q1-sequence": "1"}).url == page
    assert set(attempt.responses.values_list("answer", flat=True)) == {None}


def test_attempts_of_others_and_of_closed_courses_are_not_there(client, reader, quiz):
    assert client.get(whole(factories.attempt(quiz))).status_code == 404
    own = factories.attempt(quiz, person=reader)
    quiz.course.state = Shown.DRAFT
    quiz.course.save()
    assert client.get(whole(own)).status_code == 404


def test_a_newer_answer_elsewhere_is_told_with_its_age(client, reader, quiz):
    attempt = actions.start(quiz, person=reader, at=timezone.now())
    held = attempt.responses.select_related("question", "attempt__quiz").get(position=1)
    actions.save_answer(held, [1], at=timezone.now() - timedelta(minutes=5), sequence=4)
    address = f"{whole(attempt)}1/"
    told = client.post(address, {"answer": [2], "sequence": 2}, content_type="application/json")
    assert told.status_code == 409
    assert (told.json()["sequence"], told.json()["answer"]) == (4, [1])
    assert 299 < told.json()["age"] < 330


def hand_in(client, name, quiz, data: bytes, **more):
    file = SimpleUploadedFile("answers-2026-11-22.json", data)
    return client.post(reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.code]), {"file": file} | more)


def test_an_answer_file_is_handed_in_and_answered_line_by_line(client, reader, quiz):
    attempt = actions.start(quiz, person=reader, at=timezone.now())
    answer = hand_in(client, "answer_file", quiz, file_text(reader.code, attempt.code, (1, RIGHT, 1, 0)))
    assert answer.status_code == 200
    assert answer.context["verdicts"][0].is_taken
    assert attempt.responses.get(position=1).answer == RIGHT


@pytest.mark.parametrize("data", [b"not a file of ours", b" " * (512 * 1024 + 1)])
def test_files_that_are_none_are_refused_with_words(client, reader, quiz, data):
    answer = hand_in(client, "answer_file", quiz, data)
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_somebody_else_s_file_is_refused_with_words(client, reader, quiz):
    attempt = factories.attempt(quiz)
    answer = hand_in(client, "answer_file", quiz, file_text(attempt.person.code, attempt.code, (1, RIGHT, 1, 0)))
    assert answer.status_code == 422
    assert "given by somebody else" in answer.content.decode()


def test_an_organizer_sees_what_a_late_file_changed(client, reader, quiz):
    factories.membership(quiz.course.team, reader)
    attempt = factories.attempt(quiz)
    actions.submit(Attempt.objects.select_related("quiz__module", "person").get(), at=timezone.now())
    data = file_text(attempt.person.code, attempt.code, (1, RIGHT, 1, 0))
    assert hand_in(client, "admit_file", quiz, data).status_code == 422
    answer = hand_in(client, "admit_file", quiz, data, reason="No power in the centre.")
    assert "The result was 0 % and is now 50 %." in answer.content.decode()


def test_an_answer_whose_feedback_was_seen_is_refused_in_words_of_its_own(client, reader, quiz):
    attempt = actions.start(quiz, person=reader, at=timezone.now())
    actions.answer(attempt, 1, [2], at=timezone.now())
    told = client.post(f"{whole(attempt)}1/", {"answer": [1], "sequence": 9}, content_type="application/json")
    assert (told.status_code, told.json()["shown"]) == (410, True)
    actions.submit(attempt, at=timezone.now())
    told = client.post(f"{whole(attempt)}2/", {"answer": [1], "sequence": 9}, content_type="application/json")
    assert (told.status_code, told.json()["shown"]) == (410, False)
