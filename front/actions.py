"""What goes through every room: erasing a person, and emptying what was kept long enough."""

import logging
from collections import Counter
from datetime import datetime, timedelta
from importlib import import_module
from types import ModuleType

from django.conf import settings
from django.db import transaction

from accounts.audit import actions as audit
from accounts.audit.models import AuditEntry
from accounts.people.models import Person
from accounts.teams.models import Membership, Role, Team
from front.errors import LastOrganizer, RetentionStopped, RunsTheSite

RETENTION_RAN = "retention_ran"
RUNS_AFTER = timedelta(hours=20)
RUNS_AT_THE_LATEST = timedelta(hours=28)
NIGHT = range(19, 23)  # hours UTC: between midnight and four o'clock from Ashgabat to Bishkek

log = logging.getLogger(__name__)


def rooms(paths: list[str]) -> list[ModuleType]:
    return [import_module(path) for path in paths]


@transaction.atomic
def erase(person: Person, *, by: Person | None, at: datetime) -> None:
    """Forget a person in every room, the account last. What figures count stays, without the person.

    `by` is the person, or nobody for a command. Raises LastOrganizer or RunsTheSite; then nothing has changed.
    """
    refuse_unless_erasable(person)
    audit.record("person_erased", about=f"person:{person.code}", by=by, at=at)
    for room in reversed(rooms(settings.PERSONAL_DATA)):
        room.forget(person)


def refuse_unless_erasable(person: Person) -> None:
    """Inside a transaction the teams are held, so that the last two organizers cannot both leave."""
    if person.is_staff or person.is_superuser:
        raise RunsTheSite
    teams = Team.objects.filter(pk__in=Team.objects.managed_by(person).values("pk")).order_by("pk")
    if transaction.get_connection().in_atomic_block:
        teams = teams.select_for_update()
    for team in teams:
        others = Membership.objects.filter(team=team, role=Role.ORGANIZER, person__is_active=True)
        if not others.exclude(person=person).exists():
            raise LastOrganizer(team.name)


def is_retention_due(at: datetime) -> bool:
    """Once a night; by day only where a night was missed. The trail remembers, so a restart changes nothing."""
    last = AuditEntry.objects.filter(action=RETENTION_RAN).first()
    if last is None:
        return True
    waited = at - last.at
    return waited >= RUNS_AT_THE_LATEST or (waited >= RUNS_AFTER and at.hour in NIGHT)


def preview_retention(*, at: datetime) -> dict[str, int]:
    """What would be emptied or deleted at that moment, by name."""
    found: Counter[str] = Counter()
    for room in rooms(settings.RETENTION):
        found.update(room.preview(at))
    return dict(found)


def carry_out_retention(*, at: datetime) -> dict[str, int]:
    """Empty and delete what was kept long enough, room by room, and record that it ran with its figures.

    A room that fails does not keep the others from their part. Raises RetentionStopped in the end, and then there is
    no record, so that the next turn tries again.
    """
    done: Counter[str] = Counter()
    failed = []
    for room in rooms(settings.RETENTION):
        try:
            done.update(room.carry_out(at))
        except Exception:
            log.exception("%s failed; the other rooms go on", room.__name__)
            failed.append(room.__name__)
    if failed:
        raise RetentionStopped(failed)
    audit.record(RETENTION_RAN, about="site", by=None, at=at, **done)
    return dict(done)
