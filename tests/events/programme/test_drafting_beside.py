"""What stands in a document and is no part of its event: other events, editors' remarks, the frame of a letter."""

import pytest

from events.programme import wording
from events.programme.drafting import draft_event
from intake.readers import read

REST = "\n\n4 May 2027, 10:00-12:00 (UTC+1)\n\nThe seminar looks at the old mills of the valley and at who runs them.\n"


def drafted(text, name="note.md"):
    return draft_event(read(name, text.encode()))


def described(draft):
    return " ".join(f"{one.heading} {one.body}" for one in draft.sections)


@pytest.mark.parametrize(
    "heading", ["Other events you may like", "Past seminars", "Прошедшие вебинары", "More from this host"]
)
def test_further_events_on_a_page_are_left_out_with_a_warning(heading):
    draft = drafted(f"# Mills{REST}\n## {heading}\n\n### Ropes\n\n6 June 2027, 10:00\n")
    assert "Ropes" not in described(draft)
    assert [one.values["count"] for one in draft.warnings if one.code == "others_left_out"] == [3]


def test_a_newsletter_with_two_events_is_left_whole():
    parts = "".join(f"## Seminar on {name}\n\n{day} May 2027, 10:00\n\n" for name, day in (("mills", 4), ("ropes", 6)))
    assert not [one for one in drafted(f"# Mill Newsletter\n\n{parts}").warnings if one.code == "others_left_out"]


def test_remarks_of_editors_are_left_out_with_a_warning():
    draft = drafted(f"# Mills{REST}\n## Background\n\nMills are old[a].\n\n[a]How old? Please check.\n")
    assert "Please check" not in described(draft)
    assert "comments_left_out" in {one.code for one in draft.warnings}


def test_remarks_at_the_end_are_known_where_the_marks_in_the_text_are_lost():
    text = "<h1>Mills</h1><p>Mills are old<sup><a href='#c1'>[a]</a></sup>.</p>"
    remark = "<div><p><a href='#r1'>[a]</a>How old?</p></div>"
    draft = drafted(f"<html><body>{text}{remark}</body></html>", "note.html")
    assert "How old" not in described(draft)
    assert "comments_left_out" in {one.code for one in draft.warnings}


def test_a_letter_is_described_without_its_frame():
    note = f"Institute of Mills\n\n1 March 2027\n\nDear colleagues,{REST}\nYours faithfully,\n\nAda Miller\n\nKeeper\n"
    text = described(drafted(note, "letter.txt"))
    assert "old mills" in text
    assert not [word for word in ("Dear", "faithfully", "Ada", "1 March") if word in text]


def test_an_organiser_read_off_a_letterhead_is_asked_about_in_its_own_words():
    draft = drafted(f"# INSTITUTE OF MILLS\n\n## Who Runs the Mill?{REST}\nThe Institute of Mills has a library.\n")
    assert draft.organisers == ("Institute of Mills",)
    asked = [wording.sentence(one) for one in draft.open_points if one.code == "organisers_from_sender"]
    assert len(asked) == 1 and "letterhead" in asked[0]


def test_a_person_with_an_address_is_no_organiser():
    draft = drafted(f"Organizer: Ada Miller <ada@mill.example>\n\nWhere: Online{REST}", "entry.txt")
    assert draft.organisers == ()


@pytest.mark.parametrize(("shown", "day"), [("14/05/2027", "2027-04-03"), ("05/14/2027", "2027-03-04"), ("", "None")])
def test_a_deadline_in_figures_is_read_in_the_order_of_the_other_dates(shown, day):
    draft = drafted(f"# Mills\n\nDate: {shown or '14 May 2027'}\n\nPlease register by 03/04/2027.\n")
    assert str(draft.deadline) == day
    assert ("deadline_without_order" in {one.code for one in draft.open_points}) == (not shown)


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("Only 45 tickets are available.", 45),
        ("Количество мест ограничено: 80.", 80),
        ("## Places\n\nHeld in May since 2011.", None),
    ],
)
def test_places_are_told_as_tickets_and_never_as_a_year(said, places):
    assert drafted(f"# Mills{REST}\n{said}\n").places == places


def test_a_place_that_is_said_to_be_online_leaves_no_other_place():
    draft = drafted("# Mills\n\nWhere: Online\n\nWhen: 4 May 2027, 10:00-12:00 (UTC+06:00) Bishkek\n")
    assert (draft.venue, draft.format) == (None, "online")
