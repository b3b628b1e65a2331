"""What is quoted around a sentence so that a question on it can be understood."""

from dataclasses import replace

import pytest

from courseware.quizzes.drafting.contexts import in_context
from courseware.quizzes.drafting.headings import article_name, may_lead, place_of
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.reading import reading_of
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from tests.courseware.quizzes.drafting_modules import GOOD, a_module

VOCABULARY = VOCABULARIES["en"]
TITLE = "How the services learned to work together"


def last_in_context(*sentences: str, heading: str | None = "Facts", more: str = "") -> Passage | None:
    """The last of the sentences, all of one paragraph, as a question would show it."""
    module = a_module(" ".join(sentences), *filter(None, [more]), heading=heading)
    found = passages(module, VOCABULARY)
    own = next(passage for passage in found if passage.quote == sentences[-1])
    return in_context(own, reading_of(module, found, VOCABULARY))


def test_a_sentence_is_shown_with_its_paragraph_up_to_it():
    shown = last_in_context(
        "A bridge joins Karvia and Soltau.", "It was built in 1978.", "It carries 40 lorries a day."
    )
    assert shown
    assert shown.context == "A bridge joins Karvia and Soltau. It was built in 1978."
    assert shown.evidence == f"{shown.context} It carries 40 lorries a day."
    assert shown.lead == (TITLE,)


def test_of_a_long_beginning_only_what_stands_right_before_is_shown():
    reeds = "The reeds at Vell cover 31 square kilometres.", "Motor boats keep 300 metres away."
    mussels = "Mussels came to Vell in 2009.", "Yachts are washed with water of 60 degrees in Vell."
    shown = last_in_context(*reeds, *mussels)
    assert shown
    assert shown.context == mussels[0]
    assert shown.evidence == " ".join(mussels)


@pytest.mark.parametrize(
    ("beginning", "last"),
    [
        (("Growers in Vell complain of costs.", "A permit costs 35 crowns."), "Their union in Vell has 40 members."),
        (
            ("A trial with 60 firms began in Vell.", "A fee is paid."),
            "Waiting times of these firms fell by 70 per cent.",
        ),
        (("A harbour was dug at Vell.", "However, a wall was built."), "Officers in Vell open 40 parcels a day."),
    ],
)
def test_what_may_lean_on_the_beginning_is_shown_with_all_of_it(beginning: tuple[str, ...], last: str):
    shown = last_in_context(*beginning, last)
    assert shown
    assert shown.context == " ".join(beginning)


def test_the_first_sentence_of_a_paragraph_is_shown_alone():
    shown = last_in_context("Officers in Almaty open 40 parcels a day.")
    assert shown
    assert shown.context == ""


@pytest.mark.parametrize(
    "sentences",
    [
        ("More than you might think.", "Duty in Vell is charged by weight on 60 per cent of goods."),
        ("The young were more doubtful.", "Duty was charged by weight on 60 per cent of goods in 2023."),
        ("Roads " + "and bridges " * 20 + "are mended.", "Duty in Vell is charged by weight on 60 per cent of goods."),
    ],
)
def test_a_sentence_that_names_its_place_or_year_stands_alone_where_its_paragraph_cannot(sentences: tuple[str, ...]):
    shown = last_in_context(*sentences)
    assert shown
    assert shown.context == ""


@pytest.mark.parametrize(
    "sentences",
    [
        ("They carry about 3,100 lorries on an average weekday.",),
        ("“We came early,” an officer says.", "It carries 3,100 lorries on a weekday."),
        ("A " + "long " * 100 + "sentence stands here.", "It carries 3,100 lorries on a weekday."),
        ("A box of buttons.", "It went back and forth 40 times in 1811."),
        ("The young were more doubtful.", "Of those under 30, half expected to leave within five years."),
        ("Under the tape there was nothing but a tear.", "She writes down 40 figures in Vell."),
        ("In the first month, 96 per cent of ships complied.",),
        ("The two governments pay 40 crowns a day.",),
        ("An evaluation in Vell, completed by 40 officers, supports this approach.",),
        ("For sixty years the arrangement worked well.", "Some 9,400 ships came to Vell."),
        ("The Order of 12 February 2018 in Vell changed this.", "Officers reply within 40 minutes."),
        ("Trade between Vell and Karvia has been slower.", "Some 40 lorries a day cross."),
        ("The Act obliges officers in Vell to call an interpreter within 45 minutes.",),
        ("The average was 74 days.",),
        ("The total of 7.42 million leaves out those who came to Vell for a day.",),
        ("More than you might think.", "Duty is charged by weight on 60 per cent of goods."),
        ("More than you might think.", "It is charged in Vell on 60 per cent of goods."),
        ("More than you might think.", "Now duty in Vell is 60 per cent."),
        ("No, cards in Vell are about 60 per cent of what officers issue.",),
        ("Of the 318 acts in force, it has put 291 into the law of Vell.",),
        ("A desk in Vell costs 9,400 crowns a year, less than the lamps on the same bridge.",),
        ("Both countries pay 40 crowns a day.",),
        ("Officers in Vell examined the arrangement between June and July under 40 conditions.",),
    ],
)
def test_a_paragraph_that_speaks_of_what_is_not_shown_is_left_out(sentences: tuple[str, ...]):
    assert last_in_context(*sentences) is None


