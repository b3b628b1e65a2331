"""Writing to those concerned when the event itself changes. The programme knows nothing of registrations, so sweeps
look for whoever was last told something else than what is true now."""

from datetime import datetime

from django.db import transaction

from events.registration import letters
from events.registration.models import Registration


def tell_of_cancelling(*, at: datetime, most: int = 200) -> int:
    """Write to those whose event was cancelled, each once. Returns to how many."""
    concerned = Registration.objects.to_be_told_of_cancelling(at).select_related("event")[:most]
    for registration in concerned:
        with transaction.atomic():
            letters.cancelled(registration, at=at)
            Registration.objects.filter(pk=registration.pk).update(told_starts_at=None, told_ends_at=None)
    return len(concerned)
