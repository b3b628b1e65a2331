from celery import shared_task
from django.utils import timezone

from events.programme import actions


@shared_task
def draft_read_notes() -> None:
    actions.draft_read_notes(at=timezone.now())


@shared_task
def forget_refused() -> None:
    actions.forget_refused(at=timezone.now())
