"""Every rule on sentences by its name: one on which it fires, and plain ones on which none does."""

from dataclasses import replace

import pytest

from courseware.quizzes.drafting.lint import GAP_RULES, SENTENCE_RULES
from courseware.quizzes.drafting.lint.sentences import gap_flaws, sentence_flaws
from courseware.quizzes.drafting.passages import passages
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from tests.courseware.quizzes.drafting_modules import GOOD, a_module, a_passage, a_reading

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
    ("anecdote", "For six years Ida Sample has run the mobile counters of the service."),
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
    ("anecdote", "All 40 pallets were burned the same day."),
    ("anecdote", "The first freight train arrived 40 minutes late."),
    ("day_of_writing", "The train arrived this morning after 40 hours."),
    ("day_of_writing", "Some 40 villages will from Monday receive a warning."),
    ("day_of_writing", "Three years ago 40 per cent of travellers came on foot."),
    ("private_view", "I have counted 40 per cent of travellers on foot."),
    ("unnamed_speaker", "We counted 40 per cent of travellers on foot."),
    ("direct_speech", "“Of our travellers 40 per cent come on foot,” an officer says."),
    ("speaks_of_the_text", "Imagine that 40 per cent of travellers came on foot."),
    ("speaks_of_the_text", "The 40 posts mentioned above were opened in 1996."),
    ("no_verb", "Two offices, one message: what two years of shared declarations have changed on the river."),
    ("no_verb", "About 2.9 million florins a year, of which fuel and repairs take 40 per cent."),
    ("speaks_of_the_text", "The officer followed the steps above, and 40 ships went on."),
    ("task_for_the_reader", "Discuss in pairs what could be done in 40 minutes."),
    ("task_for_the_reader", "Keep receipts for 40 days."),
    ("task_for_the_reader", "Don't wait for 40 days."),
    ("editorial", "The last issue gave 40 pages to the harbour."),
    ("editorial", "Photographs of the station are free of charge until 31 July."),
    ("editorial", "Port Linde was moved by 40 kilometres, for which we apologise."),
    ("day_of_writing", "Until now 40 posts kept a register of their own."),
    ("unclear_share", "The average was 40 minutes in winter."),
    ("no_verb", "Sixteen weeks for the first smell, then about two for a further smell."),
    ("run_together", "The bridge stands in class A. The road is in class B."),
    ("operational_detail", "Documents were forged in Almaty in 1996."),
    ("dignity", "The crossing of 1996 left 55 people injured."),
    ("unbalanced", "The post “was opened in 1996."),
    ("too_long", "The post " + "of the region " * 20 + "was opened in 1996."),
]


def test_every_rule_on_a_sentence_with_a_gap_has_a_test():
    assert {rule for rule, _sentence in GAP_FAULTS} | {"invented"} == set(GAP_RULES)


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
        "The office in Vell is open from Monday to Friday in 40 weeks.",
    ],
)
def test_a_gap_may_ask_for_what_is_planned_said_or_denied(sentence: str):
    assert gap_flaws(a_passage(sentence), a_reading(sentence)) == ()


def test_what_befell_in_an_exercise_is_not_told_as_an_incident():
    passage = a_passage(
        "Lists differed, and 40 minutes were lost.", previous="The exercise Grey Heron was held in May."
    )
    assert "invented" in gap_flaws(passage, a_reading(passage.statement))
    assert "invented" in gap_flaws(replace(a_passage(GOOD), section="4.6 A worked example"), a_reading(GOOD))
    told = replace(passage, context=passage.before[-1])
    assert "invented" not in gap_flaws(told, a_reading(passage.statement))


def test_what_follows_a_scene_is_part_of_a_story():
    scene = a_passage("The ferry takes 20 minutes.", previous="On a clear morning the roofs can be counted from Vell.")
    assert "anecdote" in gap_flaws(replace(scene, context=scene.before[-1]), a_reading(scene.statement))


@pytest.mark.parametrize(
    ("opening", "is_scene"),
    [
        ("In a long hall behind a steel door 11 million potatoes lie in the dark.", True),
        ("On the quay a clerk checks 40 boxes.", False),
        ("In a study at four posts, two thirds of the differences were due to fuel.", False),
    ],
)
def test_a_place_that_nobody_was_told_of_sets_a_scene(opening: str, is_scene: bool):
    passage = a_passage(opening)
    assert ("anecdote" in gap_flaws(passage, a_reading(opening))) is is_scene


def test_a_body_named_in_the_title_may_say_we():
    passage = replace(a_passage("We counted 40 per cent of travellers on foot."), lead=("Customs Service: report",))
    assert gap_flaws(passage, a_reading(passage.statement)) == ()


def test_a_task_among_the_sentences_quoted_spoils_a_gap_as_well():
    passage = replace(a_passage("The officer has 40 minutes."), context="Discuss the case in pairs.")
    assert "task_for_the_reader" in gap_flaws(passage, a_reading(passage.statement))


def test_a_letter_to_the_readers_of_an_issue_gives_no_passages():
    facts = a_module(GOOD)
    letter = a_module(
        "Dear readers,", "Two members of our circle have changed their directors in 1996.", heading="Issue 8"
    )
    issue = replace(facts, sections=(*letter.sections, *facts.sections))
    assert [passage.quote for passage in passages(issue, VOCABULARIES["en"])] == [GOOD]


def test_whom_the_press_may_call_gives_no_passages():
    facts, contact = (
        a_module(GOOD),
        a_module("The press office of the service is open for 40 hours.", heading="Contacts"),
    )
    release = replace(facts, sections=(*facts.sections, *contact.sections))
    assert [passage.quote for passage in passages(release, VOCABULARIES["en"])] == [GOOD]


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


@pytest.mark.parametrize("opening", ["However, ", "It is worth mentioning that ", "In fact, it should be noted that "])
def test_an_opening_connective_is_cut_and_the_quote_stays_verbatim(opening: str):
    module = a_module(f"{opening}the post was opened in Almaty in 1996 by both services.")
    passage = passages(module, VOCABULARIES["en"])[0]
    assert passage.statement == "The post was opened in Almaty in 1996 by both services."
    assert passage.quote.startswith(opening)
