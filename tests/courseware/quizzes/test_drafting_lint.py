"""Every rule by its name: an item or sentence on which it fires, and one on which it does not."""

import pytest

from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint import (
    ADVICE,
    GAP_RULES,
    NAMES,
    PAIR_RULES,
    QUIZ_RULES,
    RULES,
    SENTENCE_RULES,
    Context,
)
from courseware.quizzes.drafting.lint.questions import flaws
from courseware.quizzes.drafting.lint.sentences import gap_flaws, sentence_flaws
from courseware.quizzes.drafting.names import catalogue
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.reading import Reading, reading_of
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from courseware.quizzes.drafting.wordings import FALSE, TRUE
from intake.language import words
from tests.courseware.quizzes.drafting_modules import a_module

GOOD = "A border post with a joint office was opened in Kyrgyzstan after long talks."
GAPPED = GOOD.replace("Kyrgyzstan", "____")


def a_passage(sentence: str, n: int = 0, previous: str = "") -> Passage:
    keys = frozenset(word.casefold() for word in words(sentence))
    return Passage(n, "Facts", sentence, sentence, keys, n, (previous,) if previous else ())


def a_reading(*paragraphs: str, language: str = "en") -> Reading:
    module = a_module(*paragraphs, language=language)
    vocabulary = VOCABULARIES[language]
    return reading_of(module, passages(module, vocabulary), vocabulary)


def an_item(
    *options: str,
    statement: str = GAPPED,
    kind: str = "single",
    right: int = 1,
    quote: str = GOOD,
    fact: str | None = "country",
    stem: str = "",
    n: int = 0,
    type_: str = "cloze_name",
) -> Item:
    """A country item; the first `right` options are the keys."""
    choices = tuple(ChoiceDraft(text, place < right, "Because.") for place, text in enumerate(options))
    asked = stem or f"Which country does the text name? “{statement}”"
    question = QuestionDraft(kind, asked, choices, "Facts", quote, 0.5, type_)
    return Item(question, fact, tuple(options[:right]), statement, a_passage(quote, n))


def a_context(item: Item, *others: str, language: str = "en") -> Context:
    module = a_module(item.question.quote, *others, language=language)
    found = [item.passage, *(a_passage(text, n) for n, text in enumerate(others, 50))]
    return Context(found, catalogue(module), a_reading(item.question.quote, *others, language=language))


SOUND = an_item("Kyrgyzstan", "Uzbekistan", "Tajikistan")
QUESTION_FAULTS = {
    "evidence_not_verbatim": an_item("Kyrgyzstan", "Mali", "Chad", quote=GOOD),
    "evidence_without_key": an_item("Mongolia", "Uzbekistan", "Tajikistan"),
    "wrong_number_of_keys": an_item("Kyrgyzstan", "Uzbekistan", "Tajikistan", right=2),
    "wrong_number_of_choices": an_item("Kyrgyzstan", "Uzbekistan"),
    "overlapping_choices": an_item("Sudan", "South Sudan", "Mali"),
    "key_much_longest": an_item("The joint office of the border service", "A bank", "A shop", fact=None),
    "uneven_choices": an_item("A long bank on the northern side of town", "A shop", "A bus", fact=None),
    "key_in_stem": an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="A Kyrgyz post was opened in ____ at last."),
    "distractor_in_evidence": an_item("Kyrgyzstan", "joint office", "Mali"),
    "distractor_fits_elsewhere": SOUND,
    "other_form_in_stem": an_item(
        "IOM", "ILO", "OSCE", statement="The International Office for Migration (____) trained officers."
    ),
    "thin_stem": an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="The ____ is given as an example."),
    "elliptic_statement": an_item(
        FALSE, TRUE, kind="true_false", fact=None, statement="Officers in the office on the northern bank can."
    ),
    "counts_its_own_list": an_item(
        "three", "four", "two", fact="small_number", statement="It has ____ parts: a, b, c."
    ),
    "answer_by_sum": an_item(
        "5", "6", "7", fact="number", statement="Of 40 posts 20 had a room, 15 a desk, 9 a lamp and ____ all."
    ),
    "stem_too_long": an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="A long word " * 30 + "____."),
    "sensitive": an_item(
        "Kyrgyzstan", "Uzbekistan", "Mali", statement="Victims were sold in ____ by the group in May."
    ),
    "language_mismatch": an_item("Kyrgyzstan", "Uzbekistan", "Mali", stem=f"Какая страна названа в тексте? {GAPPED}"),
    "choice_unbalanced": an_item("Kyrgyzstan", "Uzbekistan (south", "Mali"),
}
OTHERS = {
    "distractor_fits_elsewhere": (
        "A second border post with a joint office was opened in Uzbekistan after long talks.",
    ),
    "other_form_in_stem": ("The International Office for Migration (IOM) trained officers of the posts in the north.",),
}


