"""The concept note that people wrote: what it states is found, what it does not state stays open."""

import pytest

from events.programme.drafting import draft_event
from intake.readers import read
from tests.intake.sources import source_text

NAME = "000_5f2480b5740de4f0.txt"


@pytest.fixture
def draft():
    return draft_event(read(NAME, source_text(NAME)))


def test_the_title_is_exactly_that_of_the_note(draft):
    assert draft.title == (
        "Border Challenges in Central Asia in the Context of Counter-Terrorism "
        "and Related Transnational Organized Crime"
    )


def test_the_four_announced_topics_are_proposed_between_opening_and_closing(draft):
    topics = [session.title for session in draft.sessions if session.kind == "discussion"]
    assert len(topics) == 4
    assert all(word in topic for word, topic in zip(["threats", "nexus", "gaps", "strategies"], topics, strict=True))
    assert [draft.sessions[0].kind, draft.sessions[-1].kind] == ["opening", "closing"]
    assert all(session.proposed and session.starts_at is None for session in draft.sessions)


def test_the_three_audience_groups_are_found(draft):
    assert len(draft.audience) == 3
    assert draft.audience[1] == "border and law enforcement experts and practitioners"
    assert draft.audience[0] == "counter-terrorism coordinators"
    assert draft.audience[2] == "experts from relevant international, regional and sub-regional organizations"


def test_the_organiser_is_spelled_out_and_to_be_confirmed(draft):
    (organiser,) = draft.organisers
    assert "Counter-Terrorism Centre (UNCCT)" in organiser and "Office of Counter-Terrorism (UNOCT)" in organiser
    assert "organisers_inferred" in [point.code for point in draft.open_points]


def test_the_event_is_online_and_in_english(draft):
    assert (draft.format, draft.language) == ("online", "en")


def test_no_date_and_no_zone_are_made_up(draft):
    assert (draft.starts_at, draft.ends_at, draft.time_zone) == (None, None, None)
    assert {"no_date", "no_time_zone", "sessions_proposed", "no_speakers"} <= {
        point.code for point in draft.open_points
    }


def test_the_summary_is_a_sentence_of_the_note(draft):
    document = read(NAME, source_text(NAME))
    (n,) = draft.evidence["summary"]
    assert draft.summary.startswith("This webinar") and draft.summary in document.blocks[n - 1].text


def test_the_description_has_titled_parts_and_loses_no_paragraph(draft):
    bodies = "\n\n".join(section.body for section in draft.sections)
    assert draft.sections[0].heading == "Background"
    assert [section.heading for section in draft.sections][-2:] == ["About the webinar", "Participants"]
    assert bodies == "\n\n".join(block.text for block in read(NAME, source_text(NAME)).blocks)


def test_all_seven_abbreviations_are_there(draft):
    assert {one.short for one in draft.abbreviations} == {"SALW", "IMU", "FTFs", "UNRCCA", "UNCCT", "UNOCT", "BSM"}


def test_the_repairs_are_told(draft):
    assert {"paragraph_joined", "footnote_removed", "hyphen_mended"} <= {warning.code for warning in draft.warnings}
