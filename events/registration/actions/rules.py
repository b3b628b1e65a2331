"""The rules by which the seats of an event are given. One door: whatever frees a seat here gives it on at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme import actions as programme
from events.programme.models import Event
from events.registration.actions.seats import fill, locked
from events.registration.errors import LimitBelowTaken, OnlyATarget
from events.registration.limits import Key, Limits, normal
from events.registration.models import Quota, Rules
from events.registration.standing import limits_of
from events.registration.states import LIMITED

OF_THE_EVENT = frozenset({"capacity", "admission", "registration_opens_at", "registration_closes_at"})
OF_THE_RULES = frozenset(field.name for field in Rules._meta.fields) - {"event"}


class QuotaValues(NamedTuple):
    """A limit and a target, each None where there is none. An empty `value` speaks of each one of its scope."""

    scope: str
    value: str
    limit: int | None = None
    target: int | None = None

    @property
    def key(self) -> Key:
        return (self.scope, normal(self.value))


@transaction.atomic
def set_rules(
    event: Event,
    *,
    by: Person | None,
    at: datetime,
    seen: int | None = None,
    quotas: Sequence[QuotaValues] = (),
    **values: object,
) -> Event:
    """Set what stands in OF_THE_EVENT and OF_THE_RULES, and `quotas`; whoever waits is seated as far as that allows.

    `seen` is the event's sequence that the person was shown. Raises what programme's `correct` does (SeatsTaken with
    the figure, ClosesAfterTheEnd, ChangedMeanwhile …), LimitBelowTaken or OnlyATarget; then nothing has changed.
    """
    if unknown := set(values) - OF_THE_EVENT - OF_THE_RULES:
        raise TypeError(f"no rules: {', '.join(sorted(unknown))}")
    locked(event.pk)
    programme.correct(event, by=by, at=at, seen=seen, **{name: values[name] for name in values.keys() & OF_THE_EVENT})
    change_rules(event, by=by, at=at, **{name: values[name] for name in values.keys() & OF_THE_RULES})
    return change_quotas(event, quotas, by=by, at=at)


def set_quotas(event: Event, rows: Sequence[QuotaValues], *, by: Person | None, at: datetime) -> Event:
    """Set these limits and targets, and leave the others; a row with neither is removed.

    Raises LimitBelowTaken with the figure, or OnlyATarget.
    """
    return set_rules(event, by=by, at=at, quotas=rows)


def set_quota(
    event: Event,
    *,
    scope: str,
    value: str = "",
    limit: int | None = None,
    target: int | None = None,
    by: Person | None,
    at: datetime,
) -> Event:
    """One limit, one target, or both. Raises LimitBelowTaken with the figure, or OnlyATarget."""
    return set_quotas(event, [QuotaValues(scope, value, limit, target)], by=by, at=at)


def remove_quota(event: Event, *, scope: str, value: str = "", by: Person | None, at: datetime) -> Event:
    """Raises LimitBelowTaken where a general limit would take its place that is below what is taken."""
    return set_quotas(event, [QuotaValues(scope, value)], by=by, at=at)


def change_rules(event: Event, *, by: Person | None, at: datetime, **values: Any) -> None:
    rules = Rules.objects.of(event)
    changed = {name for name, value in values.items() if getattr(rules, name) != value}
    if not changed:
        return
    for name in changed:
        setattr(rules, name, values[name])
    rules.save()
    audit.record("rules_set", about=event.about, by=by, at=at, values=" ".join(sorted(changed)))


def change_quotas(event: Event, rows: Sequence[QuotaValues], *, by: Person | None, at: datetime) -> Event:
    """The last step of every change: also where no quota changes, the line moves up as far as it now can."""
    row = locked(event.pk)
    before = limits_of(row)
    if changed := sum([write(row, quota) for quota in rows]):
        limited = Quota.objects.filter(event=row, scope__in=LIMITED, limit__isnull=False)
        row.has_limits = limited.exists()
        row.version += 1
        Event.objects.filter(pk=row.pk).update(has_limits=row.has_limits, version=F("version") + 1)
        refuse_lowered(before, limits_of(row))
        audit.record("quotas_set", about=row.about, by=by, at=at, rows=changed)
    fill(row, at=at, why="rules_changed")
    return row


def write(event: Event, quota: QuotaValues) -> bool:
    """Whether anything was other than it is now. Rows are one whatever their capitals and blanks."""
    if quota.limit is not None and quota.scope not in LIMITED:
        raise OnlyATarget
    same = [row for row in Quota.objects.filter(event=event, scope=quota.scope) if normal(row.value) == quota.key[1]]
    row = same[0] if same else Quota(event=event, scope=quota.scope, value=" ".join(quota.value.split()))
    if (row.limit, row.target) == (quota.limit, quota.target):
        return False
    row.limit, row.target = quota.limit, quota.target
    if quota.limit is None and quota.target is None:
        row.delete()
    else:
        row.save()
    return True


def refuse_lowered(before: Limits, now: Limits) -> None:
    """Limits are never lowered below what is taken; one that is overdrawn already may stay as it is."""
    for (scope, value), taken in now.taken.items():
        limit, was = now.limit_of((scope, value)), before.limit_of((scope, value))
        if limit is not None and limit < taken and (was is None or limit < was):
            raise LimitBelowTaken(scope, value, taken)
