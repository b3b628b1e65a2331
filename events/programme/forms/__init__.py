"""The forms of the programme's desk. They read and clean; what may be done is decided by the verbs in actions."""

from events.programme.forms.event import EventForm
from events.programme.forms.layout import LayoutForm, LayoutRow
from events.programme.forms.session import SectionForm, SessionForm, SpeakerForms
from events.programme.forms.upload import UploadForm, VersionForm

__all__ = [
    "EventForm",
    "LayoutForm",
    "LayoutRow",
    "SectionForm",
    "SessionForm",
    "SpeakerForms",
    "UploadForm",
    "VersionForm",
]
