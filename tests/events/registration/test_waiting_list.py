from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from events.programme.models import Event
from events.registration import actions
from events.registration.errors import AlreadyRegistered, NotAdmitted, NotAMove, NothingToWithdraw, OfferRanOut
from events.registration.models import Delegation, Invitation, Quota, Registration, Rules
from events.registration.states import MOVES, RegistrationState
from tests import factories

pytestmark = pytest.mark.django_db
ANSWERS = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "Inspector", "language": "en"}
AT = timezone.now()
S = RegistrationState


def enter(event, *, at=AT, person=None, invitation=None, **answers):
    """Somebody registers, with a proven mailbox; the row as it then stands."""
    person = person or factories.person(**({"email": invitation.email} if invitation else {}))
    draft = actions.write_draft(
        event, email=person.email, answers=ANSWERS | answers, draft=None, at=at, invitation=invitation
    )
    return actions.confirm(draft, person=person, at=at)


def crowd(event, n, **answers):
    return [enter(event, at=AT + timedelta(seconds=k), **answers) for k in range(n)]


def states(rows):
    return [Registration.objects.get(pk=row.pk).state for row in rows]


def limit(event, scope, value, seats):
    Quota.objects.create(event=event, scope=scope, value=value, limit=seats)
    Event.objects.filter(pk=event.pk).update(has_limits=True)


def invite(event, *, delegation=None, holds=False, **fields):
    values = {"email": "invited@example.org", "language": "en", "created_at": AT, "expires_at": AT + timedelta(days=9)}
    Event.objects.filter(pk=event.pk).update(seats_held=1 if holds else Event.objects.get(pk=event.pk).seats_held)
    return Invitation.objects.create(event=event, delegation=delegation, holds_seat=holds, **(values | fields))


def kinds(row):
    return sorted(Letter.objects.filter(to=row.email).values_list("kind", flat=True))


def test_those_who_come_when_all_seats_are_taken_wait_in_order():
    event = factories.event(capacity=2)
    rows = crowd(event, 4)
    assert states(rows) == ["confirmed", "confirmed", "waiting", "waiting"]
    assert Event.objects.get().people_waiting == 2
    assert kinds(rows[2]) == ["registration_waiting"]


def test_withdrawing_gives_the_seat_to_the_first_in_line_and_tells_them():
    rows = crowd(factories.event(capacity=1), 3)
    actions.withdraw(rows[0], by=rows[0].person, at=AT)
    assert states(rows) == ["withdrawn", "confirmed", "waiting"]
    assert kinds(rows[1]) == ["registration_promoted", "registration_waiting"]


def test_who_leaves_the_line_frees_no_seat():
    rows = crowd(factories.event(capacity=1), 3)
    actions.withdraw(rows[1], by=rows[1].person, at=AT)
    assert states(rows) == ["confirmed", "withdrawn", "waiting"]
    assert Event.objects.get().people_waiting == 1


def test_the_line_goes_by_the_moment_of_entering_it_not_of_registering():
    event = factories.event(capacity=0)
    early, late = crowd(event, 2)
    Registration.objects.filter(pk=early.pk).update(queued_at=AT + timedelta(hours=1))
    Event.objects.update(capacity=1)
    actions.move_up(at=AT)
    assert states([early, late]) == ["waiting", "confirmed"]


def test_a_newcomer_does_not_overtake_the_line_when_a_seat_stands_free():
    event = factories.event(capacity=1)
    first, second = crowd(event, 2)
    Event.objects.update(capacity=2)
    newcomer = enter(event, at=AT + timedelta(minutes=5))
    assert states([first, second, newcomer]) == ["confirmed", "confirmed", "waiting"]


def test_nobody_is_given_a_seat_too_late_to_hear_of_it():
    event = factories.event(capacity=1)
    rows = crowd(event, 2)
    at = event.starts_at - timedelta(minutes=30)
    actions.withdraw(rows[0], by=rows[0].person, at=at)
    assert states(rows) == ["withdrawn", "waiting"]
    Event.objects.update(capacity=0)


