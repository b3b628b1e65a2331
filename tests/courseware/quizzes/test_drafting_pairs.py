"""Questions that do not go together in one quiz, rule by rule."""

from dataclasses import replace

import pytest

from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint import PAIR_RULES
from tests.courseware.quizzes.test_drafting_lint import SOUND, an_item

ELSEWHERE = an_item(
    "Mongolia", "Chad", "Mali", n=7, quote="Rules on lost children were written in Mongolia by a group of nurses.",
    statement="Rules on lost children were written in ____ by a group of nurses.",
)  # fmt: skip
YEAR = an_item("1996", "1999", "2001", fact="year", n=8, quote="The Border Forum was founded in 1996 by five services.",
               statement="The Border Forum was founded in ____ by five services.")  # fmt: skip
TOLD = an_item("Mali", "Chad", "Togo", n=9, quote="Since 1996 nurses from Mali have come to a yearly course.",
               statement="Since 1996 nurses from ____ have come to a yearly course.")  # fmt: skip

SURPLUS = an_item("0.3 million", "0.4 million", "0.5 million", fact="amount", n=12,
                  quote="The surplus of 0.3 million crowns went to a reserve.",
                  statement="The surplus of ____ crowns went to a reserve.")  # fmt: skip
ACCOUNT = an_item("58", "48", "68", fact="percent", n=13,
                  quote="Income was 7.9 million crowns and 7.6 million were spent, 58 per cent of it on wages.",
                  statement="Income was 7.9 million crowns and 7.6 million were spent, ____ per cent of it on wages."
                  )  # fmt: skip
REASON = an_item("rain falls", "rivers rise", "ice melts", fact=None, n=6)


@pytest.mark.parametrize(
    ("rule", "one", "other"),
    [
        ("same_passage", SOUND, an_item("Mali", "Chad", "Togo")),
        ("same_key", SOUND, an_item("Kyrgyzstan", "Chad", "Mali", n=3)),
        ("answers_another", YEAR, TOLD),
        ("figures_tell", SURPLUS, ACCOUNT),
        ("same_matter", SOUND, an_item("Mali", "Chad", "Togo", n=4)),
        ("same_options", REASON, an_item("rivers rise", "rain falls", "ice melts", fact=None, n=5)),
    ],
)
def test_questions_that_do_not_go_together_are_told_apart(rule: str, one: Item, other: Item):
    assert PAIR_RULES[rule](one, other)
    assert not PAIR_RULES[rule](SOUND, ELSEWHERE)


def test_a_number_that_begins_a_passage_is_told_by_a_question_that_shows_it():
    counted = an_item("Twenty-four", "Thirty", "Forty", fact="small_number", n=10,
                      quote="Twenty-four monitors visited the posts of Vell.",
                      statement="____ monitors visited the posts of Vell.")  # fmt: skip
    waits = an_item("six days", "nine days", "two days", fact="duration", n=11,
                    quote="Each lorry waits for six days.", statement="Each lorry waits for ____.")  # fmt: skip
    assert not PAIR_RULES["answers_another"](waits, counted)
    shown = replace(waits, passage=replace(waits.passage, context=counted.passage.quote))
    assert PAIR_RULES["answers_another"](shown, counted)
