import uuid

from celery import shared_task
from django.utils import timezone

from accounts.outbox import actions


@shared_task
def deliver(letter_id: str) -> None:
    actions.deliver(uuid.UUID(letter_id), at=timezone.now())


@shared_task
def sweep() -> None:
    """What the bell missed, and everything where there is no bell."""
    actions.deliver_due(clock=timezone.now)
