"""Who took a course's test before and after, and what share of it each got right: in all, and by objective."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.utils import timezone

from courseware.quizzes.gain import FEWEST, Gain, gain
from courseware.quizzes.models import Attempt, Question, Quiz, Response, Tag
from courseware.quizzes.states import Purpose
from courseware.reading.models import Course
from events.registration.models import Registration

EVERYBODY, AT_EVENT = "everybody", "event"
Shares = dict[int | None, Fraction]  # by objective (key of its tag), and in all under None


@dataclass(frozen=True, slots=True)
class Pair:
    """One person's first finished attempt at either test; the second was begun when the first was done."""

    person: int
    before: Shares
    after: Shares
    finished_at: datetime


@dataclass(frozen=True, slots=True)
class Learned:
    """Of people who took both tests. `cohorts` names sets of them: everybody, the event's, and months such as 2026-03.

    `only_before` and `only_after`: how many took one test alone.
    """

    pairs: list[Pair]
    objectives: dict[int, str]
    cohorts: dict[str, set[int]]
    only_before: int
    only_after: int

    def gain(self, cohort: str, objective: int | None = None) -> Gain | None:
        """None below the fewest people of whom anything is told."""
        members = self.cohorts.get(cohort, set())
        chosen = [
            (float(pair.before[objective]), float(pair.after[objective]))
            for pair in self.pairs
            if pair.person in members and objective in pair.before and objective in pair.after
        ]
        return gain(chosen) if len(chosen) >= FEWEST else None


def learned(course: Course) -> Learned:
    tests = {quiz.purpose: quiz for quiz in course.quizzes.exclude(purpose=Purpose.MODULE)}
    before, after = (firsts(tests.get(purpose)) for purpose in (Purpose.PRE, Purpose.POST))
    both = {
        person for person in before.keys() & after.keys() if before[person].submitted_at <= after[person].started_at
    }
    chosen = [*(before[person] for person in both), *(after[person] for person in both)]
    shares = shares_of(course, list(tests.values()), {attempt.pk for attempt in chosen})
    pairs = [
        Pair(person, shares[before[person].pk], shares[after[person].pk], after[person].submitted_at)
        for person in sorted(both)
        if before[person].pk in shares and after[person].pk in shares
    ]
    objectives = dict(Tag.objects.filter(course=course, is_objective=True).values_list("pk", "name"))
    counted = (len(before.keys() - both), len(after.keys() - both))
    return Learned(pairs, objectives, dict(cohorts(course, pairs)), *counted)


def firsts(quiz: Quiz | None) -> dict[int, Attempt]:
    """The first finished attempt of each person: later ones tell of practice with the questions too."""
    found: dict[int, Attempt] = {}
    if quiz is not None:
        for attempt in Attempt.objects.submitted().filter(quiz=quiz).order_by("number"):
            found.setdefault(attempt.person_id, attempt)
    return found


def shares_of(course: Course, tests: list[Quiz], attempts: set[int]) -> dict[int, Shares]:
    """By attempt; an objective that an attempt asked nothing about is not in it."""
    earned: dict[int, dict[int | None, list[Fraction]]] = defaultdict(lambda: defaultdict(lambda: [Fraction(0)] * 2))
    about = objectives_of(course)
    rows = Response.objects.filter(attempt__quiz__in=tests, attempt__submitted_at__isnull=False).order_by()
    for attempt, question, mark, most in rows.values_list("attempt_id", "question_id", "mark", "max_mark").iterator():
        if attempt not in attempts:
            continue
        for objective in (None, *about.get(question, ())):
            won, possible = earned[attempt][objective]
            earned[attempt][objective] = [won + (mark or 0), possible + most]
    return {
        attempt: {objective: won / possible for objective, (won, possible) in by_objective.items() if possible}
        for attempt, by_objective in earned.items()
    }


def objectives_of(course: Course) -> dict[int, set[int]]:
    """Objectives by question, as its latest version names them: a version that was asked may have had none yet."""
    series, latest = {}, {}
    rows = Question.objects.filter(course=course).order_by("version")
    for pk, each, tag, is_objective in rows.values_list("pk", "series", "tags", "tags__is_objective"):
        series[pk] = each
        owner, tags = latest.get(each, (None, set()))
        tags = tags if owner == pk else set()
        latest[each] = (pk, tags | {tag} if is_objective else tags)
    return {pk: latest[each][1] for pk, each in series.items()}


def cohorts(course: Course, pairs: list[Pair]) -> Iterator[tuple[str, set[int]]]:
    everybody = {pair.person for pair in pairs}
    yield EVERYBODY, everybody
    if course.event_id:
        coming = Registration.objects.confirmed().filter(event=course.event_id, person__in=everybody)
        yield AT_EVENT, set(coming.values_list("person", flat=True))
    months = defaultdict(set)
    for pair in pairs:
        months[f"{timezone.localtime(pair.finished_at):%Y-%m}"].add(pair.person)
    yield from sorted(months.items())
