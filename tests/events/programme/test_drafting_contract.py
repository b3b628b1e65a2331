"""The JSON of a draft keeps its public contract, whatever the note."""

import json
import re

import pytest

from events.programme import wording
from events.programme.drafting import as_json, draft_event
from intake.readers import read
from tests.events.programme import drafting_notes as notes

KEYS = [
    *("title", "summary", "language", "organisers", "partners", "audience", "objectives", "themes", "format"),
    *("time_zone", "starts_at", "ends_at", "venue", "languages", "places", "deadline", "link", "contact", "speakers"),
    *("sections", "sessions", "abbreviations"),
    *("open_points", "warnings", "evidence", "origin", "part", "blocks"),
]
SESSION_KEYS = ["title", "starts_at", "ends_at", "kind", "speakers", "proposed"]
ALL_NOTES = [name for name in dir(notes) if name.isupper()]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
WITHOUT_EVIDENCE = {"proposed"}


def as_data(name):
    document = read("note.md" if "#" in getattr(notes, name) else "note.txt", getattr(notes, name).encode())
    return json.loads(json.dumps(as_json(draft_event(document), document, wording.sentence)))


def leaves(value, path=""):
    """The paths of all values that are not null."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in WITHOUT_EVIDENCE:
                yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{index}]")
    elif value is not None:
        yield path


@pytest.mark.parametrize("name", ALL_NOTES)
def test_the_keys_are_those_of_the_contract(name):
    data = as_data(name)
    assert list(data) == KEYS
    assert all(list(s) == SESSION_KEYS for s in data["sessions"])
    assert all(list(block) == ["n", "kind", "text"] for block in data["blocks"])


@pytest.mark.parametrize("name", ALL_NOTES)
def test_every_value_has_evidence_and_nothing_else_has(name):
    data = as_data(name)
    values = {
        key: data[key] for key in KEYS if key not in ("open_points", "warnings", "evidence", "origin", "part", "blocks")
    }
    assert set(data["evidence"]) == set(leaves(values))


@pytest.mark.parametrize("name", ALL_NOTES)
def test_evidence_points_at_blocks_that_exist(name):
    data = as_data(name)
    numbers = [block["n"] for block in data["blocks"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(blocks and set(blocks) <= set(numbers) for blocks in data["evidence"].values())


@pytest.mark.parametrize("name", ALL_NOTES)
def test_moments_have_an_offset(name):
    data = as_data(name)
    moments = [
        data["starts_at"],
        data["ends_at"],
        *(s[key] for s in data["sessions"] for key in ("starts_at", "ends_at")),
    ]
    assert all(MOMENT.fullmatch(moment) for moment in moments if moment)


@pytest.mark.parametrize("name", ALL_NOTES)
@pytest.mark.parametrize("key", ["organisers", "partners", "audience", "objectives", "themes"])
def test_what_is_listed_stands_in_its_blocks(name, key):
    data = as_data(name)
    texts = {block["n"]: block["text"].lower() for block in data["blocks"]}
    for index, value in enumerate(data[key]):
        blocks = data["evidence"][f"{key}[{index}]"]
        assert key == "organisers" or any(value.lower() in texts[n] for n in blocks)


def test_open_points_and_warnings_are_sentences():
    data = as_data("PROSE")
    assert data["open_points"] and all(point.endswith(".") for point in data["open_points"] + data["warnings"])
