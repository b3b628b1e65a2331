from celery import shared_task
from django.utils import timezone

from events.registration import actions


@shared_task
def sweep_drafts() -> None:
    actions.forget_drafts(at=timezone.now())


@shared_task
def tell_of_cancelling() -> None:
    actions.tell_of_cancelling(at=timezone.now())


@shared_task
def end_invitations() -> None:
    """Links that ran out, and seats that were kept for an invitation or a delegation until now."""
    at = timezone.now()
    actions.expire_invitations(at=at)
    actions.return_held_seats(at=at)
    actions.return_unused(at=at)


@shared_task
def tell_of_moving() -> None:
    actions.tell_of_moving(at=timezone.now())


@shared_task
def remind_participants() -> None:
    at = timezone.now()
    actions.remind_participants(at=at)
    actions.thank(at=at)


@shared_task
def expire_offers() -> None:
    actions.expire_offers(at=timezone.now())


@shared_task
def move_up() -> None:
    actions.move_up(at=timezone.now())
