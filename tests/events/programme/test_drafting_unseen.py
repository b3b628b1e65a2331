"""Notes of other shapes, fact by fact: what they state is found, and hardly anything is made up."""

from collections import Counter

from tests.events.programme.drafting_unseen import NOTES, judged


def test_nearly_every_fact_is_found_and_hardly_any_is_made_up():
    verdicts = Counter(verdict for note in NOTES for _, verdict, _, _ in judged(note))
    assert verdicts["right"] >= 95
    assert verdicts["missing"] <= 3 and verdicts["invented"] <= 1


def test_numbers_that_look_like_dates_and_other_peoples_events_give_no_fact():
    note = next(note for note in NOTES if note.name == "numbers.md")
    assert [fact for fact, *_ in judged(note)] == ["title"]
