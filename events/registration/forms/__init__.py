"""Forms of registration."""

from events.registration.forms.entering import RegistrationForm

__all__ = ["RegistrationForm"]
