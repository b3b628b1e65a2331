from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from front import actions
from front.errors import RetentionStopped


class Command(BaseCommand):
    help = "Empties and deletes what was kept long enough (docs/privacy.md); the background work does it every night"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell what would be done; change nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        at = timezone.now()
        try:
            found = actions.preview_retention(at=at) if dry_run else actions.carry_out_retention(at=at)
        except RetentionStopped as stopped:
            raise CommandError(f"Not carried out: {stopped}. The log says why; the others did theirs.") from stopped
        self.stdout.write("Would be done now:" if dry_run else "Done:")
        for name, count in sorted(found.items()):
            self.stdout.write(f"  {name.replace('_', ' '):<34} {count:>8}")
        if not dry_run:
            self.stdout.write("The trail has a record of this run.")
