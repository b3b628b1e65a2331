"""Writing letters, delivering them, keeping them back. A letter is a row; Celery, where there is one, only says
"look at it". The trail is the caller's: the outbox knows addresses, not persons.
"""

from accounts.outbox.actions.bell import ring
from accounts.outbox.actions.delivery import LEASE, ROUND, claim, deliver, deliver_due
from accounts.outbox.actions.emptying import empty
from accounts.outbox.actions.keeping import hold, hold_everything, release, resend
from accounts.outbox.actions.writing import post, write

__all__ = [
    "LEASE",
    "ROUND",
    "claim",
    "deliver",
    "deliver_due",
    "empty",
    "hold",
    "hold_everything",
    "post",
    "release",
    "resend",
    "ring",
    "write",
]
