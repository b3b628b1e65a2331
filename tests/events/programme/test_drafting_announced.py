"""People announced without a place in a timetable: lists, sentences and short lives."""

import pytest

from events.programme.drafting import draft_event
from intake.readers import read

HEAD = "# Seminar on ropes\n\nDate: 5 May 2027\n\n"


def announced(text):
    draft = draft_event(read("note.md", (HEAD + text).encode()))
    return [(one.name, one.role, one.affiliation) for one in draft.speakers]


TWO = [("Ada Example", "Judge", "Court of Tides"), ("Ben Sample", "Editor", "Tide Weekly")]
LIST = "- Ada Example, Judge, Court of Tides\n- Ben Sample, Editor, Tide Weekly\n"


@pytest.mark.parametrize("head", ["With:", "Our guests:", "## Voices of the evening", "## About our speakers"])
def test_a_list_of_nobody_but_people_announces_them(head):
    assert announced(f"{head}\n\n{LIST}") == TWO


@pytest.mark.parametrize("head", ["Organising committee:", "## Programme team", "## Contacts", "Members:"])
def test_a_list_of_others_announces_nobody(head):
    assert announced(f"{head}\n\n{LIST}") == []


def test_those_who_give_presentations_are_announced_with_role_and_body():
    said = "Presentations will be given by Ms. Ada Example, Judge, Court of Tides, and Mr. Ben Sample, Editor, Tides."
    assert [name for name, _, _ in announced(said)] == ["Ms. Ada Example", "Mr. Ben Sample"]


@pytest.mark.parametrize(
    "life",
    [
        "Ada Example is a judge at the Court of Tides, where she keeps the old maps.",
        "Ada Example – judge at the Court of Tides. She has written two books.",
    ],
)
def test_a_short_life_tells_name_role_and_body(life):
    assert announced(f"## Speakers\n\n{life}\n") == [("Ada Example", "judge", "Court of Tides")]


def test_what_a_life_goes_on_to_tell_is_nobody():
    assert (
        announced("## Speakers\n\nAda Example, Judge, Court of Tides\n\nAda has written two books on knots.\n")
        == TWO[:1]
    )


def test_people_on_one_line_of_a_french_note_are_told_by_their_forms_of_address():
    line = "Mme Ada Exemple, juge, Musée des cordes M. Gauthier de Modèle, professeur, Université des marées"
    found = announced(f"## Intervenants\n\n{line}\n")
    assert [name for name, _, _ in found] == ["Mme Ada Exemple", "M. Gauthier de Modèle"]


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("After a welcome by Ms. Ada Example, Mr. Ben Sample of the Map Office will explain ISO 17712:2013.",
         [("Ms. Ada Example", None, None), ("Mr. Ben Sample", None, "Map Office")]),
        ("A. Knots (Chair: Ms. Ada Example)", [("Ms. Ada Example", "Moderator", None)]),
        ("**Who:** Prof. Ada Example, University of Tides", [("Prof. Ada Example", None, "University of Tides")]),
        ("Led by Ada Example (editor of maps) and Ben Sample (designer)",
         [("Ada Example", "editor of maps", None), ("Ben Sample", "designer", None)]),
    ],
)  # fmt: skip
def test_sentences_and_labels_announce_people(said, people):
    assert announced(f"{said}\n") == people
