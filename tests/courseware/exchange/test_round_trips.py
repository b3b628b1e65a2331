"""What we write, we read again: items at random, with every sign that means something in one of the formats."""

from dataclasses import replace

import pytest

from courseware.exchange.formats import aiken, gift, moodle
from courseware.exchange.formats.course import tidied
from courseware.exchange.formats.questions import as_aiken, as_gift, as_moodle_xml
from tests.courseware.exchange.items import KINDS, Making, choice, course

SEEDS = range(40)


def straight(item):
    """An arrow in GIFT would part a pair."""
    if item.kind not in ("matching", "short"):
        return item
    names = ("text", "match", "feedback")
    straightened = ({name: getattr(each, name).replace("->", "→") for name in names} for each in item.options)
    options = (replace(each, **texts) for each, texts in zip(item.options, straightened, strict=True))
    return replace(item, options=tuple(options))


@pytest.mark.parametrize("kind", KINDS)
def test_moodle_xml_gives_every_kind_back_as_it_was(kind):
    items = [Making(seed).item(kind) for seed in SEEDS]
    found = moodle.read(moodle.write(course(*items), ordering=True).data)
    assert found.not_taken == ()
    assert [each.item for each in found.taken] == [tidied(item) for item in items]


@pytest.mark.parametrize("kind", ["single", "multiple", "true_false", "matching", "numeric", "short"])
def test_gift_gives_back_what_it_can_hold(kind):
    items = [Making(seed).item(kind) for seed in SEEDS]
    found = gift.read(gift.write(course(*items)).data.decode())
    assert found.not_taken == ()
    assert [each.item for each in found.taken] == [straight(tidied(item)) for item in items]


def test_aiken_gives_back_stem_choices_and_key():
    items = [Making(seed).item("single") for seed in SEEDS]
    made = aiken.write(course(*items))
    found = aiken.read(made.data.decode())
    assert [each.item for each in found.taken] == [entry.item for entry in made.kept]
    assert len(found.taken) + sum(loss.code == "reads_as_choice" for loss in made.losses) == len(items)


@pytest.mark.parametrize("reader, written", [(moodle.read, as_moodle_xml), (lambda d: gift.read(d.decode()), as_gift)])
def test_ids_tags_difficulty_and_category_come_back(reader, written):
    sent = course(choice())
    (taken,) = reader(written(sent).data).taken
    (entry,) = sent.entries
    assert (taken.code, taken.tags, taken.difficulty) == (entry.code, entry.tags, entry.difficulty)
    assert taken.category == "Rivers / Реки"


@pytest.mark.parametrize("write", [as_moodle_xml, as_gift, as_aiken])
def test_the_self_check_of_sound_files_finds_nothing(write):
    items = [Making(seed).item(kind) for kind in KINDS for seed in SEEDS]
    assert write(course(*items)).faults == ()


def test_the_self_check_notices_a_text_that_came_back_otherwise(monkeypatch):
    monkeypatch.setattr("courseware.exchange.formats.gift.writing.escaped", lambda text: text)
    faults = as_gift(course(choice("Is 2 = 3 {no}?"), choice())).faults
    assert faults


def test_the_self_check_notices_a_question_that_is_gone(monkeypatch):
    monkeypatch.setitem(moodle.writing.TYPES, "short", "calculated")
    faults = as_moodle_xml(course(choice(), Making(1).item("short"))).faults
    assert {fault.code for fault in faults} == {"not_read_again", "count_differs"}
