import pytest

from intake.language import abbreviations, explaining_sentences, opinions, readability, unexplained
from intake.language.bodies import BODIES
from intake.language.readability import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("region", 2),
        ("create", 2),
        ("people", 2),
        ("passed", 1),
        ("wanted", 2),
        ("idea", 3),
        ("security", 4),
        ("граница", 3),
    ],
)
def test_syllables_are_counted(word: str, count: int):
    assert syllables(word) == count


def test_short_words_read_more_easily_than_long_ones():
    easy = readability("The cat sat on the mat and saw a dog. " * 8, "en")
    hard = readability("International administrative cooperation necessitates comprehensive harmonization. " * 10, "en")
    assert easy.score > 90 > 0 > hard.score
    assert (easy.level, hard.level) == ("plain", "very_difficult")


def test_russian_is_judged_by_its_own_formula():
    assert readability("Кот сидел на окне и смотрел на снег. " * 10, "ru").formula == "flesch-oborneva"


@pytest.mark.parametrize(("text", "language"), [("Too short.", "en"), ("Un texte assez long pour tous. " * 20, "fr")])
def test_no_formula_no_score(text: str, language: str):
    assert readability(text, language) is None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("In my view the fee is too high.", "en"),
        ("States should share their records.", "en"),
        ("The author argues that the plan failed.", "en"),
        ("По мнению автора, план провалился.", "ru"),
        ("Службам следует обмениваться данными.", "ru"),
        ("Государства должны обмениваться данными.", "ru"),
    ],
)
def test_a_sentence_with_a_view_is_marked(sentence: str, language: str):
    text = f"{sentence} 12."
    assert [text[one.start : one.end] for one in opinions(text, language)] == [sentence]


@pytest.mark.parametrize(
    "sentence", ["The bridge was opened in 2016.", "He hurt his shoulder.", "Мост открыт в 2016 году."]
)
def test_a_sentence_that_only_reports_is_not_marked(sentence: str):
    assert opinions(sentence, "ru" if sentence[0] == "М" else "en") == ()


def test_the_sentence_that_says_what_a_term_is_explains_it():
    text = "The day pass costs a coin. A day pass is a paper for one day. Nobody loses a day pass."
    assert explaining_sentences(["day pass"], text) == {"day pass": "A day pass is a paper for one day."}


def test_a_term_within_another_word_is_not_explained():
    assert explaining_sentences(["art"], "The party went home early that night.") == {}


def test_bodies_that_a_text_spells_out_are_not_added():
    text = "The International Organization for Migration (IOM) and UNODC’s office met the OSCE."
    assert [one.short for one in unexplained(text, abbreviations(text))] == ["UNODC", "OSCE"]


def test_a_line_in_capitals_names_no_body():
    assert unexplained("WHO MAY APPLY", ()) == ()


def test_the_list_of_bodies_is_long_and_has_a_name_for_each():
    assert len(BODIES) >= 150
    assert all(short != long and long[0].isupper() for short, long in BODIES.items())
