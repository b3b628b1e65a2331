"""What attempts.py needs of Django: import it after django.setup()."""

import json
import random
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import urlencode

import filling
from baseline import Row
from django.db import connection, connections
from django.urls import reverse

from courseware.quizzes import invariants
from courseware.quizzes.models import Attempt, Quiz, Response
from courseware.quizzes.states import Behaviour
from tests import factories
from tests.proofs.crowd import ANSWERS, TOKEN
from tests.proofs.people import people, sessions

QUESTIONS = 20


@dataclass(frozen=True)
class Taker:
    """Somebody with a browser, and which key they choose in each question: 1 is right."""

    person: int
    cookie: str
    keys: list[int]


def prepare() -> Quiz:
    """A site with a quiz of twenty questions in a bank of sixty, and the table of the other view."""
    filling.prepare()
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    quiz = factories.quiz(behaviour=Behaviour.DEFERRED)
    for _ in range(QUESTIONS):
        factories.question(quiz.module, wrong=("B", "C", "D"))
    for _ in range(40):
        factories.question(course=quiz.course, wrong=("B", "C", "D"))
    return quiz


def crowd(n: int) -> list[Taker]:
    made, dice = people(n), random.Random(5)
    cookies = sessions(made)
    connections.close_all()
    pairs = zip(made, cookies, strict=True)
    return [Taker(who.pk, cookie, [dice.randint(1, 4) for _ in range(QUESTIONS)]) for who, cookie in pairs]


def post(path: str, taker: Taker, body: str = "") -> dict[str, str]:
    return {"path": path, "cookies": f"csrftoken={TOKEN}; sessionid={taker.cookie}", "body": body, "token": TOKEN}


def rows(takers: list[Taker]) -> list[dict[str, str]]:
    return [post("/usual/", each, urlencode(ANSWERS)) for each in takers]


def starts(quiz: Quiz, takers: list[Taker]) -> list[dict[str, str]]:
    path = reverse("quizzes:start", args=[quiz.course.slug, quiz.code])
    return [post(path, each) for each in takers]


def saves(quiz: Quiz, takers: list[Taker]) -> list[dict[str, str]]:
    """Every answer of everybody, question by question, as a class does; one in ten twice, as after a time-out."""
    codes = dict(Attempt.objects.values_list("person", "code"))
    connections.close_all()
    sent = [_save(quiz, each, codes[each.person], n) for n in range(1, QUESTIONS + 1) for each in takers]
    again = random.Random(6)
    return [request for one in sent for request in [one] * (1 + (again.random() < 0.1))]


def _save(quiz: Quiz, taker: Taker, code: object, position: int) -> dict[str, str]:
    path = reverse("quizzes:answer", args=[quiz.course.slug, code, position])
    body = json.dumps({"answer": [taker.keys[position - 1]], "sequence": 1})
    return post(path, taker, body) | {"type": "application/json"}


def submits(quiz: Quiz, takers: list[Taker]) -> list[dict[str, str]]:
    path = reverse("quizzes:submit", args=[quiz.course.slug, quiz.code])
    return [post(path, each, "anyway=yes") for each in takers]


def wrong(quiz: Quiz, takers: list[Taker]) -> dict[str, int]:
    """Counts of what should not be there; all are 0 where nothing is lost."""
    kept = {(a, n): answer for a, n, answer in Response.objects.values_list("attempt__person", "position", "answer")}
    marks = dict(Attempt.objects.submitted().values_list("person", "mark"))
    answers = [(each.person, n, key) for each in takers for n, key in enumerate(each.keys, 1)]
    found = {
        "answers lost or changed": sum(kept.get((person, n)) != [key] for person, n, key in answers),
        "attempts not handed in": len(takers) - len(marks),
        "attempts too many": Attempt.objects.filter(quiz=quiz).count() - len(takers),
        "wrong marks": sum(marks.get(each.person) != Fraction(each.keys.count(1)) for each in takers),
        "invariants broken": sum(1 for _ in invariants.broken()),
    }
    connections.close_all()
    return found
