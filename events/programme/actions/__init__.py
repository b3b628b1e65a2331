"""The verbs of the programme. Each is one transaction, raises a named refusal (errors.py) and leaves a trail."""

from events.programme.actions.corrections import correct, settle
from events.programme.actions.drafts import draft_from, draft_from_file
from events.programme.actions.moves import discard_draft, move
from events.programme.actions.sections import add_section, change_section, remove_section
from events.programme.actions.sessions import (
    SpeakerValues,
    add_session,
    change_session,
    keep_proposed,
    lay_out,
    remove_session,
)
from events.programme.actions.uploads import discard, draft_read_notes, forget_refused, hand_in
from events.programme.actions.versions import apply_version, changes_in, set_aside

__all__ = [
    "SpeakerValues",
    "add_section",
    "add_session",
    "apply_version",
    "change_section",
    "change_session",
    "changes_in",
    "correct",
    "discard",
    "discard_draft",
    "draft_from",
    "draft_from_file",
    "draft_read_notes",
    "forget_refused",
    "hand_in",
    "keep_proposed",
    "lay_out",
    "move",
    "remove_section",
    "remove_session",
    "set_aside",
    "settle",
]
