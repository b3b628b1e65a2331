"""What every verb does with the row of an event."""

from datetime import datetime

from events.programme.models import Event
from events.programme.standing import still_open


def locked(event: Event) -> Event:
    """The row as it stands now, held until the transaction ends; what the caller read before may be old."""
    return Event.objects.select_for_update().get(pk=event.pk)


def touch(event: Event, *fields: str, at: datetime) -> Event:
    """Save `fields`, raise the sequence, and close the open points that are answered by now."""
    event.sequence += 1
    event.version += 1
    event.changed_at = at
    event.open_points = still_open(event)
    event.save(update_fields=[*fields, "sequence", "version", "changed_at", "open_points"])
    return event


def assign(row: object, values: dict[str, object], allowed: frozenset[str]) -> set[str]:
    """Set those values that differ and return their names. A name that is not `allowed` is a mistake of the caller."""
    if unknown := set(values) - allowed:
        raise TypeError(f"not to be set here: {', '.join(sorted(unknown))}")
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    for name in changed:
        setattr(row, name, values[name])
    return changed
