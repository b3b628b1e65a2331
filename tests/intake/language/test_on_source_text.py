import pytest

from intake.language import abbreviations, language_of
from tests.intake.sources import source_text


@pytest.fixture
def note():
    return source_text("000_5f2480b5740de4f0.txt").decode()


def test_every_abbreviation_of_the_note_is_found_and_nothing_else(note):
    found = {one.short: one.long for one in abbreviations(note)}
    centre = found.pop("UNRCCA")
    assert centre.startswith("United Nations Regional Centre") and centre.endswith("Diplomacy for Central Asia")
    assert found == {
        "SALW": "small arms and light weapons",
        "IMU": "Islamic Movement of Uzbekistan",
        "FTFs": "foreign terrorist fighters",
        "UNCCT": "United Nations Counter-Terrorism Centre",
        "UNOCT": "United Nations Office of Counter-Terrorism",
        "BSM": "Border Security Management",
    }


def test_the_note_is_in_english(note):
    assert language_of(note) == "en"
