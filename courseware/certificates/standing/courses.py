"""What a course that somebody has begun still needs to be complete."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.people.models import Person
from courseware.certificates.models import Award
from courseware.certificates.standing.records import originals
from courseware.quizzes.models import Attempt, Quiz
from courseware.quizzes.states import Purpose
from courseware.reading.models import Course, Module, Progress, SectionRead
from courseware.reading.states import Shown


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
