from datetime import timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.quizzes import actions
from courseware.quizzes.actions import ChoiceText, QuestionText
from courseware.quizzes.errors import (
    AnswerShown,
    AttemptOver,
    ChangedMeanwhile,
    FaultyQuestion,
    NoAnswer,
    NoQuestions,
    NothingDrafted,
    NotOffered,
    UnfitAnswer,
    UnknownSection,
)
from courseware.quizzes.models import Attempt, Question
from courseware.quizzes.questionfile import parse
from courseware.quizzes.states import Behaviour, Review
from courseware.reading.errors import AlreadyInCourse
from courseware.reading.models import Course
from intake.models import SourceDocument
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
LATER = AT + timedelta(minutes=5)
TWO = (ChoiceText("Amu Darya", True, "Yes."), ChoiceText("Volga", False))


def ids(response, *texts):
    return [choice.key for choice in response.question.choices.all() if choice.text in texts]


def words(response):
    return [choice.text for choice in response.question.choices.all() if choice.key in response.answer]


@pytest.fixture
def attempt():
    quiz = factories.quiz(questions=3)
    return actions.start(quiz, person=factories.person(), at=AT)


@pytest.fixture
def answered(attempt):
    first = attempt.responses.get(position=1)
    return actions.answer(attempt, 1, ids(first, "Wrong"), at=AT)


def test_a_try_holds_the_approved_questions_only():
    quiz = factories.quiz(questions=2)
    factories.question(quiz.module, review=Review.DRAFTED)
    factories.question(quiz.module, review=Review.REJECTED)
    attempt = actions.start(quiz, person=factories.person(), at=AT)
    assert attempt.question_count == attempt.responses.count() == 2


def test_starting_again_resumes_the_open_try(attempt):
    assert actions.start(attempt.quiz, person=attempt.person, at=LATER) == attempt


def test_a_question_approved_meanwhile_does_not_enter_an_open_try(attempt):
    factories.question(attempt.quiz.module)
    again = actions.start(attempt.quiz, person=attempt.person, at=LATER)
    assert again.responses.count() == 3


def test_a_quiz_without_approved_questions_cannot_be_started():
    with pytest.raises(NoQuestions):
        actions.start(factories.quiz(), person=factories.person(), at=AT)


def test_an_answer_is_kept_as_given(answered):
    answered.refresh_from_db()
    assert answered.answered_at == AT
    assert answered.is_right is False
    assert words(answered) == ["Wrong"]


def test_the_same_answer_again_changes_nothing(attempt, answered):
    again = actions.answer(attempt, 1, ids(answered, "Wrong"), at=LATER)
    assert again.answered_at == AT


def test_an_answer_whose_feedback_was_shown_stays(attempt, answered):
    with pytest.raises(AnswerShown):
        actions.answer(attempt, 1, ids(answered, "Right"), at=LATER)
    answered.refresh_from_db()
    assert answered.is_right is False


def test_with_feedback_at_the_end_an_answer_can_be_changed_until_then():
    attempt = actions.start(factories.quiz(questions=1, behaviour=Behaviour.DEFERRED), person=factories.person(), at=AT)
    actions.answer(attempt, 1, [2], at=AT)
    changed = actions.answer(attempt, 1, [1], at=LATER)
    assert (changed.answer, changed.sequence, changed.is_right) == ([1], 2, None)


def test_an_empty_answer_is_refused(attempt):
    with pytest.raises(NoAnswer):
        actions.answer(attempt, 1, [], at=AT)


def test_an_answer_of_another_question_is_refused(attempt):
    with pytest.raises(NotOffered):
        actions.answer(attempt, 1, [3], at=AT)


def test_two_answers_to_a_question_with_one_are_refused(attempt):
    first = attempt.responses.get(position=1)
    with pytest.raises(UnfitAnswer, match="one answer only"):
        actions.answer(attempt, 1, ids(first, "Right", "Wrong"), at=AT)