def test_a_cancelled_event_moves_nobody_up():
    rows = crowd(factories.event(capacity=1), 2)
    Event.objects.update(state="cancelled")
    actions.withdraw(rows[0], by=rows[0].person, at=AT)
    assert states(rows) == ["withdrawn", "waiting"]


def test_withdrawing_twice_promotes_one():
    rows = crowd(factories.event(capacity=1), 3)
    stale = Registration.objects.get(pk=rows[0].pk)
    actions.withdraw(rows[0], by=rows[0].person, at=AT)
    with pytest.raises(NothingToWithdraw):
        actions.withdraw(stale, by=None, at=AT)
    assert states(rows) == ["withdrawn", "confirmed", "waiting"]


def test_a_person_on_the_waiting_list_cannot_register_a_second_time():
    event, person = factories.event(capacity=0), factories.person()
    enter(event, person=person)
    with pytest.raises(AlreadyRegistered):
        enter(event, person=person)
    assert Event.objects.get().people_waiting == 1


def test_a_full_country_waits_while_another_is_seated():
    event = factories.event(capacity=10)
    limit(event, "country", "KZ", 1)
    kz, more_kz, uz = enter(event), enter(event), enter(event, country="UZ")
    assert states([kz, more_kz, uz]) == ["confirmed", "waiting", "confirmed"]


def test_a_limit_for_each_agency_leaves_out_no_other():
    event = factories.event(capacity=10)
    limit(event, "agency", "", 1)
    rows = [enter(event, agency=name) for name in ("Customs", " customs ", "Police")]
    assert states(rows) == ["confirmed", "waiting", "confirmed"]


def test_a_freed_seat_passes_over_who_is_still_blocked_without_losing_their_place():
    event = factories.event(capacity=2)
    limit(event, "country", "KZ", 1)
    kz, uz, more_kz, tj = (enter(event, at=AT + timedelta(seconds=k), country=c)
                           for k, c in enumerate(["KZ", "UZ", "KZ", "TJ"]))  # fmt: skip
    actions.withdraw(uz, by=uz.person, at=AT)
    assert states([kz, more_kz, tj]) == ["confirmed", "waiting", "confirmed"]
    actions.withdraw(kz, by=kz.person, at=AT)
    assert states([more_kz]) == ["confirmed"]


def test_an_offer_keeps_the_seat_until_it_is_accepted():
    event = factories.event(capacity=1)
    Rules.objects.create(event=event, offer_hours=24)
    rows = crowd(event, 2)
    actions.withdraw(rows[0], by=rows[0].person, at=AT)
    assert (states(rows), Event.objects.get().seats_taken) == (["withdrawn", "offered"], 1)
    actions.accept_offer(rows[1], by=rows[1].person, at=AT + timedelta(hours=23))
    assert states(rows)[1] == "confirmed"


def test_an_offer_that_runs_out_goes_to_the_next_and_comes_back_to_nobody():
    event = factories.event(capacity=1)
    Rules.objects.create(event=event, offer_hours=24)
    rows = crowd(event, 3)
    actions.withdraw(rows[0], by=rows[0].person, at=AT)
    later = AT + timedelta(hours=24)
    assert [actions.expire_offers(at=later) for _ in range(2)] == [1, 0]
    assert states(rows) == ["withdrawn", "expired", "offered"]
    with pytest.raises(OfferRanOut):
        actions.accept_offer(rows[1], by=rows[1].person, at=later)


def test_an_offer_is_over_at_its_deadline_even_before_the_sweep():
    event = factories.event(capacity=1)
    row = factories.registration(event, state="offered", offered_until=AT)
    with pytest.raises(OfferRanOut):
        actions.accept_offer(row, by=row.person, at=AT)


