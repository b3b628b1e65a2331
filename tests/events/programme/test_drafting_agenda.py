"""Agendas and descriptions in shapes that the whole notes do not have."""

import pytest

from events.programme.drafting import draft_event
from events.programme.drafting.drafts import SpeakerDraft
from events.programme.drafting.kinds import kind_of
from events.programme.drafting.people import speakers_in
from intake.readers import read

HEAD = "# Seminar on Old Maps\n\nDate: 17 December 2026 (UTC)\n\n## Agenda\n\n"


def drafted(agenda):
    return draft_event(read("note.md", (HEAD + agenda).encode()))


def starts(draft):
    return [session.starts_at and session.starts_at.strftime("%H:%M") for session in draft.sessions]


def test_times_repeated_in_sentences_of_their_own_are_read():
    draft = drafted(
        "The day. 10:00. Old maps are shown. 10:00. Maps are drawn at 11:00. At 11:00. Tolls follow at 12:00."
    )
    assert [session.title for session in draft.sessions] == ["Old maps are shown", "Maps are drawn", "Tolls"]


def test_times_rise_from_line_to_line():
    assert starts(drafted("- 9.00 Maps\n- 12.30 Lunch\n- 1.30 Tolls\n- 3.00 Closing")) == [
        "09:00",
        "12:30",
        "13:30",
        "15:00",
    ]


def test_the_event_takes_its_times_from_the_agenda_and_says_so():
    draft = drafted("- 9:00-10:00 Maps\n- 10:00-11:00 Tolls")
    assert (draft.starts_at.hour, draft.ends_at.hour) == (9, 11)
    assert "event_time_from_agenda" in [warning.code for warning in draft.warnings]


def test_the_last_session_without_an_end_has_none():
    assert drafted("- 9:00 Maps\n- 10:00 Tolls").sessions[1].ends_at is None


def test_a_time_in_brackets_after_the_title_is_read():
    session = drafted("### Session 1: Maps and tolls (10:15–11:00)").sessions[0]
    assert (session.title, session.starts_at.strftime("%H:%M")) == ("Session 1: Maps and tolls", "10:15")


def test_a_session_over_midnight_ends_the_next_day():
    assert drafted("- 23:30–00:30 Stars").sessions[0].ends_at.day == 18


def test_a_dash_inside_a_title_does_not_make_a_speaker():
    session = drafted("- 9:00–10:00 Maps – old and new").sessions[0]
    assert (session.title, session.speakers) == ("Maps – old and new", ())


def test_sessions_without_times_are_kept_and_told():
    draft = drafted("- Maps\n- Tolls")
    assert [session.title for session in draft.sessions] == ["Maps", "Tolls"]
    assert "sessions_without_time" in [point.code for point in draft.open_points]


def test_two_dates_near_the_top_that_differ_are_an_open_point():
    draft = drafted("18 December 2026\n\n- 9:00–10:00 Maps")
    assert draft.starts_at is None
    assert "dates_differ" in [point.code for point in draft.open_points]


def test_an_agenda_on_another_day_is_an_open_point():
    first_day = "\n".join(f"- 9:{minute}0 Maps" for minute in range(6))
    draft = drafted(f"{first_day}\n- 10:00 Tolls\n- 11:00–12:00 Tea\n\n18 December 2026\n\n- 9:00–10:00 Maps")
    assert "agenda_dates_differ" in [point.code for point in draft.open_points]


def test_timed_lines_without_a_heading_are_an_agenda():
    text = b"Seminar on Old Maps\n\n10:00-11:00 Maps\n\n11:00-12:00 Tolls"
    assert [session.title for session in draft_event(read("note.txt", text)).sessions] == ["Maps", "Tolls"]


def test_an_apostrophe_inside_a_quoted_title_does_not_end_it():
    text = "This webinar, focusing on ‘States’ Capacity to Collect Tolls’, aims to compare old maps.".encode()
    assert draft_event(read("note.txt", text)).title == "States’ Capacity to Collect Tolls"


def test_a_title_made_from_a_sentence_is_an_open_point():
    draft = draft_event(read("note.txt", b"The workshop on old river maps will be short. It is for guards."))
    assert draft.title == "Workshop on old river maps"
    assert "title_inferred" in [point.code for point in draft.open_points]


@pytest.fixture
def long_background():
    filler = " ".join(["The road is long and the river is wide in this part of the land."] * 8)
    own = f"A toll bridge stands here. {filler} The toll bridge is old."
    return f"{filler}\n\n{own}\n\n{filler}\n\nThis seminar will compare bridges of every kind."


def test_a_long_background_is_cut_where_a_paragraph_has_a_subject_of_its_own(long_background):
    draft = draft_event(read("note.txt", long_background.encode()))
    assert [section.heading for section in draft.sections] == ["Background", "Toll bridge", "About the seminar"]
    assert "headings_proposed" in [warning.code for warning in draft.warnings]


