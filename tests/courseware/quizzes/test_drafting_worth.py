"""What a question on a figure is worth before the lint."""

import pytest

from courseware.quizzes.drafting.facts import figures
from courseware.quizzes.drafting.worth import worth_of
from tests.courseware.quizzes.drafting_modules import a_passage

BARE = "In the harbour of Vell there stand 42 lamps on the northern pier."


def worth(sentence: str) -> float:
    (fact,) = figures(sentence, "en")
    return worth_of(a_passage(sentence), fact, "en", is_named=True, is_on_matter=False)


@pytest.mark.parametrize(
    "said",
    [
        "In the harbour of Vell there stand at most 42 lamps on the northern pier.",
        "In the harbour of Vell there stand 42 lamps on each of the northern piers.",
        "In the harbour of Vell the number fell to 42 lamps on the northern pier.",
        "In the harbour of Vell there stand 4,200 lamps on the northern pier.",
        "In the harbour of Vell there stand 4.2 million lamps on the northern pier.",
    ],
)
def test_a_figure_that_is_compared_limited_or_large_is_worth_more_than_a_bare_count(said: str):
    assert worth(said) > worth(BARE) + 0.2


def test_a_share_needs_no_such_words():
    assert worth("In the harbour of Vell 42 per cent of the lamps stand on the northern pier.") > worth(BARE) + 0.2


def test_a_figure_in_a_side_clause_is_worth_less():
    assert worth("The harbour of Vell, which has 42 lamps on its northern pier, is small.") < worth(BARE)
