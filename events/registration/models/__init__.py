"""The rows of registration: who registers, by whose invitation, answering what, under which rules."""

from events.registration.models.attachments import Attachment
from events.registration.models.forms import Answer, Question, attachments_for
from events.registration.models.invitations import Delegation, Invitation
from events.registration.models.names import shown_as
from events.registration.models.registrations import Registration, events_for
from events.registration.models.rules import Quota, Rules
from events.registration.models.wordings import Wording

__all__ = [
    "Answer", "Attachment", "Delegation", "Invitation", "Question", "Quota", "Registration", "Rules", "Wording",
    "attachments_for", "events_for", "shown_as",
]  # fmt: skip
