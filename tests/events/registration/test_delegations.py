from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.outbox.models import Letter
from events.programme.models import Event
from events.registration import actions
from events.registration.attachments import take_in
from events.registration.errors import (
    AllotmentTooSmall,
    AlreadyDelegated,
    AlreadyInvited,
    DelegationClosed,
    LimitLeaves,
    MomentPassed,
    NotAllotted,
    NotEnoughSeats,
    TakesNoNominees,
)
from events.registration.models import Attachment, Delegation, Invitation, Quota, Registration
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
DAY = timedelta(days=1)
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def event():
    return factories.event(capacity=5, admission="nomination")


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def focal():
    return factories.person(email="focal@example.org")


@pytest.fixture
def delegation(event, organizer):
    """Three seats, kept free for two days."""
    return open_delegation(event, organizer, returns_at=AT + 2 * DAY)


def open_delegation(event, by, *, country="KG", agency="Customs", seats=3, hold=True, returns_at=None):
    return actions.open_delegation(
        event, country=country, agency=agency, focal_name="Focal", focal_email="Focal@Example.org", language="en",
        seats=seats, hold=hold, returns_at=returns_at, by=by, at=AT,
    )  # fmt: skip


def change(delegation, by, *, seats=3, hold=True, returns_at=AT + 2 * DAY, at=AT):
    return actions.change_allotment(delegation, seats=seats, hold=hold, returns_at=returns_at, by=by, at=at)


def nominate(delegation, by, name="aliya", at=AT):
    return actions.nominate(delegation, email=f"{name}@example.org", name=name.title(), by=by, at=at)


def accept(nomination, at=AT):
    person = factories.person(email=nomination.email)
    answers = {"name": "A", "country": "KG", "agency": "Customs", "position": "", "language": "en"}
    event = Event.objects.get(pk=nomination.event_id)
    draft = actions.write_draft(event, email=person.email, answers=answers, draft=None, at=at, invitation=nomination)
    return actions.confirm(draft, person=person, at=at)


def seats(event):
    return Event.objects.values_list("seats_taken", "seats_held", "people_waiting").get(pk=event.pk)


def test_opening_keeps_the_seats_and_writes_to_the_focal_point(event, delegation):
    assert seats(event) == (0, 3, 0)
    letter = Letter.objects.get(kind="delegation_opened")
    assert letter.to == delegation.focal_email == "focal@example.org"
    assert str(delegation.code) in letter.body


def test_no_more_seats_are_kept_than_are_free_and_the_figure_is_said(event, organizer, delegation):
    with pytest.raises(NotEnoughSeats, match="2 seats"):
        open_delegation(event, organizer, country="UZ")
    assert Delegation.objects.count() == 1


def test_a_limit_of_the_country_is_not_passed(event, organizer):
    Event.objects.update(has_limits=True)
    Quota.objects.create(event=event, scope="country", value="KG", limit=2)
    with pytest.raises(LimitLeaves, match="2 seats"):
        open_delegation(event, organizer)
    open_delegation(event, organizer, seats=2)


def test_a_delegation_for_which_none_are_kept_may_nominate_all_the_same(event, organizer, focal):
    delegation = open_delegation(event, organizer, seats=50, hold=False)
    assert (seats(event), delegation.returns_at) == ((0, 0, 0), None)
    assert nominate(delegation, focal).delegation == delegation


def test_no_delegation_is_opened_where_only_invited_people_are_taken(event, organizer):
    Event.objects.update(admission="invitation")
    with pytest.raises(TakesNoNominees):
        open_delegation(event, organizer)


def test_a_country_and_agency_has_one_open_delegation(event, organizer, delegation):
    with pytest.raises(AlreadyDelegated):
        open_delegation(event, organizer, agency="  customs ", seats=1)
    actions.close_delegation(delegation, by=organizer, at=AT)
    open_delegation(event, organizer, seats=1)


def test_without_a_date_seats_are_kept_until_registration_closes(event, organizer):
    assert open_delegation(event, organizer).returns_at == event.starts_at


def test_a_date_that_has_passed_is_refused(event, organizer):
    with pytest.raises(MomentPassed):
        open_delegation(event, organizer, returns_at=AT - DAY)


def test_a_nominee_confirms_alone_waits_for_approval_and_uses_a_kept_seat(event, delegation, focal, organizer):
    nomination = nominate(delegation, focal)
    assert Letter.objects.get(kind="nomination_sent").to == "aliya@example.org"
    registration = accept(nomination)
    assert (registration.state, registration.route, seats(event)) == ("pending", "nominated", (1, 2, 0))
    assert actions.approve(registration, by=organizer, at=AT).state == "confirmed"
    assert seats(event) == (1, 2, 0)


def test_no_more_are_nominated_than_seats_are_allotted(event, delegation, focal):
    for name in ("a", "b", "c"):
        nominate(delegation, focal, name)
    with pytest.raises(NotAllotted):
        nominate(delegation, focal, "d")
    assert Invitation.objects.count() == 3


