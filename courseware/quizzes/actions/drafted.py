import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import PurePath

from django.db import transaction

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.quizzes.actions.texts import ChoiceText, QuestionText, write
from courseware.quizzes.drafting import QuestionDraft, draft_questions
from courseware.quizzes.drafting.sufficiency import remarks_on
from courseware.quizzes.errors import NothingDrafted
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.wording import sentence
from courseware.reading.actions import add_modules, start_course
from courseware.reading.drafting import draft_course, with_joined_headings
from courseware.reading.errors import AlreadyInCourse
from courseware.reading.models import Course, Module
from intake.actions import READ_AT_ONCE, receive, take_in
from intake.blocks import Remark
from intake.models import SourceDocument
from intake.states import ReadingState

PURPOSE = "course"
log = logging.getLogger(__name__)


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
    """Take the file in and draft from it, or raise (also intake.errors.Refused) and keep nothing at all.

    The file is read before the transaction: that may take seconds, and SQLite has one writer.
    """
    source = take_in(name, data, by=by, at=at, purpose=PURPOSE)
    try:
        return _draft(source, course or Course(team=team, title=title), by, at)
    except Exception:
        source.delete()
        raise


def hand_in_articles(
    name: str,
    data: bytes,
    *,
    team: Team,
    by: Person | None,
    at: datetime,
    course: Course | None = None,
    title: str = "",
) -> DraftedCourse:
    """As draft_course_from_file; but a long file is only kept, and read in the background (draft_read_articles).

    Its course is there at once: it bears the title that is wished, else the name of the file.
    """
    if len(data) <= READ_AT_ONCE:
        return draft_course_from_file(name, data, team=team, by=by, at=at, course=course, title=title)
    with transaction.atomic():
        course = course or start_course(team, title=title or PurePath(name).stem[:250], by=by, at=at)
        receive(name, data, by=by, at=at, purpose=purpose_of(course))
    return DraftedCourse(course, ())


def purpose_of(course: Course) -> str:
    """How a document says that modules of this course are still to be made of it."""
    return f"{PURPOSE}:{course.pk}"


def draft_read_articles(*, at: datetime) -> int:
    """Make modules of what the background has read. A page that none can be made of says so, and holds up no other."""
    done = 0
    for source in SourceDocument.objects.filter(purpose__startswith=f"{PURPOSE}:", state=ReadingState.READ):
        course = Course.objects.filter(pk=source.purpose.partition(":")[2]).first()
        done += course is not None and _add_read(source, course, at)
    return done


def forget_refused(*, at: datetime) -> int:
    """Files that no module came of go after a week: long enough to be told why."""
    refused = SourceDocument.objects.filter(purpose__startswith=f"{PURPOSE}:", state=ReadingState.REFUSED)
    return refused.filter(taken_in_at__lt=at - timedelta(days=7)).delete()[0]


def _add_read(source: SourceDocument, course: Course, at: datetime) -> bool:
    """False where somebody else did it meanwhile, or no module came of it."""
    try:
        with transaction.atomic():
            held = SourceDocument.objects.filter(pk=source.pk, purpose=source.purpose)
            if not held.update(purpose=PURPOSE):
                return False
            _draft(source, course, source.taken_in_by, at)
    except NothingDrafted:
        code = "no_article"
    except AlreadyInCourse:
        code = "in_course_already"
    except Exception:
        log.exception("no module could be made of document %s", source.pk)
        code = "not_drafted"
    else:
        return True
    SourceDocument.objects.filter(pk=source.pk).update(state=ReadingState.REFUSED, refusal=[code, {}])
    return False


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
    draft = with_joined_headings(draft_course(source.as_document()))
    if not draft.modules:
        raise NothingDrafted([sentence(remark) for remark in draft.warnings])
    if course.pk is None:
        course = start_course(course.team, title=course.title or draft.modules[0].title[:250], by=by, at=at)
    modules = add_modules(course, draft, source=source, by=by, at=at)
    asked = [draft_questions(drafted) for drafted in draft.modules]
    for module, questions in zip(modules, asked, strict=True):
        Quiz.objects.create(course=course, module=module)
        _add_drafted(module, questions)
    few = [remarks_on(drafted, questions) for drafted, questions in zip(draft.modules, asked, strict=True)]
    return DraftedCourse(course, (*draft.warnings, *chain(*few)))


def _add_drafted(module: Module, drafts: Iterable[QuestionDraft]) -> None:
    sections = {section.heading: section for section in module.sections.all()}
    for position, draft in enumerate(drafts, 1):
        choices = tuple(ChoiceText(each.text, each.correct, each.feedback) for each in draft.choices)
        text = QuestionText(draft.kind, draft.stem, choices, sections.get(draft.section or ""), draft.quote)
        made = {"type": draft.type, "score": draft.score, "lint": list(draft.lint)}
        write(Question(course=module.course, module=module, drafted=True, position=position, **made), text)
