from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.outbox import actions, personal_data, retention
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from tests.factories import letter, person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
OLD, FRESH = NOW - timedelta(days=91), NOW - timedelta(days=89)


def sent(at, **fields):
    return letter(state=LetterState.SENT, created_at=at, next_at=at, sent_at=at, **fields)


def test_an_old_letter_loses_its_address_and_words_and_keeps_what_happened():
    one = sent(OLD, about="event:1", calendar="BEGIN:VCALENDAR", error="250 <aigul@example.org> ok")
    assert retention.carry_out(NOW) == {"letters_emptied": 1, "held_letters_given_up": 0}
    one.refresh_from_db()
    assert (one.to, one.subject, one.body, one.calendar, one.error) == ("", "", "", None, "")
    assert (one.about, one.state, one.sent_at) == ("event:1", LetterState.SENT, OLD)


def test_the_same_news_is_still_not_written_again():
    one = sent(OLD)
    retention.carry_out(NOW)
    again = actions.write("test", key=one.key, to="r@example.org", language="en", subject="s", body="b", at=NOW)
    assert again is None


def test_a_refused_letter_is_counted_from_its_refusal():
    old = letter(state=LetterState.REFUSED, created_at=OLD, next_at=OLD)
    late = letter(state=LetterState.REFUSED, created_at=OLD, next_at=FRESH)
    retention.carry_out(NOW)
    assert [Letter.objects.get(pk=one.pk).to == "" for one in (old, late)] == [True, False]


def test_fresh_and_unsent_letters_stay():
    sent(FRESH), letter(created_at=OLD)
    assert retention.carry_out(NOW) == {"letters_emptied": 0, "held_letters_given_up": 0}


def test_a_letter_held_that_long_is_given_up():
    one = letter(state=LetterState.HELD, created_at=OLD)
    assert retention.carry_out(NOW)["held_letters_given_up"] == 1
    one.refresh_from_db()
    assert (one.state, one.to, one.body) == (LetterState.REFUSED, "", "")


def test_the_preview_says_what_would_be_done_and_does_nothing():
    one = sent(OLD)
    assert retention.preview(NOW) == retention.carry_out(NOW) == {"letters_emptied": 1, "held_letters_given_up": 0}
    assert retention.preview(NOW)["letters_emptied"] == 0
    assert one.to


def test_forgetting_a_person_without_an_address_takes_nobodys_letters():
    sent(OLD)
    retention.carry_out(NOW)
    nobody = person()
    nobody.email = ""
    personal_data.forget(nobody)
    assert Letter.objects.count() == 1
