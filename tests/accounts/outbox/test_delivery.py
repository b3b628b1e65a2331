"""What becomes of a letter, with a real SMTP conversation behind every answer."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.actions import delivery
from accounts.outbox.models import Letter
from accounts.outbox.states import TRIES, LetterState
from tests.factories import letter

pytestmark = pytest.mark.django_db


def delivered(one: Letter) -> Letter:
    """The row after one try, made now."""
    actions.deliver(one.pk, at=timezone.now())
    one.refresh_from_db()
    return one


def test_a_letter_arrives_with_both_texts_and_its_own_message_id(by_smtp):
    one = delivered(letter(subject="Your seat", body="Dear Aigul,\n\nit is confirmed."))
    arrived = by_smtp.letters[0]
    assert (one.state, arrived["Subject"], arrived["Message-ID"]) == (LetterState.SENT, "Your seat", one.message_id)
    assert "it is confirmed." in arrived.get_body(("plain",)).get_content()
    assert "it is confirmed." in arrived.get_body(("html",)).get_content()


def test_no_mail_robot_answers_a_letter(by_smtp):
    delivered(letter())
    assert by_smtp.letters[0]["Auto-Submitted"] == "auto-generated"


def test_the_text_with_a_code_is_erased_once_sent(by_smtp):
    assert delivered(letter(secret=True, body="ABCD-1234")).body == ""


def test_the_demo_keeps_it_for_its_mailbox(by_smtp, settings):
    settings.DEMO = True
    assert delivered(letter(secret=True, body="ABCD-1234")).body == "ABCD-1234"


def test_other_texts_are_kept(by_smtp):
    assert delivered(letter(body="Dear reader")).body == "Dear reader"


def test_an_address_that_does_not_exist_ends_the_tries_and_the_servers_words_are_kept(by_smtp):
    by_smtp.answers["RCPT"] = "550 5.1.1 No such mailbox here"
    one = delivered(letter())
    assert (one.state, one.error) == (LetterState.REFUSED, "550 5.1.1 No such mailbox here")


def test_a_mailbox_that_is_busy_is_tried_again(by_smtp):
    by_smtp.answers["RCPT"] = "450 4.2.1 Try later"
    one = delivered(letter())
    assert (one.state, one.error) == (LetterState.PENDING, "450 4.2.1 Try later")
    assert one.next_at > timezone.now() + timedelta(seconds=50)


@pytest.mark.parametrize("word", ["MAIL", "EHLO"])
def test_what_the_operator_can_mend_is_tried_again(by_smtp, word):
    by_smtp.answers |= {word: "554 5.7.1 We do not know you", "HELO": "554 5.7.1 We do not know you"}
    assert delivered(letter()).state == LetterState.PENDING


def test_a_wrong_password_of_the_site_refuses_no_letter(by_smtp, settings):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "convoke", "wrong"
    by_smtp.answers |= {"EHLO": "250-sink\r\n250 AUTH PLAIN", "AUTH": "535 5.7.8 Wrong password"}
    one = delivered(letter())
    assert (one.state, one.error) == (LetterState.PENDING, "535 5.7.8 Wrong password")


def test_a_text_that_the_server_will_not_take_ends_the_tries(by_smtp):
    by_smtp.answers["DATA"] = "554 5.6.0 Not this"
    assert delivered(letter()).state == LetterState.REFUSED


def test_a_server_that_is_down_is_tried_again(by_smtp):
    by_smtp.close()
    assert delivered(letter()).error == "ConnectionRefusedError"


def test_waits_double_up_to_six_hours(by_smtp):
    by_smtp.answers["RCPT"] = "450 later"
    one, waits, at = letter(), [], timezone.now()
    for _ in range(12):
        actions.deliver(one.pk, at=at)
        one.refresh_from_db()
        waits.append((one.next_at - at).total_seconds() / 60)
        at = one.next_at
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]


def test_after_twenty_tries_the_letter_is_given_up(by_smtp):
    by_smtp.answers["RCPT"] = "450 later"
    assert delivered(letter(attempts=TRIES - 2)).state == LetterState.PENDING
    assert delivered(letter(attempts=TRIES - 1)).state == LetterState.REFUSED


def test_a_letter_that_cannot_be_written_does_not_hold_up_the_others(settings, caplog):
    """A line break in an address: Django refuses to build the message."""
    broken, good = letter(to="a@b.org\nBcc: all@b.org", urgent=True), letter()
    assert actions.deliver_due(clock=timezone.now) == 1
    assert [sent.to for sent in mail.outbox] == [[good.to]]
    broken.refresh_from_db()
    assert broken.state == LetterState.PENDING


def test_codes_that_somebody_waits_for_go_first():
    late, urgent = letter(), letter(urgent=True)
    actions.deliver_due(clock=timezone.now)
    assert [sent.to for sent in mail.outbox] == [[urgent.to], [late.to]]


def test_a_long_round_does_not_shorten_the_leases(monkeypatch):
    """Each letter's lease counts from its own claim, however slow the server was with those before it."""
    moments = [timezone.now() + timedelta(seconds=2 * n) for n in range(10)]
    held_until: list[object] = []
    monkeypatch.setattr(delivery, "note_sent", lambda one, at: bool(held_until.append(one.leased_until)))
    letter(), letter()
    ticks = iter(moments)
    actions.deliver_due(clock=lambda: next(ticks))
    assert held_until == [moments[1] + actions.LEASE, moments[2] + actions.LEASE]


def test_a_letter_that_ends_every_process_that_sends_it_is_given_up_too():
    at = timezone.now()
    one = letter(secret=True, state=LetterState.SENDING, attempts=20, leased_until=at - timedelta(seconds=1))
    actions.deliver_due(clock=lambda: at)
    one.refresh_from_db()
    assert (one.state, one.body) == (LetterState.REFUSED, "")
    assert not Letter.objects.due(at + timedelta(days=30)).exists()
