import re
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from accounts.people.models import OwnQuerySet, Person
from events.programme.models import Event
from events.programme.states import OPEN, SHOWN, EventState
from events.registration.models.invitations import Delegation, Invitation
from events.registration.states import ALWAYS_SEATED, LIVE, NEVER_SEATED, Category, RegistrationState, Route

PROOF_WITHIN = timedelta(days=1)
QUIET = timedelta(minutes=2)
THANKED_WITHIN = timedelta(days=2)


class RegistrationQuerySet(OwnQuerySet["Registration"]):
    def run_by(self, person: Person) -> "RegistrationQuerySet":
        """Those that somebody at the team's desk may see; what was never proven concerns nobody."""
        return self.filter(event__in=Event.objects.run_by(person)).exclude(state=RegistrationState.DRAFT)

    def managed_by(self, person: Person) -> "RegistrationQuerySet":
        """Those that the person may decide about."""
        return self.filter(event__in=Event.objects.managed_by(person)).exclude(state=RegistrationState.DRAFT)

    def live(self) -> "RegistrationQuerySet":
        return self.filter(state__in=LIVE)

    def confirmed(self) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.CONFIRMED)

    def seated(self) -> "RegistrationQuerySet":
        """Those that `Event.seats_taken` counts."""
        return self.filter(holds_seat=True)

    def waiting(self) -> "RegistrationQuerySet":
        """The line, first in line first: by the moment of entering it, not of registering."""
        return self.filter(state=RegistrationState.WAITING).order_by("queued_at", "pk")

    def ahead_of(self, registration: "Registration") -> "RegistrationQuerySet":
        """Those who stand before one in the line of its event."""
        earlier = Q(queued_at__lt=registration.queued_at) | Q(queued_at=registration.queued_at, pk__lt=registration.pk)
        return self.waiting().filter(earlier, event=registration.event_id)

    def offers_run_out(self, at: datetime) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.OFFERED, offered_until__lte=at)

    def drafts(self) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.DRAFT)

    def never_proven(self, at: datetime) -> "RegistrationQuerySet":
        return self.drafts().filter(created_at__lt=at - PROOF_WITHIN)

    def to_be_told_of_cancelling(self, at: datetime) -> "RegistrationQuerySet":
        """Live at a cancelled event that still lies ahead, and last told that it takes place."""
        cancelled = Q(event__state=EventState.CANCELLED, event__ends_at__gt=at)
        return self.live().filter(cancelled, told_starts_at__isnull=False, purged_at=None)

    def to_be_told_of_moving(self, at: datetime) -> "RegistrationQuerySet":
        """Live at an open event whose time is another than they were last told, or that they were told is cancelled.

        Not before the event was left alone for a while: whoever corrects a time twice writes once.
        """
        same = Q(told_starts_at=F("event__starts_at"), told_ends_at=F("event__ends_at"))
        quiet = Q(event__changed_at=None) | Q(event__changed_at__lte=at - QUIET)
        return self.live().filter(quiet, event__state__in=OPEN, event__ends_at__gt=at, purged_at=None).exclude(same)

    def to_be_reminded(
        self, at: datetime, *, field: str, earliest: timedelta, latest: timedelta
    ) -> "RegistrationQuerySet":
        """Confirmed at an open event that begins within these bounds, and not reminded of this start (`field`) yet.

        Whoever was confirmed within the bounds has just had a letter; whoever was last told another time hears of the
        move first.
        """
        soon = Q(event__state__in=OPEN, event__starts_at__gt=at + latest, event__starts_at__lte=at + earliest)
        knows = Q(told_starts_at=F("event__starts_at"), confirmed_at__lte=F("event__starts_at") - earliest)
        return self.confirmed().filter(soon, knows, purged_at=None).exclude(**{field: F("event__starts_at")})

    def to_be_thanked(self, at: datetime) -> "RegistrationQuerySet":
        over = Q(event__state__in=OPEN, event__ends_at__lte=at, event__ends_at__gt=at - THANKED_WITHIN)
        return self.confirmed().filter(over, thanked_at=None, purged_at=None)

    def matching(self, words: str) -> "RegistrationQuerySet":
        """Every word of a search, somewhere in name, address or agency, whatever its capitals.

        As an expression, because SQLite's own comparison tells capitals apart in every script but the Latin one.
        """
        found = self
        for word in words.split()[:6]:
            literal = re.escape(word)
            found = found.filter(Q(name__iregex=literal) | Q(email__iregex=literal) | Q(agency__iregex=literal))
        return found


