from celery import shared_task
from django.utils import timezone

from courseware.exchange import actions


@shared_task
def send_record() -> None:
    """Write what happened as statements, and send those that wait."""
    actions.write_due(at=timezone.now())
    actions.send_due(clock=timezone.now)


@shared_task
def tidy() -> None:
    actions.forget_uploads(at=timezone.now())
    actions.forget_sent(at=timezone.now())
