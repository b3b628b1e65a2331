"""From a concept note to the draft of an event. Pure: no database, no translation, no clock."""

from events.programme.drafting.contract import as_json
from events.programme.drafting.drafts import EventDraft, SectionDraft, SessionDraft, SpeakerDraft
from events.programme.drafting.event import draft_event
from events.programme.drafting.zones import zone_of

__all__ = ["EventDraft", "SectionDraft", "SessionDraft", "SpeakerDraft", "as_json", "draft_event", "zone_of"]
