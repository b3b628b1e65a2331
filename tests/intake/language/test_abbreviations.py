import pytest

from intake.language import Abbreviation, abbreviations


def pairs(text):
    return {one.short: one.long for one in abbreviations(text)}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("trade in small arms and light weapons (SALW) grew", "SALW", "small arms and light weapons"),
        ("Other foreign terrorist fighters (FTFs) left.", "FTFs", "foreign terrorist fighters"),
        ("The Northern Front of Utopia (NFU, also known as the Front) split.", "NFU", "Northern Front of Utopia"),
        ("It is the Office of the High Commissioner for Human Rights (OHCHR).", "OHCHR",
         "Office of the High Commissioner for Human Rights"),
        ("the Counter-Terrorism Committee Executive Directorate (CTED) said", "CTED",
         "Counter-Terrorism Committee Executive Directorate"),
        ("the United Nations Children’s Fund (UNICEF) helps", "UNICEF", "United Nations Children’s Fund"),
        ("the group (Islamic State of Iraq and Al-Sham) ISIS grew", "ISIS", "Islamic State of Iraq and Al-Sham"),
        ("the Red River Commission’s (RRC’s) rules", "RRC", "Red River Commission"),
        ("help for victims of trafficking (VoTs) is rare", "VoTs", "victims of trafficking"),
        ("Центр предотвращения конфликтов (ЦПК) открыт", "ЦПК", "Центр предотвращения конфликтов"),
        ("the World Customs Organization (hereinafter WCO) meets", "WCO", "World Customs Organization"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_found_with_what_it_stands_for(text, short, long):
    assert pairs(text) == {short: long}


@pytest.mark.parametrize(
    "text",
    [
        "the Islamic Jihad Group (or Union) exists",
        "it was adopted in New York (2018)",
        "see the annex (Table II) and part (III)",
        "the port of Vienna (OSCE) is far",
        "they met on Monday (UTC) and left",
        "many people in old French towns (MT) agree",
    ],
)
def test_a_bracket_that_spells_nothing_out_is_left_alone(text):
    assert abbreviations(text) == ()


def test_the_first_expansion_counts_and_the_plural_is_the_same_abbreviation():
    text = "A Rapid Aid Team (RAT) came. More rapid aid teams (RATs) came."
    assert abbreviations(text) == (Abbreviation("RAT", "Rapid Aid Team"),)


def test_a_capital_that_only_begins_the_sentence_is_lowered():
    assert pairs("Foreign terrorist fighters (FTFs) left.") == {"FTFs": "foreign terrorist fighters"}
