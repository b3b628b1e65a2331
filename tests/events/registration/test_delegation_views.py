from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.outbox.models import Letter
from events.programme.models import Event
from events.registration.models import Attachment, Delegation, Invitation
from tests import factories

pytestmark = pytest.mark.django_db
DESK = "/desk/events/webinar/delegations/"
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def event():
    team = factories.team(organizer=factories.person(email="own@example.org"))
    return factories.event(slug="webinar", team=team, admission="nomination", capacity=10)


@pytest.fixture
def delegation(event):
    return factories.delegation(event, focal_email="focal@example.org", agency="Border service")


@pytest.fixture
def focal(client, delegation):
    client.force_login(factories.person(email="focal@example.org"))
    client.page = f"/delegations/{delegation.code}/"
    return client


@pytest.fixture
def desk(client, event):
    client.force_login(event.team.members.get())
    return client


def text(answer):
    return answer.content.decode()


def nominate(focal, name="aliya"):
    given = {"name": name.title(), "email": f"{name}@example.org", "position": "Judge", "category": "participant"}
    return focal.post(focal.page, given)


def test_my_page_leads_the_focal_point_to_the_delegation(focal, event):
    assert focal.page in text(focal.get("/me/"))
    assert "You have nominated nobody yet" in text(focal.get(focal.page))


def test_nobody_else_finds_the_page(focal, delegation):
    page = focal.page
    focal.force_login(factories.person())
    assert focal.get(page).status_code == 404
    assert page not in text(focal.get("/me/"))


def test_nominating_writes_to_the_nominee_and_shows_how_it_stands(focal):
    assert nominate(focal).status_code == 302
    page = text(focal.get(focal.page))
    assert "Aliya" in page
    assert "Not answered yet" in page
    assert Letter.objects.get().to == "aliya@example.org"


def test_what_came_of_a_nomination_is_shown(focal, event, delegation):
    nomination = factories.invitation(event, delegation=delegation, state="accepted")
    factories.registration(
        event, state="draft", person=None, invitation=nomination, delegation=delegation, email="x@x.org"
    )
    registration = factories.registration(event, state="pending", invitation=nomination, delegation=delegation)
    assert "Waiting for approval" in text(focal.get(focal.page))
    type(registration).objects.filter(pk=registration.pk).update(state="declined")
    assert "Declined" in text(focal.get(focal.page))


def test_refusals_and_mistakes_are_answered_with_the_form(focal):
    nominate(focal)
    again = nominate(focal)
    assert again.status_code == 422
    assert "invited to this event already" in text(again)
    assert focal.post(focal.page, {"name": "", "email": "x"}).status_code == 422


def test_with_every_seat_filled_there_is_no_form(focal, event, delegation):
    for _ in range(3):
        factories.invitation(event, delegation=delegation)
    page = text(focal.get(focal.page))
    assert "All your seats have a nominee" in page
    assert 'name="position"' not in page


def test_a_closed_delegation_can_be_read_and_not_changed(focal, delegation):
    Delegation.objects.update(closed_at=timezone.now())
    assert "Nominations are closed" in text(focal.get(focal.page))
    assert nominate(focal).status_code == 422


def test_a_pasted_list_is_shown_first_and_nominated_by_a_second_press(focal):
    given = {"text": "Aliya; aliya@example.org; Judge\nBakyt; wrong\n"}
    page = text(focal.post(f"{focal.page}list/", given))
    assert "1 person will be nominated" in page
    assert "“wrong” is no e-mail address" not in page
    assert "There is no e-mail address" in page
    assert not Invitation.objects.exists()
    assert "1 person is nominated" in text(focal.post(f"{focal.page}list/", given | {"confirmed": "y"}, follow=True))
    assert Invitation.objects.get().position == "Judge"


def test_a_list_longer_than_the_seats_says_how_many_are_left(focal):
    given = {"text": "\n".join(f"P; p{k}@example.org" for k in range(4))}
    assert "You can nominate 3 more people. Please shorten the list." in text(focal.post(f"{focal.page}list/", given))
    answer = focal.post(f"{focal.page}list/", given | {"confirmed": "y"})
    assert answer.status_code == 422
    assert not Invitation.objects.exists()


def test_withdrawing_asks_first(focal, event, delegation):
    nomination = factories.invitation(event, delegation=delegation, name="Aliya")
    path = f"/nominations/{nomination.code}/withdraw/"
    assert "Withdraw the nomination of Aliya?" in text(focal.get(path))
    assert Invitation.objects.get().state == "sent"
    assert "nominate somebody else" in text(focal.post(path, follow=True))
    assert "answered already" in text(focal.get(path))


def test_a_note_verbale_is_attached_replaced_and_read_by_focal_point_and_organizer(focal, event, delegation):
    for name in ("first.pdf", "second.pdf"):
        file = BytesIO(PDF)
        file.name = name
        focal.post(f"{focal.page}note/", {"file": file})
    note = Attachment.objects.get()
    assert "second.pdf" in text(focal.get(focal.page))
    assert focal.get(f"/attachments/{note.code}/").content == PDF
    focal.force_login(event.team.members.get())
    assert str(note.code) in text(focal.get(f"{DESK}{delegation.code}/"))


def test_what_is_no_document_is_refused_as_a_note(focal):
    file = BytesIO(b"MZ a program")
    file.name = "note.pdf"
    answer = focal.post(f"{focal.page}note/", {"file": file})
    assert answer.status_code == 422
    assert "Only PDF" in text(answer)
    assert not Attachment.objects.exists()


def test_the_desk_opens_a_delegation_and_names_what_is_missing(desk, event):
    given = {"country": "KG", "focal_name": "Focal", "focal_email": "Focal@example.org", "language": "en", "seats": "4",
             "hold": "on"}  # fmt: skip
    assert desk.post(f"{DESK}add/", given | {"country": ""}).status_code == 422
    assert "Kyrgyzstan" in text(desk.post(f"{DESK}add/", given, follow=True))
    assert Event.objects.get().seats_held == 4
    again = desk.post(f"{DESK}add/", given | {"country": "UZ", "seats": "7"})
    assert "Only 6 seats are free" in text(again)


def test_the_desk_changes_and_closes(desk, event, delegation):
    page = f"{DESK}{delegation.code}/"
    until = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    assert desk.post(page, {"seats": "5", "hold": "on", "returns_at": until}).status_code == 302
    assert Event.objects.get().seats_held == 5
    assert "5 seats kept free go" in text(desk.get(f"{page}close/"))
    desk.post(f"{page}close/")
    assert Event.objects.get().seats_held == 0
    assert "Nominations are closed" in text(desk.post(f"{page}close/", follow=True))


def test_the_desk_lists_delegations_with_figures_in_as_many_queries_for_many_as_for_one(desk, event, delegation):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            assert "1 of 3" in text(desk.get(DESK))
        return len(counted)

    factories.invitation(event, delegation=delegation)
    for_one = queries()
    for _ in range(3):
        factories.delegation(event)
    assert queries() == for_one
