import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from accounts.outbox.models import Letter
from accounts.people.models import Person
from events.programme.models import Event
from events.programme.states import SHOWN, EventState
from events.registration.states import LIVE, RegistrationState

PROOF_WITHIN = timedelta(days=1)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def of(self, person: Person) -> "RegistrationQuerySet":
        """The person's own."""
        return self.filter(person=person) if person.is_authenticated else self.none()

    def run_by(self, person: Person) -> "RegistrationQuerySet":
        """Those that somebody at the team's desk may see; what was never proven concerns nobody."""
        return self.filter(event__in=Event.objects.run_by(person)).exclude(state=RegistrationState.DRAFT)

    def live(self) -> "RegistrationQuerySet":
        return self.filter(state__in=LIVE)

    def drafts(self) -> "RegistrationQuerySet":
        return self.filter(state=RegistrationState.DRAFT)

    def never_proven(self, at: datetime) -> "RegistrationQuerySet":
        return self.drafts().filter(created_at__lt=at - PROOF_WITHIN)

    def to_be_told_of_cancelling(self, at: datetime) -> "RegistrationQuerySet":
        """Seats at a cancelled event that still lies ahead, whose holders had no letter since it was cancelled."""
        told = Letter.objects.filter(
            kind="event_cancelled",
            to=OuterRef("email"),
            about=OuterRef("about"),
            created_at__gte=OuterRef("event__cancelled_at"),
        )
        ahead = self.live().filter(event__state=EventState.CANCELLED, event__ends_at__gt=at)
        about = Concat(Value("event:"), Cast("event_id", CharField()), output_field=CharField())
        return ahead.annotate(about=about).exclude(Exists(told))

    def matching(self, words: str) -> "RegistrationQuerySet":
        """Every word of a search, somewhere in name, address or agency."""
        found = self
        for word in words.split()[:6]:
            found = found.filter(Q(name__icontains=word) | Q(email__icontains=word) | Q(agency__icontains=word))
        return found


def events_for(person: Person) -> QuerySet[Event]:
    """Events whose pages of registration the person may open: those shown, and any at which a seat is held."""
    held = Registration.objects.of(person).live().values("event")
    return Event.objects.filter(Q(state__in=SHOWN) | Q(pk__in=held))


class Registration(models.Model):
    """What one person answered for one event.

    A draft holds no seat and belongs to nobody: it is reached by `code` from the browser session that wrote it,
    until the code from the mailbox is posted.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="registrations")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="registrations")
    state = models.CharField(max_length=10, choices=RegistrationState.choices, default=RegistrationState.DRAFT)
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    country = CountryField(_("country"))
    agency = models.CharField(_("agency"), max_length=200)
    position = models.CharField(_("position"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    consented_at = models.DateTimeField()
    consent_version = models.CharField(max_length=20)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"], condition=Q(state__in=LIVE), name="one_live_registration_per_person"
            ),
            models.CheckConstraint(
                condition=Q(state=RegistrationState.DRAFT) | Q(person__isnull=False), name="proven_has_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state} {self.code}"
