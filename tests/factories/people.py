from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.outbox.models import Letter
from accounts.people.models import Person
from accounts.teams.models import Membership, Role, Team
from tests.factories.counting import numbers


def person(*, email: str = "", proven: bool = True, **fields: Any) -> Person:
    """Somebody with a mailbox, `proven` by default, and a filled profile."""
    n = next(numbers)
    values = {
        "name": f"Person {n}",
        "country": "KZ",
        "agency": "Border service",
        "position": "Officer",
        "language": "en",
    }
    someone = Person.objects.create_user(email or f"person{n}@example.org", **(values | fields))
    EmailAddress.objects.create(user=someone, email=someone.email, verified=proven, primary=True)
    return someone


def team(*, organizer: Person | None = None, moderator: Person | None = None, **fields: Any) -> Team:
    n = next(numbers)
    some_team = Team.objects.create(**({"slug": f"team-{n}", "name": f"Team {n}"} | fields))
    if organizer:
        membership(some_team, organizer)
    if moderator:
        membership(some_team, moderator, role=Role.MODERATOR)
    return some_team


def membership(of: Team, member: Person, *, role: str = Role.ORGANIZER) -> Membership:
    return Membership.objects.create(team=of, person=member, role=role)


def letter(**fields: Any) -> Letter:
    """A letter that is due."""
    n, at = next(numbers), timezone.now()
    values = {"kind": "test", "key": f"test:{n}", "to": f"reader{n}@example.org", "language": "en"}
    text = {"subject": f"Letter {n}", "body": f"Dear reader,\n\nthis is letter {n}."}
    return Letter.objects.create(**(values | text | {"created_at": at, "next_at": at - timedelta(seconds=1)} | fields))


# Parameters named after what they hold hide the functions.
some_team = team
