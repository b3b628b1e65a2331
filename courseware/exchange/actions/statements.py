"""The record of a course as statements: of progress, attempts, answers and certificates, whenever it is asked for."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from courseware.certificates import links
from courseware.certificates.models import Certificate
from courseware.exchange.errors import NoActorKey
from courseware.exchange.formats import xapi
from courseware.exchange.formats.xapi import Activity, Actor, Json
from courseware.quizzes.models import Attempt, Question, Quiz, Response
from courseware.reading.models import Course, Module, Progress, Section, SectionRead
from courseware.reading.states import EARNED

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Deed:
    """A statement, whose it is (a key of Person, which the statement does not hold), and when it happened."""

    person: int
    at: datetime
    statement: Json


@dataclass(frozen=True)
class Span:
    """Of moments: after `since`, up to `until`; None: without that end."""

    since: datetime | None = None
    until: datetime | None = None

    def holds(self, at: datetime | None) -> bool:
        return at is not None and (self.since is None or at > self.since) and (self.until is None or at <= self.until)

    def on(self, name: str) -> Q:
        bounds = {f"{name}__gt": self.since, f"{name}__lte": self.until}
        return Q(**{each: moment for each, moment in bounds.items() if moment}) & Q(**{f"{name}__isnull": False})


ALWAYS = Span()
PLATFORM = "platform"  # the name under which the site itself speaks; those of people are hexadecimal


class Recorder:
    """Writes statements about one course. Raises NoActorKey where there is no key to make opaque names with."""

    def __init__(self, course: Course) -> None:
        if not settings.XAPI_ACTOR_KEY:
            raise NoActorKey
        self.course = course
        self.key = settings.XAPI_ACTOR_KEY.encode()
        self.activities: dict[int, Activity] = {}

    def actor(self, code: uuid.UUID) -> Actor:
        return Actor(settings.SITE_URL, xapi.opaque(code, self.course.pk, self.key))

    @cached_property
    def whole(self) -> Activity:
        address = settings.SITE_URL + reverse("reading:course", args=[self.course.slug])
        return Activity(address, self.course.title, settings.LANGUAGE_CODE, "course")

    def module(self, module: Module) -> Activity:
        address = settings.SITE_URL + reverse("reading:module", args=[self.course.slug, module.slug])
        return Activity(address, module.title, module.language, "module")

    def quiz(self, quiz: Quiz) -> Activity:
        language = quiz.module.language if quiz.module else ""
        return Activity(f"urn:uuid:{quiz.code}", str(quiz), language, "assessment")

    def question(self, question: Question, language: str) -> Activity:
        """Its code names one version: another wording is another activity."""
        if question.pk not in self.activities:
            more = xapi.interaction_of(question.item, language)
            name = f"urn:uuid:{question.code}"
            self.activities[question.pk] = Activity(name, question.stem, language, "cmi.interaction", more)
        return self.activities[question.pk]

    def certificate(self, row: Certificate) -> Activity:
        """What was earned, by an address that is the same for all who have it: the page of one's own certificate may
        say a name."""
        return Activity(links.achievement(row.achievement), row.title, row.language, "certificate")

    def deeds(self, span: Span = ALWAYS) -> Iterator[Deed]:
        yield from self._of_progress(span)
        yield from self._of_sections(span)
        yield from self._of_attempts(span)
        yield from self._of_certificates(span)

    def _of_progress(self, span: Span) -> Iterator[Deed]:
        rows = Progress.objects.filter(module__course=self.course).filter(span.on("started_at") | span.on("earned_at"))
        for row in rows.select_related("person", "module").iterator(CHUNK):
            actor, module = self.actor(row.person.code), self.module(row.module)
            if span.holds(row.started_at):
                told = xapi.statement(actor, "initialized", module, at=row.started_at, course=self.whole)
                yield Deed(row.person_id, row.started_at, told)
            if row.state in EARNED and span.holds(row.earned_at):
                result = {"completion": True, "duration": f"PT{row.seconds}S"}
                told = xapi.statement(actor, "completed", module, at=row.earned_at, result=result, course=self.whole)
                yield Deed(row.person_id, row.earned_at, told)

    def _of_sections(self, span: Span) -> Iterator[Deed]:
        """Each section that was read, with how much of the module it makes, as the module stands now."""
        sizes = Counter(Section.objects.filter(module__course=self.course).values_list("module", flat=True))
        of_course = SectionRead.objects.filter(section__module__course=self.course)
        active = of_course.filter(span.on("at")).order_by().values("person")
        rows = of_course.filter(person__in=active).select_related("person", "section__module").order_by("at", "pk")
        done: Counter[tuple[int, int]] = Counter()
        for row in rows.iterator(CHUNK):
            place = (row.person_id, row.section.module_id)
            done[place] += 1
            if span.holds(row.at):
                share = min(100 * done[place] // sizes[row.section.module_id], 100)
                result = {"extensions": {xapi.PROGRESS: share}}
                actor, module = self.actor(row.person.code), self.module(row.section.module)
                told = xapi.statement(
                    actor, "progressed", module, at=row.at, key=str(row.section.code), result=result, course=self.whole
                )
                yield Deed(row.person_id, row.at, told)

    def _of_attempts(self, span: Span) -> Iterator[Deed]:
        rows = Attempt.objects.filter(quiz__course=self.course).filter(span.on("started_at") | span.on("submitted_at"))
        rows = rows.select_related("person", "quiz__module").order_by("pk")
        for attempt in rows.prefetch_related("responses__question__choices").iterator(CHUNK):
            if span.holds(attempt.started_at):
                told = self._of_attempt(attempt, "attempted", attempt.started_at)
                yield Deed(attempt.person_id, attempt.started_at, told)
            if span.holds(attempt.submitted_at):
                yield from self._of_answers(attempt)
                result = self._result(attempt)
                verb = "passed" if attempt.passed else "failed"
                told = self._of_attempt(attempt, verb, attempt.submitted_at, result)
                yield Deed(attempt.person_id, attempt.submitted_at, told)

    def _of_attempt(self, attempt: Attempt, verb: str, at: datetime, result: Json | None = None) -> Json:
        quiz = attempt.quiz
        parents = (self.module(quiz.module),) if quiz.module else ()
        return xapi.statement(
            self.actor(attempt.person.code),
            verb,
            self.quiz(quiz),
            at=at,
            key=str(attempt.code),
            result=result,
            parents=parents,
            course=self.whole,
            registration=attempt.code,
        )

    def _result(self, attempt: Attempt) -> Json:
        time = xapi.lasted(attempt.submitted_at - attempt.started_at)
        points = xapi.score(float(attempt.mark), float(attempt.max_mark))
        return {"score": points, "success": attempt.passed, "completion": True, "duration": time}

    def _of_answers(self, attempt: Attempt) -> Iterator[Deed]:
        """Those that were given and marked; a blank is no answer."""
        language = attempt.quiz.module.language if attempt.quiz.module else ""
        for row in attempt.responses.all():
            if row.answered_at and row.mark is not None:
                told = xapi.statement(
                    self.actor(attempt.person.code),
                    "answered",
                    self.question(row.question, language),
                    at=row.answered_at,
                    key=str(attempt.code),
                    result=self._answer(row),
                    parents=(self.quiz(attempt.quiz),),
                    course=self.whole,
                    registration=attempt.code,
                )
                yield Deed(attempt.person_id, row.answered_at, told)

    def _answer(self, row: Response) -> dict[str, Any]:
        points = xapi.score(max(float(row.mark), 0), float(row.max_mark))
        response = xapi.response_of(row.question.item, row.answer)
        return {"response": response, "success": bool(row.is_right), "score": points}

    def _of_certificates(self, span: Span) -> Iterator[Deed]:
        """Those that were revoked or replaced are taken back; what has expired was earned all the same."""
        rows = Certificate.objects.filter(course=self.course, person__isnull=False)
        rows = rows.filter(span.on("issued_at") | span.on("ended_at")).select_related("person").order_by("pk")
        for row in rows.iterator(CHUNK):
            actor, of = self.actor(row.person.code), self.certificate(row)
            told = xapi.statement(actor, "earned", of, at=row.issued_at, key=str(row.pk), course=self.whole)
            if span.holds(row.issued_at):
                yield Deed(row.person_id, row.issued_at, told)
            if span.holds(row.ended_at):
                back = xapi.voiding(Actor(settings.SITE_URL, PLATFORM), told, at=row.ended_at)
                yield Deed(row.person_id, row.ended_at, back)
