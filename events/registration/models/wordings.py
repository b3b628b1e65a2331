from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.programme.models import Event


class Wording(models.Model):
    """An organizer's own words for one kind of letter of one event, in one language; {placeholders} are filled in."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="wordings")
    kind = models.CharField(max_length=60)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "kind", "language"], name="one_wording_per_letter")]

    def __str__(self) -> str:
        return f"{self.kind} {self.language}"
