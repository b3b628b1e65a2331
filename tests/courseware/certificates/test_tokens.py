import pytest

from courseware.certificates.tokens import ALPHABET, LENGTH, grouped, new_code, understood


def test_a_code_holds_at_least_80_random_bits():
    assert len(ALPHABET) ** (LENGTH - 1) >= 2**80


def test_no_two_codes_are_the_same():
    assert len({new_code() for _ in range(1000)}) == 1000


def test_a_code_is_understood_however_it_is_written():
    code = new_code()
    for typed in (code, grouped(code), code.lower(), f"  {grouped(code)} ", " ".join(code)):
        assert understood(typed) == code


def test_letters_of_a_cyrillic_keyboard_are_understood():
    code = next(code for code in iter(new_code, "") if set("ABCEHKMPTXY") & set(code))
    assert understood(code.translate(str.maketrans("ABCEHKMPTXY", "АВСЕНКМРТХУ"))) == code


def test_every_single_wrong_character_is_noticed():
    code = new_code()
    for place in range(LENGTH):
        for wrong in set(ALPHABET) - {code[place]}:
            assert understood(code[:place] + wrong + code[place + 1 :]) is None


def test_two_characters_that_changed_places_are_noticed():
    code = new_code()
    for one in range(LENGTH):
        for other in range(one + 1, LENGTH):
            swapped = list(code)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            assert code[one] == code[other] or understood("".join(swapped)) is None


@pytest.mark.parametrize(
    "typed", ["", "ABC", "0" * LENGTH, "I" * LENGTH, "é" * LENGTH, "2" * (LENGTH + 1), "²" * LENGTH]
)
def test_what_cannot_be_a_code_is_none(typed):
    assert understood(typed) is None
