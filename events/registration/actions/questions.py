"""The event's own form: questions added, changed, moved and taken off. What was answered keeps its words.

The rows asked stand one after another by `position`, section by section. Every verb holds the event's row.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypedDict, TypeVar

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.slugs import free_slug
from events.programme.models import Event
from events.registration.actions.seats import locked
from events.registration.errors import ConditionBroken, QuestionGone, QuestionIncomplete
from events.registration.limits import normal
from events.registration.models import Question
from events.registration.states import WITH_CHOICES

LONGEST_KEY, FEWEST_CHOICES = 40, 2
Thing = TypeVar("Thing")


class Choice(TypedDict):
    """`key` is empty for a new choice and then made of the label."""

    key: str
    label: str


class QuestionValues(TypedDict, total=False):
    """What an organizer says of a question."""

    section: str
    kind: str
    label: str
    help: str
    required: bool
    choices: Sequence[Choice]
    shown_if_key: str
    shown_if_value: str
    seen_by: str
    purpose: str
    kept_days: int


@transaction.atomic
def add_question(event: Event, values: QuestionValues, *, by: Person | None, at: datetime, key: str = "") -> Question:
    """At the end of its section. `key` is given for ready-made ones, else made of the label and never used before.

    Raises QuestionIncomplete or ConditionBroken.
    """
    locked(event.pk)
    used = Question.objects.filter(event=event).values_list("key", flat=True)
    key = key or free_slug(values["label"], used, fallback="question", most=LONGEST_KEY - 4)
    asked = asked_of(event)
    question = Question(event=event, key=key, position=len(asked), created_at=at)
    assign(question, values)
    question.save()
    put_in_order([*asked, question])
    note("question_added", question, by=by, at=at)
    return question


@transaction.atomic
def change_question(question: Question, values: QuestionValues, *, by: Person | None, at: datetime) -> Question:
    """Set these values. Once it has answers a new row of the same key takes its place and the old one is retired.

    Raises QuestionGone, QuestionIncomplete or ConditionBroken.
    """
    old = held(question)
    asked = asked_of(old.event)
    if old.answers.exists():
        Question.objects.filter(pk=old.pk).update(retired_at=at)
        new = Question.objects.get(pk=old.pk)
        new.pk, new.code, new.created_at, new.retired_at = None, Question().code, at, None
        new._state.adding = True
    else:
        new = old
    assign(new, values)
    new.save()
    put_in_order([new if row.pk == question.pk else row for row in asked])
    note("question_changed", new, by=by, at=at)
    return new


@transaction.atomic
def retire_question(question: Question, *, by: Person | None, at: datetime) -> None:
    """Ask it no more; what was answered stays until its time. Raises QuestionGone, or ConditionBroken while another
    question is only shown for an answer to this one."""
    row = held(question)
    Question.objects.filter(pk=row.pk).update(retired_at=at)
    put_in_order(asked_of(row.event))
    note("question_retired", row, by=by, at=at)


@transaction.atomic
def move_question(question: Question, *, up: bool, by: Person | None, at: datetime) -> None:
    """One place up or down within its section; at the edge nothing happens. Raises QuestionGone or ConditionBroken."""
    row = held(question)
    sections = by_section(asked_of(row.event))
    put_in_order([one for _name, rows in sections for one in (swapped(rows, row, up=up) if row in rows else rows)])
    note("question_moved", row, by=by, at=at)


@transaction.atomic
def move_section(question: Question, *, up: bool, by: Person | None, at: datetime) -> None:
    """The whole section of a question, one place up or down. Raises QuestionGone or ConditionBroken."""
    row = held(question)
    sections = by_section(asked_of(row.event))
    own = next(section for section in sections if row in section[1])
    put_in_order([one for _name, rows in swapped(sections, own, up=up) for one in rows])
    note("section_moved", row, by=by, at=at)


def asked_of(event: Event) -> list[Question]:
    return list(Question.objects.asked().filter(event=event).select_related("event"))


def by_section(questions: Iterable[Question]) -> list[tuple[str, list[Question]]]:
    """Sections in the order in which each first appears, with their questions."""
    sections: dict[str, list[Question]] = {}
    for question in questions:
        sections.setdefault(question.section, []).append(question)
    return list(sections.items())


def held(question: Question) -> Question:
    """The row as it stands now, locked against answers that come in as well. Raises QuestionGone."""
    event = locked(question.event_id)
    row = Question.objects.asked().select_for_update().filter(pk=question.pk).first()
    if row is None:
        raise QuestionGone
    row.event = event
    return row


def assign(question: Question, values: QuestionValues) -> None:
    """Raises QuestionIncomplete."""
    if unknown := set(values) - set(QuestionValues.__annotations__):
        raise TypeError(f"no values of a question: {', '.join(sorted(unknown))}")
    for name, value in values.items():
        setattr(question, name, value)
    has_choices = question.kind in WITH_CHOICES
    question.choices = keyed(question.choices) if has_choices else []
    says_all = question.label.strip() and question.purpose.strip() and question.kept_days
    if not says_all or (has_choices and len(question.choices) < FEWEST_CHOICES):
        raise QuestionIncomplete


def keyed(choices: Sequence[Choice]) -> list[Choice]:
    """Each label once, each with a key of its own; keys that are there stay."""
    keys = [choice["key"] for choice in choices]
    done: dict[str, Choice] = {}
    for choice in choices:
        label = " ".join(choice["label"].split())
        key = choice["key"] or free_slug(label, keys, fallback="choice", most=LONGEST_KEY - 4)
        if label and normal(label) not in done:
            done[normal(label)] = {"key": key, "label": label}
            keys.append(key)
    return list(done.values())


def put_in_order(questions: Iterable[Question]) -> None:
    """Number the rows, section by section. Raises ConditionBroken where one depends on what is not before it."""
    ordered = [question for _name, rows in by_section(questions) for question in rows]
    refuse_broken_conditions(ordered)
    for position, question in enumerate(ordered):
        question.position = position
    Question.objects.bulk_update(ordered, ["position"])


def refuse_broken_conditions(ordered: Sequence[Question]) -> None:
    before: dict[str, Question] = {}
    for question in ordered:
        on = before.get(question.shown_if_key)
        if question.shown_if_key and (on is None or question.shown_if_value not in on.conditions):
            raise ConditionBroken(question.label)
        before[question.key] = question


def swapped(things: Sequence[Thing], thing: Thing, *, up: bool) -> list[Thing]:
    done, place = list(things), list(things).index(thing)
    other = place - 1 if up else place + 1
    if 0 <= other < len(done):
        done[place], done[other] = done[other], done[place]
    return done


def note(action: str, question: Question, *, by: Person | None, at: datetime) -> None:
    audit.record(action, about=question.event.about, by=by, at=at, question=str(question.code))
