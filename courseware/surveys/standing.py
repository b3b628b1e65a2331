"""Who took part, who is due to be asked, how many answered, and what. Reads only."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet

from accounts.people.models import Person
from courseware.reading.models import Course, Module, Progress
from courseware.surveys.models import Answer, Asked, Question, Survey
from courseware.surveys.states import FEWEST, QuestionKind, SurveyKind
from events.live.models import Attendance
from events.programme.models import Event
from events.programme.states import EventState
from events.registration.models import Registration

ASKED_WITHIN = timedelta(weeks=8)  # after the day that is due; a survey opened much later surprises nobody


def attended(event: Event) -> QuerySet[Registration]:
    """Those who took part for a while, where that was recorded; else everybody who was confirmed."""
    confirmed = Registration.objects.confirmed().filter(event=event)
    known = Attendance.objects.filter(registration__event=event)
    return confirmed.filter(attendance__minutes__gt=0) if known.exists() else confirmed


def completed(course: Course) -> QuerySet[Progress]:
    """Rows of `person` and `last`, when the last of its published modules was completed."""
    asked = Module.objects.published().originals().filter(course=course)
    earned = Progress.objects.earned().filter(module__in=asked).order_by()
    by_person = earned.values("person").annotate(done=Count("pk"), last=Max("earned_at"))
    return by_person.filter(done=asked.count(), done__gt=0)


def due(survey: Survey, at: datetime) -> QuerySet[Person]:
    """Whom to write to now: finished `weeks` ago, or up to ASKED_WITHIN longer, and not asked yet."""
    latest = at - survey.later
    if survey.course_id:
        people = completed(survey.course).filter(last__lte=latest, last__gt=latest - ASKED_WITHIN).values("person")
    elif is_over(survey.event, latest):
        people = attended(survey.event).filter(person__isnull=False).values("person")
    else:
        return Person.objects.none()
    asked = Asked.objects.filter(survey=survey).values("person")
    return Person.objects.filter(pk__in=people, is_active=True).exclude(pk__in=asked).order_by("pk")


def is_over(event: Event, latest: datetime) -> bool:
    ends_at = event.ends_at
    is_held = event.state not in (EventState.DRAFT, EventState.CANCELLED)
    return is_held and bool(ends_at) and latest - ASKED_WITHIN < ends_at <= latest


def expected(survey: Survey) -> int:
    """How many could have filled it in."""
    if survey.kind == SurveyKind.FOLLOW_UP:
        return survey.asked_count
    if survey.event_id:
        return attended(survey.event).count()
    return Progress.objects.filter(module__course=survey.course_id).aggregate(n=Count("person", distinct=True))["n"]


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    n: int
    percent: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered to one question by `n` people. Hidden where they are too few: then it holds nothing else."""

    question: Question
    n: int
    is_hidden: bool
    mean: float | None = None
    bars: list[Bar] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def results(survey: Survey) -> list[Result]:
    """In the order of the form, earlier wordings last. Nothing below the fewest people who filled in the survey."""
    if survey.filled_count < FEWEST:
        return []
    numbers: dict[int, Counter[int]] = defaultdict(Counter)
    given = Answer.objects.filter(question__survey=survey, number__isnull=False).order_by()
    for question, number, n in given.values_list("question", "number").annotate(n=Count("pk")):
        numbers[question][number] = n
    texts = defaultdict(list)
    for question, text in Answer.objects.filter(question__survey=survey, number=None).values_list("question", "text"):
        texts[question].append(text)
    worth_telling = Q(replaced=False) | Q(asked__gt=0)
    rows = survey.questions.filter(worth_telling).order_by("replaced", "position", "pk")
    return [result_of(question, numbers[question.pk], texts[question.pk]) for question in rows]


def result_of(question: Question, numbers: Counter[int], texts: list[str]) -> Result:
    """Words are shown once enough people were asked for them, figures once enough have answered."""
    if question.kind == QuestionKind.TEXT:
        hidden = question.asked < FEWEST
        return Result(question, len(texts), hidden, texts=[] if hidden else texts)
    n = numbers.total()
    if n < FEWEST:
        return Result(question, n, True)
    bars = [Bar(label, numbers[number], round(100 * numbers[number] / n)) for number, label in question.offered]
    is_rated = question.kind == QuestionKind.RATING
    mean = sum(number * count for number, count in numbers.items()) / n if is_rated else None
    return Result(question, n, False, mean=mean, bars=bars)
