"""Lines of plain text that belong together, and tables whose columns are set with spaces."""

from intake.readers import plain

PROSE = (
    "The harbours of the lake have kept records of the water since the year in which the first of them\n"
    "was built. Their keepers wrote down what they saw every morning, and what they heard from the boats\n"
    "that came from the other shore. Of these books about half have been preserved in the archive of the\n"
    "town, where they can be read by everybody. Each of them has the name of the keeper on its cover and\n"
    "the day on which he began it, which was as a rule the first of January, and on its last page what a\n"
    "successor should know.\n\n"
)
AGENDA = """10:00-10:10   Opening
              Ms. Ella Example, Director of the Harbour Office of Nowhere, Member of the Board
              Mr. Max Sample, Keeper
10:10-10:30   What the books of the keepers tell about the ice on the lake and about the
              winters before
              Moderator:  Dr. Nora Model, Tide Office
10:30-11:00   Questions (to be put in writing,
              please)
"""


def lines(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in plain.blocks(text)]


def test_names_and_notes_under_a_time_stand_on_lines_of_their_own():
    assert lines(PROSE + AGENDA)[1:] == [
        ("paragraph", "10:00-10:10 Opening"),
        ("paragraph", "Ms. Ella Example, Director of the Harbour Office of Nowhere, Member of the Board"),
        ("paragraph", "Mr. Max Sample, Keeper"),
        (
            "paragraph",
            "10:10-10:30 What the books of the keepers tell about the ice on the lake and about the winters before",
        ),
        ("paragraph", "Moderator: Dr. Nora Model, Tide Office"),
        ("paragraph", "10:30-11:00 Questions (to be put in writing, please)"),
    ]


def test_lines_below_the_value_of_a_label_stay_with_it():
    told = (
        "Organizers:  Harbour Office\n             Tide Office of Nowhere\nVenue:       Old Hall\n             Quay 4\n"
    )
    assert [text for _, text in lines(PROSE + told)[1:]] == [
        "Organizers: Harbour Office\nTide Office of Nowhere",
        "Venue: Old Hall\nQuay 4",
    ]


def test_a_value_that_is_broken_within_goes_on():
    told = "To:    Heads of harbour offices,\n       keepers of lights\nSubject: Ice\n"
    assert ("paragraph", "To: Heads of harbour offices, keepers of lights") in lines(PROSE + told)


def test_lines_below_a_label_of_their_own_are_items():
    told = "Co-organizers:\n    Harbour Office of Nowhere\n    Tide Office of Nowhere\n"
    assert lines(PROSE + told)[2:] == [("item", "Harbour Office of Nowhere"), ("item", "Tide Office of Nowhere")]


def test_a_title_in_two_centred_lines_is_one_and_a_place_below_it_is_not():
    told = (
        "            Meeting of Experts on the Mutual Recognition of Tide\n"
        "                   Tables for Small Harbours\n\n"
        "                 Nowhere and online, 20-22 October 2026\n"
        "            Old Hall of the Harbour, Room 4\n\n"
    )
    found = [text for _, text in lines(told + PROSE)]
    assert found[0] == "Meeting of Experts on the Mutual Recognition of Tide Tables for Small Harbours"
    assert found[1:3] == ["Nowhere and online, 20-22 October 2026", "Old Hall of the Harbour, Room 4"]


def test_columns_set_with_spaces_are_a_table():
    told = """   Time         Subject                              Officer
   ----------------------------------------------------------
   0800-0825    Sign-in (bring your card)            Harbour School
   0830-0840    Opening                              Ms. Example
   0840-0955    Ice on the lake: what it does        Mr. Sample
                to small harbours
   0955-1015    Tea
"""
    (table,) = plain.blocks(told)
    assert table.kind == "table"
    assert table.rows[3] == ("0840-0955", "Ice on the lake: what it does to small harbours", "Mr. Sample")
    assert table.rows[4] == ("0955-1015", "Tea", "")


def test_an_agenda_of_two_columns_is_no_table():
    assert all(kind == "paragraph" for kind, _ in lines(PROSE + AGENDA)[1:])


def test_a_heading_that_is_asked_in_capitals_and_no_town_with_a_day():
    told = "WHO CAN JOIN?\n- keepers\n- skippers\n\nNOWHERE, Monday\n\n" + PROSE
    assert lines(told)[0] == ("heading", "WHO CAN JOIN?")
    assert ("paragraph", "NOWHERE, Monday") in lines(told)
