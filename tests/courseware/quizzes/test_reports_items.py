from datetime import timedelta

import pytest
from django.urls import reverse

from courseware.quizzes.models import Response
from courseware.quizzes.reports.loading import report
from tests import factories
from tests.courseware.quizzes.taken import AT, take
from tests.courseware.quizzes.test_statistics import LEARNERS, ORACLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def quiz(organizer):
    course = factories.course(team=factories.team(organizer=organizer))
    return factories.quiz(factories.module(course))


@pytest.fixture
def questions(quiz):
    return [factories.question(quiz.module, wrong=("Wrong", "Never taken")) for _ in range(4)]


def page(client, quiz, organizer, name="items", **query):
    client.force_login(organizer)
    return client.get(reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.code]), query)


def taken_by(n, quiz, questions):
    """The better half is right about everything but the last, which the worse half knows."""
    for number in range(n):
        right = number % 2
        take(quiz, dict.fromkeys(questions[:-1], right) | {questions[-1]: 1 - right})


def test_the_oracle_comes_out_of_rows_as_out_of_numbers(quiz, questions):
    for row in LEARNERS:
        take(quiz, dict(zip(questions, row, strict=True)))
    Response.objects.filter(question=questions[2]).update(max_mark=2)
    found = report(quiz)
    assert [item.figures.discrimination for item in found.items] == pytest.approx(ORACLE["discrimination"], abs=5e-7)
    assert [item.figures.facility for item in found.items] == pytest.approx(ORACLE["facility"])


def test_one_attempt_of_each_person_counts_the_one_that_was_asked_for(quiz, questions):
    someone = factories.person()
    for day, right in enumerate((0, 2, 1)):
        marks = {question: int(n < right) for n, question in enumerate(questions)}
        take(quiz, marks, person=someone, at=AT + timedelta(days=day))
    means = {which: report(quiz, which).analysis.test.mean for which in ("first", "last", "highest", "all")}
    assert means == {"first": 0, "last": 1, "highest": 2, "all": 1}


def test_attempts_that_are_not_handed_in_do_not_count(quiz, questions):
    take(quiz, dict.fromkeys(questions, 1), submitted_at=None)
    assert report(quiz).n == 0


def test_versions_of_a_question_are_one_item(quiz, questions):
    newer = factories.question(quiz.module, series=questions[0].series, version=2)
    take(quiz, {questions[0]: 1, questions[1]: 0})
    take(quiz, {newer: 0, questions[1]: 0})
    first, second = report(quiz).items
    assert (first.question.version, first.figures.n, first.figures.facility) == (2, 2, 0.5)
    assert [version for version, _column in first.of_versions()] == [1, 2]
    assert second.of_versions() == []


def test_drawn_questions_leave_the_test_a_reliability(quiz, questions):
    fixed, *bank = questions
    for number in range(6):
        take(quiz, {fixed: number % 2, bank[number % 3]: number % 2}, drawn=bank)
    found = report(quiz)
    assert [item.column.is_drawn for item in found.items] == [False, True, True, True]
    assert found.analysis.test.reliability == pytest.approx(100)


def test_different_answers_are_counted_as_they_were_given(quiz, questions):
    take(quiz, {questions[0]: 0}, answers={questions[0]: None})
    take(quiz, {questions[0]: 0}, answers={questions[0]: [3]})
    assert sorted((each.answer or [], each.n) for each in report(quiz).items[0].given) == [([], 1), ([3], 1)]


def test_nothing_is_shown_of_fewer_than_ten(client, quiz, questions, organizer):
    taken_by(9, quiz, questions)
    shown = page(client, quiz, organizer).content.decode()
    assert "Figures are shown from 10 attempts on" in shown
    assert questions[0].stem not in shown


def test_a_question_that_only_weak_learners_get_right_is_named_with_what_to_do(client, quiz, questions, organizer):
    taken_by(10, quiz, questions)
    shown = page(client, quiz, organizer)
    assert b"Strong learners miss it more often than weak ones: check the key." in shown.content
    assert [row.number for row in shown.context["rows"] if row.is_serious] == [4]


def test_a_wrong_answer_that_nobody_took_is_named(client, quiz, questions, organizer):
    taken_by(10, quiz, questions)
    assert "“Never taken” is chosen by nobody" in page(client, quiz, organizer).content.decode()


@pytest.mark.parametrize(("sort", "numbers"), [("-number", [4, 3, 2, 1]), ("discrimination", [4, 1, 2, 3])])
def test_the_table_is_sorted_by_links(client, quiz, questions, organizer, sort, numbers):
    taken_by(10, quiz, questions)
    shown = page(client, quiz, organizer, sort=sort)
    assert [row.number for row in shown.context["sorted"]] == numbers


def test_what_an_address_asks_for_in_vain_is_left_aside(client, quiz, questions, organizer):
    taken_by(10, quiz, questions)
    assert page(client, quiz, organizer, attempts="none", sort="nothing").status_code == 200


def test_of_questions_asked_too_seldom_nothing_is_advised(client, quiz, questions, organizer):
    taken_by(10, quiz, questions[:3])
    take(quiz, dict.fromkeys(questions, 1))
    rows = page(client, quiz, organizer).context["rows"]
    assert [bool(row.advice) for row in rows] == [True, True, True, False]


def test_the_file_holds_each_question_and_the_test(client, quiz, questions, organizer):
    questions[0].stem = "=1+1"
    questions[0].save()
    taken_by(10, quiz, questions)
    told = page(client, quiz, organizer, "items_csv")
    assert told["Content-Type"] == "text/csv; charset=utf-8"
    lines = told.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("1,'=1+1,1,10,50.0,")
    assert any("Cronbach's alpha" in line for line in lines[5:])


def test_the_file_of_too_few_attempts_holds_no_figures(client, quiz, questions, organizer):
    taken_by(9, quiz, questions)
    lines = page(client, quiz, organizer, "items_csv").content.decode().splitlines()
    assert len(lines) == 2
    assert questions[0].stem not in lines[1]


def test_the_overview_leads_to_each_quiz(client, quiz, questions, organizer):
    taken_by(3, quiz, questions)
    client.force_login(organizer)
    shown = client.get(reverse("quizzes:statistics", args=[quiz.course.slug]))
    assert [each.people for each in shown.context["quizzes"]] == [3]
    assert reverse("quizzes:items", args=[quiz.course.slug, quiz.code]) in shown.content.decode()


def test_more_questions_take_no_more_queries(client, quiz, questions, organizer, queries_of):
    client.force_login(organizer)
    url = reverse("quizzes:items", args=[quiz.course.slug, quiz.code])
    taken_by(10, quiz, questions)
    before = queries_of(url)
    taken_by(10, quiz, [*questions, *(factories.question(quiz.module) for _ in range(5))])
    assert queries_of(url) == before <= 10