@pytest.mark.parametrize(
    "sentences",
    [
        ("Karvia and Soltau share a bridge.", "The two governments pay 40 crowns a day."),
        ("Checks in Vell were extended in 2024 to all nineteen posts.",),
        ("Cameras in Vell count 40 cars at the nine crossings where nobody checks papers.",),
        ("Income in Vell came to 40 crowns, of which 12 came from fees.",),
        ("The average crossing in Vell with a green form took 34 minutes.",),
        ("Posts stand in Karvia, Soltau and Vell.", "Tickets cost 40 crowns and are valid in all three countries."),
        ("Plates are personal data in all six countries.", "Cameras in Vell keep them for 72 hours."),
        ("Some of the drivers in Vell at the nine crossings waited 40 minutes.",),
        ("Some 40 crowns in Vell were lost through the delay.",),
        ("The effects in Vell are felt by growers.", "A certificate costs 40 crowns."),
        ("The officer on duty opened a parcel.", "She found 40 seeds in it."),
        ("The first post with a joint office opened in Vell.", "It has 40 desks and a lamp."),
        ("Vell has a post.", "It has a good lamp.", "It has 40 new desks."),
    ],
)
def test_what_is_counted_or_named_in_the_words_shown_needs_no_more(sentences: tuple[str, ...]):
    assert last_in_context(*sentences)


def after(paragraph: str, *sentences: str, title: str = TITLE) -> Passage | None:
    """The last of the sentences, with a paragraph of the text before theirs."""
    module = replace(a_module(paragraph, " ".join(sentences)), title=title)
    found = passages(module, VOCABULARY)
    return in_context(found[-1], reading_of(module, found, VOCABULARY))


def test_a_thing_that_only_the_text_before_tells_of_is_not_asked_about():
    told = "A chain was drawn across the river, and each ship paid a toll to the abbey."
    assert after(told, "By 1830 merchants hated the toll.", "It brought in 40 crowns a day.") is None
    assert after("Merchants came from Vell.", "By 1830 merchants hated the toll.", "It brought in 40 crowns a day.")
    assert after(told, "By 1830 merchants hated the toll.", "It made 40 crowns.", title="The toll of Vell abbey")


STORY = "She took the lamp, and it shone on them. "


def test_of_a_story_only_what_it_tells_without_a_pronoun_is_asked():
    assert after(STORY * 9, "Officers in Vell open parcels.", "They open 40 a day.") is None
    assert after(STORY * 9, "Officers in Vell open 40 parcels a day.")
    assert after("Officers come and go. " * 9, "Officers in Vell open parcels.", "They open 40 a day.")


def test_a_body_told_of_before_is_asked_about_with_its_name_only():
    told = "The Institute of Weights has an institute at Vell and a track for trains."
    assert after(told, "In 2022 officers of Vell came.", "By 2023 the institute had tested 40 cameras.") is None
    assert after(told, "Fees in Vell and Karvia cover 40 per cent of the Institute's costs.") is None
    assert after(f"{told} A second one opened.", "In Vell the Institute has tested 40 cameras.") is None
    assert after(
        f"{told} The Gulf Community met.", "Vell handles more cargo than any port in the Community: 40 tonnes."
    )
    assert after(told, "In 2022 officers of Vell came.", "By 2023 posts along the track had tested 40 cameras.")


def test_the_number_of_a_paragraph_is_not_quoted():
    shown = last_in_context("2.1 Officers in Vell open parcels.", "Some 40 of them hold seeds from Karvia.")
    assert shown
    assert shown.context == "Officers in Vell open parcels."


@pytest.mark.parametrize("label", ["Costs.", "Services in demand.", "HARSK, 14 May."])
def test_a_heading_run_into_its_paragraph_is_not_shown(label: str):
    shown = last_in_context(label, "Officers in Vell open parcels.", "Some 40 of them hold seeds from Karvia.")
    assert shown
    assert shown.context == "Officers in Vell open parcels."


