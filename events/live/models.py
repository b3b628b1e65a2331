from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.people.models import OwnQuerySet
from events.live.states import Source
from events.registration.models import Registration


class AttendanceQuerySet(OwnQuerySet["Attendance"]):
    owner = "registration__person"


class Attendance(models.Model):
    """For how many minutes somebody who was registered took part. No row: nobody has said so far."""

    registration = models.OneToOneField(Registration, on_delete=models.CASCADE, related_name="attendance")
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    source = models.CharField(max_length=10, choices=Source.choices)
    at = models.DateTimeField(help_text="When this was recorded")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = _("attendance")

    def __str__(self) -> str:
        return f"{self.registration_id} {self.minutes}"
