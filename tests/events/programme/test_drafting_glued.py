"""People whose line break was lost, as in cells of a PDF's table."""

import pytest

from events.programme.drafting.glued import each_person, mended, parted


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("How a bell is cast Ada Example, Founder", ["How a bell is cast", "Ada Example, Founder"]),
        ("Who pays for ropes? Ada Example, Judge", ["Who pays for ropes?", "Ada Example, Judge"]),
        ("In memory of Ada Example, Judge", ["In memory of Ada Example, Judge"]),
        ("A walk to Lake Sample, Guide to follow", ["A walk to Lake Sample, Guide to follow"]),
        ("Ropes, knots and splices", ["Ropes, knots and splices"]),
    ],
)  # fmt: skip
def test_a_person_behind_a_title_begins_a_line(cell, lines):
    assert parted(cell).split("\n") == lines


def test_a_role_broken_over_two_lines_is_one():
    cell = "Asking for ropes Ada Example, Project\nManager, Bell Works"
    assert parted(cell).split("\n") == ["Asking for ropes", "Ada Example, Project Manager, Bell Works"]


def test_lines_that_are_whole_stay_apart():
    assert mended("Borders, Seals\nDirector, Agency of Bells") == "Borders, Seals\nDirector, Agency of Bells"


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        (
            "Ada Example, Judge, Court of Bells Ben Sample, Clerk, Rope Council",
            ["Ada Example, Judge, Court of Bells", "Ben Sample, Clerk, Rope Council"],
        ),
        (
            "Ada Example, Judge, Rope Council Ben van Sample, Clerk",
            ["Ada Example, Judge, Rope Council", "Ben van Sample, Clerk"],
        ),
        ("Ada Example, Judge, Bell Office, Head of Ropes", ["Ada Example, Judge, Bell Office, Head of Ropes"]),
        ("Ada Example, Bell Office", ["Ada Example, Bell Office"]),
    ],
)
def test_two_people_on_a_line_are_told_apart_behind_the_body_of_the_first(cell, people):
    assert each_person(cell) == people
