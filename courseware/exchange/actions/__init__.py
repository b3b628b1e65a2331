"""What may happen between a course and other systems, as verbs."""

from courseware.exchange.actions.exports import FORMATS, WITH_MODULES, written
from courseware.exchange.actions.gathering import course_file
from courseware.exchange.actions.imports import Preview, discard, forget_uploads, preview, receive, take
from courseware.exchange.actions.records import record_lines
from courseware.exchange.actions.sending import forget_sent, send_due, turn_off, turn_on, write_due

__all__ = [
    "FORMATS",
    "WITH_MODULES",
    "Preview",
    "course_file",
    "discard",
    "forget_sent",
    "forget_uploads",
    "preview",
    "receive",
    "record_lines",
    "send_due",
    "take",
    "turn_off",
    "turn_on",
    "write_due",
    "written",
]
