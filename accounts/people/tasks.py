from celery import shared_task
from django.utils import timezone

from accounts.people import actions


@shared_task
def sweep_unproven() -> None:
    actions.forget_unproven(at=timezone.now())
