"""Correcting a question that was answered, and marking again under the correction."""

from dataclasses import replace
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.quizzes import actions, invariants
from courseware.quizzes.errors import RegradeDone, RegradeOutdated
from courseware.quizzes.models import Grade, Question, Regrade, Response
from courseware.quizzes.states import Behaviour, Review
from courseware.reading.models import Progress
from tests import factories
from tests.courseware.quizzes.kinds import TEXTS
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def quiz():
    return factories.quiz(questions=2, behaviour=Behaviour.DEFERRED, pass_percent=100)


def taken(quiz, *answers, person=None):
    attempt = actions.start(quiz, person=person or factories.person(), at=AT)
    for position, answer in enumerate(answers, 1):
        actions.answer(attempt, position, answer, at=AT)
    return actions.submit(attempt, at=AT)


def turned(question):
    """The other choice is right from now on."""
    text = actions.as_text(question)
    choices = tuple(replace(each, correct=not each.correct) for each in text.choices)
    return actions.correct_question(question, replace(text, choices=choices), by=None, at=AT)


def again(quiz):
    return actions.prepare_regrade(quiz, reason="The key was wrong.", by=None, at=AT)


def test_a_correction_is_another_version_with_the_same_keys_and_tags(quiz):
    old = taken(quiz, [1]).responses.first().question
    actions.tag([old], ["law"], by=None, at=AT)
    new = turned(old)
    old.refresh_from_db()
    assert (new.series, new.version, old.review, new.review) == (old.series, 2, Review.REPLACED, Review.APPROVED)
    assert [(c.key, c.text, c.correct) for c in new.choices.all()] == [(1, "Right", False), (2, "Wrong", True)]
    assert [tag.name for tag in new.tags.all()] == ["law"]


def test_a_line_that_was_dropped_leaves_its_key_to_nobody(quiz):
    old = taken(quiz, [1]).responses.first().question
    text = actions.as_text(old)
    fewer = replace(text, choices=(text.choices[0], actions.ChoiceText("Other")))
    new = actions.correct_question(old, fewer, by=None, at=AT)
    assert [(c.key, c.text) for c in new.choices.all()] == [(1, "Right"), (3, "Other")]


def test_a_reworded_line_keeps_its_key(quiz):
    question = quiz.module.questions.first()
    text = actions.as_text(question)
    reworded = replace(text, choices=(replace(text.choices[0], text="Quite right"), text.choices[1]))
    new = actions.correct_question(question, reworded, by=None, at=AT)
    assert [(c.key, c.text) for c in new.choices.all()] == [(1, "Quite right"), (2, "Wrong")]


def test_a_correction_alone_changes_no_result(quiz):
    done = taken(quiz, [1], [1])
    turned(done.responses.first().question)
    done.refresh_from_db()
    assert (done.mark, done.passed) == (2, True)


def test_a_dry_run_lists_the_attempts_whose_mark_would_change_and_changes_nothing(quiz):
    low, high, unanswered = taken(quiz, [2], [1]), taken(quiz, [1], [1]), taken(quiz, [1])
    turned(low.responses.last().question)
    found = {row.attempt: (row.mark_before, row.mark_after) for row in again(quiz).attempts.all()}
    assert found == {low: (1, 0), high: (2, 1)}
    assert {row.mark for row in Response.objects.filter(attempt=high)} == {1} and unanswered not in found


def test_applied_it_gives_the_new_marks_and_keeps_the_old(quiz):
    done = taken(quiz, [2], [1])
    new = turned(done.responses.first().question)
    regrade = again(quiz)
    assert actions.apply_regrade(regrade, by=None, at=AT) == 1
    done.refresh_from_db()
    row = regrade.attempts.get()
    kept = row.responses.get()
    assert (done.mark, done.passed, done.percent, done.right_count) == (2, True, 100, 2)
    assert (row.mark_before, row.mark_after, row.passed_before, row.passed_after) == (1, 2, False, True)
    assert (kept.question_before.version, kept.question_after, kept.mark_before, kept.mark_after) == (1, new, 0, 1)
    assert AuditEntry.objects.get(action="regrade_applied").details == {"attempts": 1}
    assert list(invariants.broken()) == []


