import json
from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.teams.models import Team
from courseware.quizzes import wording
from courseware.quizzes.actions import draft_course_from_file
from courseware.quizzes.drafting import draft_questions
from courseware.quizzes.drafting.contract import as_json
from courseware.quizzes.errors import Refused
from courseware.reading.drafting import CourseDraft, draft_course
from courseware.reading.models import Course
from intake import wording as files
from intake.blocks import Remark
from intake.errors import Refused as FileRefused
from intake.readers.gate import LARGEST_BYTES
from intake.reading import read_guarded

REFUSED = 2


class Command(BaseCommand):
    help = "Draft a course from pages of articles: print it as JSON (the default), or save it as a draft of a team."
    # The JSON needs neither a database nor the rest of the site in order.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a page of articles (.txt, .md)")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--json", action="store_true", help="print the draft as JSON (the default)")
        how.add_argument("--save", action="store_true", help="save it as a draft course; needs --team")
        parser.add_argument("--team", metavar="SLUG", help="whose course it becomes, with --save")
        parser.add_argument("--title", default="", help="title of the saved course (default: of its first article)")

    def handle(self, *, files: list[Path], save: bool, team: str | None, title: str, **options: object) -> None:
        if save != bool(team):
            raise CommandError("--save and --team SLUG go together.", returncode=REFUSED)
        pages = [(file.name, data_of(file)) for file in files]
        self.save(pages, team, title) if team else self.print_json(pages)

    def print_json(self, pages: Sequence[tuple[str, bytes]]) -> None:
        draft = joined([draft_of(name, data) for name, data in pages])
        questions = [draft_questions(module) for module in draft.modules]
        self.stdout.write(json.dumps(as_json(draft, questions, sentence), ensure_ascii=False, indent=2))

    def save(self, pages: Sequence[tuple[str, bytes]], slug: str, title: str) -> None:
        team = Team.objects.filter(slug=slug).first()
        if team is None:
            raise CommandError(f"There is no team “{slug}”.", returncode=REFUSED)
        course, remarks = saved(pages, team, title)
        for remark in remarks:
            self.stderr.write(sentence(remark))
        self.stdout.write(f"Saved as a draft of {team.name}: {reverse('reading:desk', args=[course.slug])}")


def data_of(file: Path) -> bytes:
    """At most one byte more than is taken in, which the reader then refuses as too big."""
    try:
        with file.open("rb") as source:
            return source.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.", returncode=REFUSED) from error


def draft_of(name: str, data: bytes) -> CourseDraft:
    """The draft of one page, what its reader mended told first."""
    try:
        document = read_guarded(name, data)
    except FileRefused as refusal:
        raise refused(name, refusal) from refusal
    draft = draft_course(document)
    return CourseDraft(draft.modules, draft.discarded, (*document.warnings, *draft.warnings))


def joined(drafts: Sequence[CourseDraft]) -> CourseDraft:
    return CourseDraft(
        modules=tuple(chain.from_iterable(draft.modules for draft in drafts)),
        discarded=tuple(chain.from_iterable(draft.discarded for draft in drafts)),
        warnings=tuple(chain.from_iterable(draft.warnings for draft in drafts)),
    )


@transaction.atomic
def saved(pages: Sequence[tuple[str, bytes]], team: Team, title: str) -> tuple[Course, list[Remark]]:
    """One course with the modules of all pages, or nothing."""
    course, remarks = None, []
    for name, data in pages:
        try:
            made = draft_course_from_file(name, data, team=team, course=course, title=title, by=None, at=timezone.now())
        except (Refused, FileRefused) as refusal:
            raise refused(name, refusal) from refusal
        course, remarks = made.course, [*remarks, *made.remarks]
    return course, remarks


def refused(name: str, refusal: Refused | FileRefused) -> CommandError:
    words = files.sentence(refusal.code, refusal.values) if isinstance(refusal, FileRefused) else str(refusal)
    return CommandError(" ".join(f"{name}: {words}".split()), returncode=REFUSED)


def sentence(remark: Remark) -> str:
    """In words, whether the reader or the drafting made the remark."""
    if remark.code in files.SENTENCES:
        return files.sentence(remark.code, remark.values)
    return wording.sentence(remark)
