"""Rows that say that somebody has done something, as the other rooms write them."""

from django.utils import timezone

from courseware.certificates import actions
from courseware.certificates.models import IssueRun
from courseware.certificates.urls import urlpatterns
from courseware.quizzes.models import Quiz
from courseware.quizzes.states import Purpose
from courseware.reading.models import Progress
from courseware.reading.states import ModuleState
from courseware.surveys.models import Filled, Survey
from courseware.surveys.states import SurveyKind, SurveyState
from tests import factories


def complete(module, person, state=ModuleState.COMPLETE):
    at = timezone.now()
    earned_at = at if state in (ModuleState.COMPLETE, ModuleState.PASSED) else None
    return Progress.objects.create(module=module, person=person, started_at=at, at=at, state=state, earned_at=earned_at)


def course_test(course):
    return Quiz.objects.create(course=course, purpose=Purpose.POST, opened_at=timezone.now())


def passed(quiz, person, percent=86, passed=True, at=None):
    at = at or timezone.now()
    return factories.attempt(quiz, person=person, submitted_at=at, ended_by="person", passed=passed, percent=percent)


def evaluation(**of):
    at = timezone.now()
    return Survey.objects.create(kind=SurveyKind.EVALUATION, state=SurveyState.OPEN, created_at=at, **of)


def filled(survey, person):
    return Filled.objects.create(survey=survey, person=person, on=timezone.now().date())


def in_every_address(event, course, person, by):
    """What the addresses of this room ask for, by their names: one certificate of `person`, of the own team."""
    award = factories.award(event, course=course, minutes=30)
    factories.attendance(event, person=person)
    certificate = actions.issue(award, person, by=by, at=timezone.now())
    run = IssueRun.objects.create(award=award, total=1, created_at=timezone.now())
    of_award = ("award", "edit_award", "remove_award", "issue")
    of_course = ("of_course", "new_for_course", "missing_of_course")
    of_team = ("issuer", "status_list")
    names = {name.name for name in urlpatterns} - {*of_award, "run", "achievement"}
    codes = dict.fromkeys(of_award, award.code) | {"run": run.code, "achievement": award.code}
    codes |= dict.fromkeys(names, certificate.printed_code) | {"key": actions.keyring().signing.name}
    slugs = dict.fromkeys(of_course, course.slug) | dict.fromkeys(of_team, award.team.slug)
    by_name = {f"certificates:{name}": code for name, code in codes.items()}
    return by_name | {f"certificates:{name} slug": slug for name, slug in slugs.items()}
