"""What every other file counts and dates by."""

from datetime import UTC, datetime, timedelta
from itertools import count

from django.utils import timezone

numbers = count(1)


def at_noon() -> datetime:
    """Today at noon UTC: dates built from it do not change while a test runs over midnight."""
    return datetime.combine(timezone.now().date(), datetime.min.time(), UTC) + timedelta(hours=12)
