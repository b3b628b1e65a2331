from courseware.reading.actions.courses import (
    RESERVED,
    correct_course,
    move,
    move_module,
    publish_everything,
    start_course,
)
from courseware.reading.actions.notes import change_note, keep_note, remove_note
from courseware.reading.actions.progress import Beat, mark_read, note_quiz_result, note_reading
from courseware.reading.actions.rules import set_rule
from courseware.reading.actions.texts import ModuleText, SectionText, add_modules, correct_module
from courseware.reading.actions.versions import add_version, confirm_version

__all__ = [
    "RESERVED",
    "Beat",
    "ModuleText",
    "SectionText",
    "add_modules",
    "add_version",
    "change_note",
    "confirm_version",
    "correct_course",
    "correct_module",
    "keep_note",
    "mark_read",
    "move",
    "move_module",
    "note_quiz_result",
    "note_reading",
    "publish_everything",
    "remove_note",
    "set_rule",
    "start_course",
]
