import uuid

from celery import shared_task
from django.utils import timezone

from intake import actions


@shared_task(name="intake.tasks.read_one")
def read_one(code: str) -> None:
    actions.read_one(uuid.UUID(code), at=timezone.now())


@shared_task(name="intake.tasks.sweep")
def sweep() -> None:
    """What the bell missed, and everything where there is no bell."""
    actions.read_due(clock=timezone.now)
