from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from events.programme.errors import ChangedMeanwhile, ClosesAfterTheEnd, OpensTooLate, SeatsTaken
from events.programme.models import Event
from events.registration import actions
from events.registration.actions import QuotaValues
from events.registration.errors import LimitBelowTaken, OnlyATarget
from events.registration.models import Quota, Registration, Rules
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def organizer():
    return factories.person()


def waits(event, *, n=0, **fields):
    return factories.registration(event, state="waiting", queued_at=AT + timedelta(seconds=n), confirmed_at=None,
                                  approved_at=AT, **fields)  # fmt: skip


def state(row):
    return Registration.objects.get(pk=row.pk).state


def change(event, by=None, **values):
    return actions.set_rules(event, by=by, at=AT, **values)


def quota(event, scope, value="", limit=None, target=None):
    return actions.set_quota(event, scope=scope, value=value, limit=limit, target=target, by=None, at=AT)


def test_more_seats_go_to_the_first_in_line_in_the_same_breath(organizer):
    event = factories.event(capacity=1)
    factories.registration(event)
    rows = [waits(event, n=n) for n in range(3)]
    now = change(event, organizer, capacity=3)
    assert [state(row) for row in rows] == ["confirmed", "confirmed", "waiting"]
    assert (now.seats_taken, now.people_waiting) == (3, 1)
    assert Letter.objects.filter(kind="registration_promoted").count() == 2


def test_without_a_limit_everybody_who_waits_is_seated():
    event = factories.event(capacity=0)
    rows = [waits(event, n=n) for n in range(3)]
    change(event, capacity=None)
    assert {state(row) for row in rows} == {"confirmed"}


def test_fewer_seats_than_are_taken_or_kept_are_refused_with_the_figure():
    event = factories.event(capacity=5)
    factories.registration(event), factories.invitation(event, holds_seat=True)
    with pytest.raises(SeatsTaken, match="2 seats"):
        change(event, capacity=1, offer_hours=4)
    assert not Rules.objects.exists()
    assert Event.objects.get().capacity == 5


def test_with_hours_to_accept_the_new_seat_is_offered():
    event = factories.event(capacity=0)
    row = waits(event)
    change(event, capacity=1, offer_hours=24)
    assert state(row) == "offered"
    assert Registration.objects.get().offered_until == AT + timedelta(hours=24)


def test_ending_the_list_later_lets_it_move_at_once():
    event = factories.event(capacity=3, starts_at=AT + timedelta(minutes=30))
    row = waits(event)
    assert state(row) == "waiting"
    change(event, promotes_until_hours=0)
    assert state(row) == "confirmed"


def test_what_was_changed_stands_in_the_trail_without_values(organizer):
    event = factories.event()
    change(event, organizer, capacity=50, kept_days=30, names_hidden=True)
    entries = {entry.action: entry.details for entry in AuditEntry.objects.filter(about=event.about)}
    assert entries == {"event_corrected": {"values": "capacity"}, "rules_set": {"values": "kept_days"}}
    assert AuditEntry.objects.filter(actor=organizer.code).count() == 2


def test_the_same_rules_again_change_and_note_nothing():
    event = factories.event(capacity=5)
    change(event, capacity=5, kept_days=180)
    assert not AuditEntry.objects.exists()


def test_whoever_saves_second_is_told():
    event = factories.event(capacity=5)
    change(event, capacity=6)
    with pytest.raises(ChangedMeanwhile):
        change(event, seen=event.sequence, capacity=7)


@pytest.mark.parametrize(
    ("refusal", "values"),
    [
        (ClosesAfterTheEnd, lambda event: {"registration_closes_at": event.ends_at + timedelta(minutes=1)}),
        (OpensTooLate, lambda event: {"registration_opens_at": event.ends_at}),
        (OpensTooLate, lambda event: {"registration_opens_at": AT, "registration_closes_at": AT}),
    ],
)
def test_a_window_that_cannot_be_is_refused(refusal, values):
    event = factories.event()
    with pytest.raises(refusal):
        change(event, **values(event))


def test_an_unknown_rule_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError, match="seats_taken"):
        change(factories.event(), seats_taken=0)


def test_a_limit_tells_the_event_that_it_has_limits_and_removing_it_tells_it_not_to():
    event = factories.event()
    assert quota(event, "country", "KZ", limit=3).has_limits
    assert not quota(event, "country", "UZ", target=3).refresh_from_db() and Event.objects.get().has_limits
    assert not actions.remove_quota(event, scope="country", value="KZ", by=None, at=AT).has_limits


def test_a_target_alone_is_no_limit():
    event = factories.event()
    assert not quota(event, "gender", "f", target=10).has_limits


def test_a_limit_by_gender_is_refused_since_not_everybody_is_asked():
    with pytest.raises(OnlyATarget):
        quota(factories.event(), "gender", "f", limit=10)


def test_a_limit_below_what_is_taken_or_kept_is_refused_with_the_figure():
    event = factories.event()
    factories.registration(event, country="KZ"), factories.registration(event, country="KZ")
    factories.invitation(event, country="KZ", holds_seat=True)
    with pytest.raises(LimitBelowTaken, match="Kazakhstan: 3 seats"):
        quota(event, "country", "KZ", limit=2)
    assert not Quota.objects.exists() and not Event.objects.get().has_limits


def test_a_limit_for_each_country_is_held_against_every_country():
    event = factories.event()
    factories.registration(event, country="KZ"), factories.registration(event, country="UZ")
    factories.registration(event, country="UZ")
    with pytest.raises(LimitBelowTaken, match="Uzbekistan: 2 seats"):
        quota(event, "country", limit=1)


def test_removing_a_row_is_refused_where_the_general_limit_would_be_too_low():
    event = factories.event()
    factories.registration(event, country="KZ"), factories.registration(event, country="KZ")
    actions.set_quotas(event, [QuotaValues("country", "KZ", 2), QuotaValues("country", "", 1)], by=None, at=AT)
    with pytest.raises(LimitBelowTaken, match="Kazakhstan"):
        actions.remove_quota(event, scope="country", value="KZ", by=None, at=AT)


def test_a_limit_that_is_overdrawn_already_does_not_stand_in_the_way_of_raising_it():
    event = factories.event()
    Quota.objects.create(event=event, scope="country", value="KZ", limit=0)
    Event.objects.update(has_limits=True)
    factories.registration(Event.objects.get(), country="KZ"), factories.registration(Event.objects.get(), country="KZ")
    assert quota(event, "country", "KZ", limit=1).has_limits


def test_raising_a_limit_seats_those_who_waited_for_it_and_nobody_else():
    event = factories.event(capacity=9)
    quota(event, "country", "KZ", limit=0), quota(event, "country", "UZ", limit=0)
    event.refresh_from_db()
    kazakh, uzbek = waits(event, country="KZ"), waits(event, n=-1, country="UZ")
    quota(event, "country", "KZ", limit=1)
    assert (state(kazakh), state(uzbek)) == ("confirmed", "waiting")


def test_an_agency_is_one_whatever_its_capitals_and_blanks():
    event = factories.event()
    quota(event, "agency", "Customs  Committee", limit=3)
    quota(event, "agency", "customs committee", limit=4)
    assert [(row.value, row.limit) for row in Quota.objects.all()] == [("Customs Committee", 4)]
