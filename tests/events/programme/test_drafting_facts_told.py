"""Facts that stand where no label says so: posters, diplomatic notes, lines between bars, sentences with labels."""

import pytest

from events.programme.drafting import draft_event
from intake.readers import read

REST = "\n\nThe seminar looks at the old mills of the valley and at who runs them.\n"


def drafted(text, name="note.txt"):
    return draft_event(read(name, text.encode()))


POSTER = """SAVE THE DATE!

MILLERS' DAY
Open lecture

"What a wheel can tell"

Prof. Ada Example
Chair of Mills, University of Tides

Monday, 25 January 2027
17.30
Aula Magna, Nowhere

Admission free. Tea to follow.
"""


def test_a_poster_tells_title_place_and_who_speaks():
    draft = drafted(POSTER)
    assert (draft.title, draft.venue) == ("What a wheel can tell", "Aula Magna, Nowhere")
    assert [(one.name, one.role, one.affiliation) for one in draft.speakers] == [
        ("Prof. Ada Example", "Chair of Mills", "University of Tides")
    ]


def test_lines_of_facts_on_a_poster_are_no_description():
    assert "Aula Magna" not in " ".join(section.body for section in drafted(POSTER).sections)


NOTE_VERBALE = """NOTE VERBALE

The Embassy of Utopia presents its compliments to the Secretariat and has the honour to announce the Third Meeting \
of Keepers of Mills, to be hosted by the Ministry of Mills of Utopia in its capital, Nowhere, on Tuesday and \
Wednesday, 12 and 13 October 2027.

Interpretation will be provided in English and French.

Nowhere, 2 June 2027
"""


def test_a_diplomatic_note_tells_title_host_and_town_in_one_sentence():
    draft = drafted(NOTE_VERBALE)
    assert draft.title == "Third Meeting of Keepers of Mills"
    assert draft.organisers == ("Ministry of Mills of Utopia",)
    assert draft.venue == "Nowhere"
    assert draft.origin["title"] == "inferred"


@pytest.mark.parametrize(
    ("said", "venue"),
    [
        ("*College of Mills, Vesna (Room 204) | 3–5 February 2027 | 20 places*", "College of Mills, Vesna (Room 204)"),
        ("A seminar on 3 May 2027, 14:00–17:00, Reading Room 2 and online.", "Reading Room 2"),
        ("**Nowhere, 8–10 September 2027**\n\n**Hotel Registan Plaza, Hall 2**", "Hotel Registan Plaza, Hall 2"),
    ],
)
def test_a_place_among_other_facts_is_the_venue(said, venue):
    assert drafted(f"# Mills\n\n{said}{REST}", "note.md").venue == venue


def test_places_between_bars_are_counted():
    assert drafted(f"# Mills\n\n*Vesna | 3–5 February 2027 | 20 places*{REST}", "note.md").places == 20


def test_a_label_in_front_of_a_person_is_the_role():
    text = f"# Course on mills\n\nCourse director: Col. Ada Example\n\nCo-trainer: Ben Sample (Police of Nowhere){REST}"
    assert [(one.name, one.role, one.affiliation) for one in drafted(text, "note.md").speakers] == [
        ("Col. Ada Example", "Course director", None),
        ("Ben Sample", "Co-trainer", "Police of Nowhere"),
    ]


def test_a_label_within_a_paragraph_names_a_partner():
    text = (
        f"# Mills\n\nThe seminar is organised by the Institute of Mills. Technical partner: Register of Wheels.{REST}"
    )
    draft = drafted(text, "note.md")
    assert (draft.organisers, draft.partners) == (("Institute of Mills",), ("Register of Wheels",))
    assert draft.part["partners[0]"] == "Technical partner"


def test_aims_after_be_able_to_are_taken_apart():
    text = "# Mills\n\nBy the end, trainees will be able to plan a wheel, explain a race and give advice.\n"
    assert drafted(text, "note.md").objectives == ("Plan a wheel", "Explain a race", "Give advice")


def test_the_agenda_is_no_part_of_the_description():
    text = (
        "# Mills\n\n4 May 2027 (UTC+1)\n\nThe seminar looks at mills and at who runs them.\n\n"
        "What will be discussed:\n\n- 10.00 Welcome\n- 10.05 Wheels (Ms. Ada Example)\n- 11.00 Questions\n"
    )
    bodies = " ".join(section.body for section in drafted(text, "note.md").sections)
    assert "who runs them" in bodies
    assert "Wheels" not in bodies
    assert "discussed" not in bodies


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Круглый стол «Колёса»", "discussion"),
        ("Wheels of the valley (moderator: Ben Sample)", "panel"),
        ("Wheels of the valley (Ben Sample, Institute of Mills)", "talk"),
    ],
)
def test_a_session_of_which_only_who_moderates_is_named_is_a_panel(line, kind):
    text = f"# Mills\n\n4 May 2027 (UTC+1)\n\n## Programme\n\n- 10:00–11:00 {line}\n- 11:00–12:00 Closing\n"
    assert drafted(text, "note.md").sessions[0].kind == kind


def test_a_paper_on_several_meetings_is_not_what_they_are_called():
    text = (
        "Programme of meetings, spring 2027\nWorking Group on Mills\n\n"
        "First meeting\nTuesday 9 March 2027, 10:00-12:00 (UTC+1), online\n"
    )
    assert drafted(text).title == "Working Group on Mills"
