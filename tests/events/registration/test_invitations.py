import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from events.programme.models import Event
from events.registration import actions
from events.registration.errors import (
    AlreadyInvited,
    Closed,
    GuestIsRegistered,
    InvitationUsed,
    InvitesNobody,
    LimitReached,
    MomentPassed,
    NotEnoughSeats,
    NotPublished,
)
from events.registration.models import Invitation, Quota, Registration
from events.registration.tokens import hashed, new_token
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
DAY = timedelta(days=1)
ANSWERS = {"name": "Aliya", "country": "KG", "agency": "Customs", "position": "", "language": "en"}


@pytest.fixture
def event():
    return factories.event(capacity=2, admission="invitation")


@pytest.fixture
def organizer():
    return factories.person()


def invite(event, by, email="aliya@example.org", at=AT, **fields):
    return actions.invite(event, email=email, language="en", by=by, at=at, **fields)


def accept(invitation, at=AT):
    person = factories.person(email=invitation.email)
    event = Event.objects.get(pk=invitation.event_id)
    draft = actions.write_draft(event, email=person.email, answers=ANSWERS, draft=None, at=at, invitation=invitation)
    return actions.confirm(draft, person=person, at=at)


def token_in(letter):
    return re.search(r"/invited/([\w-]+)/", letter.body).group(1)


def seats(event):
    return Event.objects.values_list("seats_taken", "seats_held", "people_waiting").get(pk=event.pk)


def test_a_token_is_long_and_the_database_holds_its_hash_alone(event, organizer):
    invitation = invite(event, organizer)
    token = token_in(Letter.objects.get(kind="invitation_sent"))
    assert len(token) >= 43
    assert invitation.token_hash == hashed(token)
    assert new_token() != new_token()
    assert Letter.objects.get(kind="invitation_sent").secret


def test_inviting_writes_row_letter_and_trail_without_names(event, organizer):
    invitation = invite(event, organizer, email=" Aliya@Example.org ", name="Aliya", category="observer")
    assert (invitation.email, invitation.category, invitation.state) == ("aliya@example.org", "observer", "sent")
    assert Letter.objects.get().to == "aliya@example.org"
    entry = AuditEntry.objects.get(action="invited")
    assert "aliya" not in f"{entry.about} {entry.details}".lower()


def test_a_link_works_for_two_weeks_but_never_longer_than_people_can_register(event, organizer):
    assert invite(event, organizer).expires_at == event.starts_at
    Event.objects.update(registration_closes_at=AT + DAY)
    assert invite(event, organizer, email="b@example.org", expires_at=AT + 3 * DAY).expires_at == AT + DAY
    Event.objects.update(registration_closes_at=None, starts_at=AT + 30 * DAY, ends_at=AT + 31 * DAY)
    assert invite(event, organizer, email="c@example.org").expires_at == AT + 14 * DAY


def test_before_registration_opens_the_two_weeks_have_not_begun(organizer):
    opens = AT + 20 * DAY
    event = factories.event(starts_at=AT + 60 * DAY, registration_opens_at=opens)
    assert invite(event, organizer).expires_at == opens + 14 * DAY


@pytest.mark.parametrize(
    "changes, refusal",
    [({"state": "draft"}, NotPublished), ({"state": "cancelled"}, NotPublished),
     ({"registration_closes_at": AT - DAY}, Closed)],
)  # fmt: skip
def test_nobody_is_invited_to_what_nobody_can_register_for(event, organizer, changes, refusal):
    Event.objects.update(**changes)
    with pytest.raises(refusal):
        invite(event, organizer)
    assert not Letter.objects.exists()


@pytest.mark.parametrize("moment", ["expires_at", "hold_until"])
def test_a_moment_that_has_passed_is_refused(event, organizer, moment):
    with pytest.raises(MomentPassed):
        invite(event, organizer, **{moment: AT - DAY})


def test_nobody_is_invited_where_only_nominees_are_taken(event, organizer):
    Event.objects.update(admission="nomination")
    with pytest.raises(InvitesNobody):
        invite(event, organizer)


