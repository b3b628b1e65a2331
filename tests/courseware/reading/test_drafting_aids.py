"""What a module draft gives beside its text: objectives, terms, opinions, sections of readable length."""

from courseware.reading.drafting import ModuleDraft, draft_course
from tests.courseware.reading.drafting_pages import CROSSING, STAFFING, as_blocks
from tests.courseware.reading.drafting_texts import MARKET, RECORDS, RU_POST, TRAINING


def module_of(*texts: str) -> ModuleDraft:
    return draft_course(as_blocks("A quiet crossing of the river", "By Ann Example", *texts)).modules[0]


def test_a_list_gives_an_objective_with_its_sentence():
    found = {one.text: one.evidence for one in module_of(*RECORDS).objectives}
    assert found["Name the three parts of the form."].startswith("The form has three parts:")


def test_a_cause_gives_an_objective_with_its_sentence():
    found = {one.text: one.evidence for one in module_of(*RECORDS).objectives}
    assert found["Explain why the first test failed."].startswith("The first test failed because")


def test_a_heading_gives_an_objective():
    module = module_of(CROSSING, "How the Post Is Staffed", STAFFING)
    assert "Explain how the post is staffed." in [one.text for one in module.objectives]


def test_a_text_without_any_hint_gets_an_objective_from_its_title():
    assert [one.text for one in module_of(*MARKET).objectives][-1].startswith("Sum up the main points of")


def test_no_objective_rests_on_a_pronoun():
    module = module_of(CROSSING, "They were late because the road was closed for two days by the snow of that winter.")
    assert not any("they" in one.text for one in module.objectives)


def test_every_objective_rests_on_words_of_the_article():
    module = module_of(*RECORDS, "How the Post Is Staffed", STAFFING)
    heads = [section.heading or "" for section in module.sections]
    words = "\n".join([module.title, *heads, *(p for one in module.sections for p in one.paragraphs)])
    assert all(one.evidence in words for one in module.objectives)


def test_opinions_point_at_their_sentences():
    module = module_of(*RECORDS)
    for one in module.opinions:
        assert module.sections[one.section].paragraphs[one.paragraph][one.start : one.end] == one.sentence
    assert [one.sentence.split()[0] for one in module.opinions] == ["Travellers"]


def test_opinions_are_marked_in_russian_as_well():
    assert [one.cue.lower() for one in module_of(*RU_POST).opinions] == ["по мнению"]


def test_bodies_that_the_text_does_not_spell_out_are_told_apart():
    module = module_of(*TRAINING)
    assert [one.short for one in module.abbreviations] == ["NIPS"]
    assert [(one.short, one.stated) for one in module.bodies] == [("UNODC", False), ("OSCE", False)]


def test_a_long_text_is_parted_between_paragraphs_under_proposed_headings():
    module = module_of(*([CROSSING, STAFFING, *RECORDS, *MARKET] * 3))
    first, *others = module.sections
    assert (first.heading, first.proposed) == (None, False)
    assert others and all(section.proposed and section.heading for section in others)
    assert sum(len(section.paragraphs) for section in module.sections) == 30


def test_a_run_of_tiny_sections_is_joined_and_keeps_its_headings_as_text():
    pairs = [text for n in range(4) for text in (f"Question number {n}", f"The answer to it is {n}.")]
    module = module_of(CROSSING, *pairs)
    assert [section.heading for section in module.sections] == [None, "Question number 0"]
    assert "Question number 3" in module.sections[1].paragraphs


def test_a_quotation_that_says_something_new_stays_in_the_text():
    document = as_blocks("A quiet crossing", "By Ann Example", CROSSING)
    quote = as_blocks("", "", "", "We had eleven words for grey and none for beige.", kind="quote").blocks[3:]
    module = draft_course(type(document)(document.name, (*document.blocks, *quote))).modules[0]
    assert module.quotes == ("We had eleven words for grey and none for beige.",)
    assert module.sections[0].paragraphs[-1] == module.quotes[0]
