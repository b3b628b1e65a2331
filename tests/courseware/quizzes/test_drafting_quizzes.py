"""Every rule on a whole quiz by its name."""

import pytest

from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.lint import QUIZ_RULES
from courseware.quizzes.drafting.wordings import FALSE, TRUE


def shown(
    type_: str = "cause", *, key: int = 0, kind: str = "single", stem: str = "", right: str = ""
) -> QuestionDraft:
    texts = (TRUE, FALSE) if kind == "true_false" else ("One", "Two", "Three")
    choices = tuple(ChoiceDraft(text, text == right if right else n == key, "") for n, text in enumerate(texts))
    return QuestionDraft(kind, stem or f"Stem {type_} {key} {right}?", choices, None, "Quote.", 0.6, type_)


@pytest.mark.parametrize(
    ("rule", "faulty"),
    [
        ("too_many_of_a_type", [shown(key=n) for n in range(5)]),
        (
            "one_sided_statements",
            [shown("a", kind="true_false", right=TRUE), shown("b", kind="true_false", right=TRUE)],
        ),
        ("key_always_in_one_place", [shown(type_, key=1) for type_ in ("a", "b", "c")]),
        ("repeated_stem", [shown("a", stem="Same?"), shown("b", stem="Same?")]),
    ],
)
def test_a_quiz_rule_fires_on_its_fault_and_not_on_a_sound_quiz(rule: str, faulty: list[QuestionDraft]):
    sound = [shown("a", key=0), shown("b", key=1), shown("c", key=2)]
    assert QUIZ_RULES[rule](faulty)
    assert not QUIZ_RULES[rule](sound)


def test_any_number_of_questions_may_ask_for_figures_of_many_kinds():
    assert not QUIZ_RULES["too_many_of_a_type"]([shown("cloze_figure", key=n) for n in range(9)])
