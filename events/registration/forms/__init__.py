"""Forms of registration."""

from events.registration.forms.deciding import ReasonForm
from events.registration.forms.delegations import (
    AllotmentForm,
    DelegationForm,
    NomineeForm,
    NomineeListForm,
    NoteForm,
)
from events.registration.forms.editing import EditForm
from events.registration.forms.entering import RegistrationForm
from events.registration.forms.invitations import ImportForm, InvitationForm
from events.registration.forms.questions import QuestionForm
from events.registration.forms.quotas import QuotaTable
from events.registration.forms.rules import RulesForm
from events.registration.forms.wordings import WordingForm, language_from

__all__ = [
    "AllotmentForm",
    "DelegationForm",
    "EditForm",
    "ImportForm",
    "InvitationForm",
    "NomineeForm",
    "NomineeListForm",
    "NoteForm",
    "QuestionForm",
    "QuotaTable",
    "ReasonForm",
    "RegistrationForm",
    "RulesForm",
    "WordingForm",
    "language_from",
]
