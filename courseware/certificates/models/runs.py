import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from accounts.people.models import Person
from courseware.certificates.models.awards import Award
from courseware.certificates.models.certificates import Certificate
from courseware.certificates.states import UNFINISHED, LineState, RunState


class IssueRunQuerySet(models.QuerySet["IssueRun"]):
    def managed_by(self, person: Person) -> "IssueRunQuerySet":
        return self.filter(award__in=Award.objects.managed_by(person))

    def due(self, at: datetime) -> "IssueRunQuerySet":
        """Unfinished, and in nobody's hands: never begun, laid down after a round, or its worker was not heard of."""
        return self.filter(Q(leased_until=None) | Q(leased_until__lt=at), state__in=UNFINISHED)


class IssueRun(models.Model):
    """Certificates for many people, issued in the background: a line for each. `by` is the code of a person."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="runs")
    by = models.UUIDField(null=True)
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.WAITING)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0, help_text="Lines that came to an end, refused ones too")
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = IssueRunQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.CheckConstraint(condition=Q(done__lte=models.F("total")), name="run_done_up_to_total")]

    def __str__(self) -> str:
        return f"{self.award_id} {self.state} {self.done}/{self.total}"

    @property
    def is_done(self) -> bool:
        return self.state == RunState.DONE


class IssueLine(models.Model):
    """One person of a run. `error` is the code of a refusal (errors.SENTENCES)."""

    run = models.ForeignKey(IssueRun, on_delete=models.CASCADE, related_name="lines")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=LineState.choices, default=LineState.WAITING)
    error = models.CharField(max_length=30, blank=True)
    certificate = models.ForeignKey(Certificate, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["run", "person"], name="person_once_per_run")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.state}"
