"""What the corpus covers, and that the instruments beside it can fail."""

import pytest

from tests.corpus.build import cases
from tests.corpus.fuzz import Trial
from tests.corpus.fuzzing.mutations import Mutation, damaged
from tests.corpus.fuzzing.workers import FAILED, REFUSED, Answer
from tests.corpus.hostile import HOSTILE
from tests.corpus.judging import Tally, alike, words
from tests.corpus.judging_courses import judge

MODULE = {"title": "Lamps", "author": None, "published": None, "source": None, "captions": []}


class Worker:
    """Answers as it was told."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def ask(self, name: str, data: bytes) -> Answer:
        return self.answer


def course(text: str) -> dict:
    return {"modules": [{**MODULE, "sections": [{"heading": None, "paragraphs": [text]}]}], "warnings": []}


def test_there_are_notes_pages_and_hostile_files_enough_in_every_format():
    assert len({case.expected["source"] for case in cases("notes")}) >= 12
    assert len({case.expected["source"] for case in cases("articles")}) >= 8
    assert len({file.name for file in HOSTILE}) >= 20
    for kind in ("notes", "articles"):
        assert {case.build.rpartition(".")[2] for case in cases(kind)} == {"docx", "pdf", "html", "md", "txt"}


def test_documents_are_built_alike_every_time():
    first = [case.content() for case in cases("articles") if case.build.endswith("pdf")]
    assert first == [case.content() for case in cases("articles") if case.build.endswith("pdf")]


def test_a_reader_that_fails_is_counted_and_its_document_kept_once(tmp_path):
    trial = Trial("txt", tmp_path, worker=Worker(Answer(FAILED, "ValueError: lamps")))
    trial.give(b"first")
    trial.give(b"second")
    assert trial.counts[FAILED] == 2
    assert [path.read_bytes() for path in tmp_path.glob("*.txt")] == [b"first"]


def test_a_refusal_is_no_failure(tmp_path):
    trial = Trial("txt", tmp_path, worker=Worker(Answer(REFUSED, "empty")))
    trial.give(b"")
    assert trial.counts == {REFUSED: 1} and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("way", "damage"),
    [
        ("turn", b"abCdef"),
        ("cut", b"abf"),
        ("double", b"abcdecdecdecdef"),
        ("splice", b"ab567f"),
        ("write", b"ab<cdef"),
    ],
)
def test_a_document_is_damaged_at_the_place_that_is_named(way, damage):
    mutation = Mutation(way, 0.4, 5 if way == "turn" else 3, 0.4, 0, b"<")
    assert damaged(b"abcdef", b"23456789", [mutation]) == damage


def test_an_article_whose_words_were_lost_and_a_menu_in_its_place_are_told():
    wanted = {"modules": [{"title": "Lamps", "body": "lamp_rules"}]}
    text = "Sign in to read the whole of this and subscribe to our letter today, or else go on to the next page"
    tally = judge(course(text), wanted)
    assert tally.counts["words kept"] == {"missing": 1} and tally.counts["words added"] == {"invented": 1}


def test_an_item_that_says_much_more_is_another_one():
    assert alike("Harbour Office", "the Harbour Office (HO)")
    assert not alike("Harbour Office", "the Harbour Office and everybody who has ever lit a lamp there")


def test_an_item_is_right_once():
    tally = Tally()
    tally.several("partners", ["Lamp Office"], ["Lamp Office", "Lamp Office"], alike)
    assert tally.counts["partners"] == {"right": 1, "invented": 1}


def test_words_are_counted_without_case_and_marks():
    assert words("Lamps, lamps — «LAMPS»") == {"lamps": 3}
