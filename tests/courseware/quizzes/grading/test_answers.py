import pytest

from courseware.quizzes.grading import Unfit, fitting
from courseware.quizzes.grading.numbers import has_unit, read_number
from courseware.quizzes.grading.words import distance

KEYS = [1, 2, 3]


@pytest.mark.parametrize(
    ("kind", "raw", "kept"),
    [
        ("single", [2], [2]),
        ("multiple", [3, 1, 3], [1, 3]),
        ("ordering", [3, 1, 2], [3, 1, 2]),
        ("matching", {"2": 1, "1": 3}, {"1": 3, "2": 1}),
        ("cloze", {"1": 2}, {"1": 2}),
        ("numeric", " 12,5 ", "12,5"),
        ("short", " Amu Darya ", "Amu Darya"),
    ],
)
def test_an_answer_is_kept_in_one_form(kind: str, raw: object, kept: object) -> None:
    assert fitting(kind, KEYS, raw) == kept


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        ("single", [1, 2], "one_only"),
        ("single", [4], "not_offered"),
        ("single", "1", "not_offered"),
        ("single", ["1"], "not_offered"),
        ("single", [True], "not_offered"),
        ("multiple", [1, 4], "not_offered"),
        ("multiple", {"1": 1}, "not_offered"),
        ("ordering", [1, 2], "each_once"),
        ("ordering", [1, 2, 2], "each_once"),
        ("matching", {"one": 1}, "not_offered"),
        ("matching", {"1": 9}, "not_offered"),
        ("numeric", "12 km", "number_only"),
        ("numeric", "5 %", "number_only"),
        ("numeric", "twelve", "no_number"),
        ("short", "x" * 501, "too_long"),
        ("short", "a\0b", "not_offered"),
        ("short", "\ud800", "not_offered"),
        ("short", [1], "not_offered"),
        ("short", " ", "nothing"),
        ("multiple", [], "nothing"),
    ],
)
def test_what_is_no_answer_to_the_question_is_named(kind: str, raw: object, code: str) -> None:
    with pytest.raises(Unfit) as refusal:
        fitting(kind, KEYS, raw)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "text", ["", "km", "1 2/3", "--5", "5-", "1,2,3.4.5", "12.10.2021", "9" * 100, "0x10", "nan", "inf"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


def test_several_commas_part_off_thousands_and_one_decimals() -> None:
    assert [str(read_number(text)) for text in ("1,234,567", "1,234", "1.234.567")] == ["1234567", "1.234", "1234567"]


def test_a_unit_is_told_from_words() -> None:
    assert has_unit("12 km") and has_unit("−3°") and not has_unit("about 12") and not has_unit("12")


@pytest.mark.parametrize(
    ("one", "other", "far"), [("ab", "ab", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("ab", "cd", 2)]
)
def test_letters_apart(one: str, other: str, far: int) -> None:
    assert distance(one, other) == distance(other, one) == far
