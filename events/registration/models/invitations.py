import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Max, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from accounts.people.models import Person
from events.programme.models import Event
from events.programme.states import OPEN, SHOWN
from events.registration.models.attachments import Attachment
from events.registration.states import LIVE, Category, InvitationState, RegistrationState
from events.registration.tokens import hashed

REMIND_AFTER = timedelta(hours=24)


class DelegationQuerySet(models.QuerySet["Delegation"]):
    def of(self, person: Person) -> "DelegationQuerySet":
        """Those whose focal point the person is: whoever has proven the address that the organizers named."""
        return self.filter(focal_email=person.email) if person.is_authenticated else self.none()

    def open(self) -> "DelegationQuerySet":
        return self.filter(closed_at=None)

    def ahead(self, at: datetime) -> "DelegationQuerySet":
        return self.filter(event__ends_at__gte=at)

    def managed_by(self, person: Person) -> "DelegationQuerySet":
        return self.filter(event__in=Event.objects.managed_by(person))

    def with_seats_to_return(self, at: datetime) -> "DelegationQuerySet":
        return self.filter(seats_held__gt=0, returns_at__lte=at)


class Delegation(models.Model):
    """A country or agency that may nominate. `seats` is its allotment; `seats_held` of them are kept free for it."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="delegations")
    country = CountryField(_("country"), blank=True)
    agency = models.CharField(_("agency"), max_length=200, blank=True)
    focal_name = models.CharField(_("name of the focal point"), max_length=150)
    focal_email = models.EmailField(_("e-mail address of the focal point"))
    language = models.CharField(_("language for letters"), max_length=8, choices=settings.LANGUAGES)
    seats = models.PositiveSmallIntegerField(_("seats it may fill"))
    seats_held = models.PositiveSmallIntegerField(default=0, editable=False)
    returns_at = models.DateTimeField(_("unused seats return"), null=True, blank=True)
    note = models.ForeignKey(Attachment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        ordering = ["country", "agency", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(seats_held__lte=F("seats")), name="delegation_holds_within_allotment"),
            models.CheckConstraint(condition=Q(focal_email=Lower("focal_email")), name="focal_email_in_lower_case"),
        ]

    def __str__(self) -> str:
        return " – ".join(part for part in (str(self.country.name), self.agency) if part)

    @property
    def holds(self) -> bool:
        """Whether seats are kept free for it until `returns_at`; one that holds none has no such date."""
        return self.returns_at is not None

    @property
    def about(self) -> str:
        return f"delegation:{self.code}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def managed_by(self, person: Person) -> "InvitationQuerySet":
        return self.filter(event__in=Event.objects.managed_by(person))

    def unanswered(self) -> "InvitationQuerySet":
        return self.filter(state=InvitationState.SENT)

    def standing(self) -> "InvitationQuerySet":
        """Neither taken back nor run out nor refused: one address has at most one at an event."""
        return self.filter(state__in=STANDING)

    def of_focal_point(self, person: Person) -> "InvitationQuerySet":
        return self.filter(delegation__in=Delegation.objects.of(person))

    def opened_with(self, token: str, at: datetime) -> "InvitationQuerySet":
        """The invitation whose link holds this token, while the link works."""
        works = self.unanswered().filter(expires_at__gt=at, event__state__in=SHOWN)
        return works.filter(token_hash=hashed(token))

    def spent(self, at: datetime) -> "InvitationQuerySet":
        """Standing, and yet of no more use: its time has passed, or what came of it has ended."""
        used = self.model.objects.filter(registrations__state__in=LIVE)
        ended = Q(state=InvitationState.ACCEPTED) & ~Q(pk__in=used.values("pk"))
        return self.filter(ended | Q(state=InvitationState.SENT, expires_at__lte=at))

    def within_allotment(self) -> "InvitationQuerySet":
        """Nominations that use one of the delegation's seats: not answered, or somebody came of it who stays."""
        used = self.model.objects.filter(registrations__state__in=LIVE)
        return self.filter(Q(state=InvitationState.SENT) | Q(state=InvitationState.ACCEPTED, pk__in=used.values("pk")))

    def with_outcome(self) -> "InvitationQuerySet":
        """`outcome`: the state of the registration that came of it, None where none did. There is at most one, beside
        answers that nobody proved."""
        proven = ~Q(registrations__state=RegistrationState.DRAFT)
        return self.annotate(outcome=Max("registrations__state", filter=proven))

    def to_be_reminded(self, at: datetime) -> "InvitationQuerySet":
        """Not answered, still in time, and not written to within a day."""
        return self.quiet(at).filter(event__state__in=OPEN)

    def quiet(self, at: datetime) -> "InvitationQuerySet":
        """The same by its own columns alone, so that an update can decide by it: with a join PostgreSQL would look the
        conditions up once, before it waits for the row."""
        quiet = Q(created_at__lte=at - REMIND_AFTER, reminded_at=None) | Q(reminded_at__lte=at - REMIND_AFTER)
        return self.unanswered().filter(quiet, expires_at__gt=at)

    def run_out(self, at: datetime) -> "InvitationQuerySet":
        return self.unanswered().filter(expires_at__lte=at)

    def with_seat_to_return(self, at: datetime) -> "InvitationQuerySet":
        return self.filter(holds_seat=True, held_until__lte=at)


STANDING = (InvitationState.SENT, InvitationState.ACCEPTED)


class Invitation(models.Model):
    """A personal way in, bound to one address. Only the hash of its link is kept; it opens once and expires.

    A nomination is an invitation that a delegation wrote: the nominee confirms and consents like anybody invited.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="invitations")
    delegation = models.ForeignKey(
        Delegation, null=True, blank=True, on_delete=models.CASCADE, related_name="nominations"
    )
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150, blank=True)
    country = CountryField(_("country"), blank=True)
    agency = models.CharField(_("agency"), max_length=200, blank=True)
    position = models.CharField(_("position"), max_length=200, blank=True)
    category = models.CharField(_("category"), max_length=12, choices=Category.choices, default=Category.PARTICIPANT)
    language = models.CharField(_("language for letters"), max_length=8, choices=settings.LANGUAGES)
    state = models.CharField(max_length=10, choices=InvitationState.choices, default=InvitationState.SENT)
    token_hash = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 of the link's token")
    holds_seat = models.BooleanField(default=False, editable=False)
    held_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)
    purged_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "email"],
                condition=Q(state__in=STANDING) & ~Q(email=""),
                name="one_standing_invitation_per_address",
            ),
            models.CheckConstraint(
                condition=Q(holds_seat=False) | Q(state=InvitationState.SENT), name="only_an_open_invitation_holds"
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invited_email_in_lower_case"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state} {self.code}"

    @property
    def about(self) -> str:
        return f"invitation:{self.code}"

    @property
    def masked_email(self) -> str:
        """Enough to know one's own address by, too little to write to: a***@example.org."""
        return f"{self.email[:1]}***@{self.email.rpartition('@')[2]}"

    @property
    def is_nomination(self) -> bool:
        return self.delegation_id is not None
