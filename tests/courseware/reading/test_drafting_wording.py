import pytest

from courseware.reading.drafting import draft_course
from courseware.reading.wording import SENTENCES, sentence
from intake.blocks import Remark
from tests.courseware.reading.drafting_pages import as_blocks

VALUES = {"name": "page.txt", "title": "A title", "words": 50, "start": "First words", "text": "3/5/2021"}


@pytest.mark.parametrize("code", SENTENCES)
def test_every_remark_has_a_sentence_that_its_values_fill(code: str):
    worded = sentence(Remark(code, VALUES))
    assert "%(" not in worded
    assert worded.endswith(".") or "…" in worded


def test_the_remark_on_a_page_without_article_names_the_file():
    assert "page.txt" in sentence(draft_course(as_blocks()).warnings[0])


def test_a_remark_of_somebody_else_is_not_worded():
    with pytest.raises(KeyError):
        sentence(Remark("not_ours"))