def test_an_address_is_invited_once_while_its_invitation_stands(event, organizer):
    invite(event, organizer)
    with pytest.raises(AlreadyInvited):
        invite(event, organizer, email="ALIYA@example.org")
    assert Invitation.objects.count() == 1


def test_somebody_registered_is_not_invited(event, organizer):
    factories.registration(event, person=factories.person(email="aliya@example.org"))
    with pytest.raises(GuestIsRegistered):
        invite(event, organizer)


def test_an_address_can_be_invited_anew_after_it_was_taken_back_ran_out_or_its_registration_ended(event, organizer):
    actions.revoke(invite(event, organizer), by=organizer, at=AT)
    again = invite(event, organizer, hold_until=AT + DAY)
    later = again.expires_at - timedelta(hours=1)
    Invitation.objects.filter(pk=again.pk).update(expires_at=AT + DAY)
    third = invite(event, organizer, at=later)
    registration = accept(third, at=later)
    actions.withdraw(registration, by=None, at=later)
    invite(event, organizer, at=later)
    states = list(Invitation.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["revoked", "expired", "revoked", "sent"]
    assert seats(event) == (0, 0, 0)


def test_a_kept_seat_is_counted_and_becomes_the_guests_own(event, organizer):
    invitation = invite(event, organizer, hold_until=AT + DAY)
    assert seats(event) == (0, 1, 0)
    assert accept(invitation).state == "confirmed"
    assert seats(event) == (1, 0, 0)


def test_no_more_seats_are_kept_than_are_free(event, organizer):
    factories.registration(event)
    invite(event, organizer, hold_until=AT + DAY)
    with pytest.raises(NotEnoughSeats):
        invite(event, organizer, email="b@example.org", hold_until=AT + DAY)
    assert seats(event) == (1, 1, 0)
    assert Letter.objects.count() == 1


def test_kept_seats_count_against_the_limit_of_their_country(event, organizer):
    Event.objects.update(has_limits=True)
    Quota.objects.create(event=event, scope="country", value="KG", limit=1)
    invite(event, organizer, country="KG", hold_until=AT + DAY)
    with pytest.raises(LimitReached):
        invite(event, organizer, email="b@example.org", country="KG", hold_until=AT + DAY)
    other = invite(event, organizer, email="c@example.org", country="KG")
    assert accept(other).state == "waiting"


def test_a_seat_is_not_kept_longer_than_the_link_works(event, organizer):
    invitation = invite(event, organizer, expires_at=AT + DAY, hold_until=AT + 5 * DAY)
    assert invitation.held_until == AT + DAY


def test_saying_no_or_taking_back_gives_the_kept_seat_to_the_first_in_line_once(event, organizer):
    kept = [invite(event, organizer, email=f"{k}@example.org", hold_until=AT + DAY) for k in range(2)]
    waiting = accept(invite(event, organizer, email="late@example.org"))
    assert waiting.state == "waiting"
    actions.refuse_invitation(kept[0], at=AT)
    waiting.refresh_from_db()
    assert (waiting.state, seats(event)) == ("confirmed", (1, 1, 0))
    with pytest.raises(InvitationUsed):
        actions.revoke(kept[0], by=organizer, at=AT)
    actions.revoke(kept[1], by=organizer, at=AT)
    assert seats(event) == (1, 0, 0)
    assert Letter.objects.filter(kind="registration_promoted").count() == 1


def test_an_invitation_ends_once_and_what_was_accepted_stays(event, organizer):
    invitation = invite(event, organizer)
    accept(invitation)
    for ending in (lambda: actions.revoke(invitation, by=organizer, at=AT),
                   lambda: actions.refuse_invitation(invitation, at=AT)):  # fmt: skip
        with pytest.raises(InvitationUsed):
            ending()
    assert Invitation.objects.get().state == "accepted"
    assert Registration.objects.live().count() == 1


def test_links_run_out_and_give_their_seats_back_once(event, organizer):
    invite(event, organizer, expires_at=AT + DAY, hold_until=AT + DAY)
    assert actions.expire_invitations(at=AT) == 0
    assert actions.expire_invitations(at=AT + DAY) == 1
    assert actions.expire_invitations(at=AT + DAY) == 0
    assert (Invitation.objects.get().state, seats(event)) == ("expired", (0, 0, 0))


def test_a_seat_kept_until_a_date_returns_then_and_the_link_goes_on_working(event, organizer):
    invitation = invite(event, organizer, hold_until=AT + DAY)
    factories.registration(event)
    line = [accept(invite(event, organizer, email=f"{k}@example.org")) for k in range(2)]
    assert actions.return_held_seats(at=AT) == 0
    assert [actions.return_held_seats(at=AT + DAY) for _ in range(2)] == [1, 0]
    assert [Registration.objects.get(pk=row.pk).state for row in line] == ["confirmed", "waiting"]
    assert accept(invitation, at=AT + DAY).state == "waiting"


def test_a_reminder_holds_a_new_link_and_the_old_one_stops_working(event, organizer):
    invite(event, organizer)
    old = token_in(Letter.objects.get(kind="invitation_sent"))
    assert actions.remind(event, by=organizer, at=AT + DAY) == 1
    letter = Letter.objects.get(kind="invitation_reminder")
    assert Invitation.objects.opened_with(token_in(letter), AT + DAY).exists()
    assert not Invitation.objects.opened_with(old, AT + DAY).exists()


def test_nobody_is_written_to_twice_within_24_hours(event, organizer):
    invite(event, organizer)
    times = [AT + timedelta(hours=hours) for hours in (1, 24, 25, 47, 48)]
    assert [actions.remind(event, by=organizer, at=at) for at in times] == [0, 1, 0, 0, 1]
    assert Invitation.objects.get().reminders == 2


def test_only_those_chosen_and_not_yet_answered_are_reminded(event, organizer):
    rows = [invite(event, organizer, email=f"{k}@example.org") for k in range(3)]
    actions.refuse_invitation(rows[0], at=AT)
    codes = [row.code for row in rows[:2]]
    assert actions.remind(event, codes=codes, by=organizer, at=AT + DAY) == 1
    assert Letter.objects.get(kind="invitation_reminder").to == "1@example.org"
    assert actions.remind(event, codes=[], by=organizer, at=AT + DAY) == 0


def test_a_list_is_invited_as_a_whole_and_those_known_are_left_alone(event, organizer):
    invite(event, organizer, email="known@example.org")
    factories.registration(event, person=factories.person(email="here@example.org"))
    names = ("known", "here", "new", "other")
    guests = [actions.Guest(email=f"{name}@example.org", language="en") for name in names]
    made = actions.invite_many(event, guests, by=organizer, at=AT)
    assert [row.email for row in made] == ["new@example.org", "other@example.org"]
    assert Letter.objects.filter(kind="invitation_sent").count() == 3


def test_a_list_for_which_there_are_too_few_seats_invites_nobody(event, organizer):
    guests = [actions.Guest(email=f"{k}@example.org", language="en") for k in range(3)]
    with pytest.raises(NotEnoughSeats, match="2"):
        actions.invite_many(event, guests, hold_until=AT + DAY, by=organizer, at=AT)
    assert (Invitation.objects.count(), Letter.objects.count(), seats(event)) == (0, 0, (0, 0, 0))


def test_inviting_a_list_takes_few_queries_however_long_it_is(event, organizer, django_assert_max_num_queries):
    guests = [actions.Guest(email=f"{k}@example.org", language="en") for k in range(20)]
    with django_assert_max_num_queries(20 * 4 + 12):
        actions.invite_many(event, guests, by=organizer, at=AT)


def test_the_invited_are_seated_at_once_where_all_others_need_approval(organizer):
    event = factories.event(admission="mixed")
    assert accept(invite(event, organizer)).state == "confirmed"
    assert Registration.objects.get().route == "invited"


def test_a_used_invitation_lets_nobody_in_again(event, organizer):
    invitation = invite(event, organizer)
    registration = accept(invitation)
    actions.withdraw(registration, by=None, at=AT)
    draft = actions.write_draft(
        event, email=invitation.email, answers=ANSWERS, draft=None, at=AT, invitation=invitation
    )
    with pytest.raises(InvitationUsed):
        actions.confirm(draft, person=registration.person, at=AT)
