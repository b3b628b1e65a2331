from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.programme.models import Event
from events.registration.states import Category, Scope

KEPT_DAYS = 180


class RulesManager(models.Manager["Rules"]):
    def of(self, event: Event) -> "Rules":
        """The rules of an event; the usual ones where nobody has set any."""
        return self.filter(event=event).first() or Rules(event=event)


class Rules(models.Model):
    """How the seats of one event are given, beside what everybody can see of it (Event.admission, capacity, window)."""

    event = models.OneToOneField(Event, primary_key=True, on_delete=models.CASCADE, related_name="rules")
    pending_holds_seat = models.BooleanField(_("a seat is kept while somebody waits for approval"), default=False)
    approve_again = models.BooleanField(_("approve again after the person changes the answers"), default=False)
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to accept a seat from the waiting list"), null=True, blank=True
    )
    promotes_until_hours = models.PositiveSmallIntegerField(_("waiting list ends, hours before the start"), default=1)
    editable_until_hours = models.PositiveSmallIntegerField(
        _("answers can be changed until, hours before the start"), default=24
    )
    categories = models.JSONField(_("categories to choose from"), default=list, blank=True)
    names_hidden = models.BooleanField(_("others see country and agency instead of the name"), default=True)
    kept_days = models.PositiveSmallIntegerField(
        _("days that registrations are kept after the event"), default=KEPT_DAYS
    )
    evaluation_url = models.URLField(_("link to an evaluation form"), max_length=500, blank=True)

    objects = RulesManager()

    class Meta:
        verbose_name_plural = "rules"

    def __str__(self) -> str:
        return f"rules of {self.event_id}"

    def promotes(self, at: datetime) -> bool:
        """Whether the waiting list still moves up: nobody is given a seat too late to hear of it."""
        starts_at = self.event.starts_at
        return bool(starts_at) and at < starts_at - timedelta(hours=self.promotes_until_hours)

    def offer_ends_at(self, at: datetime) -> datetime | None:
        """Until when a seat offered now is kept, in UTC; None where seats are given without asking."""
        if not self.offer_hours:
            return None
        return min(at + timedelta(hours=self.offer_hours), self.event.starts_at)

    def may_edit(self, at: datetime) -> bool:
        starts_at = self.event.starts_at
        return bool(starts_at) and at < starts_at - timedelta(hours=self.editable_until_hours)

    def offered_categories(self) -> list[tuple[str, str]]:
        return [choice for choice in Category.choices if choice[0] in self.categories]


class Quota(models.Model):
    """A limit and a target for one category, country or agency; an empty value speaks of each one of its kind."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="quotas")
    scope = models.CharField(_("counted by"), max_length=10, choices=Scope.choices)
    value = models.CharField(_("which"), max_length=200, blank=True)
    limit = models.PositiveIntegerField(_("seats at most"), null=True, blank=True)
    target = models.PositiveIntegerField(_("seats wished for"), null=True, blank=True)

    class Meta:
        ordering = ["scope", "value"]
        constraints = [
            models.UniqueConstraint(fields=["event", "scope", "value"], name="one_quota_per_value"),
            models.CheckConstraint(
                condition=Q(limit__isnull=False) | Q(target__isnull=False), name="quota_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.value}"
