"""Every place that tells a score asks the review options of that moment."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.outbox.models import Letter
from courseware.quizzes import actions, personal_data
from courseware.quizzes.models import Attempt
from courseware.quizzes.states import Purpose
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()
PLACES = {
    "course": lambda quiz: reverse("reading:course", args=[quiz.course.slug]),
    "module": lambda quiz: reverse("reading:module", args=[quiz.course.slug, quiz.module.slug]),
    "print": lambda quiz: reverse("reading:print", args=[quiz.course.slug, quiz.module.slug]),
    "my page": lambda quiz: reverse("front:my_page"),
    "quiz": lambda quiz: reverse("quizzes:quiz", args=[quiz.course.slug, quiz.code]),
    "result": lambda quiz: reverse("quizzes:result", args=[quiz.course.slug, quiz.code, Attempt.objects.get().code]),
}
TELLING = [place for place in PLACES if place != "print"]


def handed_in(quiz, person, right=1, at=AT):
    """An attempt at `quiz` that is handed in with the first `right` of its questions right."""
    attempt = actions.start(quiz, person=person, at=at)
    for response in attempt.responses.all():
        actions.answer(attempt, response.position, [1 if response.position <= right else 2], at=at)
    return actions.submit(attempt, at=at)


def three_questions(**told):
    return factories.quiz(questions=3, behaviour="deferred", shuffle_choices=False, **told)


def course_test(course, **told):
    test = factories.course_test(course, purpose=Purpose.POST, behaviour="deferred", **told)
    questions = [factories.question(course=course) for _ in range(3)]
    actions.set_slots(test, [actions.SlotText(question=each) for each in questions], by=None, at=AT)
    return test


@pytest.mark.parametrize("right", [1, 3])
@pytest.mark.parametrize("place", PLACES)
def test_a_score_that_may_not_be_seen_stands_nowhere(client, reader, place, right):
    quiz = three_questions(review_after=["right_answers"])
    done = handed_in(quiz, reader, right)
    page = words(client.get(PLACES[place](quiz)))
    assert f"{done.percent} %" not in page and f"{right} of 3" not in page.replace("0 of 3", "")
    assert "Quiz passed" not in page and "not passed" not in page.lower() and ">Passed<" not in page


@pytest.mark.parametrize("place", TELLING)
def test_a_score_that_may_be_seen_is_told_in_the_same_places(client, reader, place):
    quiz = three_questions()
    done = handed_in(quiz, reader, right=1 if place != "module" else 3)
    assert f"{done.percent} %" in words(client.get(PLACES[place](quiz)))


@pytest.mark.parametrize(("right", "told"), [(1, "Not passed: 33 %"), (3, "Passed, 100 %")])
def test_the_card_of_a_test_tells_the_score_only_where_it_may_be_seen(client, reader, right, told):
    shown, hidden = course_test(factories.course()), course_test(factories.course(), review_after=[])
    for quiz in (shown, hidden):
        handed_in(quiz, reader, right)
    assert told in words(client.get(PLACES["course"](shown)))
    page = words(client.get(PLACES["course"](hidden)))
    assert ">handed in</span>" in page and f"{100 * right // 3} %" not in page


@pytest.mark.parametrize("right", [1, 3])
def test_my_page_tells_no_hidden_score_of_a_test_that_waits(client, reader, right):
    quiz = course_test(factories.course(), review_after=[])
    handed_in(quiz, reader, right)
    assert f"{100 * right // 3} %" not in words(client.get(reverse("front:my_page")))


@pytest.mark.parametrize("moment", ["right after", "later", "closed"])
def test_a_card_follows_the_moment_as_the_result_does(client, reader, monkeypatch, moment):
    told = dict.fromkeys(("review_after", "review_later", "review_closed"), ())
    told |= {{"right after": "review_after", "later": "review_later", "closed": "review_closed"}[moment]: ["score"]}
    quiz = course_test(factories.course(), closes_at=AT + timedelta(days=1), **told)
    handed_in(quiz, reader)
    after = {"right after": timedelta(minutes=1), "later": timedelta(hours=2), "closed": timedelta(days=2)}
    seen = {}
    for name, later in after.items():
        monkeypatch.setattr(timezone, "now", lambda later=later: AT + later)
        seen[name] = "33 %" in words(client.get(PLACES["course"](quiz)))
    assert seen == {name: name == moment for name in after}


def test_the_best_of_two_is_not_told_while_one_of_them_may_not_be_seen(client, reader, monkeypatch):
    quiz = three_questions(review_after=[])
    handed_in(quiz, reader, right=1, at=AT - timedelta(hours=2))
    handed_in(quiz, reader, right=2)
    page = words(client.get(PLACES["course"](quiz)))
    assert "Quiz handed in" in page and "66 %" not in page
    monkeypatch.setattr(timezone, "now", lambda: AT + timedelta(hours=1))
    assert "Quiz not passed, 66 %" in words(client.get(PLACES["course"](quiz)))


def test_the_file_of_own_data_holds_no_score_that_may_not_be_seen(reader):
    handed_in(three_questions(review_after=[]), reader)
    told = personal_data.collect(reader)
    assert told["quiz_attempts"][0]["result"] == told["quiz_grades"][0]["result"] == "not shown at present"
    assert not {"mark", "right", "passed", "percent"} & {*told["quiz_attempts"][0], *told["quiz_grades"][0]}


def test_the_file_of_own_data_holds_scores_that_may_be_seen(reader):
    handed_in(three_questions(), reader)
    told = personal_data.collect(reader)
    assert (told["quiz_attempts"][0]["mark"], told["quiz_grades"][0]["percent"]) == ("1", 33)
    assert json.loads(json.dumps(told)) == told


def test_handing_in_writes_no_letter(reader):
    handed_in(three_questions(), reader, right=3)
    assert not Letter.objects.exists()


def test_the_way_to_a_certificate_names_no_hidden_score(client, reader):
    quiz = course_test(factories.course(), review_after=[], pass_percent=90)
    factories.award(quiz.course, test_passed=True)
    handed_in(quiz, reader)
    page = words(client.get(reverse("certificates:missing_of_course", args=[quiz.course.slug])))
    assert "33 %" not in page
