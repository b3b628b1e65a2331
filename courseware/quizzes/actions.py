from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.quizzes.drafting import QuestionDraft, draft_questions
from courseware.quizzes.drafting.sufficiency import remarks_on
from courseware.quizzes.errors import (
    AnswerShown,
    AttemptOver,
    ChangedMeanwhile,
    FaultyQuestion,
    NoAnswer,
    NoQuestions,
    NothingDrafted,
    NotOffered,
    UnknownSection,
)
from courseware.quizzes.grading import fault_of, has_passed, is_right
from courseware.quizzes.models import Attempt, Choice, Question, Quiz, Response
from courseware.quizzes.questionfile import QuestionFile, WrittenQuestion
from courseware.quizzes.states import Kind, Layout, Review
from courseware.quizzes.wording import sentence
from courseware.reading.actions import add_modules, start_course
from courseware.reading.drafting import draft_course
from courseware.reading.models import Course, Module, Section
from intake.actions import take_in
from intake.blocks import Remark
from intake.models import SourceDocument


@dataclass(frozen=True, slots=True)
class ChoiceText:
    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question as a person wrote or corrected it."""

    kind: str
    stem: str
    choices: tuple[ChoiceText, ...]
    section: Section | None = None
    passage: str = ""


@dataclass(frozen=True, slots=True)
class DraftedCourse:
    """A course with what the drafting remarked about the file; quizzes.wording has the sentences."""

    course: Course
    remarks: tuple[Remark, ...]


def draft_course_from_file(
    name: str,
    data: bytes,
    *,
    team: Team,
    by: Person | None,
    at: datetime,
    course: Course | None = None,
    title: str = "",
) -> DraftedCourse:
    """Take the file in and draft from it, or raise (also intake.errors.Refused) and keep nothing at all."""
    with transaction.atomic():
        source = take_in(name, data, by=by, at=at)
        return _draft(source, course or Course(team=team, title=title), by, at)


def draft_course_from(
    source: SourceDocument,
    *,
    team: Team,
    by: Person | None,
    at: datetime,
    course: Course | None = None,
    title: str = "",
) -> Course:
    """Draft modules, each with drafted questions and a quiz; into `course`, or into a new one of the team.

    Raises NothingDrafted where the file holds no article, AlreadyInCourse where its modules are there already.
    """
    return _draft(source, course or Course(team=team, title=title), by, at).course


@transaction.atomic
def _draft(source: SourceDocument, course: Course, by: Person | None, at: datetime) -> DraftedCourse:
    """`course` may be a wish still without a row; then it is started, named after the first article if need be."""
    draft = draft_course(source.as_document())
    if not draft.modules:
        raise NothingDrafted([sentence(remark) for remark in draft.warnings])
    if course.pk is None:
        course = start_course(course.team, title=course.title or draft.modules[0].title[:250], by=by, at=at)
    modules = add_modules(course, draft, source=source, by=by, at=at)
    asked = [draft_questions(drafted) for drafted in draft.modules]
    for module, questions in zip(modules, asked, strict=True):
        Quiz.objects.create(module=module)
        _add_drafted(module, questions)
    few = [remarks_on(drafted, questions) for drafted, questions in zip(draft.modules, asked, strict=True)]
    return DraftedCourse(course, (*draft.warnings, *chain(*few)))


def _add_drafted(module: Module, drafts: Iterable[QuestionDraft]) -> None:
    sections = {section.heading: section for section in module.sections.all()}
    for position, draft in enumerate(drafts, 1):
        choices = tuple(ChoiceText(each.text, each.correct, each.feedback) for each in draft.choices)
        text = QuestionText(draft.kind, draft.stem, choices, sections.get(draft.section or ""), draft.quote)
        _write(Question(module=module, drafted=True, score=draft.score, position=position), text)


def _write(question: Question, text: QuestionText) -> Question:
    for name in ("kind", "stem", "section", "passage"):
        setattr(question, name, getattr(text, name))
    question.save()
    Choice.objects.bulk_create(
        Choice(question=question, text=each.text, correct=each.correct, feedback=each.feedback, position=n)
        for n, each in enumerate(text.choices, 1)
    )
    return question


def _check(text: QuestionText) -> None:
    if fault := fault_of(text.kind, [(each.text, each.correct) for each in text.choices]):
        raise FaultyQuestion(fault)


@transaction.atomic
def add_written_questions(
    module: Module, question_file: QuestionFile, *, by: Person | None, at: datetime
) -> list[Question]:
    """Add the questions of a file, approved as they are; those whose stem the module has already are left out.

    Raises UnknownSection and FaultyQuestion.
    """
    sections = {section.heading.casefold(): section for section in module.sections.all()}
    known = {stem.casefold() for stem in module.questions.values_list("stem", flat=True)}
    new = [each for each in question_file.questions if each.stem.casefold() not in known]
    return [add_question(module, _text_of(each, sections), by=by, at=at) for each in new]


def _text_of(written: WrittenQuestion, sections: dict[str, Section]) -> QuestionText:
    section = sections.get((written.section or "").casefold())
    if written.section and section is None:
        raise UnknownSection(written.section)
    choices = tuple(ChoiceText(each.text, each.correct, each.feedback) for each in written.choices)
    return QuestionText(written.kind, written.stem, choices, section, written.passage)


@transaction.atomic
def add_question(module: Module, text: QuestionText, *, by: Person | None, at: datetime) -> Question:
    """A person's own question: approved at once, after the others. Raises FaultyQuestion."""
    _check(text)
    Quiz.objects.get_or_create(module=module)
    last = module.questions.order_by("position").values_list("position", flat=True).last() or 0
    question = _write(Question(module=module, review=Review.APPROVED, position=last + 1), text)
    audit.record("question_added", about=module.about, by=by, at=at, question=question.pk)
    return question


