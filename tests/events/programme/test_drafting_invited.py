"""For whom an event is where no list says it."""

import pytest

from events.programme.drafting import draft_event
from intake.readers import read

REST = "\n\n4 May 2027, 10:00-12:00 (UTC+1)\n\nThe seminar looks at the old mills of the valley and at who runs them.\n"


def drafted(text):
    return draft_event(read("note.md", text.encode()))


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        (
            "Millers, carriers and students of history are warmly invited.",
            ("Millers", "carriers", "students of history"),
        ),
        ("Owners of mills can take part free of charge.", ("Owners of mills",)),
        (
            "The seminar will gather around 80 representatives of mill unions and bakers.",
            ("representatives of mill unions and bakers",),
        ),
        ("Unions are kindly requested to nominate two keepers of mills.", ("keepers of mills",)),
        ("Speakers are invited to send their slides.", ()),
        ("Participants can register free of charge.", ()),
        ("Unions may nominate participants.", ()),
    ],
)
def test_a_sentence_tells_who_is_invited(said, groups):
    assert drafted(f"# Mills and Millers{REST}\n{said}\n").audience == groups


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("A practical workshop for residents and local councils", ("residents", "local councils")),
        ("A seminar on water rights for millers", ("millers",)),
        ("A workshop for better mills", ()),
    ],
)
def test_a_subtitle_tells_who_is_invited(line, groups):
    assert drafted(f"# Mills of the Valley\n\n{line}{REST}").audience == groups


def test_people_are_told_without_their_number_and_what_they_did():
    note = f"# Mills{REST}\n## Who takes part\n\nTwenty-four millers who have been chosen by their unions.\n"
    assert drafted(note).audience == ("millers",)


def test_a_letter_is_for_those_to_whom_it_is_written():
    note = f"To: Heads of village mills\n\nDear colleagues,\n\nWe announce the seminar “Who Runs the Mill?”.{REST}"
    assert drafted(note).audience == ("Heads of village mills",)


def test_outcomes_are_no_objectives_where_a_part_lists_those():
    note = f"# Mills{REST}\n## Objectives\n\n- list the mills\n\n## Expected outcomes\n\n- A list is ready\n"
    assert drafted(note).objectives == ("list the mills",)
    assert drafted(note.replace("## Objectives\n\n- list the mills\n", "")).objectives == ("A list is ready",)
