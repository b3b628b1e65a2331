from dataclasses import replace
from pathlib import Path

import pytest

from courseware.quizzes.drafting import QuestionDraft, draft_questions, workshop_for
from courseware.quizzes.drafting.comparisons import closing_lines, opinion_items
from courseware.quizzes.drafting.items import figure_items, name_items
from courseware.quizzes.drafting.passages import passages
from courseware.quizzes.drafting.reading import reading_of
from courseware.quizzes.drafting.selection import WORDS_FOR_A_QUESTION
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from courseware.quizzes.drafting.wordings import gap_feedback
from courseware.reading.drafting import ModuleDraft
from intake.language import words
from tests.courseware.quizzes.drafting_modules import GOOD, a_module, rich_module

POSTS = ("Amber", "Kestrel", "Heron", "Marten", "Otter", "Linden")
FILLER = "The officers of the posts keep a quiet record of their work and speak of every case at their meetings. "


@pytest.fixture(scope="module")
def module() -> ModuleDraft:
    return rich_module()


@pytest.fixture(scope="module")
def questions(module: ModuleDraft) -> tuple[QuestionDraft, ...]:
    return draft_questions(module)


def right(question: QuestionDraft) -> list[str]:
    return [choice.text for choice in question.choices if choice.correct]


def test_a_module_with_facts_yields_questions(questions: tuple[QuestionDraft, ...]):
    assert len(questions) >= 4


def test_every_quote_stands_verbatim_in_its_section(module: ModuleDraft, questions: tuple[QuestionDraft, ...]):
    paragraphs = {section.heading: section.paragraphs for section in module.sections}
    assert all(any(one.quote in text for text in paragraphs[one.section]) for one in questions)


def test_every_key_stands_in_its_quote(questions: tuple[QuestionDraft, ...]):
    asked = [question for question in questions if question.kind != "true_false"]
    assert asked
    assert all(key in question.quote for question in asked for key in right(question))


def test_single_choice_has_one_key_among_three_or_four(questions: tuple[QuestionDraft, ...]):
    single = [question for question in questions if question.kind == "single"]
    assert single
    assert all(len(right(question)) == 1 and 3 <= len(question.choices) <= 4 for question in single)


def test_every_choice_has_feedback_and_a_text_of_its_own(questions: tuple[QuestionDraft, ...]):
    assert all(choice.feedback for question in questions for choice in question.choices)
    assert all(len({choice.text for choice in question.choices}) == len(question.choices) for question in questions)


@pytest.mark.parametrize(("language", "told"), [("en", "No: here the text gives 14 days."),
                                                ("ru", "Нет: здесь в тексте указано 14 days.")])  # fmt: skip
def test_of_a_wrong_choice_nothing_is_said_that_cannot_be_shown(language: str, told: str):
    far = "A word of a long sentence " * 20 + "lasts 7 days."
    assert gap_feedback("7 days", "14 days", None, language) == told
    assert gap_feedback("7 days", "14 days", far, language) == told
    assert "Rain fell for 7 days." in gap_feedback("7 days", "14 days", "Rain fell for 7 days.", language)


@pytest.mark.parametrize(
    "text", ["Coats are not needed at dinner.", "Rain fell all day long. Coats are not needed at dinner."]
)
def test_the_short_line_that_closes_a_text_is_not_turned_round(text: str):
    found = passages(a_module(GOOD, text), VOCABULARIES["en"])
    assert found[-1].n in closing_lines(found)


def test_there_is_at_most_one_question_for_150_words(module: ModuleDraft, questions: tuple[QuestionDraft, ...]):
    length = sum(len(words(text)) for section in module.sections for text in section.paragraphs)
    assert len(questions) <= length / WORDS_FOR_A_QUESTION


def test_no_key_is_asked_for_twice(questions: tuple[QuestionDraft, ...]):
    keys = [key for question in questions if question.kind != "true_false" for key in right(question)]
    assert len(keys) == len(set(keys))


def test_no_sentence_is_used_twice(questions: tuple[QuestionDraft, ...]):
    assert len({question.quote for question in questions}) == len(questions)


def test_no_stem_shows_the_figure_that_another_asks_for(questions: tuple[QuestionDraft, ...]):
    for question in questions:
        others = " ".join(other.stem for other in questions if other is not question)
        figures = [key for key in right(question) if key.isdigit()]
        assert not any(key in words(others) for key in figures)


def test_scores_lie_between_0_and_1(questions: tuple[QuestionDraft, ...]):
    assert all(0 <= question.score <= 1 for question in questions)


def test_the_same_module_gives_the_same_questions(module: ModuleDraft, questions: tuple[QuestionDraft, ...]):
    assert draft_questions(module) == questions