def test_several_answers_earn_their_share_and_are_right_only_as_the_whole_set():
    quiz = factories.quiz()
    for _ in range(2):
        factories.question(quiz.module, right=("A", "B"), wrong=("C",))
    attempt = actions.start(quiz, person=factories.person(), at=AT)
    half, whole = (actions.answer(attempt, n, keys, at=AT) for n, keys in ((1, [1]), (2, [1, 2])))
    assert (half.mark, half.is_right, whole.mark, whole.is_right) == (Fraction(1, 2), False, 1, True)


def test_submitting_counts_what_is_right_and_decides(attempt):
    attempt.quiz.pass_percent = 60
    for position in (1, 2):
        response = attempt.responses.get(position=position)
        actions.answer(attempt, position, ids(response, "Right"), at=AT)
    done = actions.submit(attempt, at=LATER)
    assert (done.right_count, done.passed, done.submitted_at) == (2, True, LATER)
    assert done.responses.get(position=3).is_right is False


def test_submitting_twice_changes_nothing(attempt):
    actions.submit(attempt, at=AT)
    again = actions.submit(attempt, at=LATER)
    assert again.submitted_at == AT
    assert AuditEntry.objects.filter(action="quiz_submitted").count() == 1


def test_nothing_can_be_answered_after_submission(attempt):
    first = attempt.responses.get(position=1)
    actions.submit(attempt, at=AT)
    with pytest.raises(AttemptOver):
        actions.answer(attempt, 1, ids(first, "Right"), at=LATER)
    assert attempt.responses.get(position=1).answered_at is None


def test_a_new_try_follows_a_finished_one(attempt):
    actions.submit(attempt, at=AT)
    assert actions.start(attempt.quiz, person=attempt.person, at=LATER) != attempt


def test_the_trail_names_nobody_but_the_actor(attempt):
    actions.submit(attempt, at=AT)
    entry = AuditEntry.objects.get(action="quiz_submitted")
    assert entry.actor == attempt.person.code
    assert entry.details == {"right": 0, "passed": False}


def test_only_a_question_that_can_be_asked_is_added():
    module = factories.module()
    with pytest.raises(FaultyQuestion, match="at least two answers"):
        actions.add_question(module.course, QuestionText("single", "Which?", TWO[:1]), module=module, by=None, at=AT)
    assert not module.questions.exists()


def test_a_persons_own_question_is_approved_and_comes_last():
    module = factories.quiz(questions=2).module
    added = actions.add_question(module.course, QuestionText("single", "Which?", TWO), module=module, by=None, at=AT)
    assert added.review == Review.APPROVED
    assert list(module.questions.all())[-1] == added
    assert [choice.text for choice in added.choices.all()] == ["Amu Darya", "Volga"]


def test_correcting_a_question_that_nobody_answered_keeps_the_row():
    question = factories.question(review=Review.DRAFTED)
    same = actions.correct_question(question, QuestionText("single", "Which river?", TWO), by=None, at=AT)
    assert same.pk == question.pk
    assert same.review == Review.DRAFTED
    assert [choice.text for choice in same.choices.all()] == ["Amu Darya", "Volga"]


def test_correcting_an_answered_question_leaves_past_tries_as_they_were(attempt, answered):
    old = answered.question
    new = actions.correct_question(old, QuestionText("single", "Which river?", TWO), by=None, at=LATER)
    assert new.pk != old.pk
    assert (new.position, new.review) == (old.position, Review.APPROVED)
    assert Question.objects.get(pk=old.pk).review == Review.REPLACED
    assert words(attempt.responses.get(position=1)) == ["Wrong"]


def test_a_replaced_question_cannot_be_approved_again(attempt, answered):
    actions.correct_question(answered.question, QuestionText("single", "Which river?", TWO), by=None, at=LATER)
    actions.review(answered.question, Review.APPROVED, by=None, at=LATER)
    assert answered.question.review == Review.REPLACED


def test_a_verdict_given_twice_is_recorded_once():
    question = factories.question(review=Review.DRAFTED)
    for _ in range(2):
        actions.review(question, Review.APPROVED, by=None, at=AT)
    assert question.review == Review.APPROVED
    assert AuditEntry.objects.filter(action="question_reviewed").count() == 1


