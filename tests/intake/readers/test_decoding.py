import pytest

from intake.errors import Refused
from intake.readers.decoding import decoded

RUSSIAN = "Комитет приглашает вас принять участие в вебинаре, который пройдёт в мае. Рабочий язык – русский."
FRENCH = "L'atelier est organisé par le comité; la journée commence à neuf heures, après l'arrivée des invités."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
def test_russian_is_read_in_any_usual_encoding(encoding):
    assert decoded(RUSSIAN.encode(encoding)).text == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252", "latin-1"])
def test_french_is_read_in_any_usual_encoding(encoding):
    assert decoded(FRENCH.encode(encoding)).text == FRENCH


def test_a_few_bad_bytes_are_replaced_and_told():
    found = decoded(RUSSIAN.encode() + b" \xff \xfe.")
    assert found.text.startswith(RUSSIAN)
    assert [(remark.code, remark.values) for remark in found.remarks] == [("letters_lost", {"letters": 2})]


def test_an_encoding_that_was_assumed_is_told():
    assert decoded(RUSSIAN.encode("cp1251")).remarks[0].values == {"encoding": "cp1251"}


@pytest.mark.parametrize("data", [b"text \x00 text", bytes(range(256)) * 40])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Refused) as caught:
        decoded(data)
    assert caught.value.code in {"binary", "not_text"}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("café", "cp1252"), ("Garçon déjà là", "cp1252"), ("Привет", "cp1251"), ("Приём заявок", "koi8-r")],
)
def test_a_few_letters_are_enough_for_an_encoding_of_single_bytes(text, encoding):
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5"])
def test_older_pages_of_russian_are_told_apart_by_their_small_letters(encoding):
    assert decoded(RUSSIAN.replace("ё", "е").encode(encoding, "replace")).text[:20] == RUSSIAN[:20]
