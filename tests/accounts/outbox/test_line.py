"""One connection for many letters, with servers that are busy, slow, strict, or gone in the middle of it."""

import pytest
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from tests.accounts.outbox.sink import KEPT
from tests.factories import letter

pytestmark = pytest.mark.django_db


def round_of(count: int) -> int:
    """How many of that many new letters one round sends."""
    for _ in range(count):
        letter()
    return actions.deliver_due(clock=timezone.now)


def test_a_round_takes_one_connection(by_smtp):
    assert round_of(5) == 5
    assert by_smtp.conversations == 1


def test_a_round_without_letters_takes_none(by_smtp):
    assert round_of(0) == 0
    assert by_smtp.conversations == 0


def test_a_server_that_takes_a_few_letters_per_connection_gets_more_connections(by_smtp):
    by_smtp.most = 2
    assert round_of(5) == 5
    assert (by_smtp.conversations, len(by_smtp.letters)) == (3, 5)


def test_a_connection_that_was_dropped_between_letters_is_opened_again(by_smtp):
    by_smtp.drops_now = lambda word: word == "MAIL" and by_smtp.conversations == len(by_smtp.letters) == 1
    assert round_of(3) == 3
    assert by_smtp.conversations == 2


def test_a_new_connection_that_is_dropped_waits_for_the_next_try_and_the_others_go_on(by_smtp):
    by_smtp.drops["MAIL"] = 1
    assert round_of(3) == 2
    assert sorted(Letter.objects.values_list("state", flat=True)) == ["pending", "sent", "sent"]


def test_a_line_dropped_before_the_answer_makes_a_second_copy_with_the_same_message_id(by_smtp):
    letter(urgent=True)
    second = letter()
    by_smtp.drops_now = lambda word: word == KEPT and len(by_smtp.letters) == 2
    assert actions.deliver_due(clock=timezone.now) == 2
    assert [arrived["Message-ID"] for arrived in by_smtp.letters[1:]] == [second.message_id] * 2


def test_a_refused_address_does_not_cost_the_others_their_connection(by_smtp):
    bad = letter(urgent=True)
    by_smtp.answer_to[bad.to] = "550 5.1.1 No such mailbox"
    assert round_of(2) == 2
    assert by_smtp.conversations == 1
    assert Letter.objects.get(pk=bad.pk).state == LetterState.REFUSED


@pytest.mark.parametrize("word", ["EHLO", "MAIL", "RCPT", "DATA", KEPT])
def test_a_server_that_hangs_up_is_tried_again(by_smtp, word):
    by_smtp.drops |= {word: 1, "HELO": 1}
    one = letter()
    assert actions.deliver_due(clock=timezone.now) == 0
    assert Letter.objects.get(pk=one.pk).state == LetterState.PENDING


def test_a_server_that_is_too_slow_is_tried_again(by_smtp, settings):
    settings.EMAIL_TIMEOUT, by_smtp.pauses[KEPT] = 0.2, 0.6
    assert round_of(1) == 0
    assert Letter.objects.get().state == LetterState.PENDING


def test_a_server_that_is_slow_gets_its_time(by_smtp):
    by_smtp.pauses[KEPT] = 0.3
    assert round_of(1) == 1


@pytest.mark.parametrize(("said", "state"), [("452 4.3.1 Full", "pending"), ("552 5.3.4 Too big", "refused")])
def test_the_answer_after_the_text_counts_like_any_other(by_smtp, said, state):
    by_smtp.answers[KEPT] = said
    assert round_of(1) == 0
    assert (Letter.objects.get().state, Letter.objects.get().error) == (state, said)


def test_a_server_that_is_down_costs_one_letter_its_try_and_the_others_nothing(by_smtp):
    by_smtp.close()
    assert round_of(3) == 0
    assert sorted(Letter.objects.values_list("attempts", flat=True)) == [0, 0, 1]


def test_a_round_ends_in_time_for_other_work(by_smtp):
    at = timezone.now()
    ticks = iter([at, at, at + actions.ROUND, *[at + actions.ROUND * 1.1] * 2])
    for _ in range(5):
        letter()
    assert actions.deliver_due(clock=lambda: next(ticks)) == 2
