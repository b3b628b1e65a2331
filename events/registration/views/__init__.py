"""The participant's pages of registration."""

from events.registration.views.attachment import send_attachment
from events.registration.views.by_letter import by_letter
from events.registration.views.delegation import delegation_list, delegation_note, nomination_withdraw, show_delegation
from events.registration.views.editing import edit
from events.registration.views.entering import RegistrationCodeView, complete, register
from events.registration.views.invited import invitation_decline, open_invitation
from events.registration.views.own import offer, registered, withdraw

__all__ = [
    "RegistrationCodeView",
    "by_letter",
    "complete",
    "delegation_list",
    "delegation_note",
    "edit",
    "invitation_decline",
    "nomination_withdraw",
    "offer",
    "open_invitation",
    "register",
    "registered",
    "send_attachment",
    "show_delegation",
    "withdraw",
]
