from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.reviewing import keep_record, shown
from courseware.quizzes.actions.texts import ChoiceText, QuestionText, check, write
from courseware.quizzes.errors import ChangedMeanwhile, UnknownSection
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.questionfile import QuestionFile, WrittenQuestion
from courseware.quizzes.states import Recorded, Review
from courseware.reading.models import Module, Section


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
    check(text)
    Quiz.objects.get_or_create(module=module)
    last = module.questions.order_by("position").values_list("position", flat=True).last() or 0
    question = write(Question(module=module, review=Review.APPROVED, position=last + 1), text)
    audit.record("question_added", about=module.about, by=by, at=at, question=question.pk)
    return question


@transaction.atomic
def correct_question(question: Question, text: QuestionText, *, by: Person | None, at: datetime) -> Question:
    """The question that stands in the module from now on. Raises FaultyQuestion, or ChangedMeanwhile once replaced.

    It is another row where tries hold the old one: they keep the wording that was answered.
    """
    check(text)
    # Held before the tries are looked at: a try that starts now waits, then holds the corrected question.
    standing = Question.objects.select_for_update().exclude(review=Review.REPLACED).filter(pk=question.pk).first()
    if standing is None:
        raise ChangedMeanwhile
    before = shown(standing)
    if standing.responses.exists():
        standing = _replaced(standing)
    else:
        standing.choices.all().delete()
    standing.lint = []
    write(standing, text)
    keep_record(standing, Recorded.EDITED, by=by, at=at, before=before)
    audit.record("question_corrected", about=question.module.about, by=by, at=at, question=standing.pk)
    return standing


def _replaced(question: Question) -> Question:
    """Set the row aside and return one, not yet written, that stands in its place. Raises ChangedMeanwhile."""
    if not Question.objects.filter(pk=question.pk).exclude(review=Review.REPLACED).update(review=Review.REPLACED):
        raise ChangedMeanwhile
    kept = {name: getattr(question, name) for name in ("module", "review", "drafted", "type", "score", "position")}
    return Question(**kept)
