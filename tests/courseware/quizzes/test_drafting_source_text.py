"""Questions drafted on the page of four articles, which is not ours and so not in the repository."""

import os
from pathlib import Path

import pytest

from courseware.quizzes.drafting import QuestionDraft, draft_questions
from courseware.quizzes.drafting.blocklist import BLOCKLISTS
from courseware.reading.drafting import ModuleDraft, draft_course
from intake.readers import read

OWN_SEEDS = Path(__file__).parents[3] / "seeds" / "articles.txt"
Drafted = list[tuple[ModuleDraft, tuple[QuestionDraft, ...]]]


def source_page() -> Path:
    folder = os.environ.get("SOURCE_TEXTS")
    if not folder:
        pytest.skip("SOURCE_TEXTS does not name the folder of the source texts")
    return next(Path(folder).glob("004_*.txt"))


@pytest.fixture(scope="module", params=["source", "own"])
def drafted(request: pytest.FixtureRequest) -> Drafted:
    page = source_page() if request.param == "source" else OWN_SEEDS
    course = draft_course(read(page.name, page.read_bytes()))
    return [(module, draft_questions(module)) for module in course.modules]


def test_some_questions_are_drafted(drafted: Drafted):
    """Few: these are texts of opinion on delicate matters."""
    assert sum(len(questions) for _module, questions in drafted) >= 2


def test_every_quote_is_verbatim_and_holds_the_key(drafted: Drafted):
    for module, questions in drafted:
        text = [paragraph for section in module.sections for paragraph in section.paragraphs]
        for question in questions:
            assert any(question.quote in paragraph for paragraph in text)
            keys = [choice.text for choice in question.choices if choice.correct and question.kind != "true_false"]
            assert all(key in question.quote for key in keys)


def test_every_question_has_its_declared_number_of_keys(drafted: Drafted):
    for question in (question for _module, questions in drafted for question in questions):
        right = sum(choice.correct for choice in question.choices)
        assert right == 1 if question.kind != "multiple" else right >= 2


def test_no_stem_or_answer_is_delicate(drafted: Drafted):
    blocked = BLOCKLISTS["en"]
    for question in (question for _module, questions in drafted for question in questions):
        shown = " ".join([question.stem, *(choice.text for choice in question.choices)])
        assert not blocked.operational.search(shown)
        assert not blocked.dignity.search(shown)
