import re
from pathlib import Path

import pytest

from events.programme import drafting, wording
from intake.blocks import Remark

VALUES = {
    "block": 3, "text": "5 May", "dates": "a; b", "zones": "CET, UTC", "zone": "CET", "day": "2026-07-01", "count": 2,
    "first": "9.00", "last": "10.00", "session": "Opening", "days": "2026-12-17",
    "candidates": "2026-12-17", "date": "5 May", "venue": "Nowhere", "place": "Osh", "link": "https://forms.example/1",
}  # fmt: skip


@pytest.mark.parametrize("code", wording.SENTENCES)
def test_every_code_gives_a_whole_sentence(code):
    said = wording.sentence(Remark(code, VALUES))
    assert said.endswith(".") and "%(" not in said


def test_every_remark_of_drafting_has_a_sentence():
    folder = Path(drafting.__file__).parent
    sources = "".join(file.read_text() for file in folder.glob("*.py"))
    used = set(re.findall(r'Remark\(\s*"(\w+)"', sources)) | {
        f"no_{name}" for name in re.findall(r'put_(?:list|stated)\("(\w+)"', sources)
    }
    assert used - {"no_partners", "no_themes", "no_contact", "no_venue", "no_link", "no_languages"} <= set(
        wording.SENTENCES
    )


def test_a_remark_of_the_reader_is_worded_too():
    remark = Remark("hyphen_mended", {"block": 1, "found": "a- b", "kept": "a-b"})
    assert "“a- b” became “a-b”" in wording.sentence(remark)
