"""What is drafted from notes of different shapes."""

import pytest

from events.programme.drafting import SpeakerDraft, draft_event
from intake.readers import read
from tests.events.programme import drafting_notes as notes


def drafted(text, name="note.txt"):
    return draft_event(read(name, text.encode()))


def codes(draft):
    return [point.code for point in draft.open_points]


def starts(draft):
    return [session.starts_at and session.starts_at.strftime("%d %H:%M") for session in draft.sessions]


@pytest.fixture(scope="module")
def table():
    return drafted(notes.AGENDA_TABLE, "note.md")


@pytest.fixture(scope="module")
def two_days():
    return drafted(notes.TWO_DAYS)


@pytest.fixture(scope="module")
def russian():
    return drafted(notes.RUSSIAN)


@pytest.fixture(scope="module")
def prose():
    return drafted(notes.PROSE)


@pytest.fixture(scope="module")
def twelve_hours():
    return drafted(notes.TWELVE_HOURS)


def test_a_cover_table_gives_date_time_and_zone(table):
    assert table.starts_at.isoformat() == "2026-12-17T09:30:00+05:00"
    assert table.ends_at.isoformat() == "2026-12-17T13:00:00+05:00"
    assert table.time_zone == "Asia/Tashkent"


def test_a_cover_table_gives_organisers_and_partners(table):
    assert table.organisers == ("Regional Academy of Customs", "Border Service Training Centre (BSTC)")
    assert table.partners == ("Ministry of the Interior of Utopia", "Institute for Document Security")


def test_an_agenda_table_gives_sessions_in_rising_twelve_hour_times(table):
    assert starts(table) == ["17 09:30", "17 09:45", "17 11:00", "17 11:15", "17 12:30"]
    assert table.sessions[-1].ends_at.strftime("%H:%M") == "13:00"


def test_an_agenda_table_gives_kinds(table):
    assert [session.kind for session in table.sessions] == ["opening", "talk", "break", "panel", "closing"]


def test_an_agenda_table_gives_speakers_with_role_and_affiliation(table):
    assert table.sessions[1].speakers == (
        SpeakerDraft("Dr. Jan Example", "Senior Document Examiner", "Border Service Training Centre"),
        SpeakerDraft("Mr. Timur Sample", None, "BSTC"),
    )


def test_a_speaker_to_be_confirmed_is_an_open_point_and_no_name(table):
    assert table.sessions[3].speakers == ()
    assert "speaker_undecided" in codes(table)


def test_ends_that_were_inferred_are_told(table):
    assert [(warning.code, warning.values) for warning in table.warnings] == [("session_ends_inferred", {"count": 3})]


def test_lists_under_headings_are_taken_as_they_stand(table):
    assert table.audience == ("First-line border officers", "Document examiners")
    assert table.objectives == ("Tell a genuine document from a forged one", "Report a suspicion correctly")


def test_the_description_keeps_the_headings_of_the_note(table):
    assert [section.heading for section in table.sections] == [
        "Background and rationale",
        "Who should attend",
        "Learning objectives",
    ]


def test_the_label_of_the_paper_is_not_the_title(two_days):
    assert two_days.title == "Regional Webinar on Financial Intelligence and Trafficking in Cultural Property"


def test_day_headings_place_the_sessions(two_days):
    assert starts(two_days) == ["03 10:00", "03 10:15", "04 10:00", "04 11:30"]


def test_two_days_span_from_the_first_start_to_the_last_end(two_days):
    assert two_days.starts_at.isoformat() == "2027-03-03T10:00:00+01:00"
    assert two_days.ends_at.isoformat() == "2027-03-04T13:00:00+01:00"


def test_a_moderator_on_the_next_line_belongs_to_the_session(two_days):
    assert two_days.sessions[1].speakers == (SpeakerDraft("John Sample", "Moderator, Analyst", "WFC"),)


def test_an_and_inside_a_name_does_not_part_it(two_days):
    assert two_days.organisers == ("World Office on Ports and Tolls (WOPT)", "World Ferry Council (WFC)")


def test_a_hybrid_event_is_told(two_days):
    assert two_days.format == "hybrid"


def test_a_year_of_a_report_is_no_date(two_days):
    assert {moment.year for moment in (two_days.starts_at, two_days.ends_at)} == {2027}


def test_a_russian_note_is_drafted(russian):
    assert (russian.language, russian.title) == ("ru", "Противодействие киберпреступности в Центральной Азии")
    assert russian.starts_at.isoformat() == "2026-12-17T15:00:00+05:00"
    assert russian.organisers[0] == "Академия правоохранительных органов"


