import re
from pathlib import Path

import pytest

from intake import wording

VALUES = {
    "size": 2_500_000, "limit": 2_000_000, "type": "PDF", "line": 3, "name": "a.xyz", "known": ".txt", "blocks": 6000,
    "block": 4, "around": "x / y", "found": "a2", "kept": "a", "reason": "names", "pages": 120, "seconds": 18,
    "letters": 2, "encoding": "cp1251", "count": 3, "day": "2027-02-09",
}  # fmt: skip


@pytest.mark.parametrize("code", wording.SENTENCES)
def test_every_code_gives_a_whole_sentence(code):
    said = wording.sentence(code, VALUES)
    assert said[0].isupper() and said.endswith(".") and "%" not in said


def test_every_code_that_the_readers_use_has_a_sentence():
    folder = Path(wording.__file__).parent
    files = [*folder.glob("readers/**/*.py"), folder / "reading.py"]
    used = {code for file in files for code in re.findall(r'(?:Refused|Remark)\(\s*"(\w+)"', file.read_text())}
    assert used <= set(wording.SENTENCES)
    assert set(wording.SENTENCES) - used <= {
        code for file in files for code in re.findall(r'"(\w+)"', file.read_text())
    }


def test_sizes_are_said_in_megabytes():
    assert "2.5 MB; the limit is 2 MB" in wording.sentence("too_big", {"size": 2_500_000, "limit": 2_000_000})
