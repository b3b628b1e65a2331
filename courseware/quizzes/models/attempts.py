import uuid
from fractions import Fraction

from django.db import models
from django.db.models import Q

from accounts.people.models import Person
from courseware.quizzes.models.fields import FractionField
from courseware.quizzes.models.questions import Question
from courseware.quizzes.states import EndedBy


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of(self, person: Person) -> "AttemptQuerySet":
        return self.filter(person=person) if person.is_authenticated else self.none()

    def open(self) -> "AttemptQuerySet":
        return self.filter(submitted_at=None)

    def submitted(self) -> "AttemptQuerySet":
        return self.exclude(submitted_at=None)

    def passed(self) -> "AttemptQuerySet":
        return self.submitted().filter(passed=True)


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


class ResponseQuerySet(models.QuerySet["Response"]):
    def unanswered(self) -> "ResponseQuerySet":
        return self.filter(answered_at=None)

    def in_full(self) -> "ResponseQuerySet":
        """With all that a page about them shows, in two queries."""
        return self.select_related("question__section").prefetch_related("question__choices")


class Response(models.Model):
    """One question within an attempt, with what the person answered: see items.py for the form of `answer`.

    `sequence` counts up with each answer that is kept; `closed` is set when the attempt is handed in, and nothing is
    kept after that. `order` holds the keys of the choices as this attempt shows them. `tries` lists what was checked:
    answer, mark, at.
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