def test_a_russian_agenda_has_kinds_and_speakers(russian):
    assert [session.kind for session in russian.sessions] == ["opening", "discussion", "closing"]
    assert russian.sessions[0].speakers == (
        SpeakerDraft("Айгуль Примерова", "директор", "Академия правоохранительных органов"),
    )


def test_prose_gives_a_quoted_title_and_who_holds_the_event(prose):
    assert prose.title == "Trusted Traders: What Works"
    assert prose.organisers == ("Institute for Open Borders",)
    assert prose.partners == ("Customs Cooperation Council",)


def test_topics_of_prose_become_proposed_sessions_between_opening_and_closing(prose):
    assert [session.title for session in prose.sessions] == [
        "Opening",
        "Mutual recognition",
        "Audits of authorised operators",
        "Lessons from the pilot phase",
        "Closing",
    ]
    assert all(session.proposed for session in prose.sessions)


def test_a_date_without_a_year_stays_open_and_a_past_event_is_no_date(prose):
    assert prose.starts_at is None
    point = next(point for point in prose.open_points if point.code == "date_without_year")
    assert point.values == {"text": "5 May"}


def test_a_time_without_its_day_waits(prose):
    assert "event_time_waiting" in codes(prose)


def test_bold_labels_are_read_line_by_line():
    draft = drafted(notes.BOLD_LABELS, "note.md")
    assert (draft.starts_at.isoformat(), draft.time_zone) == ("2027-01-20T14:00:00+00:00", "UTC")
    assert draft.organisers == ("Centre for Fair Justice",)


def test_a_moderator_in_brackets_and_a_speaker_after_a_hyphen_are_read():
    draft = drafted(notes.BOLD_LABELS, "note.md")
    assert draft.sessions[0].speakers == (SpeakerDraft("Ms. Lea Placeholder", "Moderator", "Centre for Fair Justice"),)
    assert draft.sessions[1].speakers == (SpeakerDraft("Prof. Omar Placeholder", None, "University of Nowhere"),)


def test_sub_headings_under_topics_are_the_themes():
    draft = drafted(notes.FRONT_MATTER, "note.md")
    assert draft.themes == ("Trust and legitimacy", "Reporting")


def test_a_short_name_of_the_organiser_is_written_out():
    draft = drafted(notes.FRONT_MATTER, "note.md")
    assert draft.organisers == ("Organization for Security and Co-operation in Europe (OSCE) Mission",)


def test_aims_in_one_sentence_are_taken_apart_at_their_verbs():
    draft = drafted(notes.FRONT_MATTER, "note.md")
    assert draft.objectives == (
        "Strengthen trust between police and residents",
        "Share good practice",
        "Improve reporting",
    )


def test_a_town_does_not_give_a_zone_and_the_times_wait(twelve_hours):
    assert twelve_hours.time_zone is None
    assert starts(twelve_hours) == [None] * 8
    assert [session.stated_time for session in twelve_hours.sessions][:2] == ["9.00", "9.30"]


def test_speakers_listed_under_a_line_of_the_agenda_belong_to_it(twelve_hours):
    names = [speaker.name for speaker in twelve_hours.sessions[6].speakers]
    assert names == ["Dr. Eva Example", "Capt. Luis Sample"]
    assert twelve_hours.sessions[7].title == "Closing"


def test_support_and_cooperation_give_two_partners(twelve_hours):
    assert twelve_hours.partners == ("Port Authority of Nowhere", "Ocean Fund")


def test_a_note_that_says_nothing_of_an_event_leaves_everything_open():
    draft = drafted("Trade is old. In 2018 some 2,000 - 3,000 people crossed the river.")
    assert (draft.title, draft.starts_at, draft.sessions, draft.organisers) == (None, None, (), ())
    assert {"no_title", "no_date", "no_time_zone", "no_sessions", "no_organisers"} <= set(codes(draft))


TWICE = """# Seminar on Old Maps

Date: 17 December 2026, 10:00 (UTC), room 4

Objectives

- to compare 12 maps of one river and the towns on it
- to draw 3 of them anew with the help of those who live there

# Семинар о старых картах

Дата: 17 декабря 2026 года, 10:00 (UTC), комната 4

Задачи

- сравнить 12 карт одной реки и городов на ней
- начертить заново 3 из них с помощью тех, кто там живёт
"""


def test_what_is_said_again_in_another_script_is_left_out_and_told():
    draft = drafted(TWICE, "note.md")
    assert len(draft.objectives) == 2
    assert "translation_left_out" in [warning.code for warning in draft.warnings]


def test_what_has_figures_of_its_own_in_another_script_is_no_translation():
    draft = drafted(TWICE.replace("12 карт", "57 карт").replace("заново 3", "заново 8"), "note.md")
    assert "translation_left_out" not in [warning.code for warning in draft.warnings]
