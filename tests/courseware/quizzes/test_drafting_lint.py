"""Every rule on questions by its name: an item on which it fires, and one on which it does not."""

from dataclasses import replace

import pytest

from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint import (
    ADVICE,
    NAMES,
    RULES,
    Context,
)
from courseware.quizzes.drafting.lint.questions import flaws
from courseware.quizzes.drafting.names import catalogue
from courseware.quizzes.drafting.wordings import FALSE, TRUE
from tests.courseware.quizzes.drafting_modules import GOOD, a_module, a_passage, a_reading

GAPPED = GOOD.replace("Kyrgyzstan", "____")


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
    "lead_tells": an_item(
        "forty minutes", "fifty minutes", "ten minutes", fact="duration", statement="The train halts for ____ here."
    ),
    "pair_is_told": an_item(
        "two", "three", "four", fact="small_number", statement="Where ____ offices keep a file, ask either of them."
    ),
    "share_is_told": an_item("58", "20", "71", fact="percent", statement="Six in ten (____ per cent) had been there."),
    "years_of_a_person": an_item(
        "thirty years", "ten years", "two years", fact="duration", statement="For ____ Marta Probe has read the clock."
    ),
    "total_of_a_part": an_item("90", "70", "99", fact="number", statement="At present 84 of its ____ boats are new."),
    "one_of_an_inventory": an_item(
        "30", "20", "50", fact="number", statement="It keeps 71 lighthouses, 146 buoys and ____ radio beacons there."
    ),
    "time_to_make": an_item(
        "two years", "one year", "six years", fact="duration", statement="The bridge was rebuilt by pupils in ____."
    ),
    "time_looked_back_on": an_item("two years", "a year", fact="duration", statement="Nine lost in the last ____."),
    "detail_of_a_method": an_item("two years", "a year", fact="duration", statement="Dogs were compared over ____."),
    "look_of_a_paper": an_item("four", "five", "six", fact="small_number", statement="A paper of ____ pages tells it."),
    "people_of_a_place": an_item("25", "20", fact="number", statement="Vell is a mountain town with ____ inhabitants."),
    "staff_of_a_body": an_item("25", "20", "30", fact="number", statement="An office with ____ employees kept maps."),
    "one_of_the_examples": an_item(
        "19", "9", "5", fact="number", statement="It includes lamps in ____ posts and a gate."
    ),
    "size_of_a_sample": an_item(
        "126", "88", "70", fact="number", statement="The office interviewed ____ hauliers there."
    ),
    "told_in_passing": an_item(
        "16", "9", "20", fact="number", statement="Robots, which ____ farms use, may cross now."
    ),
    "distractor_in_evidence": an_item("Kyrgyzstan", "joint office", "Mali"),
    "distractor_fits_elsewhere": SOUND,
    "other_form_in_stem": an_item(
        "IOM", "ILO", "OSCE", statement="The International Office for Migration (____) trained officers."
    ),
    "thin_stem": an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="The ____ is given as an example."),
    "option_points_back": an_item(
        "a container is taken only at the two ends",
        "wagons are empty",
        "the pass is shut",
        fact=None,
        statement="Small firms rarely use it, since ____.",
        type_="cause",
    ),
    "elliptic_statement": an_item(
        FALSE, TRUE, kind="true_false", fact=None, statement="Officers in the office on the northern bank can."
    ),
    "merely_supposed": an_item(
        "6", "4", "5", fact="percent", statement="Ministers can tell you what a duty of ____ per cent does to prices."
    ),
    "speaks_of_a_gap": an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="The gap in wages in ____ is narrow."),
    "counts_its_own_list": an_item(
        "three", "four", "two", fact="small_number", statement="It has ____ parts: a, b, c."
    ),
    "answer_by_sum": an_item(
        "5", "6", "7", fact="number", statement="Of 40 posts 20 had a room, 15 a desk, 9 a lamp and ____ all."
    ),
    "stem_too_long": an_item("Kyrgyzstan", "Uzbekistan", "Mali", statement="A long word " * 50 + "____."),
    "exchange_may_hold": replace(
        an_item(FALSE, TRUE, kind="true_false", fact="country", statement="In Velmaria the vote is set for 19 June."),
        exchanged="Velmaria",
    ),
    "sensitive": an_item(
        "Kyrgyzstan", "Uzbekistan", "Mali", statement="Victims were sold in ____ by the group in May."
    ),
    "language_mismatch": an_item("Kyrgyzstan", "Uzbekistan", "Mali", stem=f"Какая страна названа в тексте? {GAPPED}"),
    "choice_unbalanced": an_item("Kyrgyzstan", "Uzbekistan (south", "Mali"),
}
QUESTION_FAULTS["more_than_there_are"] = an_item(
    "24", "18", "41", fact="number", statement="By 1900 ____ stations of the coast had closed for good."
)
QUESTION_FAULTS["growth_since_when"] = an_item(
    "5",
    "6.4",
    "8",
    fact="percent",
    statement="Visitors spent 1.94 billion florins, up ____ per cent at current prices.",
)
QUESTION_FAULTS["reason_tells"] = an_item(
    "four fifths",
    "one third",
    "one half",
    fact="share",
    statement="Ships can be ruled out, because ____ of the fall had come before 1870.",
)
OTHERS = {
    "more_than_there_are": ("At their height 37 stations stood on the coast of the northern sea.",),
    "exchange_may_hold": ("Kastova is the seat of the parliament of Velmaria.",),
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
    if rule == "exchange_may_hold":
        context = replace(context, passages=[replace(passage, paragraph=0) for passage in context.passages])
    if rule == "lead_tells":
        item = replace(item, passage=replace(item.passage, lead=("Forty minutes in Vell",)))
    if rule == "evidence_not_verbatim":
        context = a_context(
            an_item("Mali", "Chad", "Togo", quote="Something else was opened in Mali by both services.")
        )
    assert RULES[rule](item, context)


def test_a_title_that_spells_it_out_tells_what_a_short_form_stands_for():
    item = an_item("Ports Health Office", "Ports Harbour Office", "Posts Health Office", fact=None, type_="acronym")
    context = a_context(item)
    told = replace(context, reading=replace(context.reading, title="The Health Office of the Ports moves"))
    assert RULES["lead_tells"](item, told)
    assert not RULES["lead_tells"](item, context)


def test_fourteen_is_told_by_seven_from_each_of_two():
    item = an_item("Fourteen", "Nine", "Eighteen", fact="small_number",
                   statement="____ forecasters, seven from each country, work around the clock.")  # fmt: skip
    assert RULES["counts_its_own_list"](item, a_context(item))


def test_a_town_named_like_the_river_that_rises_there_is_given_away():
    item = an_item("Dralmark", "Pellia", "Kossen", fact="country", statement="The Dral, the main river, rises in ____.")
    assert RULES["key_in_stem"](item, a_context(item))


def test_a_heading_named_beside_it_does_not_fill_a_thin_stem():
    item = an_item("40,000", "20,000", "60,000", fact="number", statement="Some ____ people left.")
    led = replace(item, passage=replace(item.passage, lead="The house of small evils"))
    assert "thin_stem" in flaws(led, a_context(led))


@pytest.mark.parametrize(("title", "told"), [("Counters, 2019–2023", True), ("Counters, 2021–2023", False)])
def test_the_year_just_before_those_of_the_title_is_not_asked_for(title: str, told: bool):
    item = an_item("2018", "2008", "2012", fact="year", statement="In ____ one adult in four had no card.")
    led = replace(item, passage=replace(item.passage, lead=(title,)))
    assert RULES["lead_tells"](led, a_context(led)) is told


def test_the_word_quarantine_tells_that_it_took_forty_days():
    item = an_item("forty days", "thirty days", "fifty days", fact="duration", statement="Ships lay there for ____.")
    led = replace(item, passage=replace(item.passage, lead=("Quarantine Station of Vell",)))
    assert RULES["lead_tells"](led, a_context(led))


def test_a_minister_in_the_stem_gives_a_ministry_away():
    said = "It reports to the Ministry of Trade, but the Minister cannot change what it decides."
    item = an_item(
        "Ministry of Trade",
        "Veterinary Service",
        "Plant Office",
        fact="organisation",
        statement=said.replace("Ministry of Trade", "____"),
        quote=said,
    )
    assert "key_in_stem" in flaws(item, a_context(item))


def test_an_option_may_speak_of_what_the_stem_has_told():
    options = ("a container is taken only at the two ends", "wagons are empty", "drivers are rare")
    stem = "Which reason does the text give? “The line has two ends. Small firms rarely use it, since ____.”"
    item = an_item(*options, fact=None, stem=stem, type_="cause")
    assert "option_points_back" not in flaws(item, a_context(item))


@pytest.mark.parametrize("rule", RULES)
def test_a_question_rule_lets_a_sound_question_pass(rule: str):
    assert not RULES[rule](SOUND, a_context(SOUND))


@pytest.mark.parametrize(
    "statement",
    [
        "The service could have withheld ____ talers.",
        "Suppose that a lorry waits for ____ hours.",
        "If fees rose by ____ per cent, fewer people would come.",
    ],
)
def test_a_figure_of_what_is_merely_supposed_is_not_asked_for(statement: str):
    item = an_item("40", "50", "60", fact="number", statement=statement)
    assert "merely_supposed" in flaws(item, a_context(item))


@pytest.mark.parametrize(
    "statement",
    [
        "About ____ parcels hold something which would have needed a certificate.",
        "The survey of 2019 explained why ____ travellers came on foot.",
    ],
)
def test_a_figure_beside_a_supposition_may_be_asked_for(statement: str):
    item = an_item("40", "50", "60", fact="number", statement=statement)
    assert "merely_supposed" not in flaws(item, a_context(item))


@pytest.mark.parametrize(
    ("beside", "may_hold"),
    [("Both parliaments vote in June.", True), ("Ships came from Velmaria.", True), ("Ships came late.", False)],
)
def test_an_exchanged_name_is_not_met_in_the_paragraph_which_tells_of_one_only(beside: str, may_hold: bool):
    item = QUESTION_FAULTS["exchange_may_hold"]
    context = a_context(item, beside)
    alike = replace(context, passages=[replace(passage, paragraph=0) for passage in context.passages])
    assert RULES["exchange_may_hold"](item, alike) is may_hold


def test_a_sound_item_breaks_no_rule():
    assert flaws(SOUND, a_context(SOUND)) == ()


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


def test_no_two_rules_share_a_name():
    assert len(NAMES) == len(set(NAMES))
