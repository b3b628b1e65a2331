"""What a race left behind, counted in the rows."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from accounts.outbox.models import Letter
from events.programme.models import Event
from events.registration.models import Registration
from events.registration.states import RegistrationState


def states(event: Event) -> dict[str, int]:
    """How many registrations stand in which state, drafts left out: they are nobody's."""
    held = Registration.objects.filter(event=event).exclude(state=RegistrationState.DRAFT)
    return dict(Counter(held.values_list("state", flat=True)))


def letters() -> dict[str, int]:
    return dict(Counter(Letter.objects.values_list("kind", flat=True)))


def told(kind: str) -> list[str]:
    """Whom a letter of this kind was written to, once for each letter."""
    return list(Letter.objects.filter(kind=kind).values_list("to", flat=True))


@contextmanager
def no_promise_of_one_row() -> Iterator[None]:
    """The database without the constraint that one person has one live registration for an event."""
    name = "one_live_registration_per_person"
    constraint = next(found for found in Registration._meta.constraints if found.name == name)
    with connection.schema_editor() as editor:
        editor.remove_constraint(Registration, constraint)
    try:
        yield
    finally:
        Registration.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Registration, constraint)
