from celery import shared_task
from django.utils import timezone

from courseware.quizzes import actions


@shared_task
def draft_read_articles() -> None:
    actions.draft_read_articles(at=timezone.now())


@shared_task
def reopen_changed_questions() -> None:
    actions.reopen_all_changed(at=timezone.now())


@shared_task
def forget_refused() -> None:
    actions.forget_refused(at=timezone.now())


@shared_task
def hand_in_overdue() -> None:
    actions.hand_in_overdue(at=timezone.now())
