"""The same person in several windows at once. On SQLite the one write lock parts them, on PostgreSQL the row."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from courseware.reading import actions
from courseware.reading.actions import Beat
from courseware.reading.errors import Circle
from courseware.reading.models import Dwell, Note, Progress, SectionRead
from courseware.reading.states import Completion, ModuleState
from tests import factories
from tests.courseware.test_at_once import PEOPLE as WINDOWS
from tests.courseware.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
AT = timezone.now()


@pytest.fixture
def module():
    return factories.module(sections=1)


def test_one_batch_told_in_several_windows_counts_once(module):
    reader, code = factories.person(), module.sections.get().code

    def tell(_n: int) -> None:
        actions.note_reading(module, Beat(UUID(int=1), {code: 4}), person=reader, at=AT)

    assert at_once(tell) == ["done"] * WINDOWS
    assert Progress.objects.get().seconds == Dwell.objects.get().seconds == 4


def test_devices_that_tell_at_once_add_up_and_never_beyond_the_time_that_passed(module):
    reader, code = factories.person(), module.sections.get().code
    actions.note_reading(module, Beat(UUID(int=99)), person=reader, at=AT)

    def tell(n: int) -> None:
        beat = Beat(UUID(int=n), {code: 30})
        actions.note_reading(module, beat, person=reader, at=AT + timedelta(seconds=100))

    at_once(tell)
    told = sum(Dwell.objects.values_list("seconds", flat=True))
    assert Progress.objects.get().seconds == told == 100
    assert SectionRead.objects.count() == 1


def test_the_last_section_and_the_quiz_at_once_complete_the_module(module):
    reader, section = factories.person(), module.sections.get()
    actions.set_rule(module, completion=Completion.ALL, minimum_minutes=0, requires=[], by=None, at=AT)

    def finish(n: int) -> None:
        if n % 2:
            actions.mark_read(section, person=reader, at=AT)
        else:
            actions.note_quiz_result(module, person=reader, passed=True, at=AT)

    assert at_once(finish) == ["done"] * WINDOWS
    assert Progress.objects.get().state == ModuleState.PASSED


def test_a_note_sent_from_several_windows_under_one_code_is_kept_once(module):
    reader, section = factories.person(), module.sections.get()

    def keep(_n: int) -> None:
        actions.keep_note(section, person=reader, text="Once", code=UUID(int=7), at=AT)

    assert at_once(keep) == ["done"] * WINDOWS
    assert Note.objects.count() == 1


def test_two_modules_that_are_put_before_each_other_at_once_make_no_circle(module):
    other = factories.module(module.course)
    pair = (module, other)

    def require(n: int) -> None:
        rule = {"completion": Completion.SECTIONS, "minimum_minutes": 0}
        actions.set_rule(pair[n % 2], requires=[pair[1 - n % 2]], by=None, at=AT, **rule)

    at_once(require, Circle)
    assert (module.requires.count(), other.requires.count()) in {(0, 1), (1, 0)}