@transaction.atomic
def correct_question(question: Question, text: QuestionText, *, by: Person | None, at: datetime) -> Question:
    """The question that stands in the module from now on. Raises FaultyQuestion, or ChangedMeanwhile once replaced.

    It is another row where tries hold the old one: they keep the wording that was answered.
    """
    _check(text)
    # Held before the tries are looked at: a try that starts now waits, then holds the corrected question.
    standing = Question.objects.select_for_update().exclude(review=Review.REPLACED).filter(pk=question.pk).first()
    if standing is None:
        raise ChangedMeanwhile
    if standing.responses.exists():
        standing = _replaced(standing)
    else:
        standing.choices.all().delete()
    _write(standing, text)
    audit.record("question_corrected", about=question.module.about, by=by, at=at, question=standing.pk)
    return standing


def _replaced(question: Question) -> Question:
    """Set the row aside and return one, not yet written, that stands in its place. Raises ChangedMeanwhile."""
    if not Question.objects.filter(pk=question.pk).exclude(review=Review.REPLACED).update(review=Review.REPLACED):
        raise ChangedMeanwhile
    kept = {name: getattr(question, name) for name in ("module", "review", "drafted", "score", "position")}
    return Question(**kept)


@transaction.atomic
def review(question: Question, verdict: str, *, by: Person | None, at: datetime) -> None:
    """Approve, reject, or lay aside to be reviewed again; twice is as once. A replaced question stays replaced."""
    open_ones = Question.objects.filter(pk=question.pk).exclude(review__in=[verdict, Review.REPLACED])
    if open_ones.update(review=verdict):
        about = question.module.about
        audit.record("question_reviewed", about=about, by=by, at=at, question=question.pk, verdict=str(verdict))
    question.refresh_from_db(fields=["review"])


@transaction.atomic
def set_up_quiz(module: Module, *, layout: str, pass_percent: int, by: Person | None, at: datetime) -> Quiz:
    given = {"layout": layout, "pass_percent": pass_percent}
    quiz, _new = Quiz.objects.update_or_create(module=module, defaults=given)
    audit.record("quiz_set_up", about=module.about, by=by, at=at, **given)
    return quiz


@transaction.atomic
def start(quiz: Quiz, *, person: Person, at: datetime) -> Attempt:
    """The person's open try, or a new one that holds the questions approved at this moment. Raises NoQuestions."""
    if resumed := Attempt.objects.of(person).open().filter(quiz=quiz).first():
        return resumed
    questions = list(Question.objects.approved().filter(module=quiz.module_id))
    if not questions:
        raise NoQuestions
    fresh = {"started_at": at, "question_count": len(questions)}
    attempt, is_new = Attempt.objects.get_or_create(quiz=quiz, person=person, submitted_at=None, defaults=fresh)
    if is_new:
        rows = [Response(attempt=attempt, question=question, position=n) for n, question in enumerate(questions, 1)]
        Response.objects.bulk_create(rows)
    return attempt


@transaction.atomic
def answer(attempt: Attempt, position: int, choices: Collection[int], *, at: datetime) -> Response:
    """Keep what was chosen (keys of choices) for the question at `position`; the same answer twice is as once.

    Raises AttemptOver, AnswerShown (one question per page: its feedback has been seen), NoAnswer, NotOffered.
    """
    if not _locked(attempt):
        raise AttemptOver
    response = attempt.responses.select_related("question").get(position=position)
    chosen, offered = set(choices), dict(response.question.choices.values_list("pk", "correct"))
    if not chosen:
        raise NoAnswer
    if not chosen <= offered.keys() or (len(chosen) > 1 and response.question.kind != Kind.MULTIPLE):
        raise NotOffered
    if response.answered_at and attempt.quiz.layout == Layout.ONE_BY_ONE:
        if chosen == set(response.chosen.values_list("pk", flat=True)):
            return response
        raise AnswerShown
    response.chosen.set(chosen)
    response.answered_at = at
    response.is_right = is_right(chosen, [pk for pk, correct in offered.items() if correct])
    response.save(update_fields=["answered_at", "is_right"])
    return response


@transaction.atomic
def submit(attempt: Attempt, *, at: datetime) -> Attempt:
    """Finish the try: what is unanswered counts as wrong. A second time changes nothing."""
    if _locked(attempt):
        right = attempt.responses.filter(is_right=True).count()
        passed = has_passed(right, attempt.question_count, attempt.quiz.pass_percent)
        attempt.responses.unanswered().update(is_right=False)
        Attempt.objects.open().filter(pk=attempt.pk).update(submitted_at=at, right_count=right, passed=passed)
        audit.record("quiz_submitted", about=attempt.about, by=attempt.person, at=at, right=right, passed=passed)
    attempt.refresh_from_db()
    return attempt


def _locked(attempt: Attempt) -> bool:
    """Hold the try until the end of the transaction; False where it is finished already."""
    return Attempt.objects.select_for_update().open().filter(pk=attempt.pk).first() is not None
