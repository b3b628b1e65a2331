"""How long what belongs to no room is kept: sessions that ended, and the counters of rate limits, which hold network
addresses. Called nightly through settings.RETENTION."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection


def preview(at: datetime) -> dict[str, int]:
    """What `carry_out` would do at that moment."""
    return {
        "sessions_deleted": Session.objects.filter(expire_date__lt=at).count(),
        "counters_deleted": of_counters("SELECT COUNT(*) FROM {table} WHERE expires < %s", at, fetch=True),
    }


def carry_out(at: datetime) -> dict[str, int]:
    return {
        "sessions_deleted": Session.objects.filter(expire_date__lt=at).delete()[0],
        "counters_deleted": of_counters("DELETE FROM {table} WHERE expires < %s", at, fetch=False),
    }


def of_counters(sql: str, at: datetime, *, fetch: bool) -> int:
    """The cache table has no model; Django clears what has run out only when the table is full."""
    table = connection.ops.quote_name(caches["default"]._table)
    moment = connection.ops.adapt_datetimefield_value(at.replace(microsecond=0))
    with connection.cursor() as cursor:
        cursor.execute(sql.format(table=table), [moment])
        return cursor.fetchone()[0] if fetch else cursor.rowcount
