from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from events.programme import actions
from tests import factories

pytestmark = pytest.mark.django_db
BEGINS = datetime(2027, 5, 4, 5, tzinfo=UTC)  # 10:00 in Tashkent


def entry_of(client, event):
    answer = client.get(f"/events/{event.slug}/calendar.ics")
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")[0]


def test_the_file_is_a_calendar_told_in_the_zone_of_the_event(client):
    event = factories.event(starts_at=BEGINS)
    answer = client.get(f"/events/{event.slug}/calendar.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"BEGIN:VTIMEZONE" in answer.content and b"TZID:Asia/Tashkent" in answer.content
    assert b"DTSTART;TZID=Asia/Tashkent:20270504T100000" in answer.content


def test_the_zone_in_the_file_says_its_offset(client):
    for zone, offset in (("Asia/Tashkent", b"TZOFFSETTO:+0500"), ("Europe/Vienna", b"TZOFFSETTO:+0200")):
        event = factories.event(starts_at=BEGINS, time_zone=zone)
        body = client.get(f"/events/{event.slug}/calendar.ics").content
        assert b"BEGIN:STANDARD" in body
        assert offset in body


def test_every_line_is_folded_and_ends_as_the_standard_says(client):
    event = factories.event(title="Длинное название " * 12)
    body = client.get(f"/events/{event.slug}/calendar.ics").content
    lines = body.split(b"\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)


def test_the_uid_stays_and_the_sequence_rises_when_the_event_moves(client):
    event = factories.event(starts_at=BEGINS)
    before = entry_of(client, event)
    actions.correct(event, ends_at=event.ends_at + timedelta(hours=1), by=None, at=timezone.now())
    after = entry_of(client, event)
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_a_changed_session_raises_the_sequence(client):
    session = factories.session()
    before = entry_of(client, session.event)["SEQUENCE"]
    actions.change_session(session, title="Other", by=None, at=timezone.now())
    assert entry_of(client, session.event)["SEQUENCE"] == before + 1


def test_a_cancelled_event_is_cancelled_in_the_calendar(client):
    event = actions.move(factories.event(), "cancelled", by=None, at=timezone.now())
    assert entry_of(client, event)["STATUS"] == "CANCELLED"


def test_the_description_tells_the_sessions_by_the_clock_of_the_event(client):
    event = factories.event(starts_at=BEGINS, summary="What it is about.")
    factories.session(event, title="Opening")
    description = entry_of(client, event)["DESCRIPTION"]
    assert "What it is about." in description and "10:00 Opening" in description
    assert f"/events/{event.slug}/" in description


def test_the_meeting_link_stands_nowhere_in_the_file(client):
    event = factories.event(meeting_url="https://meet.example.org/secret-room")
    factories.session(event, meeting_url="https://meet.example.org/secret-side-room")
    assert b"secret" not in client.get(f"/events/{event.slug}/calendar.ics").content


def test_line_breaks_in_people_s_text_cannot_add_properties(client):
    event = factories.event(title="One\r\nATTACH:http://evil.example", summary="Two\r\nEND:VEVENT\rBEGIN:VEVENT")
    factories.session(event, title="Three\nATTENDEE:mailto:x@example.org")
    body = client.get(f"/events/{event.slug}/calendar.ics").content
    entries = Calendar.from_ical(body).walk("VEVENT")
    assert len(entries) == 1 and entries[0]["SUMMARY"] == "One ATTACH:http://evil.example"
    assert "ATTACH" not in entries[0] and "ATTENDEE" not in entries[0]


def test_a_draft_and_an_event_without_a_date_have_no_file(client):
    draft = factories.event(published=False)
    assert client.get(f"/events/{draft.slug}/calendar.ics").status_code == 404
    organizer = factories.person()
    undated = factories.event(team=factories.team(organizer=organizer), published=False)
    undated.starts_at = undated.ends_at = None
    undated.save()
    client.force_login(organizer)
    assert client.get(f"/events/{undated.slug}/calendar.ics").status_code == 404


def test_the_file_takes_the_same_queries_for_one_session_and_for_three(client, django_assert_num_queries):
    event = factories.event()
    factories.session(event)
    with django_assert_num_queries(4):
        entry_of(client, event)
    factories.session(event)
    factories.session(event)
    with django_assert_num_queries(4):
        entry_of(client, event)
