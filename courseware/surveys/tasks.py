from celery import shared_task
from django.utils import timezone

from courseware.surveys import actions


@shared_task
def ask_due() -> None:
    """Follow-up surveys go out by letter when their weeks have passed."""
    actions.ask_due(at=timezone.now())
