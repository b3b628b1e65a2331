from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Membership, Role, Team
from accounts.teams.slugs import free_slug


@transaction.atomic
def found(name: str, *, slug: str = "", at: datetime, by: Person | None = None) -> Team:
    """The team of that name, made if there is none."""
    known = Team.objects.filter(name=name).first()
    if known:
        return known
    slug = slug or free_slug(name, Team.objects.values_list("slug", flat=True), fallback="team", most=45)
    audit.record("team_founded", about=f"team:{slug}", by=by, at=at)
    return Team.objects.create(slug=slug, name=name)


@transaction.atomic
def join(team: Team, person: Person, *, role: Role, at: datetime, by: Person | None = None) -> Membership:
    """Give the person this role in the team; a role held before is replaced."""
    membership, _ = Membership.objects.update_or_create(team=team, person=person, defaults={"role": role})
    audit.record("team_joined", about=f"team:{team.slug}", by=by, at=at, person=str(person.code), role=role)
    return membership
