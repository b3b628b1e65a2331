from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from accounts.people import actions as people
from accounts.teams import actions as teams
from accounts.teams.models import Role


class Command(BaseCommand):
    help = "Make somebody an organizer of a team; both are made if new."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="EMAIL")
        parser.add_argument("--team", required=True, metavar="NAME", help="for example “Border security programme”")
        parser.add_argument("--admin", action="store_true", help="may also open the administration at /admin/")

    def handle(self, *args: Any, email: str, team: str, admin: bool, **options: Any) -> None:
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"“{email}” is not an e-mail address.") from None
        if not team.strip():
            raise CommandError("--team needs a name, for example --team “Border security programme”.")
        at = timezone.now()
        person = people.welcome(email, at=at)
        if admin:
            person.is_staff = person.is_superuser = True
            person.save(update_fields=["is_staff", "is_superuser"])
        teams.join(teams.found(team.strip(), at=at), person, role=Role.ORGANIZER, at=at)
        self.stdout.write(f"{person.email} is an organizer of “{team.strip()}” and signs in by a code sent there.")
