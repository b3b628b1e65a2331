"""How far people are on the way to their certificates: what each award asks, and what of it is still missing."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from accounts.people.models import Person
from courseware.certificates.models import Award, Certificate, PrintedName
from courseware.quizzes.models import Attempt, Quiz
from courseware.quizzes.states import Purpose
from courseware.reading.models import Course, Module, Progress, SectionRead
from courseware.reading.states import Shown
from courseware.surveys.models import Filled, Survey
from courseware.surveys.states import SurveyState
from events.live.models import Attendance
from events.registration.models import Registration


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing. `code` is name, registration, minutes_unknown, minutes, no_modules, modules, no_test, test,
    no_evaluation or evaluation (`of`: course or event); of `asked` (minutes, modules) `have` are there."""

    code: str
    have: int = 0
    asked: int = 0
    of: str = ""


@dataclass(slots=True)
class Record:
    """What people have done of what some awards ask; keys are (course or event, person), all by primary key.

    `evaluations` holds the survey of each ("event" or "course", key), `open_evaluations` those that can still be filled
    in, `evaluated` who filled in which.
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

    def lacks(self, award: Award, person: int) -> list[Lack]:
        """Empty for whoever has done everything."""
        found = [*self.lacks_at_event(award, person), *self.lacks_in_course(award, person)]
        if award.evaluation:
            found += self.lacks_opinion(award, person)
        return found if self.names[person][0] else [*found, Lack("name")]

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
        found, key = [], (award.course_id, person)
        modules, complete = self.modules.get(award.course_id, 0), self.complete.get(key, 0)
        if award.all_modules and not modules:
            found.append(Lack("no_modules"))
        elif award.all_modules and complete < modules:
            found.append(Lack("modules", complete, modules))
        if award.test_passed and key not in self.scores:
            found.append(Lack("test" if award.course_id in self.tested else "no_test"))
        return found

    def lacks_opinion(self, award: Award, person: int) -> list[Lack]:
        """The evaluation of the event or of the course; where there are both, either will do."""
        asked = [key for key in (("event", award.event_id), ("course", award.course_id)) if key in self.evaluations]
        if any((self.evaluations[key], person) in self.evaluated for key in asked):
            return []
        is_open = (key for key in asked if self.evaluations[key] in self.open_evaluations)
        return [Lack("evaluation", of=key[0]) for key in is_open][:1] or [Lack("no_evaluation")]

    def score(self, award: Award, person: int) -> int | None:
        """Percent of the best test that was passed."""
        return self.scores.get((award.course_id, person))


def record_of(awards: Collection[Award], people: Collection[int]) -> Record:
    """What these people (primary keys) have done for these awards. Ten queries, however many there are."""
    courses = {award.course_id for award in awards} - {None}
    events = {award.event_id for award in awards} - {None}
    record = Record(names=names_of(people))
    read_events(record, events, people)
    read_courses(record, courses, people)
    read_opinions(record, courses, events, people)
    return record


def names_of(people: Collection[int]) -> dict[int, tuple[str, str]]:
    """As each person wants it printed, else as in the profile; the second name empty where there is none."""
    chosen = PrintedName.objects.filter(person__in=people).values_list("person", "name", "name_other")
    printed = {person: (name, other) for person, name, other in chosen}
    profiles = Person.objects.filter(pk__in=people).values_list("pk", "name")
    return {person: printed.get(person, (name.strip(), "")) for person, name in profiles}


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


def candidates(award: Award) -> QuerySet[Person]:
    """Who may come to earn it: those confirmed at its event; without one, those who began its course."""
    if award.event_id:
        found = Q(pk__in=Registration.objects.confirmed().filter(event=award.event_id).values("person"))
    else:
        begun = Progress.objects.filter(module__course=award.course_id).values("person")
        found = Q(pk__in=begun) | Q(pk__in=Attempt.objects.filter(quiz__course=award.course_id).values("person"))
    return Person.objects.filter(found, is_active=True).order_by("name", "pk")


@dataclass(frozen=True, slots=True)
class ToCome:
    """An award that the person is on the way to, and what is missing."""

    award: Award
    lacks: list[Lack]


def awards_to_come(person: Person) -> list[ToCome]:
    """Of the events where the person is confirmed and the courses begun; without those earned, or taken away, before.

    A certificate that was revoked is not "to come": it comes back by an organizer's decision only.
    """
    registered = Registration.objects.of(person).confirmed().values("event")
    begun = Course.objects.open_to(person).filter(begun_by(person)).values("pk")
    mine = Q(event__in=registered) | Q(event=None, course__in=begun)
    had = Certificate.objects.of(person).exclude(award=None).values("award")
    awards = list(Award.objects.standing().filter(mine).exclude(pk__in=had).in_full())
    record = record_of(awards, [person.pk]) if awards else Record()
    return [ToCome(award, record.lacks(award, person.pk)) for award in awards]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is done of a course that was begun, and what it still needs to be complete: every section, every quiz.

    `tests` are those before and after the course that wait to be taken or passed; the one before it only while there
    is something left to read. Where the course has awards, they say what a certificate needs (awards_to_come).
    """

    course: Course
    sections_read: int
    sections: int
    minutes: int
    minutes_expected: int
    missing_quizzes: tuple[Quiz, ...]
    tests: tuple[Quiz, ...] = ()
    has_awards: bool = False

    @property
    def ready(self) -> bool:
        return self.sections > 0 and self.sections_read == self.sections and not self.missing_quizzes


