from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.certificates.errors import AwardInUse, NothingAsked
from courseware.certificates.models import Award

CONDITIONS = ("minutes", "all_modules", "test_passed", "evaluation")


@transaction.atomic
def make_award(team: Team, details: dict[str, Any], *, by: Person | None, at: datetime) -> Award:
    """`details` are fields of Award. Raises NothingAsked."""
    award = Award(team=team, created_at=at, **details)
    check(award)
    award.save()
    audit.record("award_made", about=award.about, by=by, at=at, issued=str(award.issued), **award.rule)
    return award


@transaction.atomic
def change_award(award: Award, details: dict[str, Any], *, by: Person | None, at: datetime) -> None:
    """What was issued stays as it is. Raises NothingAsked."""
    for name, value in details.items():
        setattr(award, name, value)
    check(award)
    award.save(update_fields=list(details))
    Award.objects.filter(pk=award.pk).update(revision=F("revision") + 1)
    award.refresh_from_db(fields=["revision"])
    audit.record("award_changed", about=award.about, by=by, at=at, issued=str(award.issued), **award.rule)


@transaction.atomic
def remove_award(award: Award, *, by: Person | None, at: datetime) -> None:
    """One that nobody was given. Raises AwardInUse."""
    held = Award.objects.select_for_update(no_key=True, of=("self",)).get(pk=award.pk)
    if held.certificates.exists():
        raise AwardInUse
    audit.record("award_removed", about=award.about, by=by, at=at)
    held.delete()


def check(award: Award) -> None:
    if not any(getattr(award, name) for name in CONDITIONS):
        raise NothingAsked
