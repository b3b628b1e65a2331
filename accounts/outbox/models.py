import uuid
from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q

from accounts.outbox.states import DUE, TRIES, LetterState


class LetterQuerySet(models.QuerySet["Letter"]):
    def due(self, at: datetime) -> "LetterQuerySet":
        """Ready to be claimed: waiting and its time has come, or claimed by a worker whose lease ran out."""
        waiting = Q(state=LetterState.PENDING, next_at__lte=at)
        return self.filter(waiting | abandoned(at), attempts__lt=TRIES)

    def exhausted(self, at: datetime) -> "LetterQuerySet":
        """Tried as often as we try, the last time without an answer: whatever sends it dies of it."""
        return self.filter(abandoned(at), attempts__gte=TRIES)

    def in_nobodys_hands(self, at: datetime) -> "LetterQuerySet":
        """Unsent, and no worker is sending it at this moment."""
        return self.filter(Q(state=LetterState.PENDING) | abandoned(at))

    def concerning(self, about: str) -> "LetterQuerySet":
        return self.filter(about=about)

    def unreachable(self) -> "LetterQuerySet":
        """Refused for good, and the address has taken no letter since: whom an organizer should reach another way.

        Nothing is kept from such an address: a full mailbox is emptied, a mistyped one is corrected.
        """
        later = Letter.objects.filter(to=OuterRef("to"), state=LetterState.SENT, sent_at__gte=OuterRef("created_at"))
        return self.filter(~Exists(later), state=LetterState.REFUSED).exclude(to="")

    def urgent_first(self) -> "LetterQuerySet":
        return self.order_by("-urgent", "next_at")

    def finished_before(self, moment: datetime) -> "LetterQuerySet":
        """Sent, or refused for good. A refused letter keeps the moment in `next_at`."""
        sent = Q(state=LetterState.SENT, sent_at__lt=moment)
        return self.filter(sent | Q(state=LetterState.REFUSED, next_at__lt=moment))

    def held_since(self, moment: datetime) -> "LetterQuerySet":
        return self.filter(state=LetterState.HELD, created_at__lt=moment)

    def readable(self) -> "LetterQuerySet":
        """Not yet emptied by retention."""
        return self.exclude(to="")


def abandoned(at: datetime) -> Q:
    return Q(state=LetterState.SENDING, leased_until__lt=at)


class Letter(models.Model):
    """A letter to one address, written in the transaction of the action that it tells about."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True, help_text="kind, subject and occurrence: the same news once")
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=120, blank=True, db_index=True)
    to = models.EmailField()
    language = models.CharField(max_length=8)
    subject = models.CharField(max_length=250)
    body = models.TextField(blank=True)
    calendar = models.TextField(null=True, blank=True, help_text="iCalendar text that goes with the letter")
    calendar_method = models.CharField(max_length=10, blank=True, default="")
    secret = models.BooleanField(default=False, help_text="Holds a code: the text is erased once sent")
    urgent = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=LetterState.choices, default=LetterState.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(help_text="When it is tried next; of a refused letter, when it was refused")
    leased_until = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "next_at"], condition=Q(state__in=DUE), name="letter_due")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def message_id(self) -> str:
        """The same for every try, so that a mail system can drop the second copy (RFC 5322, section 3.6.4)."""
        return f"<{self.id}@convoke>"
