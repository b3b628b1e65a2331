"""Two questions on one paragraph: the later one does not tell the answer of the earlier."""

import pytest

from courseware.quizzes.drafting import draft_questions, selection
from courseware.quizzes.drafting.elisions import LEFT_OUT
from tests.courseware.quizzes.drafting_modules import a_module

PARAGRAPH = (
    "Vell Museum has 3,400 maps of the coast in 12 rooms. It was founded by officers of the customs service in 1931. "
    "Some 62 per cent of visitors to the museum in 2024 came from the services of Karvia."
)
FILLER = "The officers of the posts keep a quiet record of their work and speak of every case at all their meetings. "


@pytest.fixture(autouse=True)
def _whatever_they_are_worth(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(selection, "LEAST_OF_A_FIGURE", 0.0)


def test_what_one_question_asks_for_is_left_out_of_the_passage_of_another():
    drafted = draft_questions(a_module(PARAGRAPH, FILLER * 40))
    keys = [choice.text for one in drafted for choice in one.choices if choice.correct]
    gaps = [one for one in drafted if "____" in one.stem]
    assert len(gaps) == 2
    assert LEFT_OUT in gaps[1].stem
    assert not any(key in one.stem for one in gaps for key in keys)


def test_the_passage_kept_as_evidence_is_whole():
    drafted = draft_questions(a_module(PARAGRAPH, FILLER * 40))
    assert all(one.quote in PARAGRAPH for one in drafted)


def test_of_one_paragraph_no_more_than_two_questions_are_shown():
    assert len(draft_questions(a_module(PARAGRAPH, FILLER * 40))) == 2


def test_the_unit_of_what_is_left_out_stays():
    told = (
        "Cars waited 22 minutes on average at the customs service of Vell in August, fewer than in all years before. "
        "Two lanes were opened by officers in June at a cost of 3.8 million crowns in all."
    )
    asked = draft_questions(a_module(told, FILLER * 40))
    assert len(asked) == 2
    assert f"waited {LEFT_OUT} minutes on average" in asked[1].stem


def test_figures_that_tell_the_answer_are_left_out_of_its_sentence():
    told = (
        "Income of Vell Museum in 2024 was 24.6 million crowns: 13.1 million in grants, 11.5 million in fees of entry."
    )
    (asked,) = draft_questions(a_module(told, FILLER * 40))
    assert asked.stem.count("____") == 1
    assert asked.stem.count(LEFT_OUT) in (1, 2)
    assert asked.quote == told


def test_of_a_ratio_no_side_is_left_out():
    told = "At the schools of Vell 1,000 meals were delivered by the kitchen for every 870 pupils who took one at noon."
    asked = draft_questions(a_module(told, FILLER * 40))
    assert not any(LEFT_OUT in one.stem for one in asked)


def test_the_day_of_a_date_is_not_left_out():
    told = "At 31 March 2023 the Museum of Vell kept 2,316 maps, 54 fewer than the 2,370 of 2022."
    (asked,) = draft_questions(a_module(told, FILLER * 40))
    assert "At 31 March 2023" in asked.stem


def test_a_sentence_whose_figures_tell_nothing_is_quoted_whole():
    told = "Vell Museum, opened by officers in 1931, shows 3,400 maps of the coast in 12 rooms beside the harbour."
    (asked,) = draft_questions(a_module(told, FILLER * 40))
    assert LEFT_OUT not in asked.stem


def test_no_passage_begins_with_what_was_left_out():
    twice = "Ten years is the term of a card in Vell. Whoever is 70 may choose one for 25 years."
    assert not any(LEFT_OUT in one.stem for one in draft_questions(a_module(twice, FILLER * 40)))