def test_every_question_rule_has_a_test():
    assert set(QUESTION_FAULTS) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_question_rule_fires_on_its_fault(rule: str):
    item = QUESTION_FAULTS[rule]
    context = a_context(item, *OTHERS.get(rule, ()))
    if rule == "evidence_not_verbatim":
        context = a_context(
            an_item("Mali", "Chad", "Togo", quote="Something else was opened in Mali by both services.")
        )
    assert RULES[rule](item, context)


@pytest.mark.parametrize("rule", RULES)
def test_a_question_rule_lets_a_sound_question_pass(rule: str):
    assert not RULES[rule](SOUND, a_context(SOUND))


def test_a_sound_item_breaks_no_rule():
    assert flaws(SOUND, a_context(SOUND)) == ()


SENTENCE_FAULTS = [
    ("unresolved_reference", "They opened a post in Almaty in 1996."),
    ("unresolved_reference", "In 2018, in the province of Jawzjan, they lost a network."),
    ("unresolved_reference", "After this meeting the post was opened in 1996."),
    ("unresolved_reference", "The latter was opened in Almaty in 1996."),
    ("unresolved_reference", "Second, the post was opened in Almaty in 1996."),
    ("unresolved_reference", "Samoa moved from its eastern to its western side in 2011."),
    ("unresolved_reference", "The Union of Ports has called for its end in 1996."),
    ("unresolved_reference", "The largest one, in Port Ellis, tests 14,000 samples a year."),
    ("unanchored_noun", "The survey covered 40 border posts in Kyrgyzstan."),
    ("unanchored_noun", "Errors fell to 4 per cent during the pilot."),
    ("unanchored_noun", "Documents were sent back in 14 per cent of cases."),
    ("anecdote", "In 2019 a spaniel named Button found 340 kilos of sausage."),
    ("anecdote", "Ida Sample has trained dogs for the customs service since 2006."),
    ("relative_moment", "Last year 40 per cent of travellers came on foot."),
    ("relative_moment", "Almost 30 years later 27 States were members."),
    ("opinion", "The post should be opened in 1996."),
    ("opinion", "In my view the post of 1996 was late."),
    ("opinion", "The post will grow by 40 per cent."),
    ("no_verb", "Sixteen weeks for the first smell, then about two for a further smell."),
    ("run_together", "The bridge stands in class A. The road is in class B."),
    ("unanchored_noun", "The number of passengers rose by 31 per cent."),
    ("speech", "Officers said that 40 per cent of travellers came on foot."),
    ("operational_detail", "Documents were forged in Almaty in 1996."),
    ("operational_detail", "The goods of 1996 were smuggled across two rivers."),
    ("dignity", "The crossing of 1996 left 55 people injured."),
    ("dignity", "Thousands of victims were counted in 1996."),
    ("negative", "The post was not opened in 1996."),
    ("unbalanced", "The post “was opened in 1996."),
    ("unbalanced", "The post (in Almaty was opened in 1996."),
    ("too_long", "The post " + "of the region " * 20 + "was opened in 1996."),
]


def test_every_sentence_rule_has_a_test():
    assert {rule for rule, _sentence in SENTENCE_FAULTS} == set(SENTENCE_RULES)


