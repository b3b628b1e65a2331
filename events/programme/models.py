import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from events.programme.states import OPEN, SHOWN, EventState, Format, SessionKind
from intake.models import SourceDocument


class EventQuerySet(models.QuerySet["Event"]):
    def listed(self) -> "EventQuerySet":
        return self.filter(state=EventState.PUBLISHED)

    def shown(self) -> "EventQuerySet":
        """Events whose page anybody with the address may open."""
        return self.filter(state__in=SHOWN)

    def ahead(self, at: datetime) -> "EventQuerySet":
        return self.filter(ends_at__gte=at).order_by("starts_at")

    def past(self, at: datetime) -> "EventQuerySet":
        return self.filter(ends_at__lt=at).order_by("-starts_at")

    def visible_to(self, person: Person) -> "EventQuerySet":
        """Shown events, and the drafts of the person's own teams."""
        return self.filter(Q(state__in=SHOWN) | Q(team__in=Team.objects.joined_by(person)))

    def managed_by(self, person: Person) -> "EventQuerySet":
        """Events that the person may change."""
        return self.filter(team__in=Team.objects.managed_by(person))

    def run_by(self, person: Person) -> "EventQuerySet":
        """Events whose desk the person may see: organizers and moderators of the team."""
        return self.filter(team__in=Team.objects.joined_by(person))

    def with_programme(self) -> "EventQuerySet":
        return self.prefetch_related("sections", "sessions__speakers")


class Event(models.Model):
    """A gathering that is announced. Moments are stored in UTC; `time_zone` is the IANA name that they are told in."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="events")
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    state = models.CharField(max_length=10, choices=EventState.choices, default=EventState.DRAFT)
    title = models.CharField(_("title"), max_length=250)
    summary = models.TextField(_("summary"), blank=True)
    language = models.CharField(_("language of the event"), max_length=8, blank=True)
    format = models.CharField(_("format"), max_length=10, choices=Format.choices, blank=True)
    organisers = models.JSONField(_("organisers"), default=list, blank=True)
    partners = models.JSONField(_("partners"), default=list, blank=True)
    audience = models.JSONField(_("for whom"), default=list, blank=True)
    objectives = models.JSONField(_("objectives"), default=list, blank=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    abbreviations = models.JSONField(default=list, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    meeting_url = models.URLField(_("meeting link"), max_length=500, blank=True)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    seats_taken = models.PositiveIntegerField(default=0, editable=False)
    registration_closes_at = models.DateTimeField(_("registration closes"), null=True, blank=True)
    source = models.ForeignKey(SourceDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    evidence = models.JSONField(default=dict, blank=True, help_text="Path of a value → numbers of its blocks")
    open_points = models.JSONField(default=list, blank=True, help_text="Remarks of the draft: [code, values]")
    warnings = models.JSONField(default=list, blank=True, help_text="Remarks of the draft: [code, values]")
    created_at = models.DateTimeField(editable=False)
    published_at = models.DateTimeField(null=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(seats_taken__lte=F("capacity")), name="event_never_oversold"
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_starts"),
            models.CheckConstraint(
                condition=~Q(state__in=OPEN) | Q(starts_at__isnull=False, ends_at__isnull=False) & ~Q(time_zone=""),
                name="open_event_has_date_and_zone",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone or "UTC")

    @property
    def about(self) -> str:
        """How the trail and the letters name this event."""
        return f"event:{self.pk}"

    @property
    def seats_left(self) -> int | None:
        return None if self.capacity is None else self.capacity - self.seats_taken

    def is_past(self, at: datetime) -> bool:
        return bool(self.ends_at and self.ends_at < at)

    def takes_registrations(self, at: datetime) -> bool:
        closes = self.registration_closes_at or self.ends_at
        return self.state in OPEN and bool(closes and at < closes) and not self.is_past(at)


class EventSection(models.Model):
    """A titled part of the description; the body is Markdown."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sections")
    heading = models.CharField(_("heading"), max_length=200)
    body = models.TextField(_("text"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.heading


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
    position = models.PositiveSmallIntegerField(default=0)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = [F("starts_at").asc(nulls_last=True), "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts")
        ]

    def __str__(self) -> str:
        return self.title


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
