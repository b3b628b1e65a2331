import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from accounts.people.models import Person
from courseware.exchange.states import TRIES, QuestionFormat, SendingState
from courseware.reading.models import Course, Module


class QuestionUpload(models.Model):
    """A file of questions that somebody looks at before it is taken into a course's bank; for a day at most."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="question_uploads")
    module = models.ForeignKey(Module, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=250)
    format = models.CharField(max_length=10, choices=QuestionFormat.choices)
    data = models.BinaryField()
    uploaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class LrsFeed(models.Model):
    """That the record of a course, from `since` on, is sent to the learning record store.

    `read_until`: statements of everything up to then have been written.
    """

    course = models.OneToOneField(Course, on_delete=models.CASCADE, related_name="lrs_feed")
    is_on = models.BooleanField(default=True)
    since = models.DateTimeField()
    read_until = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.course)


class LrsStatementQuerySet(models.QuerySet["LrsStatement"]):
    def due(self, at: datetime) -> "LrsStatementQuerySet":
        """Waiting and its time has come, or in the hands of a worker whose lease ran out."""
        waiting = Q(state=SendingState.WAITING, next_at__lte=at)
        return self.filter(waiting | Q(state=SendingState.SENDING, leased_until__lt=at), tries__lt=TRIES)


class LrsStatement(models.Model):
    """One statement on its way. Its id follows from what it tells, so that it is never told twice.

    `body` is emptied once it is sent or refused.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    feed = models.ForeignKey(LrsFeed, on_delete=models.CASCADE, related_name="statements")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    body = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=SendingState.choices, default=SendingState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    objects = LrsStatementQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "next_at"], name="lrs_statements_due")]

    def __str__(self) -> str:
        return str(self.pk)