def test_a_pass_is_told_to_the_module_and_none_is_taken_away(quiz):
    better, worse = factories.person(), factories.person()
    question = taken(quiz, [2], [1], person=better).responses.first().question
    taken(quiz, [1], [1], person=worse)
    turned(question)
    actions.apply_regrade(again(quiz), by=None, at=AT)
    assert {row.person: row.quiz for row in Progress.objects.all()} == {better: "passed", worse: "passed"}
    assert {row.person: row.passed for row in Grade.objects.all()} == {better: True, worse: False}


def test_it_is_applied_once(quiz):
    turned(taken(quiz, [1]).responses.first().question)
    regrade = again(quiz)
    actions.apply_regrade(regrade, by=None, at=AT)
    with pytest.raises(RegradeDone):
        actions.apply_regrade(regrade, by=None, at=AT)


def test_a_dry_run_overtaken_by_another_correction_changes_nothing(quiz):
    done = taken(quiz, [1], [1])
    new = turned(done.responses.first().question)
    regrade = again(quiz)
    turned(new)
    with pytest.raises(RegradeOutdated):
        actions.apply_regrade(regrade, by=None, at=AT)
    done.refresh_from_db()
    regrade.refresh_from_db()
    assert (done.mark, regrade.applied_at) == (2, None)


def test_a_new_dry_run_takes_the_place_of_one_not_applied(quiz):
    again(quiz)
    again(quiz)
    assert Regrade.objects.count() == 1


def test_of_several_tries_the_first_that_is_right_now_counts():
    quiz = factories.quiz(questions=1, behaviour=Behaviour.TRIES)
    done = taken(quiz, [2])
    turned(done.responses.first().question)
    actions.apply_regrade(again(quiz), by=None, at=AT)
    done.refresh_from_db()
    assert done.mark == 1


def test_a_near_miss_can_be_accepted_and_then_counts():
    quiz = factories.quiz(behaviour=Behaviour.DEFERRED)
    question = actions.add_question(quiz.course, TEXTS["short"], module=quiz.module, by=None, at=AT)
    done = taken(quiz, "Amu Daria")
    actions.accept_answer(question, "Amu Daria", weight=Fraction(1, 2), by=None, at=AT)
    actions.apply_regrade(again(quiz), by=None, at=AT)
    done.refresh_from_db()
    assert (done.mark, Response.objects.near_misses().count()) == (Fraction(1, 2), 0)


def test_retired_questions_keep_their_marks(quiz):
    done = taken(quiz, [1], [1])
    actions.retire(Question.objects.first(), by=None, at=AT)
    assert not again(quiz).attempts.exists()
    assert done.mark == 2


@pytest.fixture
def organizer(client, quiz):
    someone = factories.person()
    factories.membership(quiz.course.team, someone)
    client.force_login(someone)
    return someone


def test_the_desk_shows_both_marks_first_and_gives_them_on_demand(client, quiz, organizer):
    turned(taken(quiz, [2], [1]).responses.first().question)
    page = reverse("quizzes:regrades", args=[quiz.course.slug, quiz.code])
    dry = client.post(page, {"reason": "The key was wrong."}, follow=True)
    assert all(each in words(dry) for each in ("What would change", "Passed now", "Give these marks"))
    regrade = Regrade.objects.get()
    done = client.post(reverse("quizzes:apply_regrade", args=[quiz.course.slug, quiz.code, regrade.code]), follow=True)
    assert "1 result was changed." in words(done) and "Give these marks" not in words(done)
    assert "The key was wrong." in words(client.get(page))


def test_the_desk_asks_for_a_reason_and_says_when_nothing_changes(client, quiz, organizer):
    page = reverse("quizzes:regrades", args=[quiz.course.slug, quiz.code])
    assert client.post(page, {"reason": ""}).status_code == 422
    assert "No mark changes" in words(client.post(page, {"reason": "To be sure."}, follow=True))


def test_the_desk_lists_near_misses(client, organizer, quiz):
    question = actions.add_question(quiz.course, TEXTS["short"], module=quiz.module, by=None, at=AT)
    taken(quiz, [1], [1], "Amu Daria")
    page = words(client.get(reverse("quizzes:regrades", args=[quiz.course.slug, quiz.code])))
    assert "Amu Daria" in page and question.stem in page


def test_other_teams_cannot_mark_again(client, quiz):
    regrade = again(quiz)
    client.force_login(factories.team(organizer=factories.person()).members.get())
    args = [quiz.course.slug, quiz.code]
    assert client.get(reverse("quizzes:regrades", args=args)).status_code == 404
    assert client.post(reverse("quizzes:apply_regrade", args=[*args, regrade.code])).status_code == 404
