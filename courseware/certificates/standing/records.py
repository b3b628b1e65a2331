"""What people have done of what awards ask, read for many at once."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from accounts.people.models import Person
from courseware.certificates.models import Award, Certificate
from courseware.certificates.paper import unprinted
from courseware.quizzes.models import Attempt, Quiz
from courseware.quizzes.states import Purpose
from courseware.reading.models import Module, Progress
from courseware.surveys.models import Filled, Survey
from courseware.surveys.states import SurveyState
from events.live.models import Attendance
from events.registration.models import Registration


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing. `code` is name, letters (`of`: those of the name that no font has), registration,
    minutes_unknown, minutes, no_modules, modules, no_test, test, test_again, no_evaluation or evaluation (`of`: course
    or event); of `asked` (minutes, modules) `have` are there."""

    code: str
    have: int = 0
    asked: int = 0
    of: str = ""


@dataclass(slots=True)
class Record:
    """What people have done of what some awards ask; keys are (course or event, person), all by primary key.

    `evaluations` holds the survey of each ("event" or "course", key), `open_evaluations` those that can still be filled
    in, `evaluated` who filled in which. Keys of `expired` and `again` are (award, person): the certificate to be
    renewed, and the best test passed since.
    """

    names: dict[int, tuple[str, str]] = field(default_factory=dict)
    registered: set[tuple[int, int]] = field(default_factory=set)
    minutes: dict[tuple[int, int], int] = field(default_factory=dict)
    modules: dict[int, int] = field(default_factory=dict)
    complete: dict[tuple[int, int], int] = field(default_factory=dict)
    tested: set[int] = field(default_factory=set)
    scores: dict[tuple[int, int], int] = field(default_factory=dict)
    evaluations: dict[tuple[str, int], int] = field(default_factory=dict)
    open_evaluations: set[int] = field(default_factory=set)
    evaluated: set[tuple[int, int]] = field(default_factory=set)
    expired: dict[tuple[int, int], Certificate] = field(default_factory=dict)
    again: dict[tuple[int, int], int] = field(default_factory=dict)

    def lacks(self, award: Award, person: int) -> list[Lack]:
        """Empty for whoever has done everything."""
        found = [*self.lacks_at_event(award, person), *self.lacks_in_course(award, person)]
        if award.evaluation:
            found += self.lacks_opinion(award, person)
        return [*found, *self.lacks_name(person)]

    def lacks_name(self, person: int) -> list[Lack]:
        name, other = self.names[person]
        if not name:
            return [Lack("name")]
        letters = unprinted(name + other)
        return [Lack("letters", of=letters)] if letters else []

    def lacks_at_event(self, award: Award, person: int) -> list[Lack]:
        if award.event_id is None:
            return []
        if (award.event_id, person) not in self.registered:
            return [Lack("registration")]
        minutes = self.minutes.get((award.event_id, person))
        if award.minutes and minutes is None:
            return [Lack("minutes_unknown", 0, award.minutes)]
        return [Lack("minutes", minutes, award.minutes)] if award.minutes and minutes < award.minutes else []

    def lacks_in_course(self, award: Award, person: int) -> list[Lack]:
        found = []
        modules = self.modules.get(award.course_id, 0)
        complete = self.complete.get((award.course_id, person), 0)
        if award.all_modules and not modules:
            found.append(Lack("no_modules"))
        elif award.all_modules and complete < modules:
            found.append(Lack("modules", complete, modules))
        if award.test_passed and self.score(award, person) is None:
            wanted = "test_again" if self.renews(award, person) else "test"
            found.append(Lack(wanted if award.course_id in self.tested else "no_test"))
        return found

    def lacks_opinion(self, award: Award, person: int) -> list[Lack]:
        """The evaluation of the event or of the course; where there are both, either will do."""
        asked = [key for key in (("event", award.event_id), ("course", award.course_id)) if key in self.evaluations]
        if any((self.evaluations[key], person) in self.evaluated for key in asked):
            return []
        is_open = (key for key in asked if self.evaluations[key] in self.open_evaluations)
        return [Lack("evaluation", of=key[0]) for key in is_open][:1] or [Lack("no_evaluation")]

    def score(self, award: Award, person: int) -> int | None:
        """Percent of the best test that was passed; to renew what asks for the test, of those since."""
        if award.test_passed and self.renews(award, person):
            return self.again.get((award.pk, person))
        return self.scores.get((award.course_id, person))

    def renews(self, award: Award, person: int) -> Certificate | None:
        """The expired certificate that a new one would renew."""
        return self.expired.get((award.pk, person))


