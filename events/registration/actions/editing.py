"""A person's answers changed afterwards: until the deadline of the event's rules, without losing the seat."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.states import OPEN
from events.registration import letters
from events.registration.actions.entering import Answers, Given, keep_answers
from events.registration.actions.moving import held_row
from events.registration.actions.seats import S, fill, limits_of, move, needs_approval, rules_of, traits_of
from events.registration.errors import LimitReached, NotEditable
from events.registration.limits import Traits
from events.registration.models import Answer, Registration
from events.registration.states import LIMITED, LIVE


@transaction.atomic
def edit(
    registration: Registration, *, answers: Answers, given: Sequence[Given], by: Person | None, at: datetime
) -> Registration:
    """Set what everybody is asked (as far as `answers` names it) and all answers to the questions asked now.

    A question of today's form that is not in `given` is left empty. An answer to a question that is asked no more
    stays; one to an earlier wording gives way to what is answered to the present one. Where the event's rules ask for
    it, a confirmed registration waits for approval again and keeps its seat. Raises NotEditable or LimitReached.
    """
    row = held_row(registration)
    if not may_edit(row, at=at):
        raise NotEditable
    changed = {name for name, value in answers.items() if str(getattr(row, name)) != str(value)}
    before = {answer.question.key: answer for answer in row.answers.select_related("question")}
    changed_keys = keep_changed(row, before, given)
    if changed:
        take_over(row, answers, changed)
    if changed or changed_keys:
        Registration.objects.filter(pk=row.pk).update(edited_at=at)
        row.edited_at = at
        fields = ",".join([*sorted(changed), *sorted(f"question:{key}" for key in changed_keys)])
        audit.record("registration_edited", about=row.about, by=by, at=at, event=row.event_id, fields=fields)
        approve_again(row, by=by, at=at)
        fill(row.event, at=at, why="swept")
    return row


def may_edit(registration: Registration, *, at: datetime) -> bool:
    event = registration.event
    return registration.state in LIVE and event.state in OPEN and rules_of(event).may_edit(at)


def take_over(row: Registration, answers: Answers, changed: set[str]) -> None:
    """Raises LimitReached where a seat would come to count against a limit that is full."""
    limits, counted = limits_of(row.event), [scope for scope in LIMITED if scope in changed]
    limits.taken.subtract(traits_of(row).counted_by())
    for name in changed:
        setattr(row, name, answers[name])
    if row.holds_seat and limits.blocking(Traits({scope: str(getattr(row, scope)) for scope in counted})):
        raise LimitReached
    row.save(update_fields=sorted(changed))


def keep_changed(row: Registration, before: dict[str, Answer], given: Sequence[Given]) -> set[str]:
    """Write the answers; returns the keys of the questions that are answered otherwise than before."""
    now = {one.question.key: one for one in given}
    asked = row.event.questions.asked()
    emptied = {
        one.key for one in asked if one.key not in now and one.key in before and one.still_takes(before[one.key])
    }
    anew = {key for key, one in now.items() if key not in before or before[key].question_id != one.question.pk}
    changed = {key for key, one in now.items() if key not in before or differs(before[key], one)}
    row.answers.filter(pk__in=[before[key].pk for key in (emptied | anew | changed) & before.keys()]).delete()
    keep_answers(row, [one for key, one in now.items() if key in anew | changed])
    return changed | emptied


def differs(answer: Answer, given: Given) -> bool:
    return answer.value != given.value or answer.file_id != (given.file.pk if given.file else None)


def asks_again(registration: Registration) -> bool:
    """Whether a change of a confirmed registration is looked at anew: the rules say so, and its way in is approved."""
    came_the_same_way = Registration(route=registration.route, approved_at=None)
    return rules_of(registration.event).approve_again and needs_approval(came_the_same_way, registration.event)


def approve_again(row: Registration, *, by: Person | None, at: datetime) -> None:
    if row.state == S.CONFIRMED and asks_again(row):
        move(row, S.PENDING, event=row.event, by=by, at=at, why="edited", holds_seat=True, approved_at=None)
        letters.received(row, at=at)
