import uuid

import pytest

from accounts.outbox.links import SignedCodes

CODE = uuid.UUID("0123456789abcdef0123456789abcdef")
LETTERS, OTHERS = SignedCodes("letters"), SignedCodes("others")


def test_a_token_gives_its_code_back_and_stays_the_same():
    assert LETTERS.code_in(LETTERS.token(CODE)) == CODE
    assert LETTERS.token(CODE) == LETTERS.token(CODE)


@pytest.mark.parametrize("token", ["", CODE.hex, f"{CODE.hex}:forged", OTHERS.token(CODE)])
def test_what_was_not_signed_for_this_gives_nothing(token):
    assert LETTERS.code_in(token) is None
