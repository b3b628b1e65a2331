"""Statements to call true or false."""

from courseware.quizzes.drafting import workshop_for
from courseware.quizzes.drafting.items import Item, figure_items
from courseware.quizzes.drafting.passages import passages
from courseware.quizzes.drafting.reading import reading_of
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from tests.courseware.quizzes.drafting_modules import a_module
from tests.courseware.quizzes.test_drafting_questions import FILLER


def judged(*paragraphs: str) -> list[Item]:
    module = a_module(*paragraphs, *(FILLER * 4 for _ in range(3)))
    found = passages(module, VOCABULARIES["en"])
    items = figure_items(workshop_for(module, found, reading_of(module, found, VOCABULARIES["en"])))
    return [item for item in items if item.question.kind == "true_false"]


def test_a_statement_to_judge_has_one_figure_and_begins_its_paragraph():
    """A falsehood in the length would be hidden beside the cost, which is true."""
    said = "In Vell the training of officers costs 83 crowns."
    assert {item.keys for item in judged(said)} == {("83",)}
    assert judged("In Vell the training of officers lasts 60 days and costs 83 crowns.") == []
    assert judged(f"Vell trains its officers at a school. {said}") == []


def test_numbered_paragraphs_are_paragraphs_and_items_of_a_list_are_none():
    item = "Vell keeps a school for its officers, who come from posts along the river, and rents houses for them all."
    module = a_module(
        f"- {item} In Vell the yearly training of officers costs 83 crowns.", f"- {item}", f"- {item[:40]}."
    )
    assert [passage.quote for passage in passages(module, VOCABULARIES["en"])] == [
        item,
        "In Vell the yearly training of officers costs 83 crowns.",
    ]


def test_a_false_statement_is_plainly_false():
    said = [item.statement for item in judged("In Vell the training of officers costs 83 crowns.")]
    figures = [int(word) for text in said for word in text.split() if word.isdigit() and word != "83"]
    assert figures
    assert all(max(figure, 83) >= 1.3 * min(figure, 83) for figure in figures)
