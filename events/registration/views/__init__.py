"""The participant's pages of registration."""

from events.registration.views.entering import RegistrationCodeView, complete, register
from events.registration.views.own import registered, withdraw

__all__ = ["RegistrationCodeView", "complete", "register", "registered", "withdraw"]