@pytest.mark.parametrize(("rule", "sentence"), SENTENCE_FAULTS)
def test_a_sentence_rule_fires_on_its_fault(rule: str, sentence: str):
    assert rule in sentence_flaws(a_passage(sentence), a_reading(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        GOOD,
        "In May 1996 officers from the US met in Almaty.",
        "Services such as customs first used common forms in 1996.",
        "Stables in Port Amber have an entrance of their own for each keeper.",
    ],
)
def test_plain_sentences_pass_every_rule(sentence: str):
    assert sentence_flaws(a_passage(sentence), a_reading(sentence)) == ()


def test_a_noun_of_the_sentence_before_makes_a_sentence_hang_in_the_air():
    sentence = "After 60 days the goods become the property of the State."
    hanging = a_passage(sentence, previous="Perishable goods may be given away.")
    assert "unanchored_noun" not in sentence_flaws(a_passage(sentence), a_reading(sentence))
    assert "unanchored_noun" in sentence_flaws(hanging, a_reading(sentence))


GAP_FAULTS = [
    ("anecdote", "In 2019 a spaniel named Button found 340 kilos of sausage."),
    ("day_of_writing", "Three years ago 40 per cent of travellers came on foot."),
    ("private_view", "I have counted 40 per cent of travellers on foot."),
    ("direct_speech", "“Of our travellers 40 per cent come on foot,” an officer says."),
    ("speaks_of_the_text", "Imagine that 40 per cent of travellers came on foot."),
    ("speaks_of_the_text", "The 40 posts mentioned above were opened in 1996."),
    ("unclear_share", "The average was 40 minutes in winter."),
    ("no_verb", "Sixteen weeks for the first smell, then about two for a further smell."),
    ("run_together", "The bridge stands in class A. The road is in class B."),
    ("operational_detail", "Documents were forged in Almaty in 1996."),
    ("dignity", "The crossing of 1996 left 55 people injured."),
    ("unbalanced", "The post “was opened in 1996."),
    ("too_long", "The post " + "of the region " * 20 + "was opened in 1996."),
]


def test_every_rule_on_a_sentence_with_a_gap_has_a_test():
    assert {rule for rule, _sentence in GAP_FAULTS} == set(GAP_RULES)


@pytest.mark.parametrize(("rule", "sentence"), GAP_FAULTS)
def test_a_rule_on_a_sentence_with_a_gap_fires_on_its_fault(rule: str, sentence: str):
    assert rule in gap_flaws(a_passage(sentence), a_reading(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        GOOD,
        "Records of a refusal may be kept for five years, because the traveller may wish to appeal.",
        "Officers said that 40 per cent of travellers came on foot.",
        "Children were not sent back in 1996.",
    ],
)
def test_a_gap_may_ask_for_what_is_planned_said_or_denied(sentence: str):
    assert gap_flaws(a_passage(sentence), a_reading(sentence)) == ()


def test_must_is_a_fact_in_a_text_that_states_rules_and_an_opinion_elsewhere():
    rule = "A traveller must declare cash of 10,000 euros or more in writing."
    assert "opinion" not in sentence_flaws(a_passage(rule), a_reading(rule))
    plain = a_reading(rule, *(f"The post in Almaty was opened in {year} by officials." for year in range(1990, 1999)))
    assert "opinion" in sentence_flaws(a_passage(rule), plain)


def test_a_route_is_a_matter_of_trade_until_the_text_speaks_of_crime():
    sentence = "The trade route through Almaty was opened in 1996."
    assert "operational_detail" not in sentence_flaws(a_passage(sentence), a_reading(sentence))
    crime = a_reading(sentence, "Traffickers were seen near the town in the same month by many people.")
    assert "operational_detail" in sentence_flaws(a_passage(sentence), crime)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("dignity", "В 1999 году погибли 55 человек."),
        ("operational_detail", "В 1999 году нашли поддельные паспорта."),
        ("unresolved_reference", "В 1999 году эта служба получила новый пост."),
        ("opinion", "В 1999 году может быть открыт новый пост."),
        ("negative", "В 1999 году пост не был открыт."),
    ],
)
def test_the_rules_hold_for_russian_too(rule: str, sentence: str):
    assert rule in sentence_flaws(a_passage(sentence), a_reading(sentence, language="ru"))


