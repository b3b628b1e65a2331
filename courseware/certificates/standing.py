"""How far a person is on the way to a certificate."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from accounts.people.models import Person
from courseware.quizzes.models import Attempt, Quiz
from courseware.reading.models import Course, SectionRead
from courseware.reading.states import Shown


@dataclass(frozen=True, slots=True)
class Standing:
    """What is done of a course that was begun, and what a certificate still needs: every section, every quiz."""

    course: Course
    sections_read: int
    sections: int
    missing_quizzes: tuple[Quiz, ...]

    @property
    def ready(self) -> bool:
        return self.sections > 0 and self.sections_read == self.sections and not self.missing_quizzes


def certificates_to_come(person: Person) -> list[Standing]:
    """Every course that the person has begun and may still read, of its published modules. Two queries."""
    courses = list(Course.objects.open_to(person).filter(begun_by(person)).with_progress(person).order_by("title"))
    missing: dict[int, list[Quiz]] = defaultdict(list)
    quizzes = Quiz.objects.missing_for(person).filter(module__course__in=courses, module__state=Shown.PUBLISHED)
    for quiz in quizzes.select_related("module").order_by("module__position"):
        missing[quiz.module.course_id].append(quiz)
    return [Standing(course, course.read_count, course.section_count, tuple(missing[course.pk])) for course in courses]


def begun_by(person: Person) -> Q:
    """Courses of which the person read something or tried a quiz."""
    read = SectionRead.objects.of(person).values("section__module__course")
    tried = Attempt.objects.of(person).order_by().values("quiz__module__course")
    return Q(pk__in=read) | Q(pk__in=tried)
