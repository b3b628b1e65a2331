"""What an event, a session and a gathering can be, named once, with the permitted moves."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class EventState(models.TextChoices):
    DRAFT = "draft", _("draft")
    UNLISTED = "unlisted", _("unlisted")
    PUBLISHED = "published", _("published")
    CANCELLED = "cancelled", _("cancelled")


OPEN = (EventState.UNLISTED, EventState.PUBLISHED)
SHOWN = (*OPEN, EventState.CANCELLED)
# "Past" is not among the states: the clock says it (Event.is_past), so it can never be wrong.
MOVES = {
    EventState.DRAFT: (EventState.PUBLISHED, EventState.UNLISTED),
    EventState.UNLISTED: (EventState.PUBLISHED, EventState.DRAFT, EventState.CANCELLED),
    EventState.PUBLISHED: (EventState.UNLISTED, EventState.DRAFT, EventState.CANCELLED),
    EventState.CANCELLED: (EventState.DRAFT,),
}


class NoteState(models.TextChoices):
    """What has become of a document handed in for an event."""

    READING = "reading", _("being read")
    REFUSED = "refused", _("could not be read")
    WAITING = "waiting", _("waits for your decision")
    USED = "used", _("used")
    SET_ASIDE = "set_aside", _("set aside")


class Admission(models.TextChoices):
    """Who may register, and whether an organizer looks at each one first."""

    OPEN = "open", _("open to everybody")
    APPROVAL = "approval", _("open to everybody, each one approved")
    INVITATION = "invitation", _("by invitation only")
    NOMINATION = "nomination", _("by nomination only, each one approved")
    MIXED = "mixed", _("invited at once, all others approved")


class Format(models.TextChoices):
    ONLINE = "online", _("online")
    IN_PERSON = "in_person", _("in person")
    HYBRID = "hybrid", _("online and in person")


class SessionKind(models.TextChoices):
    OPENING = "opening", _("opening")
    PANEL = "panel", _("panel")
    TALK = "talk", _("talk")
    DISCUSSION = "discussion", _("discussion")
    BREAK = "break", _("break")
    CLOSING = "closing", _("closing")
    OTHER = "other", _("other")


# Languages that gatherings of the region are held in (ISO 639-1), by their English names, which Django's own catalogs
# translate for the most part.
LANGUAGES = {
    "en": gettext_noop("English"),
    "ru": gettext_noop("Russian"),
    "kk": gettext_noop("Kazakh"),
    "ky": gettext_noop("Kyrgyz"),
    "tg": gettext_noop("Tajik"),
    "tk": gettext_noop("Turkmen"),
    "uz": gettext_noop("Uzbek"),
    "fa": gettext_noop("Persian"),
    "ps": gettext_noop("Pashto"),
    "mn": gettext_noop("Mongolian"),
    "tr": gettext_noop("Turkish"),
    "az": gettext_noop("Azerbaijani"),
    "ar": gettext_noop("Arabic"),
    "zh": gettext_noop("Chinese"),
    "fr": gettext_noop("French"),
    "es": gettext_noop("Spanish"),
    "de": gettext_noop("German"),
}