def test_a_column_of_days_places_the_sessions_below_it():
    note = (
        "# Workshop on documents\n\nIt is held online on 14-15 January 2027, Astana time.\n\n## Agenda\n\n"
        "| Day | Time | Session |\n|---|---|---|\n"
        "| Day 1, 14 January 2027 | 10:00-10:15 | Opening |\n| Day 1, 14 January 2027 | 10:15-11:30 | Passports |\n"
        "| Day 2, 15 January 2027 | 10:00-11:30 | Contact points |\n| | 11:30-12:00 | Closing |\n"
    )
    sessions = draft_event(read("note.md", note.encode())).sessions
    assert [f"{session.starts_at:%d %H:%M}" for session in sessions] == ["14 10:00", "14 10:15", "15 10:00", "15 11:30"]


def test_a_partner_named_in_the_sentence_on_organisers_is_no_organiser():
    held_by = "## Organisers\n\nBorder Agency, in partnership with the World Customs Organization (WCO)\n"
    draft = draft_event(read("note.md", f"# Workshop on documents\n\n{held_by}".encode()))
    assert (draft.organisers, draft.partners) == (("Border Agency",), ("World Customs Organization (WCO)",))


def names(line):
    return [speaker.name for speaker in speakers_in(line)]


def test_two_people_are_parted_where_a_line_break_is_lost():
    line = "Ms. Ada Example, Judge, Court of Nowhere Mr. Otto Sample, Clerk, Port of Nowhere"
    assert names(line) == ["Ms. Ada Example", "Mr. Otto Sample"]


def test_a_body_with_an_and_in_its_name_stays_whole():
    (speaker,) = speakers_in("Dr. Fay Model, Lecturer, Institute of Sea and River Transport")
    assert speaker.affiliation == "Institute of Sea and River Transport"


@pytest.mark.parametrize(
    ("line", "role", "body"),
    [
        ("Директор Института карт Примеров Иван Петрович", "Директор", "Института карт"),
        ("Образцова А.П., начальник отдела Службы карт", "начальник отдела", "Службы карт"),
        ("Mr. Otto Sample, Port Supervisor, Harbour Office", "Port Supervisor", "Harbour Office"),
    ],
)
def test_a_role_is_told_from_a_body(line, role, body):
    (speaker,) = speakers_in(line)
    assert (speaker.role, speaker.affiliation) == (role, body)


def test_a_name_with_a_patronymic_alone_on_a_line_belongs_to_the_session_above():
    (session, lunch) = drafted("10:00 Карты\n\nПримеров Иван Петрович\n\n11:00 Обед").sessions
    assert session.speakers[0].name == "Примеров Иван Петрович" and not lunch.speakers


def test_a_role_on_the_line_below_its_person_is_that_persons():
    draft = drafted("10:00 Maps\n\nSpeaker: Ms. Ada Example\n\nSurveyor, Map Office\n\n11:00 Lunch")
    assert draft.sessions[0].speakers == (SpeakerDraft("Ms. Ada Example", "Surveyor", "Map Office"),)


def test_a_session_that_is_only_counted_takes_its_title_from_the_line_below():
    draft = drafted("| Time | Session |\n|---|---|\n| 10:00 | Session 1<br>Old maps |\n| 11:00 | Lunch |")
    assert draft.sessions[0].title == "Session 1: Old maps"


def test_the_second_half_of_a_row_cut_by_a_page_is_joined():
    rows = "| Time | Session |\n|---|---|\n| 10:00 | What a map |\n| | hides (Ms. Ada Example) |\n| 11:00 | Lunch |"
    assert [session.title for session in drafted(rows).sessions] == ["What a map hides", "Lunch"]


def test_the_times_of_a_column_in_another_zone_are_told_in_the_events():
    table = "| Time (Tashkent) | Session |\n|---|---|\n| 15:00 | Maps |\n| 16:00 | Tolls |"
    draft = draft_event(read("note.md", HEAD.replace("(UTC)", "10:00–12:00 UTC").encode() + table.encode()))
    assert starts(draft) == ["10:00", "11:00"]


def test_a_break_fills_the_gap_between_stated_times():
    draft = drafted("The day opens at 10:00 with maps. After a tea break we meet again at 11:30 for a panel on tolls.")
    assert [session.kind for session in draft.sessions] == ["other", "break", "panel"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Registration and coffee", "other"), ("Workshop: drawing a map", "other"), ("Работа в группах", "discussion")],
)
def test_registration_and_practice_are_neither_break_nor_talk(title, kind):
    assert kind_of(title, ()) == kind


def test_an_event_does_not_end_before_its_last_session_begins():
    assert drafted("- 9:00-10:00 Maps\n- 10:00-11:00 Tolls\n- 11:30 Questions").ends_at is None
    assert drafted("- 9:00-10:00 Maps\n- 10:00-11:00 Tolls\n- 11:30 End of the seminar").ends_at.minute == 30


def test_a_title_such_as_that_of_a_post_is_no_second_person():
    assert names("Capt. Ivo Test, Chart Master") == ["Capt. Ivo Test"]