def test_whoever_waits_for_approval_holds_no_seat():
    event = factories.event(capacity=1, admission="approval")
    rows = crowd(event, 2)
    assert states(rows) == ["pending", "pending"]
    assert Event.objects.get().seats_taken == 0
    assert kinds(rows[0]) == ["registration_received"]


def test_approving_takes_a_seat_or_a_place_in_the_line():
    event, organizer = factories.event(capacity=1, admission="approval"), factories.person()
    rows = [actions.approve(row, by=organizer, at=AT) for row in crowd(event, 2)]
    assert states(rows) == ["confirmed", "waiting"]
    assert kinds(rows[0])[0] == "registration_approved"
    assert "registration_waiting" in kinds(rows[1])


def test_two_organizers_decide_once():
    event, organizer = factories.event(admission="approval"), factories.person()
    row = enter(event)
    stale = Registration.objects.get(pk=row.pk)
    actions.decline(row, reason="The group is full of one agency.", by=organizer, at=AT)
    with pytest.raises(NotAMove):
        actions.approve(stale, by=organizer, at=AT)
    assert Registration.objects.get().reason == "The group is full of one agency."


def test_a_seat_may_be_kept_while_somebody_waits_for_approval():
    event = factories.event(capacity=1, admission="approval")
    Rules.objects.create(event=event, pending_holds_seat=True)
    rows = crowd(event, 2)
    assert (states(rows), Event.objects.get().seats_taken) == (["pending", "waiting"], 1)
    actions.decline(rows[0], reason="", by=factories.person(), at=AT)
    assert states(rows) == ["declined", "pending"]


@pytest.mark.parametrize("admission", ["invitation", "nomination"])
def test_strangers_are_not_admitted_to_a_closed_circle(admission):
    with pytest.raises(NotAdmitted):
        enter(factories.event(admission=admission))


def test_an_invitation_keeps_its_seat_when_all_others_are_taken():
    event = factories.event(capacity=1)
    invitation = invite(event, holds=True)
    stranger, invited = enter(event), enter(event, invitation=invitation)
    assert states([stranger, invited]) == ["waiting", "confirmed"]
    event.refresh_from_db()
    assert (event.seats_taken, event.seats_held) == (1, 0)


def test_a_nominee_uses_the_delegations_seat_and_waits_for_approval():
    event = factories.event(capacity=1, admission="nomination", seats_held=1)
    delegation = Delegation.objects.create(
        event=event,
        seats=1,
        seats_held=1,
        focal_email="f@example.org",
        returns_at=AT + timedelta(days=2),
        created_at=AT,
    )
    row = enter(event, invitation=invite(event, delegation=delegation))
    assert (row.state, row.holds_seat) == ("pending", True)
    actions.withdraw(row, by=row.person, at=AT)
    delegation.refresh_from_db()
    assert delegation.seats_held == 1


def test_every_move_enters_the_trail_with_who_and_why():
    row, organizer = enter(factories.event(admission="approval")), factories.person()
    actions.decline(row, reason="Not this time.", by=organizer, at=AT)
    entry = AuditEntry.objects.filter(about=row.about).first()
    assert (entry.actor, entry.details["to"], entry.details["why"]) == (organizer.code, "declined", "declined")
    assert "Not this time." not in str(entry.details)


def test_every_state_says_where_it_may_lead():
    assert set(MOVES) == set(RegistrationState)
    assert [state for state in MOVES if S.DRAFT in MOVES[state]] == []


@pytest.mark.parametrize(("field", "value"), [("holds_seat", False), ("person", None)])
def test_the_database_refuses_a_confirmed_row_without_seat_or_person(field, value):
    row = factories.registration()
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=row.pk).update(**{field: value})


def test_the_database_refuses_more_seats_than_there_are():
    event = factories.event(capacity=1, seats_taken=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(seats_taken=1, seats_held=1)
