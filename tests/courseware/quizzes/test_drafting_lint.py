import pytest

from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.lint import Context, Item, flaws, sentence_flaws
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from intake.language import words
from tests.courseware.quizzes.drafting_modules import a_module

GOOD = "The first border post with a joint office was opened in Kyrgyzstan after long talks."


def a_passage(sentence: str, n: int = 0) -> Passage:
    return Passage(n, "Facts", sentence, sentence, frozenset(word.casefold() for word in words(sentence)))


def an_item(*options: str, statement: str = "", kind: str = "single", right: int = 1, quote: str = GOOD) -> Item:
    """A country item; the first `right` options are the keys."""
    choices = tuple(ChoiceDraft(text, n < right, "Because.") for n, text in enumerate(options))
    statement = statement or GOOD.replace("Kyrgyzstan", "____")
    question = QuestionDraft(kind, f"Which country? “{statement}”", choices, "Facts", quote, 0.5)
    return Item(question, "country", tuple(options[:right]), statement, a_passage(quote))


def broken(item: Item, *others: str, aliases: dict[str, str] | None = None) -> tuple[str, ...]:
    return flaws(item, Context([item.passage, *(a_passage(text, 1) for text in others)], aliases or {}))


def test_a_sound_item_breaks_no_rule():
    assert broken(an_item("Kyrgyzstan", "Uzbekistan", "Tajikistan")) == ()


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        (an_item("Mongolia", "Uzbekistan", "Tajikistan"), "evidence_without_key"),
        (an_item("Kyrgyzstan", "Uzbekistan", "Tajikistan", right=2), "wrong_number_of_keys"),
        (an_item("Kyrgyzstan", "Uzbekistan", "Tajikistan", kind="multiple"), "wrong_number_of_keys"),
        (an_item("Kyrgyzstan", "Uzbekistan"), "wrong_number_of_choices"),
        (an_item("Kyrgyzstan", "Uzbekistan", "uzbekistan"), "overlapping_choices"),
        (an_item("Sudan", "South Sudan", "Mali"), "overlapping_choices"),
        (an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="A Kyrgyz post was opened in ____."), "key_in_stem"),
        (an_item("Kyrgyzstan", "Border", "Mali"), "distractor_in_evidence"),
        (an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="The ____ is given as an example."), "thin_stem"),
        (an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="A long word " * 17 + "____."), "stem_too_long"),
    ],
)
def test_each_rule_finds_its_flaw(item: Item, rule: str):
    assert rule in broken(item)


def test_a_wrong_name_that_another_sentence_says_the_same_of_is_found():
    other = "Another border post with a joint office was opened in Uzbekistan after long talks."
    assert "distractor_fits_elsewhere" in broken(an_item("Kyrgyzstan", "Uzbekistan", "Tajikistan"), other)


def test_the_other_form_of_the_key_beside_the_gap_is_found():
    item = an_item("IOM", "ILO", "OSCE", statement="The Migration Office (____) trained all officers of the post.")
    assert "other_form_in_stem" in broken(item, aliases={"IOM": "Migration Office"})


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("They opened a post in Almaty in 1996.", "unresolved_reference"),
        ("In 2018, in the province of Jawzjan, they lost a network.", "unresolved_reference"),
        ("After this meeting the post was opened in 1996.", "unresolved_reference"),
        ("Officials welcomed this trio in Almaty in 1996.", "unresolved_reference"),
        ("The latter was opened in Almaty in 1996.", "unresolved_reference"),
        ("Second, the post was opened in Almaty in 1996.", "unresolved_reference"),
        ("The post should be opened in 1996.", "opinion"),
        ("In my view the post of 1996 was late.", "opinion"),
        ("The post will grow by 40 per cent.", "opinion"),
        ("The blast of 1996 left 55 people injured.", "sensitive"),
        ("The route through the hills was known in 1996.", "sensitive"),
        ("Documents were forged in Almaty in 1996.", "sensitive"),
        ("The post was not opened in 1996.", "negative"),
        ("The post “was opened in 1996.", "unbalanced"),
        ("The post (in Almaty was opened in 1996.", "unbalanced"),
        ("The post " + "of the region " * 20 + "was opened in 1996.", "too_long"),
    ],
)
def test_sentences_that_make_no_fair_question_are_found(sentence: str, rule: str):
    assert rule in sentence_flaws(a_passage(sentence), VOCABULARIES["en"])


@pytest.mark.parametrize(
    "sentence",
    [
        GOOD,
        "Since the first meeting, which took place in 1999, the forum has grown.",
        "The idea of a joint office was put forward in Almaty in 1996.",
        "In May 1996 officers from the US met in Almaty.",
        "Among services such as customs it was first used in 1996.",
    ],
)
def test_plain_sentences_pass(sentence: str):
    assert sentence_flaws(a_passage(sentence), VOCABULARIES["en"]) == ()


def test_casualties_are_not_asked_for_in_russian_either():
    assert "sensitive" in sentence_flaws(a_passage("В 1999 году погибли 55 человек."), VOCABULARIES["ru"])


@pytest.mark.parametrize("opening", ["However, ", "It is worth mentioning that ", "In fact, it should be noted that "])
def test_an_opening_connective_is_cut_and_the_quote_stays_verbatim(opening: str):
    module = a_module(f"{opening}the post was opened in Almaty in 1996 by both services.")
    passage = passages(module, VOCABULARIES["en"])[0]
    assert passage.statement == "The post was opened in Almaty in 1996 by both services."
    assert passage.quote.startswith(opening)
