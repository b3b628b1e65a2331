"""Pages of every kind and moment, as forms: what is kept, what is told, and what is not told yet."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.models import Attempt, Quiz
from courseware.quizzes.states import Behaviour, Layout, Purpose
from tests import factories
from tests.courseware.quizzes.kinds import RIGHT, of_every_kind
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()
FIELDS = {
    "single": {"q1-choice": 1},
    "multiple": {"q2-choice": [1, 2]},
    "true_false": {"q3-choice": 1},
    "matching": {"q4-match-1": 1, "q4-match-2": 2},
    "ordering": {"q5-place-1": 1, "q5-place-2": 2, "q5-place-3": 3},
    "numeric": {"q6-text": "12,5"},
    "short": {"q7-text": "amu darya"},
    "cloze": {"q8-gap-1": 1, "q8-gap-2": 3},
}


def begun(person, **settings):
    quiz = factories.quiz(**({"behaviour": Behaviour.DEFERRED} | settings))
    of_every_kind(quiz.course, quiz.module)
    return actions.start(quiz, person=person, at=AT)


def at(name, quiz, *more):
    return reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.code, *more])


@pytest.mark.parametrize(("position", "kind"), list(enumerate(FIELDS, 1)))
def test_a_form_of_each_kind_keeps_what_is_filled_in_and_shows_it_again(client, reader, position, kind):
    attempt = begun(reader)
    page = at("question", attempt.quiz, position)
    assert client.post(page, FIELDS[kind] | {f"q{position}-sequence": 1}).status_code == 302
    assert attempt.responses.get(position=position).answer == RIGHT[kind]
    shown = words(client.get(page))
    assert any(sign in shown for sign in (" checked", " selected", 'value="12,5"', 'value="amu darya"'))
    assert f'name="q{position}-sequence" value="2"' in shown


@pytest.mark.parametrize(
    ("position", "fields", "reason"),
    [
        (5, {"q5-place-1": 1, "q5-place-2": 1, "q5-place-3": 2}, "Give each line a place of its own"),
        (6, {"q6-text": "12,5 km"}, "the number alone, without its unit"),
        (6, {"q6-text": "twelve"}, "a number in figures"),
        (8, {}, "Choose an answer."),
    ],
)
def test_what_cannot_be_taken_is_asked_for_again_kindly(client, reader, position, fields, reason):
    attempt = begun(reader)
    answer = client.post(at("question", attempt.quiz, position), fields | {f"q{position}-sequence": 1})
    assert answer.status_code == 422 and reason in words(answer)


def test_a_form_from_a_window_left_behind_shows_the_newer_answer(client, reader):
    attempt = begun(reader)
    actions.answer(attempt, 1, [2], at=AT, sequence=4)
    answer = client.post(at("question", attempt.quiz, 1), {"q1-choice": 1, "q1-sequence": 1})
    assert answer.status_code == 422 and "Another answer to this question was saved meanwhile" in words(answer)
    assert attempt.responses.get(position=1).answer == [2]


@pytest.mark.parametrize("layout", [Layout.ALL, Layout.ONE_BY_ONE])
@pytest.mark.parametrize("behaviour", Behaviour)
def test_every_layout_and_behaviour_can_be_shown_answered_and_looked_at(client, reader, layout, behaviour):
    attempt = begun(reader, layout=layout, behaviour=behaviour)
    for position, kind in enumerate(FIELDS, 1):
        assert client.get(at("question", attempt.quiz, position)).status_code == 200
        given = FIELDS[kind] | {f"q{position}-sequence": 1, "check": position, f"q{position}-certainty": 3}
        client.post(at("question", attempt.quiz, position), given)
    client.post(at("submit", attempt.quiz))
    done = Attempt.objects.get()
    assert (done.mark, done.passed) == (8, True)
    assert "8 of 8 right, 100 %." in words(client.get(at("result", attempt.quiz, done.code)))


def finished(reader, **settings):
    attempt = begun(reader, **settings)
    for position, kind in enumerate(FIELDS, 1):
        actions.answer(attempt, position, RIGHT[kind] if position != 1 else [2], at=AT)
    return actions.submit(attempt, at=AT)


SECRETS = {"score": "7 of 8", "right_answers": ">Right answer<", "feedback": "Look again", "passage": "Why:"}


@pytest.mark.parametrize("told", [[], ["score"], ["right_answers"], ["feedback"], ["passage"], list(SECRETS)])
def test_of_a_result_only_what_may_be_seen_is_shown(client, reader, told):
    done = finished(reader, review_after=told)
    question = done.responses.first().question
    question.passage = "The Amu Darya."
    question.save()
    question.choices.filter(key=2).update(feedback="Look again.")
    shown = words(client.get(at("result", done.quiz, done.code)))
    assert {name for name, secret in SECRETS.items() if secret in shown} == set(told)
    assert "Volga" in shown


@pytest.mark.parametrize(
    ("after", "closes", "is_told"),
    [({"minutes": 1}, None, "right after"), ({"hours": 2}, None, "later"), ({"days": 2}, {"days": 1}, "closed")],
)
def test_what_may_be_seen_depends_on_the_moment(client, reader, monkeypatch, after, closes, is_told):
    told = {"review_after": [], "review_later": [], "review_closed": []}
    told[{"right after": "review_after", "later": "review_later", "closed": "review_closed"}[is_told]] = ["score"]
    done = finished(reader, closes_at=AT + timedelta(**closes) if closes else None, **told)
    monkeypatch.setattr(timezone, "now", lambda: AT + timedelta(**after))
    assert "7 of 8" in words(client.get(at("result", done.quiz, done.code)))


def test_the_first_page_tells_limits_and_why_no_attempt_may_start(client, reader):
    done = finished(reader, attempts_allowed=2, wait_minutes=60, time_limit_minutes=30)
    shown = words(client.get(at("quiz", done.quiz)))
    assert all(each in shown for each in ("1 of 2 left", "30 minutes from the start", "You can try again from"))
    assert "Try again</button>" not in shown
    assert "You can try again from" in words(client.post(at("start", done.quiz), follow=True))


def test_an_attempt_whose_time_is_up_is_not_shown_again_and_handed_in_by_the_next_form(client, reader):
    attempt = begun(reader, time_limit_minutes=10)
    Attempt.objects.update(due_at=timezone.now() - timedelta(minutes=5))
    assert client.get(at("question", attempt.quiz, 1))["Location"] == at("quiz", attempt.quiz)
    assert "Your saved answers are being handed in" in words(client.get(at("quiz", attempt.quiz)))
    assert client.post(at("submit", attempt.quiz))["Location"] == at("result", attempt.quiz, attempt.code)
    assert Attempt.objects.get().ended_by == "clock"


def test_in_the_grace_after_the_end_what_the_form_sends_still_counts(client, reader):
    attempt = begun(reader, time_limit_minutes=10, layout=Layout.ALL)
    Attempt.objects.update(due_at=timezone.now() - timedelta(seconds=5))
    client.post(at("submit", attempt.quiz), {"q1-choice": 1, "q1-sequence": 1, "q6-text": "km", "q6-sequence": 1})
    assert Attempt.objects.get().mark == 1


def test_a_test_of_the_course_has_the_same_pages(client, reader):
    course = factories.course()
    of_every_kind(course)
    quiz = actions.set_up_quiz(course, purpose=Purpose.PRE, title="What do you know?", by=None, at=AT)
    actions.set_slots(quiz, [actions.SlotText(count=2)], by=None, at=AT)
    actions.open_test(quiz, by=None, at=AT)
    assert "What do you know?" in words(client.get(at("quiz", quiz)))
    assert client.post(at("start", quiz))["Location"] == at("question", quiz, 1)
    assert client.get(at("question", quiz, 1)).status_code == 200
    done = client.post(at("submit", quiz), {"anyway": "yes"}, follow=True)
    assert "Back to the course" in words(done) and Quiz.objects.with_standing(reader).get().best == 0