def events_for(person: Person) -> QuerySet[Event]:
    """Events whose pages of registration the person may open: those shown, and any at which they are registered."""
    held = Registration.objects.of(person).live().values("event")
    return Event.objects.filter(Q(state__in=SHOWN) | Q(pk__in=held))


class Registration(models.Model):
    """What one person answered for one event.

    A draft holds no seat and belongs to nobody: it is reached by `code` from the browser session that wrote it,
    until the code from the mailbox is posted. `holds_seat` is what the event's counter counts.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="registrations")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="registrations")
    state = models.CharField(max_length=10, choices=RegistrationState.choices, default=RegistrationState.DRAFT)
    category = models.CharField(_("category"), max_length=12, choices=Category.choices, default=Category.PARTICIPANT)
    route = models.CharField(max_length=10, choices=Route.choices, default=Route.DIRECT)
    invitation = models.ForeignKey(
        Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="registrations"
    )
    delegation = models.ForeignKey(
        Delegation, null=True, blank=True, on_delete=models.SET_NULL, related_name="registrations"
    )
    holds_seat = models.BooleanField(default=False, editable=False)
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    country = CountryField(_("country"))
    agency = models.CharField(_("agency"), max_length=200)
    position = models.CharField(_("position"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    reason = models.TextField(_("reason"), blank=True, help_text="Why it was declined, for the person to read")
    consented_at = models.DateTimeField()
    consent_version = models.CharField(max_length=20)
    created_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)
    queued_at = models.DateTimeField(null=True, help_text="Entered the waiting list; kept when leaving it")
    offered_until = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True, help_text="When it came into its present state")
    edited_at = models.DateTimeField(null=True, help_text="When the person last changed the answers")
    # The time of the event that its letters last told; None after telling that it is cancelled.
    told_starts_at = models.DateTimeField(null=True)
    told_ends_at = models.DateTimeField(null=True)
    # The start of the event that each reminder spoke of: when the event moves, it is due again.
    day_reminder_of = models.DateTimeField(null=True)
    hour_reminder_of = models.DateTimeField(null=True)
    thanked_at = models.DateTimeField(null=True)
    purged_at = models.DateTimeField(null=True, help_text="When retention emptied what identifies the person")

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        indexes = [
            models.Index(
                fields=["event", "queued_at", "id"],
                condition=Q(state=RegistrationState.WAITING),
                name="waiting_in_line",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"], condition=Q(state__in=LIVE), name="one_live_registration_per_person"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=LIVE) | Q(person__isnull=False) | Q(purged_at__isnull=False),
                name="live_registration_has_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ALWAYS_SEATED) | Q(holds_seat=True), name="confirmed_and_offered_hold_a_seat"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=NEVER_SEATED) | Q(holds_seat=False), name="waiting_and_ended_hold_no_seat"
            ),
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.WAITING) | Q(queued_at__isnull=False), name="waiting_has_a_place"
            ),
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.OFFERED) | Q(offered_until__isnull=False),
                name="offer_has_a_deadline",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state} {self.code}"

    @property
    def about(self) -> str:
        """How the trail names this registration."""
        return f"registration:{self.code}"

    def is_joinable(self, at: datetime) -> bool:
        return self.state == RegistrationState.CONFIRMED and self.event.is_joinable(at)

    @property
    def display_name(self) -> str:
        """What others at the event may see, where the event says that names stay unsaid."""
        return " – ".join(part for part in (str(self.country.name), self.agency) if part)
