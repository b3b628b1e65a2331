"""Answers saved one by one, by a script: in JSON, counted up, never lost and never twice."""

import json
from contextlib import nullcontext
from datetime import timedelta
from unittest.mock import ANY

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.errors import AttemptOver
from courseware.quizzes.models import Attempt, Response
from courseware.quizzes.states import Behaviour
from tests import factories
from tests.courseware.quizzes.kinds import RIGHT, of_every_kind
from tests.statements import kinds, statements

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def attempt(reader):
    return actions.start(factories.quiz(questions=2, behaviour=Behaviour.DEFERRED), person=reader, at=AT)


def address(attempt, position=1):
    return reverse("quizzes:answer", args=[attempt.quiz.course.slug, attempt.code, position])


def save(client, attempt, answer, sequence, position=1, **more):
    given = {"answer": answer, "sequence": sequence} | more
    return client.post(address(attempt, position), json.dumps(given), content_type="application/json")


def kept(attempt, position=1):
    row = attempt.responses.get(position=position)
    return row.answer, row.sequence


def test_an_answer_is_saved_with_its_number(client, attempt):
    answer = save(client, attempt, [2], 1)
    assert (answer.status_code, answer.json()) == (200, {"saved": True, "sequence": 1})
    assert kept(attempt) == ([2], 1)


def test_saving_takes_four_queries_with_session_and_person(client, attempt):
    save(client, attempt, [1], 1)
    with statements() as found:
        save(client, attempt, [2], 2)
    tables = ["django_session", "people_person", "quizzes_response"]
    assert kinds(found) == [*(f"SELECT {name}" for name in tables), "UPDATE quizzes_response"]


def test_the_same_sent_again_after_a_time_out_is_as_once(client, attempt):
    first, second = (save(client, attempt, [2], 1) for _ in range(2))
    assert first.json() == second.json() == {"saved": True, "sequence": 1}
    assert kept(attempt) == ([2], 1)


def test_an_older_answer_that_arrives_late_does_not_replace_a_newer_one(client, attempt):
    save(client, attempt, [2], 5)
    late = save(client, attempt, [1], 3)
    assert late.status_code == 409
    assert late.json() == {"saved": False, "sequence": 5, "answer": [2], "certainty": None, "age": ANY}
    assert kept(attempt) == ([2], 5)


def test_two_tabs_with_the_same_number_and_other_answers_are_told_of_each_other(client, attempt):
    assert save(client, attempt, [1], 1).status_code == 200
    assert save(client, attempt, [2], 1).status_code == 409
    assert save(client, attempt, [2], 2).status_code == 200
    assert kept(attempt) == ([2], 2)


@pytest.mark.parametrize("blank", [None, [], {}, "", " "])
def test_a_blank_never_takes_the_place_of_an_answer(client, attempt, blank):
    save(client, attempt, [2], 1)
    assert save(client, attempt, blank, 2).status_code == 422
    assert kept(attempt) == ([2], 1)


@pytest.mark.parametrize("sequence", [0, -1, None, "2", 2**31, 1.5])
def test_a_number_that_does_not_count_is_refused(client, attempt, sequence):
    assert save(client, attempt, [2], sequence).status_code == 422
    assert kept(attempt) == (None, 0)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff", b"null", b"[" * 100_000, b'{"answer": [9], "sequence": 1}']
)
def test_what_is_no_answer_is_refused_in_words(client, attempt, body):
    answer = client.post(address(attempt), body, content_type="application/json")
    assert (answer.status_code, set(answer.json())) == (422, {"error"})


def test_after_handing_in_nothing_is_saved(client, attempt):
    actions.submit(attempt, at=AT)
    answer = save(client, attempt, [2], 1)
    assert (answer.status_code, answer.json()["closed"]) == (410, True)
    assert kept(attempt) == (None, 0)


def test_an_answer_whose_feedback_was_seen_stays(client, reader):
    attempt = actions.start(factories.quiz(questions=1), person=reader, at=AT)
    actions.answer(attempt, 1, [2], at=AT)
    assert save(client, attempt, [1], 9).status_code == 410
    assert kept(attempt) == ([2], 1)


def test_strangers_and_people_signed_out_save_nothing(client, attempt):
    client.force_login(factories.person())
    assert save(client, attempt, [1], 1).status_code == 404
    client.logout()
    assert save(client, attempt, [1], 1).status_code == 401
    assert kept(attempt) == (None, 0)


def test_every_kind_is_saved_and_marked_with_the_same_request(client, reader):
    quiz = factories.quiz(behaviour=Behaviour.DEFERRED)
    questions = of_every_kind(quiz.course, quiz.module)
    attempt = actions.start(quiz, person=reader, at=AT)
    for n, question in enumerate(questions, 1):
        assert save(client, attempt, RIGHT[question.kind], 1, position=n).status_code == 200, question.kind
    done = actions.submit(Attempt.objects.get(), at=AT)
    assert (done.right_count, done.mark, done.percent) == (8, 8, 100)


def test_certainty_is_kept_where_it_is_asked_for(client, reader):
    quiz = factories.quiz(questions=1, behaviour=Behaviour.CERTAINTY)
    attempt = actions.start(quiz, person=reader, at=AT)
    assert save(client, attempt, [1], 1, certainty=3).status_code == 200
    assert save(client, attempt, [1], 2, certainty=4).status_code == 422
    assert attempt.responses.get().certainty == 3


@pytest.mark.parametrize(("seconds", "is_kept"), [(599, True), (601, True), (659, True), (661, False)])
def test_an_answer_on_its_way_at_the_end_counts_within_the_grace(reader, seconds, is_kept):
    quiz = factories.quiz(questions=1, behaviour=Behaviour.DEFERRED, time_limit_minutes=10, grace_seconds=60)
    actions.start(quiz, person=reader, at=AT)
    row, moment = Response.objects.select_related("attempt__quiz").get(), AT + timedelta(seconds=seconds)
    with nullcontext() if is_kept else pytest.raises(AttemptOver):
        actions.save_answer(row, [1], at=moment, sequence=1)
    row.refresh_from_db()
    assert row.answer == ([1] if is_kept else None)
