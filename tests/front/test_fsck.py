from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.outbox.states import LetterState
from events.programme.models import Event
from events.registration.models import Invitation, Quota
from events.registration.states import InvitationState
from tests import factories

pytestmark = pytest.mark.django_db


def told(*arguments):
    """What the command prints, and whether everything holds."""
    out = StringIO()
    try:
        call_command("fsck", *arguments, stdout=out)
    except CommandError:
        return out.getvalue(), False
    return out.getvalue(), True


def miscount(event, **counters):
    Event.objects.filter(pk=event.pk).update(**counters)


def test_it_says_how_many_invariants_hold():
    factories.registration()
    out, holds = told()
    assert holds
    assert out.startswith("All invariants hold (")


@pytest.mark.parametrize(
    ("counters", "sentence"),
    [
        ({"seats_taken": 7}, "the counter says 7 seats are taken, the registrations hold 1."),
        ({"seats_held": 3}, "the counter says 3 seats are held, invitations and delegations hold 0."),
        ({"people_waiting": 2}, "the counter says 2 people wait, the waiting list has 0."),
        ({"has_limits": True}, "the event says limits apply: True; limits are set: False."),
    ],
)
def test_a_counter_that_is_wrong_is_told_and_left(counters, sentence):
    event = factories.registration(factories.event(capacity=None)).event
    miscount(event, **counters)
    out, holds = told()
    assert f"{event.about}: {sentence}" in out
    assert not holds
    assert Event.objects.filter(pk=event.pk, **counters).exists()


def test_repairing_sets_counters_to_what_the_rows_say_and_records_it():
    event = factories.registration(factories.event(capacity=None)).event
    Quota.objects.create(event=event, scope="country", value="KZ", limit=5)
    miscount(event, seats_taken=9, seats_held=4)
    out, holds = told("--repair")
    event.refresh_from_db()
    assert holds
    assert f"Repaired: {event.about}: seats_taken was 9 and is 1 now." in out
    assert (event.seats_taken, event.seats_held, event.has_limits) == (1, 0, True)
    assert AuditEntry.objects.get(action="counters_recounted").details["seats_taken_was"] == 9


def test_repairing_what_is_right_changes_nothing():
    factories.registration()
    assert told("--repair")[1]
    assert not AuditEntry.objects.filter(action="counters_recounted").exists()


def test_seats_are_never_counted_beyond_the_capacity_only_told():
    event = factories.event(capacity=2)
    factories.registration(event), factories.registration(event)
    miscount(event, seats_taken=1, capacity=1, people_waiting=4)
    out, holds = told("--repair")
    event.refresh_from_db()
    assert not holds
    assert "people_waiting was 4 and is 0 now" in out
    assert "there are 1 seats, and 2 registrations hold one" in out
    assert event.seats_taken == 1


def accepted(event, **fields):
    return factories.invitation(event, state=InvitationState.ACCEPTED, **fields)


def test_two_who_came_in_by_one_invitation_are_told():
    event = factories.event()
    invitation = accepted(event)
    factories.registration(event, invitation=invitation), factories.registration(event, invitation=invitation)
    assert f"{invitation.about}: it lets one person in, and 2 live registrations came in by it." in told()[0]


def test_an_answer_to_a_question_of_another_event_is_told():
    registration = factories.registration()
    other = factories.event()
    factories.answer(registration, factories.form_question(other))
    assert f"{registration.about}: it belongs to {registration.event.about}" in told("--repair")[0]


def test_an_invitation_to_another_event_is_told():
    registration = factories.registration(invitation=accepted(factories.event()))
    assert f"{registration.about}: it belongs to {registration.event.about}" in told()[0]


@pytest.mark.parametrize("own", [True, False])
def test_a_nominee_of_another_delegation_is_told(own):
    event = factories.event()
    invitation = accepted(event, delegation=factories.delegation(event))
    row = factories.registration(event, invitation=invitation, delegation=factories.delegation(event) if own else None)
    assert f"{row.about}: it is of delegation" in told()[0]


def test_a_name_that_came_back_after_emptying_is_told():
    registration = factories.registration(purged_at=timezone.now())
    assert f"{registration.about}: it was emptied on" in told()[0]


def test_a_letter_that_a_worker_took_and_never_brought_back_is_told():
    long_ago = timezone.now() - timedelta(hours=9)
    letter = factories.letter(state=LetterState.SENDING, leased_until=long_ago)
    assert f"letter:{letter.pk}: a worker took it and never came back" in told()[0]


def test_a_letter_that_still_holds_its_code_is_told():
    letter = factories.letter(state=LetterState.SENT, secret=True, sent_at=timezone.now())
    assert f"letter:{letter.pk}" in told()[0]


def test_nothing_is_said_about_names_and_addresses():
    registration = factories.registration(purged_at=timezone.now())
    Invitation.objects.filter(pk=factories.invitation().pk).update(purged_at=timezone.now())
    out, _ = told()
    assert registration.email not in out
    assert "Guest" not in out
