import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.people.models import OwnQuerySet, Person
from accounts.teams.models import Team
from courseware.certificates import tokens
from courseware.certificates.models.awards import Award
from courseware.certificates.states import CertificateState, Reason, Standing
from courseware.reading.models import Course
from events.programme.models import Event


class PrintedName(models.Model):
    """How somebody wants their name on certificates: in Latin letters as in the passport, and in their own script."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="printed_name")
    name = models.CharField(_("name in Latin letters, as in your passport"), max_length=150)
    name_other = models.CharField(_("name in the other script"), max_length=150, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class CertificateQuerySet(OwnQuerySet["Certificate"]):
    def managed_by(self, person: Person) -> "CertificateQuerySet":
        return self.filter(team__in=Team.objects.managed_by(person))

    def readable_by(self, person: Person) -> "CertificateQuerySet":
        """The holder, and the team that issued it."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(Q(person=person) | Q(team__in=Team.objects.managed_by(person)))

    def live(self) -> "CertificateQuerySet":
        return self.filter(state=CertificateState.LIVE)

    def current(self) -> "CertificateQuerySet":
        """Neither ended nor renewed, expired or not: one at most for each person and award."""
        return self.live().filter(renewed_on=None)

    def valid_on(self, today: date) -> "CertificateQuerySet":
        return self.live().filter(Q(valid_until=None) | Q(valid_until__gte=today))

    def expired_on(self, today: date) -> "CertificateQuerySet":
        """Those that can be renewed."""
        return self.current().filter(valid_until__lt=today)

    def ended(self) -> "CertificateQuerySet":
        return self.exclude(state=CertificateState.LIVE)


class Certificate(models.Model):
    """What was certified, frozen on the day of issue: nothing here follows later changes of award, course or person.

    It outlives all of them. `name_proofs` are salted digests of the names as printed: with them a visitor's spelling is
    confirmed, also where the name itself was erased and the holder wanted it so (`proof_outlives_account`).
    `facts` holds versions: modules with their revision, the quiz and the attempt that counted, the rule.
    One that has expired can be renewed: it stays what it is, and another that `renews` it is issued.
    """

    code = models.CharField(max_length=tokens.LENGTH, unique=True, default=tokens.new_code, editable=False)
    award = models.ForeignKey(Award, null=True, on_delete=models.SET_NULL, related_name="certificates")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="certificates")
    course = models.ForeignKey(Course, null=True, on_delete=models.SET_NULL, related_name="certificates")
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="certificates")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="certificates")
    state = models.CharField(max_length=10, choices=CertificateState.choices, default=CertificateState.LIVE)
    name = models.CharField(max_length=150, blank=True)
    name_other = models.CharField(max_length=150, blank=True)
    name_proofs = models.JSONField(default=list)
    name_erased_at = models.DateTimeField(null=True)
    show_name = models.BooleanField(_("show my name to everybody who looks it up"), default=False)
    proof_outlives_account = models.BooleanField(default=False)
    title = models.CharField(max_length=250)
    course_title = models.CharField(max_length=250, blank=True)
    event_title = models.CharField(max_length=250, blank=True)
    hours = models.DecimalField(max_digits=5, decimal_places=1, default=0)
    score = models.PositiveSmallIntegerField(null=True, help_text="Percent; None where the paper says nothing of it")
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    held_from = models.DateField(null=True)
    held_to = models.DateField(null=True)
    awarded_on = models.DateField()
    valid_until = models.DateField(null=True, help_text="The last day on which it is valid")
    issuer = models.CharField(max_length=200)
    signatory_name = models.CharField(max_length=150, blank=True)
    signatory_role = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=dict)
    achievement = models.UUIDField(help_text="The award's code, in the address of the badge's achievement")
    badge_name = models.CharField(max_length=250)
    badge_description = models.TextField()
    badge_criteria = models.TextField()
    subject = models.UUIDField(default=uuid.uuid4, unique=True, help_text="Names the holder within the badge")
    email_hash = models.CharField(max_length=64, blank=True)
    email_salt = models.CharField(max_length=40, blank=True)
    status_index = models.PositiveIntegerField(help_text="Place in the status lists of the team")
    issued_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    reason_words = models.TextField(blank=True)
    superseded_by = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="supersedes")
    renews = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="renewals")
    renewed_on = models.DateField(null=True, help_text="When another was issued after it had expired")

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["award", "person"],
                condition=Q(state=CertificateState.LIVE, renewed_on=None),
                name="one_current_certificate_per_award",
            ),
            models.CheckConstraint(
                condition=Q(renewed_on=None) | Q(valid_until__isnull=False, renewed_on__gt=F("valid_until")),
                name="only_expired_certificates_are_renewed",
            ),
            models.UniqueConstraint(fields=["team", "status_index"], name="one_place_in_the_status_lists"),
            models.CheckConstraint(
                condition=Q(state=CertificateState.LIVE, ended_at__isnull=True)
                | ~Q(state=CertificateState.LIVE) & Q(ended_at__isnull=False) & ~Q(reason=""),
                name="ended_certificates_say_when_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.pk}"

    @property
    def about(self) -> str:
        return f"certificate:{self.pk}"

    @property
    def printed_code(self) -> str:
        return tokens.grouped(self.code)

    @property
    def is_live(self) -> bool:
        return self.state == CertificateState.LIVE

    @property
    def is_current(self) -> bool:
        return self.is_live and self.renewed_on is None

    def standing(self, today: date) -> str:
        """What holds of it on that day (UTC)."""
        if self.is_live:
            return Standing.EXPIRED if self.valid_until and today > self.valid_until else Standing.VALID
        return self.state


class Paper(models.Model):
    """The PDF as it was issued; kept beside the certificate, so that lists do not carry it along."""

    certificate = models.OneToOneField(Certificate, on_delete=models.CASCADE, related_name="paper")
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.sha256
