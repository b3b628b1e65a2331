from celery import shared_task
from django.utils import timezone

from front import actions

LONGEST = 60 * 60  # seconds; each batch is a transaction, so a run that is cut off has done part of it


@shared_task(soft_time_limit=LONGEST, time_limit=LONGEST + 60)
def retention() -> None:
    """Asked every hour, carried out once a night."""
    at = timezone.now()
    if actions.is_retention_due(at):
        actions.carry_out_retention(at=at)
