"""Whatever blocks a reader gives, there is a draft; and more of them make it longer, not endless."""

import cProfile
import pstats

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.programme import wording
from events.programme.drafting import as_json, draft_event
from intake.blocks import Block, Document

PIECES = [
    "Agenda:",
    "Day",
    "1",
    "–",
    "Webinar",
    "1",
    "10:00",
    "9.30",
    "am",
    "25:00",
    "31",
    "June",
    "2026",
    "17",
    "December",
    "Thursday,",
    "5",
    "March",
    "2027",
    "UTC+5",
    "(CET",
    "EST",
    "GMT",
    "15",
    "min)",
    "Ms.",
    "Anna",
    "Example,",
    "Director,",
    "BSTC",
    ";",
    "Moderator:",
    "TBC",
    "|",
    "organised",
    "by",
    "the",
    "Agency",
    "in",
    "partnership",
    "with",
    "will",
    "be",
    "held",
    "on",
    "Date:",
    "Venue:",
    "Places",
    "40",
    "register",
    "by",
    "https://x.example/a",
    "a@b.example",
    "Russian",
    "A/RES/75/291",
    "2,000–3,000",
    "10:00.",
    "Talks begin.",
    "At 11:00",
    "перерыв",
    "с",
    "до",
    "по",
    "Астане",
    "«Семинар»",
    "\n",
    "\t",
    "'",
    "“",
]
TEXT = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.text(max_size=60))
ROWS = st.lists(st.lists(TEXT, max_size=4).map(tuple), max_size=5).map(tuple)
SPANS = st.lists(st.tuples(*[st.integers(0, 5)] * 4), max_size=3).map(tuple)


@st.composite
def documents(draw):
    kinds = st.sampled_from(["heading", "paragraph", "item", "table", "caption", "quote"])
    blocks = []
    for n in range(1, draw(st.integers(0, 12)) + 1):
        kind = draw(kinds)
        rows = draw(ROWS) if kind == "table" else ()
        text = "\n".join("\t".join(row) for row in rows) if rows else draw(TEXT)
        spans = draw(SPANS) if rows else ()
        blocks.append(Block(n, kind, text, level=draw(st.integers(0, 4)), rows=rows, spans=spans))
    return Document("any", tuple(blocks), draw(st.sampled_from(["en", "ru", None])))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_blocks_give_a_draft_whose_values_have_evidence_and_origin(document):
    draft = draft_event(document)
    data = as_json(draft, document, wording.sentence)
    assert set(data["origin"]) == set(data["evidence"])
    assert set(data["part"]) <= set(data["evidence"])
    numbers = {block.n for block in document.blocks}
    assert all(set(blocks) <= numbers for blocks in draft.evidence.values())


def calls_to_draft(line: str, blocks: int) -> int:
    """How much is done, counted in calls of functions: told the same by a busy machine and an idle one."""
    lines = tuple(Block(n, "paragraph", line.format(n % 60)) for n in range(1, blocks + 1))
    with cProfile.Profile() as profile:
        draft_event(Document("long", lines, "en"))
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize(
    "line",
    [
        "10:{:02} Talk - Ms. Anna Example, Director, BSTC",
        "The workshop {} will be held by the Agency in Vienna on 5 March 2027, and the experts "
        "of the Office will meet there.",
        "Date: 5 March 2027 Venue: Zoom {} Contact: a@b.example",
    ],
)
def test_four_times_the_blocks_take_about_four_times_the_work(line):
    assert calls_to_draft(line, 2000) < 5 * calls_to_draft(line, 500)
