from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from front.actions import rooms


class Command(BaseCommand):
    help = "Checks what must always be true of the rows, and says what is not. Changes nothing without --repair"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--repair", action="store_true", help="set counters to what the rows say, telling each; nothing else"
        )

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        if repair:
            for line in repaired():
                self.stdout.write(f"Repaired: {line}")
        found = list(sentences())
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            raise CommandError(advice(len(found), repair=repair))
        self.stdout.write(f"All invariants hold ({sum(len(room.SENTENCES) for room in checked())} checked).")


def checked() -> list[Any]:
    return rooms(settings.INVARIANTS)


def sentences() -> Iterator[str]:
    for room in checked():
        for row in room.broken():
            yield room.SENTENCES[row.invariant].format(about=row.about, says=row.says, is_=row.is_)


def repaired() -> Iterator[str]:
    at = timezone.now()
    for room in checked():
        if hasattr(room, "repair"):
            yield from room.repair(at=at)


def advice(number: int, *, repair: bool) -> str:
    what = f"{number} {'thing is' if number == 1 else 'things are'} not as it must be."
    return f"{what} {'Counting does not mend it.' if repair else 'With --repair, counters are set right.'}"
