from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from events.programme.models import Event
from events.programme.states import EventState
from events.registration import actions, personal_data
from events.registration.errors import AlreadyRegistered, Closed, NothingToWithdraw, NotProven
from events.registration.models import Registration
from events.registration.states import RegistrationState
from tests import factories

pytestmark = pytest.mark.django_db
ANSWERS = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "Inspector", "language": "en"}


def draft(event, person, **answers):
    now = timezone.now()
    return actions.write_draft(event, email=person.email, answers=ANSWERS | answers, draft=None, at=now)


def register(event, person=None):
    person = person or factories.person()
    return actions.confirm(draft(event, person), person=person, at=timezone.now())


def seats(event):
    return Event.objects.get(pk=event.pk).seats_taken


def test_a_draft_holds_no_seat_tells_nobody_and_touches_no_profile():
    event, person = factories.event(), factories.person(name="Known", agency="")
    draft(event, person, name="Impostor")
    person.refresh_from_db()
    assert (seats(event), Letter.objects.count(), person.name, person.agency) == (0, 0, "Known", "")


def test_confirming_takes_a_seat_writes_the_trail_and_a_letter_in_the_persons_language():
    event, person = factories.event(), factories.person()
    actions.confirm(draft(event, person, language="ru"), person=person, at=timezone.now())
    assert seats(event) == 1
    entry = AuditEntry.objects.get(action="registration_moved")
    assert (entry.actor, entry.details["to"], entry.details["why"]) == (person.code, "confirmed", "registered")
    assert Letter.objects.get(kind="registration_confirmed").language == "ru"


def test_the_same_draft_confirmed_twice_is_one_seat_and_one_letter():
    event, person = factories.event(), factories.person()
    row = draft(event, person)
    actions.confirm(row, person=person, at=timezone.now())
    with pytest.raises(AlreadyRegistered):
        actions.confirm(row, person=person, at=timezone.now())
    assert (seats(event), Letter.objects.count()) == (1, 1)


def test_answers_sent_again_after_confirming_do_not_turn_the_seat_into_a_draft():
    event, person = factories.event(), factories.person()
    row = draft(event, person)
    stale = Registration.objects.get(pk=row.pk)
    actions.confirm(row, person=person, at=timezone.now())
    actions.write_draft(event, email=person.email, answers=ANSWERS, draft=stale, at=timezone.now())
    assert Registration.objects.get(pk=row.pk).state == RegistrationState.CONFIRMED


def test_one_person_holds_one_seat_however_many_drafts():
    event, person = factories.event(), factories.person()
    register(event, person)
    with pytest.raises(AlreadyRegistered):
        register(event, person)
    assert seats(event) == 1


def test_somebody_elses_draft_cannot_be_confirmed():
    event, victim = factories.event(), factories.person()
    with pytest.raises(NotProven):
        actions.confirm(draft(event, victim), person=factories.person(), at=timezone.now())


def test_an_address_that_is_not_proven_takes_no_seat():
    person = factories.person(proven=False)
    with pytest.raises(NotProven):
        register(factories.event(), person)


@pytest.mark.parametrize("change", [{"state": EventState.CANCELLED}, {"state": EventState.DRAFT}])
def test_an_event_that_is_not_open_takes_nobody(change):
    event, person = factories.event(), factories.person()
    row = draft(event, person)
    Event.objects.filter(pk=event.pk).update(**change)
    with pytest.raises(Closed):
        actions.confirm(row, person=person, at=timezone.now())


def test_after_the_deadline_or_the_end_nobody_is_taken():
    at = timezone.now()
    late = factories.event(registration_closes_at=at - timedelta(minutes=1))
    over = factories.event(starts_at=at - timedelta(days=1))
    for event in (late, over):
        with pytest.raises(Closed):
            draft(event, factories.person())


def test_withdrawing_gives_the_seat_back_once():
    event, person = factories.event(capacity=1), factories.person()
    own = register(event, person)
    actions.withdraw(own, by=person, at=timezone.now())
    with pytest.raises(NothingToWithdraw):
        actions.withdraw(own, by=person, at=timezone.now())
    assert seats(event) == 0


def test_a_seat_given_back_can_be_taken_again_by_the_same_person():
    event, person = factories.event(capacity=1), factories.person()
    own = register(event, person)
    actions.withdraw(own, by=person, at=timezone.now())
    register(event, person)
    assert seats(event) == 1


def test_drafts_never_proven_go_after_a_day_and_nothing_else_does():
    event, at = factories.event(), timezone.now()
    draft(event, factories.person())
    register(event)
    assert actions.forget_drafts(at=at + timedelta(hours=23)) == 0
    assert actions.forget_drafts(at=at + timedelta(hours=25)) == 1
    assert Registration.objects.count() == 1


def test_those_registered_are_told_once_that_the_event_is_cancelled():
    event, person, at = factories.event(), factories.person(), timezone.now()
    register(event, person)
    register(event)
    assert actions.tell_of_cancelling(at=at) == 0
    Event.objects.update(state=EventState.CANCELLED, cancelled_at=at)
    assert [actions.tell_of_cancelling(at=at) for _ in range(2)] == [2, 0]
    assert Letter.objects.filter(kind="event_cancelled", to=person.email).count() == 1


def test_nobody_is_told_about_a_cancelled_event_that_is_over():
    event = factories.event()
    register(event)
    Event.objects.update(state=EventState.CANCELLED, cancelled_at=timezone.now())
    assert actions.tell_of_cancelling(at=event.ends_at) == 0


def test_forgetting_a_person_frees_the_seat():
    event, person = factories.event(), factories.person()
    register(event, person)
    personal_data.forget(person)
    row = Registration.objects.get()
    assert (seats(event), row.state, row.email, row.person) == (0, "withdrawn", "", None)


def test_what_is_known_about_a_person_can_be_handed_out():
    event, person = factories.event(title="Border webinar"), factories.person()
    register(event, person)
    (row,) = personal_data.collect(person)["registrations"]
    assert (row["event"], row["agency"], row["country"]) == ("Border webinar", "Customs", "KZ")
