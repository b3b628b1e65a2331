"""How far a person is with a module. Kept on the original in whichever language it is read; Progress is the lock."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, OuterRef

from accounts.people.models import Person
from courseware.reading.models import Dwell, Module, Progress, Section, SectionRead
from courseware.reading.models.courses import total
from courseware.reading.progress import FIRST_CLAIM, Facts, credited, judge
from courseware.reading.reading_aids import seconds_to_read
from courseware.reading.states import EARNED, QuizResult


@dataclass(frozen=True, slots=True)
class Beat:
    """What a device tells of a module: its totals of active seconds by section, what was marked by hand, where it is.

    Sections are named by their codes; those that the module does not have (any more) are left aside.
    """

    device: UUID
    seconds: Mapping[UUID, int] = field(default_factory=dict)
    read: frozenset[UUID] = frozenset()
    place: UUID | None = None


@transaction.atomic
def note_reading(module: Module, beat: Beat, *, person: Person, at: datetime) -> Progress:
    """Believe as many seconds as have passed since the module was opened; told twice or late, it comes to the same."""
    sections = {section.code: section for section in module.sections.all()}
    claim = min(sum(beat.seconds.values()), FIRST_CLAIM)
    progress = _hold(module, person, at=at, since=at - timedelta(seconds=claim))
    stayed = _credit(progress, beat, sections, at)
    read = {code for code, seconds in stayed.items() if seconds >= seconds_to_read(sections[code].body)}
    _keep_read((sections[code] for code in sections.keys() & (read | beat.read)), person, at)
    progress.section = sections.get(beat.place, progress.section)
    return _settle(progress, module, at)


@transaction.atomic
def mark_read(section: Section, *, person: Person, at: datetime) -> Progress:
    """Keep that the section was read (the first time counts) and where to resume: at the section after it."""
    progress = _hold(section.module, person, at=at, since=at)
    _keep_read([section], person, at)
    later = Section.objects.filter(module=section.module_id, position__gt=section.position)
    progress.section = later.first() or section
    return _settle(progress, section.module, at)


@transaction.atomic
def note_quiz_result(module: Module, *, person: Person, passed: bool, at: datetime) -> Progress:
    """What the quiz of the module has come to for the person. Once passed, it stays passed."""
    progress = _hold(module, person, at=at, since=at)
    if progress.quiz != QuizResult.PASSED:
        progress.quiz = QuizResult.PASSED if passed else QuizResult.FAILED
    return _settle(progress, module, at)


def _hold(module: Module, person: Person, *, at: datetime, since: datetime) -> Progress:
    """The person's row for the module, locked; begun at `since` where there was none."""
    own = {"person": person, "module_id": module.original_id or module.pk}
    return Progress.objects.select_for_update().get_or_create(**own, defaults={"started_at": since, "at": at})[0]


def _credit(progress: Progress, beat: Beat, sections: Mapping[UUID, Section], at: datetime) -> dict[UUID, int]:
    """Keep the seconds that are believed. Returns those of all devices, for the sections that were told of."""
    told = {sections[code]: seconds for code, seconds in beat.seconds.items() if code in sections}
    stayed, held = Counter(), {}
    for dwell in Dwell.objects.filter(person=progress.person_id, section__in=told).select_related("section"):
        stayed[dwell.section.code] += dwell.seconds
        if dwell.device == beat.device:
            held[dwell.section] = dwell.seconds
    room = ceil((at - progress.started_at).total_seconds()) - progress.seconds
    grown = credited(told, held, room)
    for section, seconds in grown.items():
        gain = seconds - held.get(section, 0)
        stayed[section.code] += gain
        progress.seconds += gain
    _keep_dwell(grown, progress.person_id, beat.device)
    return stayed


def _keep_dwell(totals: Mapping[Section, int], person: int, device: UUID) -> None:
    rows = [Dwell(person_id=person, section=each, device=device, seconds=seconds) for each, seconds in totals.items()]
    once = ["person", "section", "device"]
    Dwell.objects.bulk_create(rows, update_conflicts=True, unique_fields=once, update_fields=["seconds"])


def _keep_read(sections: Iterable[Section], person: Person, at: datetime) -> None:
    rows = [SectionRead(person=person, section_id=each.original_id or each.pk, at=at) for each in sections]
    SectionRead.objects.bulk_create(rows, ignore_conflicts=True)


def _settle(progress: Progress, module: Module, at: datetime) -> Progress:
    """Judge and keep the row, which is locked."""
    head = module.original or module
    read = Exists(SectionRead.objects.filter(person=progress.person_id, section=OuterRef("pk")))
    sections = Section.objects.filter(module=head).aggregate(all=Count("pk"), read=Count("pk", filter=read))
    facts = Facts(sections["all"], sections["read"], progress.seconds, progress.quiz)
    state = judge(head.rule, facts, progress.state)
    if state in EARNED and progress.earned_at is None:
        progress.earned_at = at
    progress.state, progress.at = state, at
    progress.save(update_fields=["section", "seconds", "quiz", "state", "earned_at", "at"])
    return progress


def settle_everybody(module: Module, *, at: datetime) -> None:
    """Judge all who have begun the module and not finished it, after what it asks for has changed."""
    head = module.original or module
    sections, rule = Section.objects.filter(module=head).count(), head.rule
    read = total(SectionRead.objects.filter(section__module=head), "person", of=OuterRef("person"))
    begun = Progress.objects.filter(module=head).exclude(state__in=EARNED).annotate(read_count=read)
    now_in = defaultdict(list)
    for each in begun.select_for_update():
        state = judge(rule, Facts(sections, each.read_count, each.seconds, each.quiz), each.state)
        now_in[state].append(each.pk)
    for state, keys in now_in.items():
        earned_at = at if state in EARNED else None
        Progress.objects.filter(pk__in=keys).update(state=state, earned_at=earned_at)
