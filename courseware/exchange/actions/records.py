"""The whole record of a course, to be downloaded."""

import json
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.exchange.actions.statements import Recorder
from courseware.reading.models import Course


@transaction.atomic
def record_lines(course: Course, *, by: Person | None, at: datetime) -> Iterator[bytes]:
    """Statements, one per line of JSON; that they were given out stands in the trail. Raises NoActorKey."""
    recorder = Recorder(course)
    audit.record("record_downloaded", about=course.about, by=by, at=at)
    return (json.dumps(deed.statement, ensure_ascii=False).encode() + b"\n" for deed in recorder.deeds())
