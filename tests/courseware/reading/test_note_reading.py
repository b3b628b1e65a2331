"""What devices tell of reading, and what is believed of it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from courseware.reading import actions
from courseware.reading.actions import Beat, ModuleText, SectionText
from courseware.reading.models import Dwell, Progress, SectionRead
from courseware.reading.states import Completion, ModuleState
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
PHONE, DESKTOP = UUID(int=1), UUID(int=2)


@pytest.fixture
def module():
    return factories.module(sections=2)


@pytest.fixture
def reader(db):
    return factories.person()


def tell(module, person, seconds, *, after, device=PHONE, **more) -> Progress:
    """Totals by the position of the section, told `after` so many seconds since AT."""
    sections = list(module.sections.all())
    totals = {sections[n].code: total for n, total in seconds.items()}
    return actions.note_reading(module, Beat(device, totals, **more), person=person, at=AT + timedelta(seconds=after))


def read_by(person) -> int:
    return SectionRead.objects.of(person).count()


def test_a_section_that_was_on_screen_long_enough_is_read(module, reader):
    tell(module, reader, {}, after=0)
    assert tell(module, reader, {0: 4}, after=4).seconds == 4
    assert read_by(reader) == 0
    tell(module, reader, {0: 5}, after=5)
    assert SectionRead.objects.get().section == module.sections.first()


def test_a_batch_told_twice_late_or_out_of_order_comes_to_the_same(module, reader):
    tell(module, reader, {}, after=0)
    for seconds in (3, 8, 8, 5):
        progress = tell(module, reader, {0: seconds}, after=60)
    assert progress.seconds == Dwell.objects.get().seconds == 8


def test_what_two_devices_tell_adds_up(module, reader):
    tell(module, reader, {}, after=0)
    tell(module, reader, {0: 3}, after=100)
    progress = tell(module, reader, {0: 2}, after=100, device=DESKTOP)
    assert progress.seconds == 5
    assert read_by(reader) == 1


def test_no_more_is_believed_than_the_time_since_the_module_was_opened(module, reader):
    tell(module, reader, {}, after=0)
    progress = tell(module, reader, {0: 900, 1: 900}, after=20)
    assert progress.seconds == 20
    assert tell(module, reader, {0: 900, 1: 900}, after=30, device=DESKTOP).seconds == 30


def test_the_first_word_of_a_reader_claims_a_minute_at_most(module, reader):
    assert tell(module, reader, {0: 5000}, after=0).seconds == 60


def test_a_module_that_was_opened_a_year_ago_still_counts_only_what_is_told(module, reader):
    tell(module, reader, {}, after=0)
    assert tell(module, reader, {0: 7}, after=31_536_000).seconds == 7


def test_sections_of_other_modules_and_unknown_ones_are_left_aside(module, reader):
    other = factories.module(module.course).sections.first()
    beat = Beat(PHONE, {other.code: 50, uuid4(): 50}, frozenset({other.code, uuid4()}), other.code)
    progress = actions.note_reading(module, beat, person=reader, at=AT)
    assert (progress.seconds, progress.section, read_by(reader)) == (0, None, 0)


def test_sections_marked_by_hand_count_without_seconds(module, reader):
    codes = frozenset(module.sections.values_list("code", flat=True))
    progress = actions.note_reading(module, Beat(PHONE, read=codes), person=reader, at=AT)
    assert (progress.state, progress.earned_at) == (ModuleState.COMPLETE, AT)


def test_the_place_is_kept_for_another_device(module, reader):
    last = module.sections.last()
    actions.note_reading(module, Beat(PHONE, place=last.code), person=reader, at=AT)
    actions.note_reading(module, Beat(DESKTOP), person=reader, at=AT)
    assert Progress.objects.get().section == last


def test_seconds_do_not_go_backwards_when_a_section_is_removed(module, reader):
    tell(module, reader, {}, after=0)
    tell(module, reader, {0: 4, 1: 4}, after=10)
    keep = SectionText("", "Text.", module.sections.first().code)
    actions.correct_module(module, ModuleText({}, [keep]), by=None, at=AT)
    assert tell(module, reader, {0: 5}, after=20).seconds == 9


def finished(module, reader) -> Progress:
    for section in module.sections.all():
        progress = actions.mark_read(section, person=reader, at=AT)
    return progress


def test_adding_a_section_later_does_not_take_a_completion_away(module, reader):
    assert finished(module, reader).state == ModuleState.COMPLETE
    factories.section(module)
    progress = tell(module, reader, {0: 1}, after=10)
    assert (progress.state, progress.earned_at) == (ModuleState.COMPLETE, AT)


def test_a_stricter_rule_does_not_take_a_completion_away(module, reader):
    finished(module, reader)
    actions.set_rule(module, completion=Completion.ALL, minimum_minutes=9, requires=[], by=None, at=AT)
    assert Progress.objects.get().state == ModuleState.COMPLETE


def test_a_milder_rule_completes_the_module_for_who_has_done_enough(module, reader):
    actions.set_rule(module, completion=Completion.MINUTES, minimum_minutes=9, requires=[], by=None, at=AT)
    assert finished(module, reader).state == ModuleState.INCOMPLETE
    actions.mark_read(module.sections.first(), person=factories.person(), at=AT)
    later = AT + timedelta(days=1)
    actions.set_rule(module, completion=Completion.SECTIONS, minimum_minutes=0, requires=[], by=None, at=later)
    assert Progress.objects.earned().get().person == reader
    assert Progress.objects.earned().get().earned_at == later


def test_who_had_read_all_but_the_removed_section_has_read_the_module(module, reader):
    first = module.sections.first()
    actions.mark_read(first, person=reader, at=AT)
    actions.correct_module(module, ModuleText({}, [SectionText("", "Text.", first.code)]), by=None, at=AT)
    assert Progress.objects.get().state == ModuleState.COMPLETE


@pytest.mark.parametrize(
    ("results", "state"),
    [([True], "passed"), ([False], "failed"), ([False, True], "passed"), ([True, False], "passed")],
)
def test_the_result_of_the_quiz_decides_where_the_rule_asks_for_it(module, reader, results, state):
    actions.set_rule(module, completion=Completion.QUIZ, minimum_minutes=0, requires=[], by=None, at=AT)
    for passed in results:
        progress = actions.note_quiz_result(module, person=reader, passed=passed, at=AT)
    assert progress.state == state
    assert (progress.earned_at is not None) == (state == "passed")


def test_a_passed_quiz_waits_for_the_reading_where_the_rule_asks_for_both(module, reader):
    actions.set_rule(module, completion=Completion.ALL, minimum_minutes=0, requires=[], by=None, at=AT)
    assert actions.note_quiz_result(module, person=reader, passed=True, at=AT).state == ModuleState.INCOMPLETE
    actions.note_quiz_result(module, person=reader, passed=False, at=AT)
    assert finished(module, reader).state == ModuleState.PASSED
