import pytest

from events.programme.drafting.lexicon import role_of
from events.programme.drafting.lists import enumerated
from events.programme.drafting.people import speakers_in


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("old maps, new roads, and tolls, fees, and fines", ["old maps", "new roads", "tolls, fees, and fines"]),
        ("judges, guards and drivers", ["judges", "guards", "drivers"]),
        ("judges, guards as well as drivers of old cars, vans", ["judges", "guards", "drivers of old cars, vans"]),
        (
            "staff of global, regional and local bodies, and guests",
            ["staff of global, regional and local bodies", "guests"],
        ),
        ("maps; roads, old and new; and tolls", ["maps", "roads, old and new", "tolls"]),
        ("judges and guards", ["judges and guards"]),
        ("следователи, прокуроры, а также эксперты", ["следователи", "прокуроры", "эксперты"]),
    ],
)
def test_an_enumeration_is_taken_apart(text, members):
    assert enumerated(text) == members


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Background", "background"),
        ("2. Objectives and expected outcomes", "objectives"),
        ("Who should attend?", "audience"),
        ("Who should attend", "audience"),
        ("TENTATIVE PROGRAMME", "agenda"),
        ("Date, time and venue", "when"),
        ("In partnership with", "partners"),
        ("Целевая аудитория", "audience"),
        ("Border Programme of Utopia", None),
        ("Trafficking", None),
    ],
)
def test_a_heading_opens_a_standard_part_only_if_all_its_words_belong_there(heading, role):
    assert role_of(heading) == role


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ms. Aylin Demo, Director, Customs Academy", ("Ms. Aylin Demo", "Director", "Customs Academy")),
        ("Jan Example, Customs Academy", ("Jan Example", None, "Customs Academy")),
        ("Jan Example, Head of Unit", ("Jan Example", "Head of Unit", None)),
        ("Jan Example (BSTC)", ("Jan Example", None, "BSTC")),
        ("Speaker: Jan Example", ("Jan Example", None, None)),
        ("Moderator: Jan Example, BSTC", ("Jan Example", "Moderator", "BSTC")),
        ("Representative of BSTC", (None, "Representative of BSTC", None)),
    ],
)
def test_a_speaker_is_read_with_role_and_affiliation(text, parts):
    (speaker,) = speakers_in(text)
    assert (speaker.name, speaker.role, speaker.affiliation) == parts


@pytest.mark.parametrize("text", ["TBC", "Speaker: to be confirmed", "all of it", "a primer"])
def test_nobody_is_made_up(text):
    assert speakers_in(text) == ()
