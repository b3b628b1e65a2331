from courseware.certificates.desk.awards import (
    award,
    edit_award,
    new_for_course,
    new_for_event,
    of_course,
    of_event,
    remove_award,
)
from courseware.certificates.desk.certificates import certificate, correct, revoke
from courseware.certificates.desk.issuing import issue, run

__all__ = [
    "award",
    "certificate",
    "correct",
    "edit_award",
    "issue",
    "new_for_course",
    "new_for_event",
    "of_course",
    "of_event",
    "remove_award",
    "revoke",
    "run",
]
