import uuid
from datetime import datetime, timedelta
from fractions import Fraction

from django.db import models
from django.db.models import Q

from accounts.people.models import OwnQuerySet, Person
from courseware.quizzes.models.fields import FractionField
from courseware.quizzes.models.questions import Question
from courseware.quizzes.states import EndedBy


class AttemptQuerySet(OwnQuerySet["Attempt"]):
    def open(self) -> "AttemptQuerySet":
        return self.filter(submitted_at=None)

    def submitted(self) -> "AttemptQuerySet":
        return self.exclude(submitted_at=None)

    def passed(self) -> "AttemptQuerySet":
        return self.submitted().filter(passed=True)

    def due(self, at: datetime) -> "AttemptQuerySet":
        """Open ones whose time is up; answers on their way may still arrive (Attempt.is_over)."""
        return self.open().filter(due_at__lte=at)


class Attempt(models.Model):
    """One try at a quiz, written when it starts: its responses freeze which questions it holds, and their order.

    `due_at` is when the time is up, without grace; None where there is no limit. `percent` is rounded down, for lists;
    `mark` of `max_mark` is exact.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    quiz = models.ForeignKey("quizzes.Quiz", on_delete=models.CASCADE, related_name="attempts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=10, choices=EndedBy.choices, blank=True)
    question_count = models.PositiveSmallIntegerField()
    right_count = models.PositiveSmallIntegerField(default=0)
    max_mark = FractionField(default=Fraction(0))
    mark = FractionField(default=Fraction(0))
    percent = models.PositiveSmallIntegerField(default=0)
    passed = models.BooleanField(default=False)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "person"], condition=Q(submitted_at=None), name="one_open_attempt_per_quiz"
            ),
            models.UniqueConstraint(fields=["quiz", "person", "number"], name="attempt_number_once_per_quiz"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.quiz_id}"

    @property
    def about(self) -> str:
        return f"attempt:{self.pk}"

    @property
    def share(self) -> Fraction:
        """From 0 to 1."""
        return self.mark / self.max_mark if self.max_mark else Fraction(0)

    def is_over(self, at: datetime) -> bool:
        """Handed in, or past its time and the grace for answers on their way. Needs `quiz`."""
        if self.submitted_at is not None or self.due_at is None:
            return self.submitted_at is not None
        return at > self.due_at + timedelta(seconds=self.quiz.grace_seconds)


class Grade(models.Model):
    """What the attempts of one person at a quiz come to, by its grade method: counted again with each result."""

    quiz = models.ForeignKey("quizzes.Quiz", on_delete=models.CASCADE, related_name="grades")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    share = FractionField()
    percent = models.PositiveSmallIntegerField()
    passed = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["quiz", "person"], name="one_grade_per_quiz")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.quiz_id} {self.percent} %"


class ResponseQuerySet(models.QuerySet["Response"]):
    def unanswered(self) -> "ResponseQuerySet":
        return self.filter(answered_at=None)

    def in_full(self) -> "ResponseQuerySet":
        """With all that a page about them shows, in two queries."""
        return self.select_related("question__section").prefetch_related("question__choices")

    def to_save(self) -> "ResponseQuerySet":
        """With no more than saving an answer looks at, in one query."""
        own = "position", "order", "answer", "certainty", "sequence", "answered_at", "tries", "closed", "question__kind"
        clock = "attempt__submitted_at", "attempt__due_at", "attempt__quiz__behaviour", "attempt__quiz__grace_seconds"
        return self.select_related("attempt__quiz", "question").only(*own, *clock)

    def near_misses(self) -> "ResponseQuerySet":
        """Short texts close to an accepted one, in finished attempts."""
        return self.filter(is_near_miss=True, closed=True)


class Response(models.Model):
    """One question within an attempt, with what the person answered: see items.py for the form of `answer`.

    `sequence` counts up with each answer that is kept; `closed` is set when the attempt is handed in, or when an answer
    was checked for the last time, and nothing is kept after that. `order` holds the keys of the choices as this attempt
    shows them. `tries` lists what was checked: answer, mark from 0 to 1 as text, at. `mark` is of `max_mark`.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="responses")
    position = models.PositiveSmallIntegerField()
    order = models.JSONField(default=list)
    max_mark = FractionField(default=Fraction(1))
    is_drawn = models.BooleanField(default=False, help_text="Reached through a draw, not fixed")
    answer = models.JSONField(null=True)
    certainty = models.PositiveSmallIntegerField(null=True)
    sequence = models.PositiveIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)
    tries = models.JSONField(default=list)
    closed = models.BooleanField(default=False)
    mark = FractionField(null=True)
    is_right = models.BooleanField(null=True)
    is_near_miss = models.BooleanField(default=False, help_text="A short text close to an accepted one: to be judged")

    objects = ResponseQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "question"], name="question_once_per_attempt"),
            models.UniqueConstraint(fields=["attempt", "position"], name="position_once_per_attempt"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.position}"
