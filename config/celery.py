"""Celery as the doorbell: tasks say "look at row X", so a lost message costs time, never work."""

import os
from logging.config import dictConfig

from celery import Celery
from celery.signals import setup_logging
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("convoke", broker=settings.REDIS_URL, set_as_current=True)
app.conf.update(
    broker_connection_retry_on_startup=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_ignore_result=True,
    task_soft_time_limit=45,
    task_time_limit=60,
    worker_prefetch_multiplier=1,
    worker_max_tasks_per_child=500,
    accept_content=["json"],
    # Beat is only the safety net behind the bell, so nothing needs it more often than every 30 seconds.
    beat_schedule={
        name: {"task": name, "schedule": max(30, seconds), "options": {"expires": 60}}
        for name, seconds in settings.SWEEPS.items()
    },
    beat_schedule_filename=str(settings.VAR / "celerybeat"),
)
app.autodiscover_tasks()


@setup_logging.connect
def log_as_the_site_does(**_: object) -> None:
    """Celery would set up a log of its own, without the filter that keeps people's data out of it."""
    dictConfig(settings.LOGGING)


def ring_briefly() -> None:
    """For web processes only: a frozen Redis costs a request one second; with the defaults publishing never returned.

    Workers must not have it: they wait on the same socket for longer than a second.
    """
    app.conf.update(
        task_publish_retry=False,
        broker_connection_timeout=1,
        broker_transport_options={"socket_connect_timeout": 1, "socket_timeout": 1, "max_retries": 0},
    )
