import json

import pytest

from courseware.quizzes.drafting import draft_questions
from courseware.quizzes.drafting.contract import as_json
from courseware.quizzes.wording import sentence, sentences
from courseware.reading.drafting import CourseDraft
from intake.blocks import Remark
from tests.courseware.quizzes.drafting_modules import a_module, rich_module

MODULE_KEYS = {
    "title", "author", "published", "source", "sections", "captions", "reading_minutes", "key_terms", "abbreviations",
    "questions", "publisher", "language", "quotes", "terms", "objectives", "readability", "opinions",
}  # fmt: skip


@pytest.fixture(scope="module")
def contract() -> dict:
    module = rich_module()
    draft = CourseDraft((module,), ("Latest",), (Remark("article_twice", {"title": "A title"}),))
    return json.loads(json.dumps(as_json(draft, [draft_questions(module)], sentence)))


def test_the_keys_are_those_of_the_public_contract(contract: dict):
    assert set(contract) == {"modules", "discarded", "warnings"}
    module = contract["modules"][0]
    assert set(module) == MODULE_KEYS
    assert {frozenset(section) for section in module["sections"]} == {frozenset({"heading", "paragraphs", "proposed"})}
    assert {frozenset(one) for one in module["abbreviations"]} == {frozenset({"short", "long", "stated"})}


def test_a_question_has_the_keys_of_the_public_contract(contract: dict):
    question = contract["modules"][0]["questions"][0]
    assert set(question) == {"kind", "stem", "choices", "evidence", "score", "type", "lint"}
    assert set(question["evidence"]) == {"section", "quote"}
    assert set(question["choices"][0]) == {"text", "correct", "feedback"}


def test_what_is_not_stated_is_null(contract: dict):
    module = contract["modules"][0]
    assert (module["author"], module["published"], module["source"]) == (None, None, None)


def test_warnings_are_sentences(contract: dict):
    assert contract["warnings"][0] == "“A title” is on the page twice; one module was drafted."


def test_a_page_without_article_has_no_modules_and_a_warning():
    draft = CourseDraft((), (), (Remark("no_article_found", {"name": "page.txt"}),))
    assert as_json(draft, [], sentence)["modules"] == []


def test_a_module_without_facts_is_told_to_need_a_person():
    module = a_module("Nothing in particular is said here about anything that could be asked.")
    draft = CourseDraft((module,), (), ())
    assert "Write your own" in as_json(draft, [()], sentence)["warnings"][0]


def test_questions_of_another_number_of_modules_are_refused():
    with pytest.raises(ValueError):
        as_json(CourseDraft((a_module("Text."),), (), ()), [], sentence)


@pytest.mark.parametrize(("count", "words"), [(1, "only 1 question could"), (3, "only 3 questions could")])
def test_the_number_of_questions_is_worded(count: int, words: str):
    assert words in sentence(Remark("few_questions", {"title": "A title", "count": count}))


def test_several_remarks_are_worded_in_order():
    remarks = [Remark("no_questions", {"title": "B"}), Remark("article_twice", {"title": "A"})]
    assert [text[1] for text in sentences(remarks)] == ["B", "A"]
