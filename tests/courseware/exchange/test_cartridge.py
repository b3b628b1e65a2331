import io
import zipfile

import pytest

from courseware.exchange.formats import cartridge
from courseware.exchange.formats.cartridge import as_cartridge
from courseware.exchange.formats.cartridge.qti import items_in
from courseware.exchange.formats.xml import parsed
from tests.courseware.exchange.items import KINDS, Making, choice, course, entry

TITLES = {"quiz": "Quiz: %(title)s", "others": "Other questions", "source": "Source"}
HELD = ("single", "multiple", "true_false", "short")


def files_of(written):
    archive = zipfile.ZipFile(io.BytesIO(written.data))
    return {name: archive.read(name) for name in archive.namelist()}


def everything():
    return course(*(Making(seed).item(kind) for kind in KINDS for seed in range(10)))


def test_the_namespace_of_version_1_1_stands_in_the_first_bytes():
    """There, and in this version, Moodle looks for it; 1.2 and 1.3 are unknown to it."""
    manifest = files_of(as_cartridge(everything(), **TITLES))["imsmanifest.xml"]
    assert b'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"' in manifest[:500]


def test_each_module_has_its_page_and_its_quiz():
    files = files_of(as_cartridge(everything(), **TITLES))
    assert set(files) == {"imsmanifest.xml", "pages/module-1.html", "quizzes/quiz-1.xml"}
    assert "Вода &amp; жизнь.".encode() in files["pages/module-1.html"]


def test_every_item_has_a_profile_and_a_title():
    root = parsed(files_of(as_cartridge(everything(), **TITLES))["quizzes/quiz-1.xml"])
    items = [each for each in root.iter() if each.tag.endswith("}item")]
    assert len(items) == 40 and all(each.get("title") for each in items)
    profiles = {each.text for each in root.iter() if (each.text or "").startswith("cc.")}
    assert profiles == {"cc.exam.v0p1", *(cartridge.qti.PROFILES[kind] for kind in HELD)}


def test_what_is_written_is_read_again_as_it_was():
    assert as_cartridge(everything(), **TITLES).faults == ()


@pytest.mark.parametrize("kind", ["matching", "ordering", "numeric", "cloze"])
def test_kinds_without_a_profile_are_told(kind):
    made = as_cartridge(course(Making(1).item(kind), choice()), **TITLES)
    assert [loss.code for loss in made.losses] == [kind] and made.questions == 1


def test_a_question_without_a_module_is_not_forgotten():
    sent = course(choice())
    loose = entry(choice("Which sea?", "Aral", "Baltic"))
    sent = type(sent)(**{name: getattr(sent, name) for name in sent.__slots__} | {"entries": (*sent.entries, loose)})
    (item,) = items_in(files_of(as_cartridge(sent, **TITLES))["quizzes/others.xml"])
    assert item.stem == "Which sea?"


def test_the_self_check_notices_a_key_that_was_lost(monkeypatch):
    monkeypatch.setattr("courseware.exchange.formats.cartridge.qti._name", lambda item, option: "c1")
    assert "text_differs" in {fault.code for fault in as_cartridge(course(choice()), **TITLES).faults}