def test_somebody_who_said_no_was_declined_or_withdrew_leaves_the_seat_to_another(event, delegation, focal, organizer):
    said_no, declined, withdrew = (nominate(delegation, focal, name) for name in ("a", "b", "c"))
    actions.refuse_invitation(said_no, at=AT)
    actions.decline(accept(declined), reason="Full", by=organizer, at=AT)
    actions.withdraw(accept(withdrew), by=None, at=AT)
    assert seats(event) == (0, 3, 0)
    assert actions.seats_to_fill(delegation) == 3
    assert accept(nominate(delegation, focal, "d")).holds_seat


def test_where_no_seats_are_kept_a_seat_given_up_goes_to_those_who_wait(event, organizer, focal):
    delegation = open_delegation(event, organizer, hold=False)
    registration = actions.approve(accept(nominate(delegation, focal)), by=organizer, at=AT)
    actions.withdraw(registration, by=None, at=AT)
    assert seats(event) == (0, 0, 0)


def test_one_address_is_nominated_once(delegation, focal):
    nominate(delegation, focal)
    with pytest.raises(AlreadyInvited):
        nominate(delegation, focal)


def test_a_list_is_nominated_as_a_whole_or_not_at_all(delegation, focal):
    people = [(f"{k}@example.org", f"Person {k}", "Officer") for k in range(4)]
    with pytest.raises(NotAllotted, match="3 more"):
        actions.nominate_many(delegation, people, by=focal, at=AT)
    assert not Invitation.objects.exists()
    assert len(actions.nominate_many(delegation, people[:3], by=focal, at=AT)) == 3
    assert actions.nominate_many(delegation, people[:3], by=focal, at=AT) == []


def test_a_nomination_takes_country_agency_and_language_from_the_delegation(delegation, focal):
    nomination = nominate(delegation, focal)
    assert (nomination.country.code, nomination.agency, nomination.language) == ("KG", "Customs", "en")


def test_unused_seats_return_on_their_date_to_those_who_wait_once(event, delegation, organizer):
    for _ in range(2):
        factories.registration(event)
    waiting = factories.registration(event, state="waiting", approved_at=AT)
    assert actions.return_unused(at=AT) == 0
    assert [actions.return_unused(at=AT + 2 * DAY) for _ in range(2)] == [3, 0]
    waiting.refresh_from_db()
    assert (waiting.state, seats(event)) == ("confirmed", (3, 0, 0))


def test_after_their_date_seats_given_up_go_to_everybody(event, delegation, focal):
    registration = accept(nominate(delegation, focal))
    actions.return_unused(at=AT + 2 * DAY)
    actions.withdraw(registration, by=None, at=AT + 2 * DAY)
    assert seats(event) == (0, 0, 0)


def test_closing_gives_kept_seats_back_and_lets_those_nominated_confirm(event, delegation, focal, organizer):
    nomination = nominate(delegation, focal)
    actions.close_delegation(delegation, by=organizer, at=AT)
    assert seats(event) == (0, 0, 0)
    for refused in (lambda: nominate(delegation, focal, "b"),
                    lambda: actions.close_delegation(delegation, by=organizer, at=AT)):  # fmt: skip
        with pytest.raises(DelegationClosed):
            refused()
    assert accept(nomination).state == "pending"


def test_the_allotment_can_grow_and_shrink_and_kept_seats_follow(event, delegation, focal, organizer):
    accept(nominate(delegation, focal))
    change(delegation, organizer, seats=5)
    assert seats(event) == (1, 4, 0)
    with pytest.raises(NotEnoughSeats):
        change(delegation, organizer, seats=6)
    change(delegation, organizer, seats=2)
    assert seats(event) == (1, 1, 0)
    change(delegation, organizer, seats=2, hold=False)
    assert (seats(event), Delegation.objects.get().returns_at) == ((1, 0, 0), None)


def test_an_allotment_never_shrinks_below_those_nominated(event, delegation, focal, organizer):
    nominate(delegation, focal, "a")
    nominate(delegation, focal, "b")
    with pytest.raises(AllotmentTooSmall, match="2 people"):
        change(delegation, organizer, seats=1)


def test_seats_freed_by_a_smaller_allotment_go_to_those_who_wait(event, delegation, organizer):
    for _ in range(2):
        factories.registration(event)
    waiting = factories.registration(event, state="waiting", approved_at=AT)
    change(delegation, organizer, seats=2)
    assert Registration.objects.get(pk=waiting.pk).state == "confirmed"


def test_a_nomination_is_withdrawn_while_nobody_has_answered(event, delegation, focal):
    actions.withdraw_nomination(nominate(delegation, focal), by=focal, at=AT)
    assert actions.seats_to_fill(delegation) == 3
    assert seats(event) == (0, 3, 0)


def test_a_note_verbale_is_kept_and_a_newer_one_replaces_it_until_nominations_close(delegation, focal, organizer):
    for name in ("first.pdf", "second.pdf"):
        actions.attach_note(delegation, take_in(name, PDF, at=AT), by=focal, at=AT)
    assert [attachment.name for attachment in Attachment.objects.all()] == ["second.pdf"]
    actions.close_delegation(delegation, by=organizer, at=AT)
    with pytest.raises(DelegationClosed):
        actions.attach_note(delegation, take_in("third.pdf", PDF, at=AT), by=focal, at=AT)


def test_only_the_focal_points_own_address_finds_the_delegation(delegation, focal, organizer):
    assert list(Delegation.objects.of(focal)) == [delegation]
    assert not Delegation.objects.of(organizer).exists()
