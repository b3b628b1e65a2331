import logging
import time
import uuid

from celery import current_app
from django.conf import settings

SILENCE_AFTER_FAILED_RING = 30  # seconds

log = logging.getLogger(__name__)
_ring_again_at = 0.0


def ring(letter_id: uuid.UUID) -> None:
    """Tell a Celery worker to look at the row. A dead Redis costs one try; then the bell rests and the sweep serves."""
    global _ring_again_at
    if not settings.REDIS_URL or time.monotonic() < _ring_again_at:
        return
    try:
        current_app.send_task("accounts.outbox.tasks.deliver", [str(letter_id)], ignore_result=True)
    except Exception:
        # Whatever the broker's client raises, the letter is safe in its row; only its speed is lost.
        _ring_again_at = time.monotonic() + SILENCE_AFTER_FAILED_RING
        log.warning("Redis did not take a message; letters go out with the next sweep")
