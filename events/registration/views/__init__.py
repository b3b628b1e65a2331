"""The participant's pages of registration."""

from events.registration.views.attachment import attachment
from events.registration.views.entering import RegistrationCodeView, complete, register
from events.registration.views.own import offer, registered, withdraw

__all__ = ["RegistrationCodeView", "attachment", "complete", "offer", "register", "registered", "withdraw"]
