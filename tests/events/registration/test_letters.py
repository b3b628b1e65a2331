"""Every letter as it is written: complete in each language, with a way out, without the meeting link."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from accounts.outbox.letters import html
from accounts.outbox.models import Letter
from events.registration import letters, links
from events.registration.models import Delegation, Invitation, Registration, Rules, Wording
from events.registration.states import RegistrationState as S
from tests import factories

pytestmark = pytest.mark.django_db
BEGINS = datetime(2027, 5, 4, 5, tzinfo=UTC)  # 10:00 in Tashkent
NOW = datetime(2027, 5, 1, 5, tzinfo=UTC)
TOKEN = "t" * 43
STATES = {"registration_offered": S.OFFERED, "registration_waiting": S.WAITING, "registration_received": S.PENDING}
ENDED = {"registration_declined": S.DECLINED, "registration_withdrawn": S.WITHDRAWN, "registration_expired": S.EXPIRED}
TELLS = {
    "registration_received": letters.received,
    "registration_waiting": letters.waiting,
    "registration_confirmed": letters.confirmed,
    "registration_approved": letters.approved,
    "registration_declined": letters.declined,
    "registration_offered": letters.offered,
    "registration_promoted": letters.promoted,
    "registration_expired": letters.expired,
    "registration_withdrawn": letters.withdrawn,
    "event_moved": letters.moved,
    "event_cancelled": letters.cancelled,
    "event_takes_place": letters.takes_place,
    "reminder_day": lambda row, at: letters.reminded("reminder_day", row, at=at),
    "reminder_hour": lambda row, at: letters.reminded("reminder_hour", row, at=at),
    "thank_you": letters.thanked,
}
INVITES = {
    "invitation_sent": letters.invited,
    "nomination_sent": letters.nominated,
    "invitation_reminder": letters.invitation_reminder,
}


def event(**fields):
    values = {"slug": "webinar", "title": "Border control 100% <online>", "starts_at": BEGINS, "cancelled_at": NOW}
    return factories.event(**(values | fields))


def registration(kind, *, language="en", zone="", **fields):
    person = factories.person(name="Aliya", language=language, time_zone=zone)
    state = {**STATES, **ENDED}.get(kind, S.CONFIRMED)
    values = {"state": state, "reason": "The seats go to customs officers.", "offered_until": NOW}
    of = fields.pop("of", None) or event(capacity=0 if state == S.WAITING else 100)
    return factories.registration(of, person=person, **(values | fields))


def written(kind, **fields):
    TELLS[kind](registration(kind, **fields), at=NOW)
    return Letter.objects.get(kind=kind)


def invitation(of, *, language="en", delegation=None, **fields):
    values = {"email": "guest@example.org", "language": language, "token_hash": "x", "created_at": NOW}
    values |= {"expires_at": BEGINS - timedelta(days=1), "delegation": delegation}
    return Invitation.objects.create(event=of, **(values | fields))


def delegation(of, *, language="en"):
    return Delegation.objects.create(
        event=of, country="KZ", agency="Customs", focal_name="Focal", focal_email="focal@example.org", seats=3,
        language=language, created_at=NOW, returns_at=BEGINS,
    )  # fmt: skip


def asked(kind, language="en", **fields):
    of = event(seats_held=int("held_until" in fields))
    whose = delegation(of) if kind == "nomination_sent" else None
    INVITES[kind](invitation(of, language=language, delegation=whose, **fields), token=TOKEN, at=NOW)
    return Letter.objects.get(kind=kind)


def is_complete(letter):
    text = f"{letter.subject}\n{letter.body}"
    assert letter.subject and "Border control 100% <online>" in text
    assert not re.search(r"None|\{\w*\}|\{\{|%\(|\n\n\n|: *$", text.replace(":\nhttp", "\nhttp"))
    assert "meet.example.org" not in text + (letter.calendar or "")
    assert "<online>" not in html(letter)


def test_every_kind_is_tried_here():
    assert {*TELLS, *INVITES, "delegation_opened"} == set(letters.KINDS)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", TELLS)
def test_a_letter_is_complete_and_holds_no_meeting_link(kind, language):
    letter = written(kind, language=language, zone="Asia/Kabul")
    assert letter.language == language
    is_complete(letter)


@pytest.mark.parametrize("kind", sorted(set(TELLS) - set(ENDED) - {"thank_you"}))
def test_whoever_is_registered_can_withdraw_from_any_letter(kind):
    letter = written(kind)
    assert links.by_letter(Registration.objects.get()) in letter.body.split()


@pytest.mark.parametrize("kind", ENDED)
def test_where_nothing_is_left_to_withdraw_no_link_says_so(kind):
    assert "/r/" not in written(kind).body


@pytest.mark.parametrize("kind", sorted(set(TELLS) - {"thank_you"}))
def test_the_time_is_told_in_the_zone_of_the_event_and_of_the_reader(kind):
    body = written(kind, zone="Asia/Kabul").body
    assert "Tuesday, 4 May 2027, 10:00–12:00, Asia/Tashkent (UTC+05:00)" in body
    assert "Your time: Tuesday, 4 May 2027, 09:30–11:30, Asia/Kabul (UTC+04:30)" in body


def test_a_reader_whose_clock_shows_the_same_is_told_one_time():
    assert "Your time" not in written("registration_confirmed", zone="Asia/Almaty").body


def test_a_zone_that_nobody_knows_any_more_is_left_out():
    assert "Your time" not in written("registration_confirmed", zone="Asia/Atlantis").body


def test_an_event_of_several_days_is_told_with_both_days():
    of = event(ends_at=BEGINS + timedelta(days=1))
    assert "Tuesday, 4 May 2027, 10:00 – Wednesday, 5 May 2027, 10:00, Asia" in written("reminder_day", of=of).body


def test_the_waiting_letter_tells_the_place_and_why():
    of = event(capacity=1)
    factories.registration(of)
    factories.registration(of, state=S.WAITING, queued_at=NOW - timedelta(days=1))
    row = registration("registration_waiting", of=of, queued_at=NOW)
    letters.waiting(row, at=NOW)
    body = Letter.objects.get().body
    assert "Your place in the line: 2" in body and "All seats are taken." in body


def test_the_offer_tells_its_deadline_on_the_readers_clock():
    body = written("registration_offered", zone="Asia/Kabul").body
    assert "Please accept it by: Saturday, 1 May 2027, 09:30, Asia/Kabul (UTC+04:30)." in body


def test_a_refusal_tells_the_reason():
    assert "The seats go to customs officers." in written("registration_declined").body


def test_a_moved_event_is_told_with_both_times():
    was = BEGINS - timedelta(days=7)
    body = written("event_moved", told_starts_at=was, told_ends_at=was + timedelta(hours=2)).body
    assert "Before: Tuesday, 27 April 2027, 10:00–12:00" in body and "Now: Tuesday, 4 May 2027" in body


def test_thanks_lead_to_the_evaluation_and_the_readings():
    of = event()
    Rules.objects.create(event=of, evaluation_url="https://forms.example.org/1")
    body = written("thank_you", of=of).body
    assert "https://forms.example.org/1" in body
    assert reverse("reading:for_event", args=["webinar"]) in body


def test_without_an_evaluation_nobody_is_asked_for_one():
    assert "opinion" not in written("thank_you").body


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", INVITES)
def test_an_invitation_is_complete_and_its_text_is_erased_once_sent(kind, language):
    letter = asked(kind, language)
    is_complete(letter)
    assert letter.secret
    assert TOKEN in letter.body


def test_a_nominee_reads_who_nominated():
    assert "Nominated by: Kazakhstan – Customs" in asked("nomination_sent").body


def test_an_invitation_that_holds_a_seat_says_until_when():
    body = asked("invitation_sent", holds_seat=True, held_until=BEGINS - timedelta(days=2)).body
    assert "A seat is kept for you until: Sunday, 2 May 2027, 10:00, Asia/Tashkent" in body


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_focal_point_is_told_how_many_seats_there_are(language):
    letters.delegation_opened(delegation(event(), language=language), at=NOW)
    letter = Letter.objects.get()
    is_complete(letter)
    assert "3" in letter.body and "/delegation" in letter.body


def test_own_words_take_the_place_of_the_opening_and_leave_the_facts():
    row = registration("registration_confirmed")
    Wording.objects.create(
        event=row.event, kind="registration_confirmed", language="en", subject="Welcome to {title}",
        body="Salam {name}! {organizers} wait for you.", changed_at=NOW,
    )  # fmt: skip
    letters.confirmed(row, at=NOW)
    letter = Letter.objects.get()
    assert letter.subject == "Welcome to Border control 100% <online>"
    assert letter.body.startswith(f"Salam Aliya! {row.event.team.name} wait for you.\n\nWhen: Tuesday")
    assert links.by_letter(row) in letter.body


def test_own_words_hold_for_their_language_alone():
    row = registration("registration_confirmed", language="ru")
    Wording.objects.create(
        event=row.event, kind="registration_confirmed", language="en", subject="Own", body="Own", changed_at=NOW
    )
    letters.confirmed(row, at=NOW)
    assert "Own" not in Letter.objects.get().body


@pytest.mark.parametrize("kind", sorted(letters.KINDS))
def test_the_standard_words_hold_their_known_places_only(kind):
    words = letters.standard_words(kind, "en")
    assert "{title}" in words.subject and words.body.startswith("Dear {name},")
    assert "http" not in words.body
    assert set(re.findall(r"\{(\w+)\}", words.subject + words.body)) <= set(letters.places_of(kind))


def test_the_letter_is_in_the_readers_language_not_in_the_organizers():
    with translation.override("ru"):
        letter = written("registration_confirmed", language="en")
    assert "Tuesday, 4 May 2027" in letter.body


def test_a_letter_is_written_once_for_one_occurrence():
    row = registration("registration_confirmed")
    for _ in range(2):
        letters.confirmed(row, at=timezone.now())
    assert Letter.objects.count() == 1
