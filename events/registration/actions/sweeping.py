import logging
from collections.abc import Callable, Iterable

from django.db import DatabaseError

from events.registration.models import Registration

log = logging.getLogger(__name__)


def one_by_one(rows: Iterable[Registration], tell: Callable[[Registration], bool]) -> int:
    """Tell each in a transaction of its own; returns how many were told by this call.

    A letter that cannot be written holds up no other: it is logged, and tried again with the next sweep. Trouble with
    the database is everybody's and ends the sweep.
    """
    told = 0
    for row in rows:
        try:
            told += tell(row)
        except DatabaseError:
            raise
        except Exception:
            log.exception("registration %s could not be written to; it is tried again", row.code)
    return told
