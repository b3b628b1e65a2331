import uuid

from celery import shared_task
from django.utils import timezone

from courseware.certificates import actions

ONE_GO = 40  # seconds; a task may take 45


@shared_task
def work_one(code: str) -> None:
    actions.work_one(uuid.UUID(code), clock=timezone.now, seconds=ONE_GO)


@shared_task
def work_due() -> None:
    """Runs that nobody holds: what the bell missed, and everything where there is no bell."""
    actions.work_due(clock=timezone.now)


@shared_task
def issue_due() -> None:
    actions.issue_due(clock=timezone.now)
