import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from accounts.teams.models import Team
from events.programme.actions import draft_from_file
from events.programme.drafting import as_json, draft_event
from events.programme.wording import sentence
from intake.errors import Refused
from intake.readers.gate import LARGEST_BYTES
from intake.reading import read_guarded
from intake.wording import sentence as refusal_sentence

REFUSED = 2


class Command(BaseCommand):
    help = "Draft an event from a concept note: print it as JSON (the default), or save it as a draft of a team."
    # The JSON needs neither a database nor the rest of the site in order.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the concept note (.docx, .pdf, .html, .md, .txt)")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--json", action="store_true", help="print the draft as JSON (the default)")
        how.add_argument("--save", action="store_true", help="save it as a draft event; needs --team")
        parser.add_argument("--team", metavar="SLUG", help="whose event it becomes, with --save")

    def handle(self, *, file: Path, save: bool, team: str | None, **options: object) -> None:
        if save != bool(team):
            raise CommandError("--save and --team SLUG go together.", returncode=REFUSED)
        try:
            data = data_of(file)
            self.save(file.name, data, team) if team else self.print_json(file.name, data)
        except Refused as refusal:
            raise CommandError(
                one_line(refusal_sentence(refusal.code, refusal.values)), returncode=REFUSED
            ) from refusal

    def print_json(self, name: str, data: bytes) -> None:
        document = read_guarded(name, data)
        draft = as_json(draft_event(document, near=timezone.now().date()), document, sentence)
        self.stdout.write(json.dumps(draft, ensure_ascii=False, indent=2))

    def save(self, name: str, data: bytes, slug: str) -> None:
        team = Team.objects.filter(slug=slug).first()
        if team is None:
            raise CommandError(f"There is no team “{slug}”.", returncode=REFUSED)
        event = draft_from_file(name, data, team=team, by=None, at=timezone.now())
        self.stdout.write(f"Saved as a draft of {team.name}: {reverse('programme:edit', args=[event.slug])}")


def data_of(file: Path) -> bytes:
    """The whole file. Something without an end (a device) is read one byte further than is taken in, then refused."""
    try:
        size = file.stat().st_size
        if size > LARGEST_BYTES:
            raise Refused("too_big", size=size, limit=LARGEST_BYTES)
        with file.open("rb") as source:
            return source.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.", returncode=REFUSED) from error


def one_line(text: object) -> str:
    return " ".join(str(text).split())
