from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person


class Role(models.TextChoices):
    ORGANIZER = "organizer", _("organizer")
    MODERATOR = "moderator", _("moderator")


class TeamQuerySet(models.QuerySet["Team"]):
    def managed_by(self, person: Person) -> "TeamQuerySet":
        """Teams whose events and courses the person may change."""
        return self.filter(pk__in=memberships(person).filter(role=Role.ORGANIZER).values("team"))

    def joined_by(self, person: Person) -> "TeamQuerySet":
        """Teams whose desk the person may see."""
        return self.filter(pk__in=memberships(person).values("team"))


class Team(models.Model):
    """Who owns events and courses: a programme, an office, a training centre."""

    slug = models.SlugField(unique=True)
    name = models.CharField(_("name"), max_length=150)
    members = models.ManyToManyField(Person, through="Membership", related_name="teams")

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "person"], name="one_membership_per_team")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.team_id}"


def memberships(person: Person) -> models.QuerySet[Membership]:
    """Those of an active, signed-in person; nobody's for everybody else."""
    if not (person.is_authenticated and person.is_active):
        return Membership.objects.none()
    return Membership.objects.filter(person=person)
