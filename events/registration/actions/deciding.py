"""Deciding about many at once: each one is a decision of its own, so one that was taken meanwhile undoes no other."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from accounts.people.models import Person
from events.registration.actions.moving import approve, decline
from events.registration.actions.seats import S
from events.registration.errors import NotAMove, NothingChosen, ReasonMissing
from events.registration.models import Registration


class Decided(NamedTuple):
    """How many were decided, how many of these were put on the waiting list, how many somebody else decided first."""

    done: int
    waiting: int
    meanwhile: int


def approve_all(registrations: Iterable[Registration], *, by: Person, at: datetime) -> Decided:
    """In the order in which they registered, so that the seats go to those who came first. Raises NothingChosen."""
    rows = chosen(registrations)
    outcomes = [approved(row, by=by, at=at) for row in rows]
    done = [state for state in outcomes if state]
    return Decided(len(done), done.count(S.WAITING), outcomes.count(None))


def decline_all(registrations: Iterable[Registration], *, reason: str, by: Person, at: datetime) -> Decided:
    """With one reason for all. Raises NothingChosen or ReasonMissing."""
    rows = chosen(registrations)
    if not reason.strip():
        raise ReasonMissing
    outcomes = [declined(row, reason=reason, by=by, at=at) for row in rows]
    return Decided(sum(outcomes), 0, outcomes.count(False))


def chosen(registrations: Iterable[Registration]) -> list[Registration]:
    rows = sorted(registrations, key=lambda row: (row.created_at, row.pk))
    if not rows:
        raise NothingChosen
    return rows


def approved(registration: Registration, *, by: Person, at: datetime) -> str | None:
    """The state that approving led to; None where there was nothing to approve any more."""
    try:
        return approve(registration, by=by, at=at).state
    except NotAMove:
        return None


def declined(registration: Registration, *, reason: str, by: Person, at: datetime) -> bool:
    try:
        decline(registration, reason=reason, by=by, at=at)
    except NotAMove:
        return False
    return True
