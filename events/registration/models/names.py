from events.registration.models.registrations import Registration
from events.registration.models.rules import Rules


def shown_as(registration: Registration) -> str:
    """How other people at the event may see somebody: "Country – Agency", or the name where the event's rules allow it.

    Every page and feed that one participant can see of another writes this. Load `event__rules` along with rows.
    """
    rules = getattr(registration.event, "rules", None) or Rules(event=registration.event)
    if rules.names_hidden or not registration.name:
        return registration.display_name
    return registration.name
