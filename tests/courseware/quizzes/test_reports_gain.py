from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from courseware.quizzes.models import Tag
from courseware.quizzes.reports.pairs import AT_EVENT, EVERYBODY, learned
from courseware.quizzes.states import Purpose
from tests import factories
from tests.courseware.quizzes.taken import take

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def course(organizer):
    team = factories.team(organizer=organizer)
    return factories.course(team=team, event=factories.event(team=team))


@pytest.fixture
def tests_of(course):
    before = factories.course_test(course)
    return before, factories.course_test(course, purpose=Purpose.POST, blueprint=before)


@pytest.fixture
def questions(course):
    """Two about an objective, two about nothing that is named so."""
    of_objective = Tag.objects.create(course=course, name="Can check papers", is_objective=True)
    rows = [factories.question(course=course) for _ in range(4)]
    for row in rows[:2]:
        row.tags.add(of_objective, Tag.objects.get_or_create(course=course, name="paper")[0])
    return rows


def trained(n, tests_of, questions, *, first=(0, 0, 0, 1), then=(1, 0, 0, 1), at=MARCH, **fields):
    """So many people who took both tests, with these marks."""
    people = [factories.person() for _ in range(n)]
    for person in people:
        for quiz, marks, day in ((tests_of[0], first, 0), (tests_of[1], then, 20)):
            when = at - timedelta(days=20 - day)
            take(quiz, dict(zip(questions, marks, strict=True)), person=person, at=when, **fields)
    return people


def page(client, course, organizer, name="gain", **query):
    client.force_login(organizer)
    return client.get(reverse(f"quizzes:{name}", args=[course.slug]), query)


def test_gain_is_told_in_all_and_by_objective(course, tests_of, questions):
    trained(6, tests_of, questions)
    found = learned(course)
    whole, objective = found.gain(EVERYBODY), found.gain(EVERYBODY, next(iter(found.objectives)))
    assert (whole.n, whole.before, whole.after, whole.raw.value) == (6, 0.25, 0.5, 0.25)
    assert (objective.before, objective.after, objective.normalised.value) == (0, 0.5, 0.5)


def test_tags_that_are_no_objectives_are_not_told_of(course, tests_of, questions):
    trained(5, tests_of, questions)
    assert list(learned(course).objectives.values()) == ["Can check papers"]


def test_only_people_who_took_both_tests_count(course, tests_of, questions):
    trained(5, tests_of, questions)
    take(tests_of[0], dict.fromkeys(questions, 0))
    take(tests_of[1], dict.fromkeys(questions, 1))
    found = learned(course)
    assert (found.gain(EVERYBODY).n, found.only_before, found.only_after) == (5, 1, 1)


def test_the_first_attempt_at_each_test_counts(course, tests_of, questions):
    for person in trained(5, tests_of, questions):
        take(tests_of[1], dict.fromkeys(questions, 1), person=person, at=MARCH + timedelta(days=2))
    assert learned(course).gain(EVERYBODY).after == 0.5


def test_a_test_after_that_was_taken_before_pairs_nobody(course, tests_of, questions):
    person = factories.person()
    take(tests_of[1], dict.fromkeys(questions, 1), person=person, at=MARCH)
    take(tests_of[0], dict.fromkeys(questions, 0), person=person, at=MARCH + timedelta(days=1))
    assert learned(course).pairs == []


def test_nothing_is_told_of_fewer_than_five(course, tests_of, questions):
    trained(4, tests_of, questions)
    assert learned(course).gain(EVERYBODY) is None


def test_people_are_told_by_event_and_by_month_of_the_second_test(course, tests_of, questions):
    for person in trained(5, tests_of, questions):
        factories.registration(course.event, person=person)
    trained(3, tests_of, questions, at=MARCH + timedelta(days=40))
    found = learned(course)
    assert {cohort: len(people) for cohort, people in found.cohorts.items()} == {
        EVERYBODY: 8, AT_EVENT: 5, "2026-03": 5, "2026-04": 3,
    }  # fmt: skip
    assert (found.gain(AT_EVENT).n, found.gain("2026-04")) == (5, None)


def test_an_objective_named_on_a_later_version_counts_for_earlier_answers(course, tests_of, questions):
    later = factories.question(course=course, series=questions[3].series, version=2)
    later.tags.add(Tag.objects.create(course=course, name="Later", is_objective=True))
    trained(5, tests_of, questions)
    found = learned(course)
    keys = {name: key for key, name in found.objectives.items()}
    assert found.gain(EVERYBODY, keys["Later"]).before == 1


def test_the_page_says_in_words_what_was_gained(client, course, tests_of, questions, organizer):
    trained(6, tests_of, questions)
    shown = page(client, course, organizer).content.decode()
    assert "6 people rose from 25 to 50 of 100 points, more than chance explains." in shown
    assert "They gained 33 % of what there was left to learn, which counts as a medium gain." in shown
    assert "Hake" in shown


def test_the_page_of_a_small_group_tells_nothing_of_it(client, course, tests_of, questions, organizer):
    trained(5, tests_of, questions)
    trained(3, tests_of, questions, at=MARCH + timedelta(days=40))
    shown = page(client, course, organizer, cohort="2026-04")
    assert "Fewer than 5 people of this group" in shown.content.decode()
    assert {row.gain for row in shown.context["rows"]} == {None}


def test_without_the_tests_the_page_says_what_is_needed(client, course, organizer):
    assert b"A test before and a test after are needed" in page(client, course, organizer).content


def test_the_file_holds_every_group_by_every_objective(client, course, tests_of, questions, organizer):
    trained(5, tests_of, questions)
    lines = page(client, course, organizer, "gain_csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 3 * 2
    assert "Everybody who took both tests,The whole test,5,25.0,50.0,25.0" in lines[1]
    assert lines[3] == "People registered for the event,The whole test,fewer than 5"
