import pytest

from intake.language import language_of, reading_minutes, words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The border is open and the guards are at work in the rain.", "en"),
        ("Граница открыта, и на ней работают все, кто был вчера.", "ru"),
        ("La frontière est ouverte et les gardes sont dans la cour.", "fr"),
        ("La frontera está abierta y los guardias son de la ciudad.", "es"),
        ("Шекара ашық және қызметкерлер үшін жаңа ғимарат бар.", "kk"),
    ],
)
def test_the_language_is_told_by_its_small_words(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "CICA Meeting", "12:00–13:00", "Конференция"])
def test_a_text_that_is_too_short_has_no_language(text):
    assert language_of(text) is None


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (1, 1), (230, 1), (231, 2), (1200, 6)])
def test_reading_time_is_rounded_up_to_whole_minutes(count, minutes):
    assert reading_minutes(count) == minutes


def test_hyphens_apostrophes_and_figures_do_not_part_words():
    assert words("State-of-the-art: don’t count 2,000 twice!") == [
        "State-of-the-art",
        "don’t",
        "count",
        "2,000",
        "twice",
    ]
