from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.reading.models import Course
from courseware.surveys.asking import greeting, ready_made
from courseware.surveys.errors import NothingToAsk
from courseware.surveys.models import Question, Survey
from courseware.surveys.states import SurveyState
from events.programme.models import Event


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question as an organizer wrote it, by language."""

    kind: str
    words: Mapping[str, str]
    choices: Mapping[str, list[str]] = field(default_factory=dict)


@transaction.atomic
def start(subject: Course | Event, kind: str, *, by: Person | None, at: datetime) -> Survey:
    """A draft with our own questions; the one that is there already, where there is one of the kind."""
    of = {"course": subject} if isinstance(subject, Course) else {"event": subject}
    values = {"created_at": at, "introduction": greeting(kind)}
    survey, is_new = Survey.objects.get_or_create(kind=kind, **of, defaults=values)
    if is_new:
        Question.objects.bulk_create(ready_made(survey))
        audit.record("survey_started", about=survey.about, by=by, at=at, kind=str(kind))
    return survey


@transaction.atomic
def set_up(survey: Survey, *, introduction: Mapping[str, str], weeks: int, by: Person | None, at: datetime) -> None:
    Survey.objects.filter(pk=survey.pk).update(introduction=dict(introduction), weeks=weeks)
    audit.record("survey_set_up", about=survey.about, by=by, at=at, weeks=weeks)


@transaction.atomic
def move(survey: Survey, state: str, *, by: Person | None, at: datetime) -> None:
    """Open, or close; twice is as once. Raises NothingToAsk."""
    if state == SurveyState.OPEN and not survey.questions.standing().exists():
        raise NothingToAsk
    closed_at = at if state == SurveyState.CLOSED else None
    others = Survey.objects.filter(pk=survey.pk).exclude(state=state)
    if others.update(state=state, closed_at=closed_at):
        audit.record("survey_moved", about=survey.about, by=by, at=at, state=str(state))


@transaction.atomic
def add_question(survey: Survey, text: QuestionText, *, by: Person | None, at: datetime) -> Question:
    held = _hold(survey.pk)
    last = held.questions.order_by("position").last()
    question = _write(held, text, last.position + 1 if last else 1)
    audit.record("survey_question_added", about=survey.about, by=by, at=at)
    return question


@transaction.atomic
def correct_question(question: Question, text: QuestionText, *, by: Person | None, at: datetime) -> Question:
    """The same row while nobody was asked it; afterwards a new one, and what was answered stays with the old words."""
    held = _hold(question.survey_id)
    untouched = Question.objects.standing().filter(pk=question.pk, asked=0)
    values = {"kind": text.kind, "words": dict(text.words), "choices": dict(text.choices)}
    audit.record("survey_question_corrected", about=held.about, by=by, at=at)
    if untouched.update(**values):
        question.refresh_from_db()
        return question
    Question.objects.filter(pk=question.pk).update(replaced=True)
    return _write(held, text, question.position)


@transaction.atomic
def remove_question(question: Question, *, by: Person | None, at: datetime) -> None:
    """It is no longer asked; what was answered to it stays."""
    held = _hold(question.survey_id)
    if not Question.objects.filter(pk=question.pk, asked=0).delete()[0]:
        Question.objects.filter(pk=question.pk).update(replaced=True)
    audit.record("survey_question_removed", about=held.about, by=by, at=at)


@transaction.atomic
def move_question(question: Question, step: Literal[-1, 1], *, by: Person | None, at: datetime) -> None:
    """One place up (-1) or down (1); at either end it stays."""
    held = _hold(question.survey_id)
    rows = list(held.questions.standing())
    here = rows.index(question)
    there = min(max(here + step, 0), len(rows) - 1)
    rows.insert(there, rows.pop(here))
    for place, row in enumerate(rows, 1):
        row.position = place
    Question.objects.bulk_update(rows, ["position"])
    if there != here:
        audit.record("survey_question_moved", about=held.about, by=by, at=at, place=there + 1)


def _hold(survey: int) -> Survey:
    """The survey's row, locked: nobody else changes its questions, or fills it in, until the transaction ends."""
    return Survey.objects.select_for_update().get(pk=survey)


def _write(survey: Survey, text: QuestionText, position: int) -> Question:
    values = {"kind": text.kind, "words": dict(text.words), "choices": dict(text.choices)}
    return Question.objects.create(survey=survey, position=position, **values)
