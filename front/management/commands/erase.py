from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.people.models import Person
from front import actions
from front.errors import Refused


class Command(BaseCommand):
    help = "Erases a person as the page “Erase me” does: who asked by letter, or was erased before a backup came back"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", type=UUID, help="the person's code, as the trail has it (person:<code>)")

    def handle(self, *args: Any, code: UUID, **options: Any) -> None:
        """By code, not by address: what is typed into a shell stays in its history."""
        person = Person.objects.filter(code=code).first()
        if person is None:
            raise CommandError("Nobody has this code.")
        try:
            actions.erase(person, at=timezone.now(), by=None)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("Erased.")