WRITTEN = """module: Rivers
? Which river is in the region?
+ Amu Darya
- Volga
passage: "The Amu Darya is in the region."
section: {section}
"""


def test_written_questions_come_approved_with_their_section():
    module = factories.module(sections=0)
    section = factories.section(module, heading="Waters")
    added = actions.add_written_questions(module, parse(WRITTEN.format(section="waters")), by=None, at=AT)
    assert [(each.review, each.section, each.drafted) for each in added] == [(Review.APPROVED, section, False)]
    assert added[0].passage == "The Amu Darya is in the region."


def test_a_file_of_questions_given_twice_is_added_once():
    module = factories.module(sections=0)
    factories.section(module, heading="Waters")
    for _ in range(2):
        actions.add_written_questions(module, parse(WRITTEN.format(section="Waters")), by=None, at=AT)
    assert module.questions.count() == 1


def test_a_section_that_the_module_lacks_refuses_the_whole_file():
    module = factories.module()
    with pytest.raises(UnknownSection, match="Mountains"):
        actions.add_written_questions(module, parse(WRITTEN.format(section="Mountains")), by=None, at=AT)
    assert not module.questions.exists()


def test_a_page_becomes_a_draft_course_with_drafted_questions(page):
    team = factories.team()
    made = actions.draft_course_from_file("page.txt", page, team=team, by=None, at=AT)
    module = made.course.modules.get()
    assert (made.course.state, module.state, made.course.team) == ("draft", "draft", team)
    assert module.title == made.course.title == "Rivers and Borders in the Region"
    assert module.quiz.pass_percent == 70
    assert set(module.questions.values_list("review", "drafted")) == {(Review.DRAFTED, True)}


def test_further_pages_are_appended_to_a_course(page):
    course = factories.course()
    factories.module(course, position=1)
    actions.draft_course_from_file("page.txt", page, team=course.team, course=course, by=None, at=AT)
    assert [module.position for module in course.modules.all()] == [1, 2]


def test_the_same_page_twice_is_refused_and_leaves_nothing_behind(page):
    course = factories.course()
    actions.draft_course_from_file("page.txt", page, team=course.team, course=course, by=None, at=AT)
    with pytest.raises(AlreadyInCourse):
        actions.draft_course_from_file("again.txt", page, team=course.team, course=course, by=None, at=AT)
    assert course.modules.count() == SourceDocument.objects.count() == 1


def test_a_page_without_an_article_is_refused_in_words_and_leaves_nothing_behind():
    with pytest.raises(NothingDrafted, match="No article was found in note"):
        actions.draft_course_from_file("note.txt", b"Only a line", team=factories.team(), by=None, at=AT)
    assert not Course.objects.exists()
    assert not SourceDocument.objects.exists()


def test_one_person_has_one_open_try_per_quiz(attempt):
    other = actions.start(attempt.quiz, person=factories.person(), at=AT)
    assert other != attempt
    assert Attempt.objects.of(attempt.person).open().count() == 1


def test_a_question_that_was_replaced_meanwhile_is_not_corrected_a_second_time(attempt, answered):
    question, text = answered.question, QuestionText("single", "New?", (ChoiceText("a", True), ChoiceText("b", False)))
    stale = Question.objects.get(pk=question.pk)
    actions.correct_question(question, text, by=None, at=AT)
    before = Question.objects.count()
    with pytest.raises(ChangedMeanwhile):
        actions.correct_question(stale, text, by=None, at=AT)
    assert Question.objects.count() == before
    assert Question.objects.approved().filter(stem="New?").count() == 1


def test_a_correction_keeps_the_verdict_given_since_the_question_was_read():
    stale = factories.question(review=Review.DRAFTED)
    actions.review(Question.objects.get(), Review.REJECTED, by=None, at=AT)
    text = QuestionText("single", "New?", (ChoiceText("a", True), ChoiceText("b", False)))
    assert actions.correct_question(stale, text, by=None, at=AT).review == Review.REJECTED
