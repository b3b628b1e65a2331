import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.certificates.states import Issued
from courseware.reading.models import Course
from events.programme.models import Event


class AwardQuerySet(models.QuerySet["Award"]):
    def managed_by(self, person: Person) -> "AwardQuerySet":
        return self.filter(team__in=Team.objects.managed_by(person))

    def run_by(self, person: Person) -> "AwardQuerySet":
        return self.filter(team__in=Team.objects.joined_by(person))

    def automatic(self) -> "AwardQuerySet":
        return self.filter(issued=Issued.AUTOMATIC)

    def standing(self) -> "AwardQuerySet":
        """Those that can still be earned."""
        return self.exclude(issued=Issued.CLOSED)

    def in_full(self) -> "AwardQuerySet":
        return self.select_related("team", "course", "event")


class Award(models.Model):
    """What has to be done for a certificate, and what the certificate says. Of a course, an event, or both together.

    Each condition adds to the others. `revision` counts the changes: a paper drawn from an earlier one is not issued.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="awards")
    course = models.ForeignKey(
        Course, null=True, blank=True, on_delete=models.CASCADE, related_name="awards", verbose_name=_("course")
    )
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.CASCADE, related_name="awards", verbose_name=_("event")
    )
    issued = models.CharField(_("issued"), max_length=10, choices=Issued.choices, default=Issued.ORGANIZER)
    minutes = models.PositiveSmallIntegerField(_("minutes present at the event, at least"), default=0)
    all_modules = models.BooleanField(_("every module of the course is complete"), default=False)
    test_passed = models.BooleanField(_("the test after the course is passed"), default=False)
    evaluation = models.BooleanField(_("the evaluation form is filled in"), default=False)
    title = models.CharField(_("title on the certificate"), max_length=250)
    hours = models.DecimalField(
        _("hours of training"), max_digits=5, decimal_places=1, default=0, validators=[MinValueValidator(0)]
    )
    language = models.CharField(_("language of the certificate"), max_length=8, choices=settings.LANGUAGES)
    issuer = models.CharField(_("issued by"), max_length=200)
    signatory_name = models.CharField(_("signed by"), max_length=150, blank=True)
    signatory_role = models.CharField(_("position of the one who signs"), max_length=200, blank=True)
    show_score = models.BooleanField(_("print the result of the test"), default=False)
    validity_months = models.PositiveSmallIntegerField(
        _("valid for so many months"), default=0, validators=[MaxValueValidator(120)], help_text=_("0: without an end")
    )
    badge_name = models.CharField(_("name of the badge"), max_length=250)
    badge_description = models.TextField(_("what it stands for"), max_length=1000)
    badge_criteria = models.TextField(_("what one does to earn it"), max_length=2000)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(editable=False)

    objects = AwardQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(course__isnull=False) | Q(event__isnull=False), name="award_has_a_course_or_an_event"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0) | Q(all_modules=True) | Q(test_passed=True) | Q(evaluation=True),
                name="award_asks_for_something",
            ),
            models.CheckConstraint(
                condition=Q(minutes=0) | Q(event__isnull=False), name="minutes_are_those_of_an_event"
            ),
            models.CheckConstraint(
                condition=Q(all_modules=False, test_passed=False, show_score=False) | Q(course__isnull=False),
                name="modules_and_test_are_those_of_a_course",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def about(self) -> str:
        return f"award:{self.pk}"

    @property
    def told_about(self) -> str:
        """The name under which letters about it are found at the desk."""
        return self.event.about if self.event else self.course.about

    @property
    def rule(self) -> dict[str, int | bool]:
        """The conditions, as a certificate keeps them."""
        return {name: getattr(self, name) for name in ("minutes", "all_modules", "test_passed", "evaluation")}
