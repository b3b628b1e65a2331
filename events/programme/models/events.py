import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from events.programme.states import LANGUAGES, OPEN, SHOWN, Admission, EventState, Format
from intake.models import SourceDocument

JOIN_BEFORE = timedelta(minutes=15)


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

    def glanced(self) -> "EventQuerySet":
        """Only what tells whether a kept page of the event is good (kept.py)."""
        return self.only("code", "state", "version")

    def with_programme(self) -> "EventQuerySet":
        return self.prefetch_related("sections", "sessions__speakers")


class Event(models.Model):
    """A gathering that is announced. Moments are stored in UTC; `time_zone` is the IANA name that they are told in."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False, help_text="UID of the calendar entry")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="events")
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    state = models.CharField(max_length=10, choices=EventState.choices, default=EventState.DRAFT)
    title = models.CharField(_("title"), max_length=250)
    summary = models.TextField(_("summary"), blank=True)
    language = models.CharField(_("language of the event"), max_length=8, blank=True)
    format = models.CharField(_("format"), max_length=10, choices=Format.choices, blank=True)
    organisers = models.JSONField(_("organisers"), default=list, blank=True)
    partners = models.JSONField(_("partners"), default=list, blank=True)
    parts = models.JSONField(
        _("what each organiser and partner does"), default=dict, blank=True, help_text="Name of a body → its part"
    )
    audience = models.JSONField(_("for whom"), default=list, blank=True)
    objectives = models.JSONField(_("objectives"), default=list, blank=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    abbreviations = models.JSONField(default=list, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    venue = models.CharField(_("place"), max_length=300, blank=True)
    contact = models.CharField(_("contact"), max_length=500, blank=True)
    languages = models.JSONField(_("languages, with interpretation"), default=list, blank=True, help_text="ISO 639-1")
    announced = models.JSONField(
        _("speakers"), default=list, blank=True, help_text="Without a place in the programme: name, role, affiliation"
    )
    meeting_url = models.URLField(_("meeting link"), max_length=500, blank=True)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    # Counters of the registration room; who moves them holds this row first. `manage.py fsck` recounts them.
    seats_taken = models.PositiveIntegerField(default=0, editable=False)
    seats_held = models.PositiveIntegerField(default=0, editable=False, help_text="For invitations and delegations")
    people_waiting = models.PositiveIntegerField(default=0, editable=False)
    has_limits = models.BooleanField(default=False, editable=False, help_text="Some category, country or agency has")
    admission = models.CharField(
        _("who may register"), max_length=10, choices=Admission.choices, default=Admission.OPEN
    )
    registration_opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("registration closes"), null=True, blank=True)
    source = models.ForeignKey(SourceDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    evidence = models.JSONField(default=dict, blank=True, help_text="Name of a value → numbers of its blocks")
    origins = models.JSONField(default=dict, blank=True, help_text="Name of a value → stated, inferred or proposed")
    open_points = models.JSONField(default=list, blank=True, help_text="Remarks of the draft: [code, values]")
    warnings = models.JSONField(default=list, blank=True, help_text="Remarks of the draft: [code, values]")
    created_at = models.DateTimeField(editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    # Raised by every change of what the page or the calendar says (not of seats): SEQUENCE of the calendar entry,
    # and how a form notices that somebody else saved in between.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)
    # Raised by every change of what the page shows, the seats included: what a kept page is kept under.
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=F("seats_taken") + F("seats_held")),
                name="event_never_oversold",
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_starts"),
            models.CheckConstraint(
                condition=~Q(state__in=OPEN) | Q(starts_at__isnull=False, ends_at__isnull=False) & ~Q(time_zone=""),
                name="open_event_has_date_and_zone",
            ),
        ]

    def __str__(self) -> str:
        return self.title or gettext("Event without a title")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone or "UTC")

    @property
    def language_name(self) -> str:
        """In the reader's language; a language that has no name here keeps its code."""
        return gettext(LANGUAGES[self.language]) if self.language in LANGUAGES else self.language

    @property
    def language_names(self) -> list[str]:
        return [gettext(LANGUAGES[code]) if code in LANGUAGES else code for code in self.languages]

    def get_absolute_url(self) -> str:
        return reverse("programme:event", args=[self.slug])

    @property
    def about(self) -> str:
        """How the trail and the letters name this event."""
        return f"event:{self.pk}"

    @property
    def seats_left(self) -> int | None:
        """Seats that nobody has and nobody is promised; None where there is no limit."""
        return None if self.capacity is None else self.capacity - self.seats_taken - self.seats_held

    @property
    def is_several_days(self) -> bool:
        """By the calendar of its own zone."""
        if not (self.starts_at and self.ends_at):
            return False
        return self.starts_at.astimezone(self.zone).date() != self.ends_at.astimezone(self.zone).date()

    def is_past(self, at: datetime) -> bool:
        return bool(self.ends_at and self.ends_at < at)

    @property
    def doors_open_at(self) -> datetime | None:
        return self.starts_at and self.starts_at - JOIN_BEFORE

    def is_joinable(self, at: datetime) -> bool:
        """From 15 minutes before the start until the end."""
        return self.state in OPEN and bool(self.starts_at) and self.doors_open_at <= at < self.ends_at

    def takes_registrations(self, at: datetime) -> bool:
        closes = self.registration_closes_at or self.ends_at
        is_open = self.state in OPEN and bool(closes and at < closes) and not self.is_past(at)
        return is_open and not self.opens_later(at)

    def opens_later(self, at: datetime) -> bool:
        return bool(self.registration_opens_at and at < self.registration_opens_at)

    def changes_next(self, at: datetime) -> datetime | None:
        """The next moment, `at` included, from which the clock alone makes the page say something else."""
        registration = (self.registration_opens_at, self.registration_closes_at)
        moments = (*registration, self.doors_open_at, self.starts_at, self.ends_at)
        return min((moment for moment in moments if moment and moment >= at), default=None)


class EventSection(models.Model):
    """A titled part of the description; the body is Markdown."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sections")
    heading = models.CharField(_("heading"), max_length=200)
    body = models.TextField(_("text"))
    position = models.PositiveSmallIntegerField(default=0)
    blocks = models.JSONField(default=list, blank=True, help_text="Numbers of the source blocks that it came from")
    origin = models.CharField(max_length=8, blank=True, help_text="stated, inferred or proposed; of the weakest of it")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.heading
