"""The organizer's side of the programme. Members of the team see it; its organizers change things."""

from events.programme.desk.document import difference, document, original, set_aside
from events.programme.desk.edit import autosave, edit, settle
from events.programme.desk.event import desk, discard, lay_out, move
from events.programme.desk.sections import section, section_add, section_remove
from events.programme.desk.sessions import keep_proposed, session, session_add, session_remove
from events.programme.desk.upload import upload, uploads

__all__ = [
    "autosave",
    "desk",
    "difference",
    "discard",
    "document",
    "edit",
    "keep_proposed",
    "lay_out",
    "move",
    "original",
    "section",
    "section_add",
    "section_remove",
    "session",
    "session_add",
    "session_remove",
    "set_aside",
    "settle",
    "upload",
    "uploads",
]
