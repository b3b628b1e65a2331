from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from front import seeding


class Command(BaseCommand):
    help = "Load the demonstration (seeds/) once; a second run changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration is loaded in demo mode only: set DEMO=yes, or use make run.")
        fresh = seeding.seed(at=timezone.now())
        self.stdout.write("The demonstration is loaded." if fresh else "The demonstration is there already.")
