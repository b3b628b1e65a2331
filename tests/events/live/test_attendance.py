"""Who was there for how long: the list that an organizer hands in, and what is recorded of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.audit.models import AuditEntry
from events.live import actions, personal_data
from events.live.attendancefile import attendances
from events.live.models import Attendance
from events.live.states import Source
from events.registration.invitefile import Unreadable
from tests import factories


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_address_and_minutes_are_read_whatever_parts_them(separator):
    [line] = attendances(f"e-mail{separator}minutes\nAliya@Example.org{separator} 85 ")
    assert (line.number, line.email, line.minutes, line.problem) == (2, "aliya@example.org", 85, "")


@pytest.mark.parametrize(
    ("line", "problem"),
    [("nobody;85", "no_email"), ("a@example.org;many", "no_minutes"), ("a@example.org", "no_minutes"),
     ("a@example.org;-5", "no_minutes"), ("a@example.org;85.5", "no_minutes"), ("a@example.org;90000", "too_many")],
)  # fmt: skip
def test_what_is_wrong_with_a_line_is_named(line, problem):
    assert attendances(f"b@example.org;1\n{line}")[1].problem == problem


def test_the_second_line_with_one_address_is_a_problem_and_the_first_is_not():
    assert [line.problem for line in attendances("a@example.org;1\nA@example.org;2")] == ["", "twice"]


@pytest.mark.parametrize("text", ["", "\n \n", "address;minutes", "a@example.org;1\n" * 5001])
def test_a_list_that_cannot_be_taken_is_refused(text):
    with pytest.raises(Unreadable):
        attendances(text)


@pytest.fixture
def event(client, db):
    organizer = factories.person()
    client.force_login(organizer)
    return factories.event(team=factories.team(organizer=organizer), slug="webinar")


ADDRESS = "/desk/events/webinar/attendance/"


def test_a_list_is_shown_with_what_is_not_matched_and_why_before_anything_is_recorded(client, event):
    assert reverse("live:attendance", args=["webinar"]) == ADDRESS
    there = factories.registration(event)
    waiting = factories.registration(event, state="waiting")
    text = f"{there.email};85\n{waiting.email};85\nstranger@example.org;85\n{there.email};3"
    html = client.post(ADDRESS, {"text": text}).content.decode()
    assert "is not confirmed" in html and "Nobody is registered" in html and "in an earlier line" in html
    assert "1 line is understood" in html and not Attendance.objects.exists()


def test_a_second_press_records_what_was_understood(client, event):
    there = factories.registration(event)
    client.post(ADDRESS, {"text": f"{there.email};85\nstranger@example.org;85", "confirmed": "yes"})
    row = Attendance.objects.get()
    assert (row.registration, row.minutes, row.source) == (there, 85, Source.LIST)
    assert AuditEntry.objects.get(action="attendance_recorded").details == {"minutes": 85}


def test_a_later_list_corrects_an_earlier_one(client, event):
    there = factories.registration(event)
    for minutes in (85, 60):
        client.post(ADDRESS, {"text": f"{there.email};{minutes}", "confirmed": "yes"})
    assert Attendance.objects.get().minutes == 60


def test_a_file_is_taken_as_a_text_is(client, event):
    there = factories.registration(event)
    file = SimpleUploadedFile("list.csv", f"Почта;Минуты\n{there.email};85".encode("cp1251"))
    assert "1 line is understood" in client.post(ADDRESS, {"file": file}).content.decode()


def test_nothing_handed_in_is_said_so(client, event):
    assert client.post(ADDRESS, {}).status_code == 422
    picture = SimpleUploadedFile("list.xlsx", b"PK\x03\x04\0\0")
    assert client.post(ADDRESS, {"file": picture}).status_code == 422


def test_the_page_says_for_how_many_it_is_known(client, event):
    factories.attendance(event)
    factories.registration(event)
    assert "1 of 2 confirmed" in client.get(ADDRESS).content.decode()


def test_minutes_are_handed_out_to_the_person_and_to_nobody_else(event):
    row = factories.attendance(event, minutes=70)
    assert personal_data.collect(row.registration.person)["attendance"][0]["minutes"] == 70
    assert personal_data.collect(factories.person())["attendance"] == []


def test_recording_for_one_is_a_verb_of_its_own(event):
    registration = factories.registration(event)
    row = actions.record_minutes(registration, 12, source=Source.ORGANIZER, by=None, at=timezone.now())
    assert (row.minutes, row.source) == (12, "organizer")