def test_true_and_false_statements_are_balanced():
    facts = (
        "The services of Uzbekistan open 12 per cent of all parcels from Mongolia by hand.",
        "Services over the Amber Pass carry 47 per cent of the grain that Kazakhstan buys.",
        "The services in Kestrel Bay mend 23 per cent of what storms damage in Tajikistan.",
        "The services at Heron Gate look after 31 per cent of sick drivers on their way to Mongolia.",
        "The services of Kyrgyzstan weigh 62 per cent of the cargo that leaves Marten Dock.",
        "The services at Otter College spend 18 per cent of their course on the law of Uzbekistan.",
    )
    drafted = draft_questions(a_module(*facts, FILLER * 100))
    keys = [right(question)[0] for question in drafted if question.kind == "true_false"]
    assert keys
    assert abs(keys.count("True") - keys.count("False")) <= 1


def test_figures_are_offered_in_rising_order():
    question = draft_questions(
        a_module("The Forum of Border Services was founded by officials of five States in 1996.")
    )[0]
    assert "1996" in right(question)
    assert [choice.text for choice in question.choices] == sorted(choice.text for choice in question.choices)


def test_names_offered_are_of_one_type_and_from_the_text(module: ModuleDraft, questions: tuple[QuestionDraft, ...]):
    text = " ".join(paragraph for section in module.sections for paragraph in section.paragraphs)
    countries = [one for one in questions if "which country does" in one.stem.casefold()]
    assert countries
    assert all(choice.text in text for question in countries for choice in question.choices)


@pytest.mark.parametrize("paragraphs", [(), ("",), ("word",), ("“",), ("A.",), ("- item",), ("((((",), ("1999",)])
def test_odd_text_gives_no_question_and_no_error(paragraphs: tuple[str, ...]):
    assert draft_questions(a_module(*paragraphs)) == ()


def test_a_module_without_sections_gives_no_question():
    assert draft_questions(ModuleDraft("T", None, None, None, (), (), 1, (), (), "en")) == ()


def test_a_huge_paragraph_is_worked_through():
    sentence = "In 1999 the Council of Ministers met 27 member States in Almaty to speak about border posts. "
    assert len(draft_questions(a_module(sentence * 2000))) <= 2


def test_russian_text_gives_gaps_without_english_words():
    text = "В 1999 году министры стран региона провели первую встречу в городе Алматы. Доля составила 40 процентов. "
    drafted = draft_questions(replace(a_module(text * 10, language="ru"), title="Посты на границе"))
    assert drafted
    assert all(one.stem.startswith("В тексте «Посты на границе»: ") for one in drafted)
    assert all(one.kind == "single" and "____" in one.stem for one in drafted)
    assert not any("a" <= letter <= "z" for one in drafted for letter in one.stem.lower())


def test_a_language_without_rules_gives_no_question():
    assert draft_questions(a_module("En 1999 se reunieron 27 Estados miembros en la ciudad.", language="es")) == ()


def test_an_abbreviation_is_asked_for_with_balanced_near_misses():
    text = "The International Organization for Migration (IOM) trained the officers of the southern posts last spring."
    question = draft_questions(a_module(text))[0]
    assert question.stem == "In “How the services learned to work together”: what does IOM stand for in the text?"
    assert right(question) == ["International Organization for Migration"]
    parts = [word for choice in question.choices for word in choice.text.split()]
    assert parts.count("International") == parts.count("Organization") == 2


def test_what_the_title_says_is_not_exchanged_in_a_long_form():
    """ "Heritage" for "Health" would be seen through under a title that speaks of health."""
    text = "The Port Health Authority (PHA) trained the officers of the southern posts last spring."
    module = a_module(text, FILLER * 40)
    asked = [one for one in draft_questions(module) if one.type == "acronym"]
    assert asked
    assert not any(one.type == "acronym" for one in draft_questions(replace(module, title="Health at Ports of Entry")))


def test_of_the_sentence_that_spells_out_a_short_form_no_more_is_kept():
    """It may be on delicate matters, of which the question is not."""
    text = "The Port Health Authority (PHA) of Vell helped the victims of the northern posts last spring."
    (asked,) = [one for one in draft_questions(a_module(text, FILLER * 40)) if one.type == "acronym"]
    assert asked.quote == "Port Health Authority (PHA)"


def names_asked(*paragraphs: str) -> set[str]:
    module = a_module(*paragraphs, FILLER * 40)
    found = passages(module, VOCABULARIES["en"])
    items = name_items(workshop_for(module, found, reading_of(module, found, VOCABULARIES["en"])))
    return {key for item in items if item.question.kind == "single" for key in item.keys}


def test_a_country_is_not_asked_for_where_its_place_on_the_map_tells_it():
    others = tuple(f"In {name} officers of ports keep a garden." for name in ("Mongolia", "Kazakhstan", "Latvia"))
    assert "Kyrgyzstan" in names_asked("A garden for officers was laid out in Kyrgyzstan in June.", *others)
    assert "Kyrgyzstan" not in names_asked("A garden was laid out at the border with Kyrgyzstan in June.", *others)
    assert "Kyrgyzstan" not in names_asked("Kyrgyzstan laid out a garden for officers in June.", *others)


