import pytest
from django.utils import timezone

from courseware.certificates.standing import certificates_to_come
from courseware.quizzes import actions as quizzes
from courseware.quizzes.models import Quiz
from courseware.quizzes.states import Purpose, Review
from courseware.reading import actions as reading
from courseware.reading.models import Module, Progress
from courseware.reading.states import Access, Shown
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def reader():
    return factories.person()


@pytest.fixture
def quiz():
    return factories.quiz(factories.module(sections=2), questions=1)


def read(module, reader, count):
    for section in module.sections.all()[:count]:
        reading.mark_read(section, person=reader, at=AT)


def take(quiz, reader, text):
    attempt = quizzes.start(quiz, person=reader, at=AT)
    choice = attempt.responses.get().question.choices.get(text=text)
    quizzes.answer(attempt, 1, [choice.key], at=AT)
    quizzes.submit(attempt, at=AT)


def test_courses_that_were_not_begun_are_left_out(reader, quiz):
    read(quiz.module, factories.person(), 2)
    assert certificates_to_come(reader) == []


def test_what_is_still_missing_is_told(reader, quiz):
    read(quiz.module, reader, 1)
    (standing,) = certificates_to_come(reader)
    assert (standing.sections_read, standing.sections, standing.missing_quizzes) == (1, 2, (quiz,))
    assert not standing.ready


def test_a_quiz_tried_in_vain_is_still_missing(reader, quiz):
    take(quiz, reader, "Wrong")
    (standing,) = certificates_to_come(reader)
    assert standing.missing_quizzes == (quiz,)


def test_all_sections_and_all_quizzes_make_it_ready(reader, quiz):
    read(quiz.module, reader, 2)
    take(quiz, reader, "Right")
    (standing,) = certificates_to_come(reader)
    assert standing.ready


def test_a_quiz_once_passed_stays_passed(reader, quiz):
    take(quiz, reader, "Right")
    take(quiz, reader, "Wrong")
    (standing,) = certificates_to_come(reader)
    assert standing.missing_quizzes == ()


def test_draft_modules_and_quizzes_without_approved_questions_do_not_count(reader, quiz):
    factories.quiz(factories.module(quiz.module.course, state=Shown.DRAFT), questions=1)
    empty = factories.quiz(factories.module(quiz.module.course, sections=0))
    factories.question(empty.module, review=Review.DRAFTED)
    read(quiz.module, reader, 2)
    take(quiz, reader, "Right")
    assert certificates_to_come(reader)[0].ready


def test_a_course_that_was_closed_is_left_out(reader, quiz):
    read(quiz.module, reader, 2)
    quiz.module.course.access = Access.TEAM
    quiz.module.course.save()
    assert certificates_to_come(reader) == []


def test_minutes_are_those_of_the_modules_each_up_to_what_it_asks(reader, quiz):
    read(quiz.module, reader, 1)
    Progress.objects.update(seconds=600)
    Module.objects.update(reading_minutes=3)
    (standing,) = certificates_to_come(reader)
    assert (standing.minutes, standing.minutes_expected) == (3, 3)


def test_tests_wait_until_they_are_passed_and_the_first_no_longer_than_reading(reader, quiz):
    course = quiz.module.course
    before, after = (factories.course_test(course, purpose=purpose) for purpose in (Purpose.PRE, Purpose.POST))
    read(quiz.module, reader, 1)
    assert certificates_to_come(reader)[0].tests == (before, after)
    read(quiz.module, reader, 2)
    assert certificates_to_come(reader)[0].tests == (after,)
    Quiz.objects.update(opened_at=None)
    assert certificates_to_come(reader)[0].tests == ()


def test_three_courses_take_the_four_queries_of_one(reader, quiz, django_assert_num_queries):
    read(quiz.module, reader, 1)
    with django_assert_num_queries(4):
        assert len(certificates_to_come(reader)) == 1
    for _ in range(2):
        read(factories.quiz(questions=1).module, reader, 1)
    with django_assert_num_queries(4):
        assert len(certificates_to_come(reader)) == 3
