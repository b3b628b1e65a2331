import pytest

from intake.language import abbreviations, language_of
from tests.intake.sources import source_text


@pytest.fixture
def note():
    return source_text("000_5f2480b5740de4f0.txt").decode()


def test_every_abbreviation_of_the_note_is_found_and_nothing_else(note):
    assert {one.short: one.long for one in abbreviations(note)} == {
        "SALW": "small arms and light weapons",
        "IMU": "Islamic Movement of Uzbekistan",
        "FTFs": "foreign terrorist fighters",
        "UNRCCA": "United Nations Regional Centre for Preventive Diplomacy for Central Asia",
        "UNCCT": "United Nations Counter-Terrorism Centre",
        "UNOCT": "United Nations Office of Counter-Terrorism",
        "BSM": "Border Security Management",
    }


def test_the_note_is_in_english(note):
    assert language_of(note) == "en"
