"""The verbs of registration."""

from events.registration.actions.deciding import Decided, approve_all, decline_all
from events.registration.actions.entering import (
    CONSENT_VERSION,
    Answers,
    Given,
    answers_of,
    confirm,
    forget_drafts,
    refuse_unless_taken,
    route_of,
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
from events.registration.actions.rules import QuotaValues, remove_quota, set_quota, set_quotas, set_rules
from events.registration.actions.seats import rules_of
from events.registration.actions.telling import tell_of_cancelling

__all__ = [
    "CONSENT_VERSION",
    "Answers",
    "Decided",
    "Given",
    "QuotaValues",
    "accept_offer",
    "answers_of",
    "approve",
    "approve_all",
    "confirm",
    "decline",
    "decline_all",
    "expire_offers",
    "forget_drafts",
    "move_up",
    "refuse_unless_taken",
    "remove_quota",
    "route_of",
    "rules_of",
    "set_quota",
    "set_quotas",
    "set_rules",
    "tell_of_cancelling",
    "withdraw",
    "withdraw_all_of",
    "write_draft",
]
