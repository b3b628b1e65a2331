"""Three shapes compared: what was drafted, what the event says, what the newer note says."""

from typing import Any

from events.programme.actions.differences import Change, differences
from events.programme.actions.shapes import VALUES

EMPTY = dict.fromkeys(VALUES)


def shape(sessions: tuple = (), sections: tuple = (), **values: Any) -> dict[str, Any]:
    return {"values": EMPTY | values, "sessions": list(sessions), "sections": list(sections)}


def session(title: str, code: str = "", **values: Any) -> dict[str, Any]:
    return (
        {"title": title, "code": code or title, "kind": "talk", "starts_at": None, "ends_at": None}
        | {"speakers": []}
        | values
    )


def only(changes: list[Change]) -> Change:
    assert len(changes) == 1, [change.key for change in changes]
    return changes[0]


def test_three_shapes_that_agree_differ_in_nothing():
    assert differences(*[shape((session("Opening"),), title="A")] * 3) == []


def test_what_only_the_document_changed_is_offered_and_ticked():
    change = only(differences(shape(venue="Hall 1"), shape(venue="Hall 1"), shape(venue="Hall 2")))
    assert (change.key, change.who, change.ticked) == ("event.venue", "document", True)


def test_what_both_changed_is_offered_and_not_ticked():
    change = only(differences(shape(venue="Hall 1"), shape(venue="Our hall"), shape(venue="Hall 2")))
    assert (change.who, change.ticked, change.now, change.offered) == ("both", False, "Our hall", "Hall 2")


def test_what_only_people_changed_is_kept():
    change = only(differences(shape(venue="Hall 1"), shape(venue="Our hall"), shape(venue="Hall 1")))
    assert (change.who, change.ticked) == ("people", False)


def test_both_having_changed_it_to_the_same_is_no_difference():
    assert differences(shape(venue="Hall 1"), shape(venue="Hall 2"), shape(venue="Hall 2")) == []


def test_start_end_and_zone_are_one_decision():
    old, new = shape(starts_at="a", ends_at="b", time_zone="x"), shape(starts_at="c", ends_at="d", time_zone="y")
    assert only(differences(old, old, new)).offered == ["c", "d", "y"]


def test_a_value_that_the_newer_note_lacks_is_not_ticked_away():
    old = shape(title="A", starts_at="a", ends_at="b", time_zone="x", venue="Hall 1")
    ticked = {change.name: change.ticked for change in differences(old, old, shape(title=""))}
    assert ticked == {"title": False, "when": False, "venue": False}


def test_sessions_are_the_same_by_their_title_whatever_their_order():
    old = shape((session("Opening"), session("Panel")))
    new = shape((session("PANEL.", kind="panel"), session("Opening")))
    names = [change.name for change in differences(old, old, new)]
    assert names == ["title", "kind"]


def test_a_session_with_a_title_much_like_the_old_is_the_same_session():
    old, new = shape((session("Risk analysis in practice"),)), shape((session("Risk analysis in the practice"),))
    assert only(differences(old, old, new)).name == "title"


def test_new_and_vanished_sessions_are_offered():
    old, new = (
        shape((session("Opening"), session("Border controls"))),
        shape((session("Opening"), session("Migration law"))),
    )
    found = [(change.name, change.title, change.ticked) for change in differences(old, old, new)]
    assert found == [("add", "Migration law", True), ("remove", "Border controls", True)]


def test_a_vanished_session_that_people_worked_on_is_not_ticked_away():
    old, now = shape((session("Panel"),)), shape((session("Panel", kind="panel"),))
    change = only(differences(old, now, shape()))
    assert (change.name, change.who, change.ticked) == ("remove", "both", False)


def test_a_session_that_people_removed_does_not_come_back_by_itself():
    old = shape((session("Panel"),))
    assert only(differences(old, shape(), old)).who == "people"
    change = only(differences(old, shape(), shape((session("Panel", kind="panel"),))))
    assert (change.name, change.ticked) == ("add", False)


def test_a_session_that_people_renamed_is_known_by_its_row():
    old, now = shape((session("Panel", "1"),)), shape((session("Our panel", "1"),))
    change = only(differences(old, now, shape((session("Panel", kind="panel"),)))[1:])
    assert (change.name, change.who, change.code) == ("kind", "document", "1")


def test_a_session_that_people_added_meets_the_one_of_the_document():
    now, new = shape((session("Panel", "1"),)), shape((session("Panel", kind="panel"),))
    change = only(differences(shape(), now, new))
    assert (change.name, change.who, change.code) == ("kind", "both", "1")


def test_each_change_has_a_key_of_its_own():
    old = shape((session("Opening"), session("Border controls")), title="A", venue="B")
    new = shape((session("Opening", kind="opening"), session("Migration law")), title="C", venue="D")
    keys = [change.key for change in differences(old, old, new)]
    assert len(keys) == len(set(keys)) == 5
