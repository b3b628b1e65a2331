"""Files as other people's systems write them, and files that were made to do harm."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from time import monotonic

import pytest

from courseware.exchange.formats import aiken, gift, moodle
from courseware.exchange.formats.course import Unreadable
from courseware.exchange.formats.questions import READERS, format_of
from courseware.exchange.formats.xml import LARGEST

FILES = Path(__file__).parent / "files"
GIFT, MOODLE = ((FILES / name).read_text() for name in ("gift.txt", "moodle.xml"))


def read_gift():
    return gift.read(GIFT)


def taken(number):
    return next(each for each in read_gift().taken if each.number == number)


def test_a_choice_of_gift_has_its_key_weights_feedback_id_and_tags():
    grant = taken(1)
    assert [option.correct for option in grant.item.options] == [True, False, False]
    assert grant.item.options[2].weight == Fraction(1, 2)
    assert grant.item.options[0].feedback == "Right, above ground"
    assert (grant.code, grant.tags, grant.title) == ("grant-1", ("history", "with ] bracket"), "Grant")


def test_feedback_of_true_and_false_is_not_swapped():
    true, false = taken(2).item.options
    assert (true.correct, true.feedback, false.feedback) == (True, "Yes", "No, it is long")


def test_a_category_holds_for_the_questions_after_it():
    assert [taken(n).category for n in (1, 2)] == ["", "Rivers"]


def test_markup_becomes_words_and_what_is_right_of_several_is_kept():
    item = taken(3).item
    assert (item.kind, item.stem, item.feedback) == ("multiple", "Which are rivers?", "General words")
    assert [option.weight for option in item.options] == [None, None, None]


def test_a_word_missing_in_the_middle_leaves_a_blank():
    assert taken(4).item.stem == "Two plus two is _____ in words."
    assert [option.text for option in taken(4).item.options] == ["four", "4"]


@pytest.mark.parametrize("number, text, tolerance", [(5, "1822", 5), (6, "3", 2), (7, "2.5", 0)])
def test_numbers_have_their_tolerance_or_range(number, text, tolerance):
    first = taken(number).item.options[0]
    assert (first.text, first.tolerance) == (text, Decimal(tolerance))


def test_pairs_and_an_answer_that_belongs_to_nothing():
    assert [(each.text, each.match) for each in taken(8).item.options] == [
        ("Canada", "Ottawa"),
        ("Italy", "Rome"),
        ("", "Paris"),
    ]


def test_escaped_signs_are_signs():
    item = taken(9).item
    assert item.stem == "Escaped {braces} and 2 = 2: ok?"
    assert [option.text for option in item.options] == ["yes=si", "no~non"]


def test_what_is_not_taken_of_gift_is_told_with_its_number_and_reason():
    told = [(each.number, each.reason) for each in read_gift().not_taken]
    assert told == [(10, "essay"), (11, "description"), (12, "braces"), (13, "wildcard")]


def read_moodle():
    return moodle.read(MOODLE.encode())


def test_thirds_of_moodle_make_a_whole_and_markup_becomes_words():
    first = read_moodle().taken[0]
    assert first.item.stem == "Which two?"
    assert [option.weight for option in first.item.options] == [None, None, None, Fraction(-1, 2)]
    assert first.item.options[0].text == "One < two"
    assert (first.tags, first.difficulty, first.left) == (("water",), 3, ("pictures", "hints"))


def test_a_plain_text_is_not_taken_for_markup_and_wrong_answers_are_told_as_left():
    short = read_moodle().taken[1]
    assert short.item.stem == "a <b> c?"
    assert short.left == ("wrong_answers", "capitals")


def test_gaps_with_choices_are_taken():
    gaps = read_moodle().taken[2].item
    assert gaps.stem == "Paris is in [[1]]."
    assert [(each.text, each.correct) for each in gaps.options] == [
        ("France", True),
        ("Spain", False),
        ("Italy}", False),
    ]


def test_what_is_not_taken_of_moodle_is_told_with_its_number_and_reason():
    told = [(each.number, each.title, each.reason) for each in read_moodle().not_taken]
    assert told == [(4, "Typed", "gaps_to_type"), (5, "Sum", "unknown_type"), (6, "None right", "no_right_answer")]


def test_true_and_false_of_moodle_in_any_language():
    last = read_moodle().taken[-1].item
    assert [(each.text, each.correct) for each in last.options] == [("True", False), ("False", True)]
    assert last.options[1].feedback == "Так"


def test_aiken_with_either_sign_after_the_letters_and_what_is_wrong_with_it():
    text = "One?\nA. x\nB) y\nANSWER: B\n\nTwo?\nA. x\nB. y\nANSWER: C\nThree?\nA. x\nC. y\nANSWER: A\nFour?\nA. x"
    found = aiken.read(text)
    assert [option.correct for option in found.taken[0].item.options] == [False, True]
    assert [each.reason for each in found.not_taken] == ["key_unknown", "letters", "no_key"]


@pytest.mark.parametrize(
    "data, form",
    [
        (MOODLE.encode(), "moodle"),
        (MOODLE.encode("utf-16"), "moodle"),
        (GIFT.encode(), "gift"),
        (b"One?\r\nA. x\r\nB. y\r\nANSWER: B", "aiken"),
        (b"", "gift"),
    ],
)
def test_the_format_is_known_by_the_content(data, form):
    assert format_of(data) == form


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_texts_in_other_encodings_are_read(encoding):
    words = "Какая из рек протекает по границе и впадает в море на западе страны?{=Амударья ~Волга}"
    (found,) = READERS["gift"](words.encode(encoding)).taken
    assert found.item.options[0].text == "Амударья"


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251"])
def test_xml_says_its_own_encoding(encoding):
    text = MOODLE.replace('encoding="UTF-8"', f'encoding="{encoding}"')
    assert moodle.read(text.encode(encoding)).taken[-1].item.stem == "Верно?"


BOMB = '<!DOCTYPE q [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "laughs": (f"{BOMB}]><quiz>&i;</quiz>".encode(), "document_type"),
    "outside": (b'<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>', "document_type"),
    "elsewhere": (b'<!DOCTYPE q SYSTEM "http://127.0.0.1:1/x.dtd"><quiz/>', "document_type"),
    "deep": (b"<quiz>" + b"<a>" * 100_000, "too_much_xml"),
    "many": (b"<quiz>" + b"<a/>" * 400_000 + b"</quiz>", "too_much_xml"),
    "huge": (b"<quiz>" + b" " * LARGEST, "too_big"),
    "broken": (b"<quiz><question></quiz>", "broken_xml"),
    "cut": (MOODLE.encode()[:900], "broken_xml"),
    "unknown_encoding": (b'<?xml version="1.0" encoding="klingon"?><quiz/>', "broken_xml"),
    "lying_encoding": (MOODLE.encode("cp1251"), "broken_xml"),
    "empty": (b"", "empty"),
    "marks_only": (b"\xef\xbb\xbf  \n", "empty"),
    "another": (b"<html><body>Hello</body></html>", "not_moodle_xml"),
    "no_questions": (b"<quiz></quiz>", "no_questions"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_harmful_and_broken_xml_is_refused_at_once_with_its_reason(name):
    data, reason = HOSTILE[name]
    begun = monotonic()
    with pytest.raises(Unreadable, match=reason):
        moodle.read(data)
    assert monotonic() - begun < 20


@pytest.mark.parametrize("form", ["gift", "aiken"])
@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "empty"),
        (b"\x00\x01\x02" * 99, "binary"),
        (b"x" * (LARGEST + 1), "too_big"),
        (b"// only\n", "no_questions"),
    ],
)
def test_broken_texts_are_refused_with_their_reason(form, data, reason):
    with pytest.raises(Unreadable, match=reason):
        READERS[form](data)


@pytest.mark.parametrize(
    "text", ["{" * 200_000, "~=" * 200_000, "::" * 200_000, "\\" * 200_000, "a{#" + "=1" * 100_000]
)
def test_texts_of_nothing_but_signs_take_no_time(text):
    begun = monotonic()
    gift.read(f"{text} x")
    assert monotonic() - begun < 20


@pytest.mark.parametrize("text", ["{1:MC:" * 30_000, "{1:MC:=a~" + "b~" * 50_000, "<" * 200_000, "&amp;" * 100_000])
def test_gaps_and_markup_without_end_take_no_time(text):
    begun = monotonic()
    name = f"<question type='cloze'><questiontext><text><![CDATA[{text}]]></text></questiontext></question>"
    moodle.read(f"<quiz>{name}</quiz>".encode())
    assert monotonic() - begun < 20