def test_a_plain_russian_sentence_passes():
    sentence = "В 1999 году министры стран региона провели первую встречу в городе Алматы."
    assert sentence_flaws(a_passage(sentence), a_reading(sentence, language="ru")) == ()


ADVISED = {
    "known_without_reading": an_item("2008", "2006", "2011", fact="year"),
    "absolute_words": an_item(FALSE, TRUE, kind="true_false", statement="Officers always open all bags.", fact=None),
    "options_made_up": an_item("340", "380", "420", fact="number"),
    "small_count": an_item("two", "three", "four", fact="small_number"),
    "two_figures": an_item(
        "5,210", "6,000", "7,000", fact="number", statement="In 2019 it had ____ staff and 26 posts."
    ),
    "exact_day": an_item("4 May", "7 May", "9 May", fact="date"),
}


def test_every_advice_has_a_test():
    assert set(ADVISED) == set(ADVICE)


@pytest.mark.parametrize("name", ADVICE)
def test_advice_is_given_where_it_fits_and_not_on_a_sound_question(name: str):
    sound = an_item("Kyrgyzstan", "Uzbekistan", "Tajikistan")
    assert ADVICE[name](ADVISED[name], a_context(ADVISED[name]))
    assert not ADVICE[name](sound, a_context(sound, "Officers from Uzbekistan and Tajikistan came to the opening."))


ELSEWHERE = an_item(
    "Mongolia", "Chad", "Mali", n=7, quote="Rules on lost children were written in Mongolia by a group of nurses.",
    statement="Rules on lost children were written in ____ by a group of nurses.",
)  # fmt: skip
YEAR = an_item("1996", "1999", "2001", fact="year", n=8, quote="The Border Forum was founded in 1996 by five services.",
               statement="The Border Forum was founded in ____ by five services.")  # fmt: skip
TOLD = an_item("Mali", "Chad", "Togo", n=9, quote="Since 1996 nurses from Mali have come to a yearly course.",
               statement="Since 1996 nurses from ____ have come to a yearly course.")  # fmt: skip

REASON = an_item("rain falls", "rivers rise", "ice melts", fact=None, n=6)


@pytest.mark.parametrize(
    ("rule", "one", "other"),
    [
        ("same_passage", SOUND, an_item("Mali", "Chad", "Togo")),
        ("same_key", SOUND, an_item("Kyrgyzstan", "Chad", "Mali", n=3)),
        ("answers_another", YEAR, TOLD),
        ("same_matter", SOUND, an_item("Mali", "Chad", "Togo", n=4)),
        ("same_options", REASON, an_item("rivers rise", "rain falls", "ice melts", fact=None, n=5)),
    ],
)
def test_questions_that_do_not_go_together_are_told_apart(rule: str, one: Item, other: Item):
    assert PAIR_RULES[rule](one, other)
    assert not PAIR_RULES[rule](SOUND, ELSEWHERE)


def shown(
    type_: str = "cause", *, key: int = 0, kind: str = "single", stem: str = "", right: str = ""
) -> QuestionDraft:
    texts = (TRUE, FALSE) if kind == "true_false" else ("One", "Two", "Three")
    choices = tuple(ChoiceDraft(text, text == right if right else n == key, "") for n, text in enumerate(texts))
    return QuestionDraft(kind, stem or f"Stem {type_} {key} {right}?", choices, None, "Quote.", 0.6, type_)


@pytest.mark.parametrize(
    ("rule", "faulty"),
    [
        ("too_many_of_a_type", [shown(key=n) for n in range(3)]),
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


def test_no_two_rules_share_a_name():
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("opening", ["However, ", "It is worth mentioning that ", "In fact, it should be noted that "])
def test_an_opening_connective_is_cut_and_the_quote_stays_verbatim(opening: str):
    module = a_module(f"{opening}the post was opened in Almaty in 1996 by both services.")
    passage = passages(module, VOCABULARIES["en"])[0]
    assert passage.statement == "The post was opened in Almaty in 1996 by both services."
    assert passage.quote.startswith(opening)
