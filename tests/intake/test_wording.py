import re
from pathlib import Path

import pytest

from intake import wording

VALUES = {
    "size": 2_500_000, "limit": 2_000_000, "type": "PDF", "line": 3, "name": "a.xyz", "known": ".txt", "blocks": 6000,
    "block": 4, "around": "x / y", "found": "a2", "kept": "a",
}  # fmt: skip


@pytest.mark.parametrize("code", wording.SENTENCES)
def test_every_code_gives_a_whole_sentence(code):
    said = wording.sentence(code, VALUES)
    assert said[0].isupper() and said.endswith(".") and "%" not in said


def test_every_code_that_the_readers_use_has_a_sentence():
    folder = Path(wording.__file__).parent / "readers"
    used = {
        code for file in folder.glob("*.py") for code in re.findall(r'(?:Refused|Remark)\("(\w+)"', file.read_text())
    }
    assert used == set(wording.SENTENCES)


def test_sizes_are_said_in_megabytes():
    assert "2.5 MB; the limit is 2 MB" in wording.sentence("too_big", {"size": 2_500_000, "limit": 2_000_000})
