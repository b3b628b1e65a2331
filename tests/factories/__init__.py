"""Rows for tests, as plain functions: sensible values, each of which can be given by name; unique ones count up.

They write rows, not history: no letter, no audit entry. A test about an action calls the action.
"""

from tests.factories.certificates import award, certificate
from tests.factories.counting import at_noon, numbers
from tests.factories.courses import course, module, note, section
from tests.factories.documents import document
from tests.factories.events import event, event_section, note_version, session
from tests.factories.people import letter, membership, person, team
from tests.factories.quizzes import attempt, course_test, question, question_upload, quiz
from tests.factories.registration import (
    answer,
    attachment,
    attendance,
    delegation,
    form_question,
    invitation,
    registration,
)
from tests.factories.surveys import survey, survey_question

__all__ = [
    "answer",
    "at_noon",
    "attachment",
    "attempt",
    "attendance",
    "award",
    "certificate",
    "course",
    "course_test",
    "delegation",
    "document",
    "event",
    "event_section",
    "form_question",
    "invitation",
    "letter",
    "membership",
    "module",
    "note",
    "note_version",
    "numbers",
    "person",
    "question",
    "question_upload",
    "quiz",
    "registration",
    "section",
    "session",
    "survey",
    "survey_question",
    "team",
]
