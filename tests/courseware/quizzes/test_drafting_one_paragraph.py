"""Two questions on one paragraph: none tells the answer of the other."""

import pytest

from courseware.quizzes.drafting import draft_questions, selection
from tests.courseware.quizzes.drafting_modules import a_module

PARAGRAPH = (
    "Vell Museum has 3,400 maps of the coast in 12 rooms. It was founded by officers of the customs service in 1931. "
    "Some 62 per cent of visitors to the museum in 2024 came from the services of Karvia."
)
FILLER = "The officers of the posts keep a quiet record of their work and speak of every case at all their meetings. "


@pytest.fixture(autouse=True)
def _whatever_they_are_worth(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(selection, "LEAST_OF_A_FIGURE", 0.0)


def test_no_question_tells_what_another_asks_for():
    drafted = draft_questions(a_module(PARAGRAPH, FILLER * 40))
    keys = [choice.text for one in drafted for choice in one.choices if choice.correct]
    assert drafted
    assert not any(key in one.stem for one in drafted for key in keys)


def test_what_is_quoted_is_whole():
    drafted = draft_questions(a_module(PARAGRAPH, FILLER * 40))
    assert all(one.quote in PARAGRAPH for one in drafted)


def test_of_one_paragraph_no_more_than_two_questions_are_shown():
    assert 0 < len(draft_questions(a_module(PARAGRAPH, FILLER * 40))) <= 2


def test_figures_from_which_the_answer_is_reckoned_are_not_asked_for():
    told = (
        "Income of Vell Museum in 2024 was 24.6 million crowns: 13.1 million in grants, 11.5 million in fees of entry."
    )
    assert not draft_questions(a_module(told, FILLER * 40))
