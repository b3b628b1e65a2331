"""The organizers' pages of registration."""

from events.registration.desk.registrations import registrations

__all__ = ["registrations"]
