"""Held, released, sent again; and whom letters do not reach."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.errors import NotFinished, TextGone
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from tests.factories import letter

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=1)


def held(**fields: object) -> Letter:
    return letter(state=LetterState.HELD, **fields)


def test_letters_held_for_an_event_are_not_sent_and_others_are():
    kept, other = letter(about="event:1"), letter(about="event:2")
    assert actions.hold(Letter.objects.concerning("event:1"), at=timezone.now()) == 1
    assert actions.deliver_due(clock=timezone.now) == 1
    assert [sent.to for sent in mail.outbox] == [[other.to]]
    assert Letter.objects.get(pk=kept.pk).state == LetterState.HELD


def test_a_held_letter_cannot_be_claimed_however_long_it_waits():
    one = held()
    assert actions.claim(one.pk, at=timezone.now() + timedelta(days=400)) is None


def test_what_a_worker_is_sending_stays_with_it():
    at = timezone.now()
    actions.claim(letter().pk, at=at)
    assert actions.hold(Letter.objects.all(), at=at) == 0


def test_what_a_worker_left_behind_is_held_too():
    at = timezone.now()
    actions.claim(letter().pk, at=at)
    assert actions.hold(Letter.objects.all(), at=at + actions.LEASE + timedelta(seconds=1)) == 1


def test_sent_and_refused_letters_are_not_held():
    letter(state=LetterState.SENT), letter(state=LetterState.REFUSED)
    assert actions.hold(Letter.objects.all(), at=timezone.now()) == 0


def test_after_a_restore_everything_unsent_is_held():
    actions.claim(letter().pk, at=timezone.now())
    letter(), letter(state=LetterState.SENT)
    assert actions.hold_everything() == 2
    assert actions.deliver_due(clock=timezone.now) == 0


def test_a_released_letter_goes_out_with_all_its_tries():
    held(attempts=20)
    assert actions.release(Letter.objects.all(), at=timezone.now() - timedelta(seconds=1)) == 1
    assert actions.deliver_due(clock=timezone.now) == 1


def test_releasing_touches_held_letters_only():
    refused = letter(state=LetterState.REFUSED)
    assert actions.release(Letter.objects.all(), at=timezone.now()) == 0
    assert Letter.objects.get(pk=refused.pk).state == LetterState.REFUSED


def test_a_letter_sent_again_is_a_new_one_and_the_old_one_stays_as_it_was():
    old = letter(state=LetterState.SENT, sent_at=LONG_AGO, about="event:1", key="news:1")
    new = actions.resend(old, at=timezone.now())
    assert (new.key, new.body, new.about, new.state) == ("news:1:again:1", old.body, "event:1", LetterState.PENDING)
    assert new.message_id != old.message_id
    assert Letter.objects.get(pk=old.pk).sent_at == LONG_AGO


def test_occurrences_are_counted_from_the_first_letter():
    old = letter(state=LetterState.SENT, key="news:1")
    again = actions.resend(old, at=timezone.now())
    Letter.objects.filter(pk=again.pk).update(state=LetterState.SENT)
    again.refresh_from_db()
    assert actions.resend(again, at=timezone.now()).key == "news:1:again:2"


def test_a_refused_letter_can_go_to_the_corrected_address():
    old = letter(state=LetterState.REFUSED, to="mistyped@example.org")
    assert actions.resend(old, at=timezone.now(), to="right@example.org").to == "right@example.org"


@pytest.mark.parametrize("state", [LetterState.PENDING, LetterState.SENDING, LetterState.HELD])
def test_a_letter_that_has_not_gone_out_is_not_sent_again(state):
    with pytest.raises(NotFinished, match="has not gone out"):
        actions.resend(letter(state=state), at=timezone.now())


def test_a_letter_without_its_text_is_not_sent_again():
    with pytest.raises(TextGone, match="no longer kept"):
        actions.resend(letter(state=LetterState.SENT, body=""), at=timezone.now())


def test_an_address_that_was_refused_shows_until_it_takes_a_letter():
    gone = letter(state=LetterState.REFUSED, to="gone@example.org")
    back = letter(state=LetterState.REFUSED, to="back@example.org", created_at=LONG_AGO)
    letter(state=LetterState.SENT, to=back.to, sent_at=timezone.now())
    letter(state=LetterState.SENT, to=gone.to, sent_at=LONG_AGO)
    assert list(Letter.objects.unreachable()) == [gone]
