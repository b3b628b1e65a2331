"""Letters, and agendas whose headings hold the times or only group the lines."""

import pytest

from events.programme.drafting import draft_event
from intake.readers import read

LETTER = """EXAMPLE CANAL AUTHORITY

Sampleton, 11 January 2027

Dear colleagues,

We invite lock keepers and clerks of small ports to a seminar on old locks, to be held at the Lock Museum, Sampleton, on 17 March 2027.

Please let us know by 1 March 2027 whether you will come.

10.00 Arrival
10.30 Welcome (Ms. Berta Example, Head of Operations)
11.00 End
"""  # noqa: E501


def drafted(text, name="note.txt"):
    return draft_event(read(name, text.encode()))


def sessions(draft):
    return [(one.title, one.starts_at and f"{one.starts_at:%H:%M}") for one in draft.sessions]


def test_the_day_and_the_town_above_a_salutation_are_those_of_the_letter():
    draft = drafted(LETTER)
    assert draft.venue == "Lock Museum, Sampleton"
    assert [point for point in draft.open_points if point.code == "dates_differ"] == []


def test_the_head_of_a_letter_is_who_writes_and_not_the_title():
    draft = drafted(LETTER)
    assert draft.organisers == ("EXAMPLE CANAL AUTHORITY",)
    assert draft.origin["organisers[0]"] == "inferred"
    assert draft.title == "Seminar on old locks"


def test_whom_a_letter_invites_and_until_when_one_may_answer_are_found():
    draft = drafted(LETTER)
    assert draft.audience == ("lock keepers", "clerks of small ports")
    assert str(draft.deadline) == "2027-03-01"


def test_every_line_with_a_time_in_a_letter_is_a_session():
    assert [title for title, _ in sessions(drafted(LETTER))] == ["Arrival", "Welcome", "End"]


PARALLEL = """# Days of Small Archives

Date: 5 November 2027, UTC+1

## Programme

### Morning

- 09:30-10:00 Welcome
- 10:00-11:00 What is kept

### Parallel sessions, 11:30-13:00

- Mould and mice. Chair: Hugo Sample
- Letters nobody can read. Chair: Nora Placeholder
"""


def test_sessions_at_the_same_time_share_the_hours_of_their_heading():
    draft = drafted(PARALLEL, "note.md")
    assert sessions(draft)[2:] == [("Mould and mice", "11:30"), ("Letters nobody can read", "11:30")]
    assert [speaker.name for one in draft.sessions for speaker in one.speakers] == ["Hugo Sample", "Nora Placeholder"]


def test_a_heading_that_groups_lines_with_times_is_no_session():
    assert "Morning" not in [title for title, _ in sessions(drafted(PARALLEL, "note.md"))]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("10:00 Opening remarks Ms. Iris Example, Head of Service", "Opening remarks"),
        ("10:00 In memory of Ms. Iris Example, Head of Service", "In memory of Ms. Iris Example, Head of Service"),
    ],
)
def test_a_person_behind_a_title_is_told_by_the_form_of_address(line, title):
    draft = drafted(f"Agenda\n\n{line}\n\n11:00 Closing\n\n11:30 End\n")
    assert draft.sessions[0].title == title


def test_the_name_of_a_body_stops_before_the_place_where_it_invites():
    draft = drafted(
        "# Noise at Bridges\n\nHosted by the Department of Crossings at the Bridge House, Sampleton\n", "a.md"
    )
    assert draft.organisers == ("Department of Crossings",)


def test_a_quoted_line_below_the_kind_of_event_is_the_title():
    assert drafted('ROUND TABLE\n\n"Who Owns the Barge?"\n\nFormat: hybrid\n').title == "Who Owns the Barge?"


def test_an_end_with_its_day_is_no_place():
    draft = drafted("# On Barges\n\nStart: 2027-02-16 14:00 (UTC+01:00)\n\nEnd: 2027-02-16 16:00\n", "a.md")
    assert draft.venue is None
    assert f"{draft.ends_at:%H:%M}" == "16:00"


def test_from_and_to_may_stand_in_columns_of_their_own():
    rows = "| From | To | Item |\n|---|---|---|\n| 07:00 | 07:10 | Welcome |\n| 08:00 | 08:30 | Discussion |\n"
    draft = drafted(f"# Cold Stores\n\n23 September 2027 (UTC)\n\n{rows}", "a.md")
    assert [f"{one.ends_at:%H:%M}" for one in draft.sessions] == ["07:10", "08:30"]


DAYS = """# Reading Ship's Papers

When: 6-7 April 2027, 9.30 to 13.00 (UTC+2)

## Day 1 - Tuesday 6 April

09:30 Welcome
10:00 The eight papers (Ann Example)

## Day 2 - Wednesday 7 April

09:30 Teaching with papers
12:00 Closing
"""


def test_days_as_headings_make_an_agenda_without_a_heading_above_them():
    found = [(one.title, f"{one.starts_at:%d %H:%M}", one.kind) for one in drafted(DAYS, "note.md").sessions]
    assert found == [
        ("Welcome", "06 09:30", "opening"),
        ("The eight papers", "06 10:00", "talk"),
        ("Teaching with papers", "07 09:30", "other"),
        ("Closing", "07 12:00", "closing"),
    ]


def test_a_speaker_may_take_two_lines():
    text = (
        "On Parcels\n\nSPEAKERS\n\nMs. Lea Example\nHead of Parcels, Post of Otherville\n\nMr. Tom Sample\nEconomist\n"
    )
    told = [(one.name, one.role, one.affiliation) for one in drafted(text).speakers]
    assert told == [("Ms. Lea Example", "Head of Parcels", "Post of Otherville"), ("Mr. Tom Sample", "Economist", None)]


def test_a_russian_invitation_says_whom_it_invites():
    text = "# Старые карты\n\nИнститут карт приглашает хранителей архивов и сотрудников музеев на круглый стол.\n"
    assert drafted(text, "note.md").audience == ("хранителей архивов", "сотрудников музеев")


def test_of_a_note_in_two_languages_the_bodies_are_named_in_one():
    said = "The webinar is for clerks of registers.\n\nOrganiser: Register of Boats\n\nОрганизатор: Реестр судов\n"
    assert drafted(f"# Two Shores\n\n{said}", "note.md").organisers == ("Register of Boats",)