def record_of(awards: Collection[Award], people: Collection[int], *, today: date) -> Record:
    """What these people (primary keys) have done for these awards; `today` (UTC) says which certificates have expired.

    Ten queries, however many there are, and one more where something has expired.
    """
    courses = {award.course_id for award in awards} - {None}
    events = {award.event_id for award in awards} - {None}
    record = Record(names=names_of(people))
    read_events(record, events, people)
    read_courses(record, courses, people)
    read_opinions(record, courses, events, people)
    read_renewals(record, awards, people, today)
    return record


def names_of(people: Collection[int]) -> dict[int, tuple[str, str]]:
    """As each person wants it printed, else as in the profile; the second name empty where there is none."""
    found = Person.objects.filter(pk__in=people)
    rows = found.values_list("pk", "name", "printed_name__name", "printed_name__name_other")
    return {person: (name.strip(), "") if chosen is None else (chosen, other) for person, name, chosen, other in rows}


def read_events(record: Record, events: Collection[int], people: Collection[int]) -> None:
    rows = Registration.objects.confirmed().filter(event__in=events, person__in=people)
    record.registered = set(rows.values_list("event", "person"))
    known = Attendance.objects.filter(registration__in=rows)
    for event, person, minutes in known.values_list("registration__event", "registration__person", "minutes"):
        record.minutes[event, person] = minutes


def read_courses(record: Record, courses: Collection[int], people: Collection[int]) -> None:
    modules = originals().filter(course__in=courses)
    record.modules = dict(modules.order_by().values_list("course").annotate(Count("pk")))
    earned = Progress.objects.earned().filter(module__in=modules, person__in=people).order_by()
    for course, person, n in earned.values_list("module__course", "person").annotate(Count("pk")):
        record.complete[course, person] = n
    tests = Quiz.objects.filter(purpose=Purpose.POST, course__in=courses)
    record.tested = set(tests.filter(opened_at__isnull=False).values_list("course", flat=True))
    passed = Attempt.objects.passed().filter(quiz__in=tests, person__in=people).order_by()
    for course, person, best in passed.values_list("quiz__course", "person").annotate(Max("percent")):
        record.scores[course, person] = best


def originals() -> QuerySet[Module]:
    """The modules that count: published, and each once, whatever languages it can be read in."""
    return Module.objects.published().originals()


def read_opinions(record: Record, courses: Collection[int], events: Collection[int], people: Collection[int]) -> None:
    """That somebody has filled in an evaluation; what was said there is not to be found from here."""
    asked = Survey.objects.evaluations().exclude(state=SurveyState.DRAFT)
    asked = asked.filter(Q(course__in=courses) | Q(event__in=events))
    for survey, course, event, state in asked.order_by().values_list("pk", "course", "event", "state"):
        record.evaluations["course" if course else "event", course or event] = survey
        record.open_evaluations |= {survey} if state == SurveyState.OPEN else set()
    filled = Filled.objects.filter(survey__in=record.evaluations.values(), person__in=people)
    record.evaluated = set(filled.values_list("survey", "person"))


def read_renewals(record: Record, awards: Collection[Award], people: Collection[int], today: date) -> None:
    """What has expired, and the tests passed after the day on which it was awarded.

    Only the test is asked anew: a module once complete stays complete, and an event is not held again.
    """
    rows = Certificate.objects.expired_on(today).filter(award__in=awards, person__in=people)
    record.expired = {(row.award_id, row.person_id): row for row in rows}
    if not record.expired:
        return
    courses = {award.pk: award.course_id for award in awards if award.test_passed}
    tests = Attempt.objects.passed().filter(quiz__purpose=Purpose.POST, quiz__course__in=courses.values())
    tests = tests.filter(person__in={person for _award, person in record.expired})
    passed = list(tests.values_list("quiz__course", "person", "submitted_at", "percent"))
    for (award, person), row in record.expired.items():
        since = [percent for course, whose, at, percent in passed
                 if (course, whose) == (courses.get(award), person) and at.date() > row.awarded_on]  # fmt: skip
        if since:
            record.again[award, person] = max(since)
