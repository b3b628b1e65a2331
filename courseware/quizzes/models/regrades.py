import uuid

from django.db import models
from django.db.models import Count

from courseware.quizzes.models.attempts import Attempt, Response
from courseware.quizzes.models.fields import FractionField
from courseware.quizzes.models.questions import Question
from courseware.quizzes.models.quizzes import Quiz


class RegradeQuerySet(models.QuerySet["Regrade"]):
    def with_counts(self) -> "RegradeQuerySet":
        """`attempt_count`: of how many attempts it changes the mark."""
        return self.annotate(attempt_count=Count("attempts"))


class Regrade(models.Model):
    """Attempts of a quiz marked again under today's versions of its questions: first as a dry run, then for good.

    `by` is the opaque code of a person, as in the audit trail.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="regrades")
    by = models.UUIDField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    prepared_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    objects = RegradeQuerySet.as_manager()

    class Meta:
        ordering = ["-prepared_at"]

    def __str__(self) -> str:
        return str(self.code)


class RegradedAttempt(models.Model):
    """What a regrade does to one attempt; the old mark stays here."""

    regrade = models.ForeignKey(Regrade, on_delete=models.CASCADE, related_name="attempts")
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="regrades")
    mark_before = FractionField()
    mark_after = FractionField()
    passed_before = models.BooleanField()
    passed_after = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regrade", "attempt"], name="attempt_once_per_regrade")]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.mark_before} {self.mark_after}"


class RegradedResponse(models.Model):
    """What a regrade does to one answer: under which version it was marked, and under which it is now."""

    regraded = models.ForeignKey(RegradedAttempt, on_delete=models.CASCADE, related_name="responses")
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="+")
    question_before = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    question_after = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    mark_before = FractionField(null=True)
    mark_after = FractionField(null=True)

    def __str__(self) -> str:
        return f"{self.response_id} {self.mark_before} {self.mark_after}"