ADVICE = "Officers in Vell should keep the papers of a lorry for a year in a dry room."
REPORT = "Officers in {} kept the papers of {} lorries for a year in a dry room."
RULE = "Officers in Pell are required to keep the papers of 40 lorries in a dry room."


@pytest.mark.parametrize(("third", "asked"), [(RULE, True), (REPORT.format("Pell", 40), False)])
def test_advice_is_to_be_told_from_a_rule_and_not_from_figures_alone(third: str, asked: bool):
    reports = (REPORT.format("Tarn", 90), REPORT.format("Dorn", 300))
    module = a_module(ADVICE, *reports, third, *(FILLER * 10 for _ in range(8)))
    found = passages(module, VOCABULARIES["en"])
    workshop = workshop_for(module, found, reading_of(module, found, VOCABULARIES["en"]))
    assert bool(list(opinion_items(workshop, found))) is asked


def test_a_list_becomes_a_question_with_several_keys():
    texts = (
        "Courses in Astana cover document checks, first aid, risk assessment and the care of children.",
        "Nurses in Almaty keep lists that include fresh water, warm bread, clean paper and a blanket.",
    )
    drafted = [one for one in draft_questions(a_module(*texts, FILLER * 70)) if one.kind == "multiple"]
    assert [right(question) for question in drafted] == [
        ["first aid", "risk assessment"],
        ["clean paper", "fresh water", "warm bread"],
    ]


def test_a_long_text_yields_more_questions_than_a_short_one():
    """A course page of many articles must not lose its questions to the rules on a quiz as a whole."""
    folder = Path(__file__).parents[2] / "corpus" / "articles_unseen"
    pages = [page.read_text().replace("\n\n", "\n").splitlines() for page in sorted(folder.glob("[cd]_*.txt"))]
    assert len(draft_questions(a_module(*(paragraph for page in pages for paragraph in page if paragraph)))) >= 15


def keys_of(*paragraphs: str) -> set[str]:
    """What gaps of drafted questions ask for."""
    drafted = draft_questions(a_module(*paragraphs, FILLER * 40))
    return {key for question in drafted if "____" in question.stem for key in right(question)}


def test_a_year_is_asked_for_only_where_something_began_ended_or_was_agreed():
    assert keys_of("In Vell the customs service has received fourteen requests a day since 1996.") == {"fourteen"}
    assert keys_of("In Vell the customs service opened its laboratory for travellers in 1996.") == {"1996"}


def test_a_figure_in_an_insertion_is_not_judged():
    said = "In Vell a lorry is examined and, 500 crowns poorer, sent on by officers of the customs service."
    module = a_module(said, FILLER * 40)
    found = passages(module, VOCABULARIES["en"])
    items = figure_items(workshop_for(module, found, reading_of(module, found, VOCABULARIES["en"])))
    assert {item.question.kind for item in items} == {"single"}


@pytest.mark.parametrize(
    "said",
    [
        "Turnover of staff at the customs service in Vell was low in 2023, the lowest for six years.",
        "Requests to the customs service in Vell are answered within twelve days.",
    ],
)
def test_what_holds_of_other_figures_too_is_not_judged(said: str):
    module = a_module(said, FILLER * 40)
    found = passages(module, VOCABULARIES["en"])
    items = figure_items(workshop_for(module, found, reading_of(module, found, VOCABULARIES["en"])))
    assert {item.question.kind for item in items} == {"single"}


@pytest.mark.parametrize(("of_whom", "told"), [("it", False), ("her", True)])
def test_a_text_that_speaks_of_things_by_pronouns_tells_no_story(of_whom: str, told: bool):
    spoken = f"A seed is dried before {of_whom} is stored, and they keep it cold. "
    rest = "Officers of the station keep a record of all the seeds that were stored in the rooms. " * 8
    module = a_module(*(spoken + rest for _ in range(5)))
    found = passages(module, VOCABULARIES["en"])
    assert reading_of(module, found, VOCABULARIES["en"]).tells_a_story is told


@pytest.mark.parametrize(("year", "told"), [(1871, True), (2021, False)])
def test_a_text_of_long_ago_with_many_pronouns_tells_a_story(year: int, told: bool):
    text = f"In {year} the tenants of Vell brought a case. " + "The court gave it to them, and tubs stayed in Vell. "
    module = a_module(*(text + "Officers of the court kept a record of all the tubs in Vell. " * 8 for _ in range(5)))
    found = passages(module, VOCABULARIES["en"])
    assert reading_of(module, found, VOCABULARIES["en"]).tells_a_story is told