def test_somebody_under_a_day_without_a_heading_for_all_days_ends_no_day():
    note = (
        "Visit to the Map House\n\nMonday, 7 June 2027\n\n09:00 Maps\n\nDr. Fay Model, Head of the Map Room\n\n"
        "10:00 Lunch\n\nTuesday, 8 June 2027\n\n09:00 Farewell\n\n10:00 Departure"
    )
    draft = draft_event(read("note.txt", note.encode()))
    assert [len(session.speakers) for session in draft.sessions] == [1, 0, 0, 0]


def test_a_line_without_a_time_that_ends_with_somebody_is_a_session_and_not_a_person():
    draft = drafted(
        "- Welcome (5 min) – Ada Example, Director\n- Maps (20 min) – Dr. Otto Sample, Judge, Court of Maps"
    )
    assert [session.title for session in draft.sessions] == ["Welcome", "Maps"]


def test_a_line_that_says_whose_times_they_are_is_no_session():
    draft = drafted("## All times are Central European Time (CET)\n\n09:00-10:00 Maps\n\n10:00-11:00 Tolls")
    assert [session.title for session in draft.sessions] == ["Maps", "Tolls"]


def test_a_seat_kept_for_somebody_of_a_body_is_an_open_point_of_its_session():
    draft = drafted("- 9:00-10:00 Maps\n- Speaker from the Toll Office (TBC)\n- 10:00-11:00 Tolls")
    assert [session.title for session in draft.sessions] == ["Maps", "Tolls"]
    assert ("speaker_undecided", "Maps") in [(one.code, one.values.get("session")) for one in draft.open_points]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Opening archives to schools", "other"), ("Opening remarks to members", "opening"), ("Opening", "opening")],
)
def test_to_open_something_to_somebody_opens_no_event(title, kind):
    assert kind_of(title, ()) == kind


def test_a_heading_of_any_words_above_times_heads_the_agenda():
    note = (
        "# Maps\n\n## Consolidated agenda\n\n0900-1000 hrs Maps\n\n## 1000-1030 hrs Closing session\n\nMs. Ada Example"
    )
    draft = draft_event(read("note.md", note.encode()))
    assert [(s.title, len(s.speakers)) for s in draft.sessions] == [("Maps", 0), ("Closing session", 1)]


def test_days_of_the_agenda_without_a_year_are_asked_about_and_not_completed():
    note = (
        "# Maps\n\n## Agenda\n\n| Time | Tuesday 11 May | Wednesday 12 May |\n|---|---|---|\n| 9:00 | Maps | Tolls |\n"
    )
    draft = draft_event(read("note.md", note.encode()))
    assert draft.starts_at is None
    assert "date_without_year" in [point.code for point in draft.open_points]


def test_what_somebody_talks_on_is_no_part_of_their_body():
    (speaker,) = speakers_in("Ms. Ada Example, Judge, Court of Tides: Gauges in court")
    assert speaker == SpeakerDraft("Ms. Ada Example", "Judge", "Court of Tides")


def test_a_sign_for_and_in_a_body_makes_no_second_person():
    assert speakers_in("Ada Example, Editor, Ink & Rope Weekly") == (
        SpeakerDraft("Ada Example", "Editor", "Ink & Rope Weekly"),
    )


def test_a_row_that_is_one_cell_with_its_time_has_a_title_without_it():
    rows = (
        "<tr><td>9:00</td><td>Maps</td><td>Ms. Ada Example</td></tr>\n<tr><td colspan=3>10:00–10:15  Coffee</td></tr>"
    )
    table = f"<table>{rows}<tr><td>10:15</td><td>Q&amp;A</td></tr></table>"
    page = f"<html><body><h1>Maps</h1><h2>Agenda</h2>{table}</body></html>"
    draft = draft_event(read("note.html", page.encode()))
    assert [(s.title, s.kind) for s in draft.sessions] == [("Maps", "talk"), ("Coffee", "break"), ("Q&A", "discussion")]


def test_a_sentence_below_the_agenda_that_tells_who_holds_and_pays_is_not_called_unused():
    held = "Organised by the Map Office with the Sea Institute. Funded by the Ocean Fund."
    note = f"# Maps\n\n## Agenda\n\n9:00 Maps\n\n10:00 Q&A\n\n{held}"
    draft = draft_event(read("note.md", note.encode()))
    assert (draft.organisers, set(draft.partners)) == (("Map Office",), {"Sea Institute", "Ocean Fund"})
    assert "agenda_line_unread" not in [warning.code for warning in draft.warnings]


@pytest.mark.parametrize(
    ("place", "form"),
    [("Online (Zoom) and Room 4, Astana", "hybrid"), ("Online (Zoom) and YouTube", "online"), ("Online", "online")],
)
def test_a_place_beside_a_platform_makes_the_event_hybrid(place, form):
    assert draft_event(read("note.md", f"# A workshop on maps\n\nVenue: {place}\n".encode())).format == form
