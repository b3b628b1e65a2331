import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.programme.models.events import Event
from events.programme.states import SessionKind


class SessionQuerySet(models.QuerySet["Session"]):
    def in_order(self) -> "SessionQuerySet":
        return self.order_by(F("starts_at").asc(nulls_last=True), "position", "pk")


class Session(models.Model):
    """One entry of the programme. `proposed` marks what the drafting code suggested and nobody has confirmed."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=400)
    summary = models.TextField(_("summary"), blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=SessionKind.choices, default=SessionKind.TALK)
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    meeting_url = models.URLField(_("meeting link of its own"), max_length=500, blank=True)
    proposed = models.BooleanField(_("proposed"), default=False)
    stated_time = models.CharField(
        max_length=60, blank=True, help_text="As the document writes it, until it has a date"
    )
    position = models.PositiveSmallIntegerField(default=0)
    blocks = models.JSONField(default=list, blank=True, help_text="Numbers of the source blocks that it came from")
    origin = models.CharField(max_length=8, blank=True, help_text="stated, inferred or proposed; of the weakest of it")

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = [F("starts_at").asc(nulls_last=True), "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts")
        ]

    def __str__(self) -> str:
        return self.title

    def is_outside(self, event: Event) -> bool:
        """Some of it lies before the start or after the end of its event."""
        early = self.starts_at and event.starts_at and self.starts_at < event.starts_at
        late = self.ends_at and event.ends_at and self.ends_at > event.ends_at
        return bool(early or late)


class Speaker(models.Model):
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="speakers")
    name = models.CharField(_("name"), max_length=150)
    role = models.CharField(_("role"), max_length=150, blank=True)
    affiliation = models.CharField(_("affiliation"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
