from celery import shared_task
from django.utils import timezone

from events.registration import actions


@shared_task
def sweep_drafts() -> None:
    actions.forget_drafts(at=timezone.now())


@shared_task
def tell_of_cancelling() -> None:
    actions.tell_of_cancelling(at=timezone.now())
