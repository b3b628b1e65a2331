"""The organizers' pages of registration."""

from events.registration.desk.balance import show_balance
from events.registration.desk.deciding import bulk, decide
from events.registration.desk.delegations import delegation_add, delegation_close, delegation_desk, delegations_listing
from events.registration.desk.form import (
    edit_question,
    form_preview,
    question_add,
    question_move,
    question_remove,
    questions_propose,
    show_questions,
)
from events.registration.desk.invitations import (
    invitation_add,
    invitation_revoke,
    invitations_import,
    invitations_listing,
    invitations_remind,
)
from events.registration.desk.letters import letter_resend, letters_hold, letters_listing, show_letter
from events.registration.desk.registration import one
from events.registration.desk.registrations import listing
from events.registration.desk.retention import show_retention
from events.registration.desk.rules import edit_rules
from events.registration.desk.wordings import edit_wording

__all__ = [
    "bulk",
    "decide",
    "delegation_add",
    "delegation_close",
    "delegation_desk",
    "delegations_listing",
    "edit_question",
    "edit_rules",
    "edit_wording",
    "form_preview",
    "invitation_add",
    "invitation_revoke",
    "invitations_import",
    "invitations_listing",
    "invitations_remind",
    "letter_resend",
    "letters_hold",
    "letters_listing",
    "listing",
    "one",
    "question_add",
    "question_move",
    "question_remove",
    "questions_propose",
    "show_balance",
    "show_letter",
    "show_questions",
    "show_retention",
]