@pytest.mark.parametrize(
    "statement",
    [
        "The lines first met here in 1887.",
        "It has shaped life in this town since 1887.",
        "Part D sets a limit of 40 days.",
        "The bill would end the difference between Classes A and B within 40 days.",
        "The Ministry sees three options, none of them below 40 days.",
    ],
)
def test_what_points_away_from_the_words_shown_is_left_out(statement: str):
    assert last_in_context("Officers in Vell open parcels.", statement) is None


def test_an_article_without_a_name_gives_no_context():
    assert after("Merchants came from Vell.", "Officers in Vell open 40 parcels a day.", title="harbour_news 3") is None


def test_a_heading_that_says_something_is_named_after_the_title():
    shown = last_in_context("The laboratory is open for 40 hours a week.", heading="The laboratory in Vell")
    assert shown
    assert shown.lead == (TITLE, "The laboratory in Vell")


def test_under_the_title_alone_a_heading_of_any_text_is_left_out():
    shown = last_in_context("Waiting time has been reduced by 25 minutes on average.", heading="Part 2")
    assert shown
    assert shown.lead == (TITLE,)


def test_a_heading_that_is_ours_is_not_named():
    module = a_module("Officers in Vell open 40 parcels a day.", heading="Left bank")
    ours = replace(module, sections=tuple(replace(section, proposed=True) for section in module.sections))
    assert place_of("Left bank", reading_of(ours, [], VOCABULARY)) == (TITLE,)
    assert place_of("Left bank", reading_of(module, [], VOCABULARY)) == (TITLE, "Left bank")


def test_in_an_interview_no_heading_is_trusted():
    module = a_module("How did that come about?", "Officers in Vell open 40 parcels a day.", heading="Training in Vell")
    assert place_of("Training in Vell", reading_of(module, [], VOCABULARY)) == (TITLE,)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Arrivals of foreign visitors in Sorvania, 2024", "Arrivals of foreign visitors in Sorvania, 2024"),
        ("The parcels of the lake: " + "how they were sorted and carried " * 4, "The parcels of the lake"),
        ("harbour_news 3", ""),
        ("Inbound Tourism, Third Quarter 2024", "Inbound Tourism, Third Quarter 2024"),
    ],
)
def test_an_article_is_named_by_its_title_shortened_where_it_is_very_long(title: str, name: str):
    module = replace(a_module(GOOD), title=title)
    assert article_name(reading_of(module, [], VOCABULARY)) == name


def test_a_run_in_heading_and_a_dateline_are_not_part_of_the_statement():
    texts = ("Value for money. A day of training cost 118 crowns.", "VELL, 3 May 2024 - Ferries sail again on 40 days.")
    statements = [passages(a_module(text), VOCABULARY)[-1].statement for text in texts]
    assert statements == ["A day of training cost 118 crowns.", "Ferries sail again on 40 days."]


@pytest.mark.parametrize(
    "heading",
    ["By Ida Sample and Tom Example", "Issue 88, September 2024", "Ida Sample, Department of Trade", "harbour_news 3",
     "And finally", "Harbour: news from the ports", "Centre for Roads and Ports, Vell", "Ida Sample, Vell",
     "Ida Sample and Tom Example", "The three governments should"],
)  # fmt: skip
def test_a_byline_a_masthead_or_a_file_name_is_no_place_to_name(heading: str):
    module = replace(a_module(GOOD), title=GOOD)
    assert not may_lead(heading, reading_of(module, [], VOCABULARY))


def test_the_office_that_issued_a_text_is_not_named_as_the_place_even_where_it_is_the_title():
    module = replace(a_module(GOOD), title="State Audit Office of Belmar")
    reading = reading_of(module, [], VOCABULARY)
    assert not may_lead(module.title, reading)
    assert may_lead("Reply of the Customs Service", reading)


def test_a_short_sentence_on_part_of_a_whole_is_led_by_title_and_heading():
    shown = last_in_context("The general rule in section 9 is eighteen months.", heading="How long data are kept")
    assert shown
    assert shown.lead == (TITLE, "How long data are kept")


@pytest.mark.parametrize(("more", "shown"), [("the Authority", False), ("the Ports Health Authority (PHA)", True)])
def test_a_short_form_is_shown_only_where_it_is_spelled_out(more: str, shown: bool):
    spelled = "The Ports Health Authority (PHA) works in Vell."
    statement = f"Officers of {more} and of the PHA in Vell open 40 parcels a day."
    assert (last_in_context(statement, more=spelled) is not None) is shown


def test_where_a_title_names_two_periods_a_sentence_must_say_of_which_it_speaks():
    title = "Inbound Tourism, Fourth Quarter and Full Year 2023"
    assert after("Hotels closed.", "Holidays were the purpose of 68 per cent of visitors to Vell.", title=title) is None
    assert after("Hotels closed.", "In 2023 some 68 per cent of visitors to Vell came on holiday.", title=title)
