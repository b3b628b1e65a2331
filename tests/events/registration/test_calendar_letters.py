"""The calendar parts of letters, read by vobject, which had no part in writing them."""

from datetime import UTC, datetime, timedelta

import pytest
import vobject
from django.utils import timezone

from accounts.outbox.letters import message
from accounts.outbox.models import Letter
from events.programme import actions as programme
from events.programme.states import EventState
from events.registration import actions, letters
from events.registration.models import Registration
from events.registration.states import RegistrationState as S
from tests import factories

pytestmark = pytest.mark.django_db
BEGINS = datetime(2027, 5, 4, 5, tzinfo=UTC)
NOON = datetime(2027, 5, 4, 12, tzinfo=UTC).replace(tzinfo=None)  # on the wall of whichever zone is asked
ZONES = {
    "Asia/Almaty": 300,
    "Asia/Dushanbe": 300,
    "Asia/Tashkent": 300,
    "Asia/Bishkek": 360,
    "Asia/Ashgabat": 300,
    "Asia/Kabul": 270,
}


def confirmed(of=None, *, name="Aliya", **fields):
    of = of or factories.event(starts_at=BEGINS, **fields)
    row = factories.registration(of, person=factories.person(name=name))
    letters.confirmed(row, at=timezone.now())
    return row


def calendar(kind="registration_confirmed"):
    return vobject.readOne(Letter.objects.filter(kind=kind).latest("created_at").calendar, validate=True)


@pytest.mark.parametrize(("zone", "minutes"), ZONES.items())
def test_the_zone_inside_gives_the_right_offset_on_the_day(zone, minutes):
    confirmed(time_zone=zone)
    read = calendar()
    rules = read.vtimezone.tzinfo
    assert read.vtimezone.tzid.value == zone
    assert rules.utcoffset(NOON) == timedelta(minutes=minutes)
    assert read.vevent.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == [zone]
    assert read.vevent.dtstart.value.astimezone(UTC) == BEGINS
    assert read.vevent.dtend.value.astimezone(UTC) == BEGINS + timedelta(hours=2)


def test_the_offset_is_read_from_the_rules_inside_and_a_wrong_one_would_be_seen():
    """The control: with another offset written into the rules, the parser reads another moment."""
    confirmed(time_zone="Asia/Almaty")
    text = Letter.objects.get().calendar.replace("+0500", "+0600").replace("Asia/Almaty", "Asia/Elsewhere")
    assert vobject.readOne(text).vevent.dtstart.value.astimezone(UTC) == BEGINS - timedelta(hours=1)


def test_a_summer_time_zone_is_told_for_the_day_of_the_event():
    confirmed(time_zone="Europe/Vienna")
    rules = calendar().vtimezone.tzinfo
    assert rules.utcoffset(NOON) == timedelta(hours=2)
    assert rules.utcoffset(NOON.replace(month=1)) == timedelta(hours=1)


def test_it_asks_the_readers_calendar_to_enter_the_event(settings):
    settings.DEFAULT_FROM_EMAIL = "Training desk <desk@example.org>"
    row = confirmed()
    read = calendar()
    assert (read.method.value, read.vevent.status.value) == ("REQUEST", "CONFIRMED")
    assert read.vevent.organizer.value == "mailto:desk@example.org"
    assert read.vevent.organizer.params["CN"] == ["Training desk"]
    assert read.vevent.attendee.value == f"mailto:{row.email}"
    assert read.vevent.attendee.params["PARTSTAT"] == ["ACCEPTED"]
    assert read.vevent.uid.value == str(row.event.code)


@pytest.mark.parametrize("name", ['Иван "Ж" Петров; сын, брат: ' + "длинный " * 12, "Eve\tAdams"])
def test_any_name_is_written_so_that_it_can_be_read(name):
    row = confirmed(name=name)
    assert calendar().vevent.attendee.value == f"mailto:{row.email}"
    assert all(len(line) <= 75 for line in Letter.objects.get().calendar.encode().split(b"\r\n"))


def test_no_meeting_link_is_inside():
    row = confirmed(meeting_url="https://meet.example.org/secret")
    factories.session(row.event, meeting_url="https://meet.example.org/other")
    assert "meet.example.org" not in Letter.objects.get().calendar


def test_each_reader_gets_the_own_name_only():
    first = confirmed(name="Aliya")
    confirmed(first.event, name="Bakyt")
    assert "Aliya" not in Letter.objects.latest("created_at").calendar


def test_the_message_is_what_mail_programs_act_on():
    confirmed()
    parts = [part.get_content_type() for part in message(Letter.objects.get()).message().walk()]
    assert "text/calendar" in parts and "application/ics" in parts


def test_a_moved_event_keeps_its_uid_and_raises_the_sequence():
    row = confirmed()
    before, at = calendar().vevent, timezone.now()
    programme.correct(row.event, starts_at=BEGINS + timedelta(days=1), ends_at=BEGINS + timedelta(days=1, hours=1),
                      by=None, at=at)  # fmt: skip
    actions.tell_of_moving(at=at + timedelta(minutes=3))
    after = calendar("event_moved").vevent
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.dtstart.value.astimezone(UTC) == BEGINS + timedelta(days=1)


def test_a_cancelled_event_is_cancelled_in_the_calendar():
    row = confirmed()
    at = timezone.now()
    programme.move(row.event, EventState.CANCELLED, by=None, at=at)
    actions.tell_of_cancelling(at=at)
    read = calendar("event_cancelled")
    assert (read.method.value, read.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert int(read.vevent.sequence.value) == 1


def test_whoever_withdraws_is_taken_out_while_the_event_goes_on():
    row = confirmed()
    before = calendar().vevent
    actions.withdraw(row, by=row.person, at=timezone.now() + timedelta(minutes=1))
    read = calendar("registration_withdrawn")
    assert read.method.value == "CANCEL" and not hasattr(read.vevent, "status")
    assert int(read.vevent.sequence.value) >= int(before.sequence.value)
    assert read.vevent.dtstamp.value > before.dtstamp.value


def test_whoever_was_never_confirmed_has_no_entry_to_take_out():
    row = factories.registration(factories.event(capacity=0), state=S.WAITING, confirmed_at=None)
    actions.withdraw(row, by=row.person, at=timezone.now())
    assert Letter.objects.get(kind="registration_withdrawn").calendar is None


def test_a_declined_seat_leaves_the_calendar_too():
    row = confirmed()
    actions.decline(row, reason="Sorry", by=row.person, at=timezone.now())
    assert calendar("registration_declined").method.value == "CANCEL"


def test_the_programme_and_the_language_are_the_readers():
    row = confirmed()
    factories.session(row.event, title="Opening")
    Registration.objects.update(language="ru")
    again = Registration.objects.get()
    letters.promoted(again, at=timezone.now())
    assert "Opening" in calendar("registration_promoted").vevent.description.value


def test_what_is_kept_of_an_entry_never_outlives_a_change(django_assert_num_queries):
    row = confirmed()
    programme.correct(row.event, title="Another title", by=None, at=timezone.now())
    letters.promoted(Registration.objects.select_related("event", "person").get(), at=timezone.now())
    assert calendar("registration_promoted").vevent.summary.value == "Another title"


def test_the_second_letter_of_an_event_costs_two_queries(django_assert_num_queries):
    row = confirmed()
    other = factories.registration(row.event)
    with django_assert_num_queries(2):  # own words, and the letter itself
        letters.confirmed(other, at=timezone.now())