def certificates_to_come(person: Person) -> list[Standing]:
    """Every course that the person has begun and may still read, of its published modules. Four queries."""
    begun = Course.objects.open_to(person).filter(begun_by(person)).order_by("title")
    courses = list(begun.annotate(has_awards=Exists(Award.objects.standing().filter(course=OuterRef("pk")))))
    modules: dict[int, list[Module]] = defaultdict(list)
    for module in originals().filter(course__in=courses).with_progress(person):
        modules[module.course_id].append(module)
    missing, tests = by_course(missing_quizzes(person, courses)), by_course(waiting_tests(person, courses))
    return [standing_of(each, modules[each.pk], missing[each.pk], tests[each.pk]) for each in courses]


def standing_of(course: Course, modules: list[Module], missing: list[Quiz], tests: list[Quiz]) -> Standing:
    read, sections = sum(each.read_count for each in modules), sum(each.section_count for each in modules)
    return Standing(
        course,
        sections_read=read,
        sections=sections,
        minutes=sum(min(each.seconds // 60, each.minutes_expected) for each in modules),
        minutes_expected=sum(each.minutes_expected for each in modules),
        missing_quizzes=tuple(missing),
        tests=tuple(test for test in tests if test.purpose == Purpose.POST or read < sections),
        has_awards=course.has_awards,
    )


def missing_quizzes(person: Person, courses: Collection[Course]) -> QuerySet[Quiz]:
    found = Quiz.objects.missing_for(person).filter(module__course__in=courses, module__state=Shown.PUBLISHED)
    return found.select_related("module").order_by("module__position")


def waiting_tests(person: Person, courses: Collection[Course]) -> QuerySet[Quiz]:
    """Opened tests of courses, those before them first."""
    opened = Quiz.objects.exclude(purpose=Purpose.MODULE).filter(course__in=courses, opened_at__isnull=False)
    return opened.with_standing(person).filter(is_passed=False).order_by("-purpose")


def by_course(quizzes: QuerySet[Quiz]) -> dict[int, list[Quiz]]:
    found: dict[int, list[Quiz]] = defaultdict(list)
    for quiz in quizzes:
        found[quiz.course_id].append(quiz)
    return found


def begun_by(person: Person) -> Q:
    """Courses of which the person opened a module or tried a quiz."""
    opened = Progress.objects.of(person).values("module__course")
    read = SectionRead.objects.of(person).values("section__module__course")
    tried = Attempt.objects.of(person).order_by().values("quiz__course")
    return Q(pk__in=opened) | Q(pk__in=read) | Q(pk__in=tried)
