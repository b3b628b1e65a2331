"""The verbs of registration."""

from events.registration.actions.entering import (
    CONSENT_VERSION,
    Answers,
    Given,
    answers_of,
    confirm,
    forget_drafts,
    write_draft,
)
from events.registration.actions.moving import (
    accept_offer,
    approve,
    decline,
    expire_offers,
    move_up,
    withdraw,
    withdraw_all_of,
)
from events.registration.actions.telling import tell_of_cancelling

__all__ = [
    "CONSENT_VERSION", "Answers", "Given", "accept_offer", "answers_of", "approve", "confirm", "decline",
    "expire_offers", "forget_drafts", "move_up", "tell_of_cancelling", "withdraw", "withdraw_all_of", "write_draft",
]  # fmt: skip
