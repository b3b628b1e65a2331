from django.db import models


class AuditEntry(models.Model):
    """Who did what, when. Append-only; persons are opaque codes here, so that erasing one leaves the trail whole."""

    at = models.DateTimeField(db_index=True)
    actor = models.UUIDField(null=True, help_text="Code of the person, empty for the system")
    action = models.CharField(max_length=60)
    about = models.CharField(max_length=120, db_index=True)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.about}"
