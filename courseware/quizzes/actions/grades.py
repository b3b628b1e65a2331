from collections.abc import Iterable
from datetime import datetime

from accounts.people.models import Person
from courseware.quizzes.grading import grade, has_passed, percent
from courseware.quizzes.models import Attempt, Grade, Quiz


def count_grade(attempt: Attempt, *, at: datetime, is_only: bool = False) -> Grade:
    """What the person's finished attempts, this one among them, come to by the quiz's grade method; kept.

    `is_only` spares looking for others where there can be none.
    """
    quiz, person = attempt.quiz, attempt.person
    return _keep([_grade(quiz, person, [attempt] if is_only else _finished(quiz, person), at)])[0]


def recount_grades(quiz: Quiz, *, at: datetime) -> int:
    """For everybody who has a finished attempt; how many. Wanted when the grade method or the limit changes."""
    people = Person.objects.filter(pk__in=quiz.attempts.submitted().order_by().values("person"))
    return len(_keep([_grade(quiz, person, _finished(quiz, person), at) for person in people]))


def _finished(quiz: Quiz, person: Person) -> Iterable[Attempt]:
    return Attempt.objects.of(person).submitted().filter(quiz=quiz).order_by("number").only("mark", "max_mark")


def _grade(quiz: Quiz, person: Person, finished: Iterable[Attempt], at: datetime) -> Grade:
    share = grade(quiz.grade_method, [attempt.share for attempt in finished])
    passed = has_passed(share, 1, quiz.pass_percent)
    return Grade(quiz=quiz, person=person, share=share, percent=percent(share, 1), passed=passed, at=at)


def _keep(grades: list[Grade]) -> list[Grade]:
    return Grade.objects.bulk_create(
        grades,
        update_conflicts=True,
        unique_fields=["quiz", "person"],
        update_fields=["share", "percent", "passed", "at"],
    )
