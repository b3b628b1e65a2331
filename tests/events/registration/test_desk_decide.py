import pytest

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from accounts.teams.models import Role
from events.registration.models import Registration
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/desk/events/webinar/registrations/"


@pytest.fixture
def event():
    team = factories.team(organizer=factories.person(email="own@example.org"))
    return factories.event(slug="webinar", team=team, admission="approval", capacity=2)


@pytest.fixture
def desk(client, event):
    client.force_login(event.team.members.get())
    return client


def asks(event, **fields):
    return factories.registration(event, state="pending", approved_at=None, **fields)


def decide_many(desk, do, rows, **data):
    return desk.post(f"{LIST}decide/", {"do": do, "code": [str(row.code) for row in rows]} | data, follow=True)


def decide_one(desk, do, row, **data):
    return desk.post(f"{LIST}{row.code}/decide/", {"do": do} | data, follow=True)


def states(*rows):
    return [Registration.objects.get(pk=row.pk).state for row in rows]


def test_before_anything_changes_the_people_and_the_free_seats_are_shown(event, desk):
    row = asks(event, name="Aliya Umarova")
    page = decide_many(desk, "approve", [row]).content.decode()
    assert "Approve 1 person?" in page and "Aliya Umarova" in page and "2 seats are free" in page
    assert states(row) == ["pending"]


def test_many_are_approved_in_the_order_in_which_they_registered(event, desk):
    rows = [asks(event) for _ in range(3)]
    page = decide_many(desk, "approve", rows[::-1], sure="yes").content.decode()
    assert states(*rows) == ["confirmed", "confirmed", "waiting"]
    assert "3 people were decided about" in page and "1 of them found no free seat" in page


def test_what_was_decided_meanwhile_stays_and_is_counted(event, desk):
    first, second = asks(event), factories.registration(event)
    page = decide_many(desk, "approve", [first, second], sure="yes").content.decode()
    assert "1 person was decided about" in page and "1 had been decided about meanwhile" in page


def test_those_whom_the_decision_does_not_fit_are_told_of_and_left_out(event, desk):
    first, second = asks(event, name="Aliya"), factories.registration(event, name="Bakyt")
    page = decide_many(desk, "approve", [first, second]).content.decode()
    assert "Approve 1 person?" in page and "1 of those ticked is in another state" in page
    assert "Bakyt" not in page


def test_many_are_declined_with_one_reason_that_they_can_read(event, desk):
    rows = [asks(event), asks(event)]
    assert 'name="reason"' in decide_many(desk, "decline", rows).content.decode()
    decide_many(desk, "decline", rows, sure="yes", reason="For customs services only.")
    assert states(*rows) == ["declined", "declined"]
    assert set(Registration.objects.values_list("reason", flat=True)) == {"For customs services only."}
    assert Letter.objects.filter(kind="registration_declined").count() == 2


def test_nobody_is_declined_without_a_reason(event, desk):
    row = asks(event)
    for answer in (
        decide_many(desk, "decline", [row], sure="yes", reason=" "),
        decide_one(desk, "decline", row, sure="yes"),
    ):
        assert answer.status_code == 422
    assert states(row) == ["pending"]


def test_ticking_nobody_is_explained(desk, event):
    for codes in ([], ["nonsense"]):
        answer = desk.post(f"{LIST}decide/", {"do": "approve", "code": codes}, follow=True)
        assert "Nobody was chosen" in answer.content.decode()


def test_afterwards_the_list_is_narrowed_as_before(event, desk):
    answer = decide_many(desk, "approve", [asks(event)], sure="yes", state="pending", country="KZ")
    assert answer.redirect_chain == [(f"{LIST}?state=pending&country=KZ", 302)]


def test_people_of_another_event_are_not_reached(event, desk):
    other = factories.event(team=event.team, admission="approval")
    row = asks(other)
    decide_many(desk, "approve", [row], sure="yes")
    assert decide_one(desk, "approve", row, sure="yes").status_code == 404
    assert states(row) == ["pending"]


def test_a_moderator_decides_nothing(client, event):
    row, moderator = asks(event), factories.person()
    factories.membership(event.team, moderator, role=Role.MODERATOR)
    client.force_login(moderator)
    assert decide_many(client, "approve", [row], sure="yes").status_code == 404
    assert decide_one(client, "withdraw", row, sure="yes").status_code == 404
    assert "Approve those ticked" not in client.get(LIST).content.decode()


def test_one_is_approved_after_one_more_press(event, desk):
    row = asks(event)
    assert "Approve 1 person?" in decide_one(desk, "approve", row).content.decode()
    assert "told by e-mail" in decide_one(desk, "approve", row, sure="yes").content.decode()
    assert states(row) == ["confirmed"]


def test_withdrawing_for_a_person_seats_the_next_and_is_noted_as_the_organizers_doing(event, desk):
    row, other = factories.registration(event), factories.registration(event)
    waiting = factories.registration(event, state="waiting", approved_at=event.created_at)
    decide_one(desk, "withdraw", row, sure="yes")
    assert states(row, other, waiting) == ["withdrawn", "confirmed", "confirmed"]
    assert AuditEntry.objects.get(about=row.about).actor == event.team.members.get().code


def test_what_cannot_be_done_any_more_is_explained(event, desk):
    row = factories.registration(event, state="withdrawn")
    for do in ("approve", "withdraw"):
        assert "Not done:" in decide_one(desk, do, row, sure="yes").content.decode()


def test_an_unknown_decision_is_not_found(event, desk):
    row = asks(event)
    assert decide_one(desk, "erase", row).status_code == 404
    assert decide_many(desk, "withdraw", [row], sure="yes").status_code == 404
