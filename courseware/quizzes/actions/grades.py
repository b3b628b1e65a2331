from datetime import datetime

from accounts.people.models import Person
from courseware.quizzes.grading import grade, has_passed, percent
from courseware.quizzes.models import Attempt, Grade, Quiz


def count_grade(quiz: Quiz, person: Person, *, at: datetime) -> Grade | None:
    """What the finished attempts come to by the quiz's grade method, kept; None where there is none."""
    counted = _grade(quiz, person, at)
    return _keep([counted])[0] if counted else None


def recount_grades(quiz: Quiz, *, at: datetime) -> int:
    """For everybody who has a finished attempt; how many. Wanted when the grade method or the limit changes."""
    people = Person.objects.filter(pk__in=quiz.attempts.submitted().order_by().values("person"))
    return len(_keep([_grade(quiz, person, at) for person in people]))


def _grade(quiz: Quiz, person: Person, at: datetime) -> Grade | None:
    finished = Attempt.objects.of(person).submitted().filter(quiz=quiz).order_by("number").only("mark", "max_mark")
    share = grade(quiz.grade_method, [attempt.share for attempt in finished])
    if share is None:
        return None
    passed = has_passed(share, 1, quiz.pass_percent)
    return Grade(quiz=quiz, person=person, share=share, percent=percent(share, 1), passed=passed, at=at)


def _keep(grades: list[Grade]) -> list[Grade]:
    return Grade.objects.bulk_create(
        grades,
        update_conflicts=True,
        unique_fields=["quiz", "person"],
        update_fields=["share", "percent", "passed", "at"],
    )
