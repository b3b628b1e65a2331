import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.outbox.models import Letter
from config.logs import Impersonal
from events.programme.models import Event
from events.registration.forms.invitations import country_names
from events.registration.models import Invitation, Registration
from tests import factories
from tests.mailbox import last_code

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LINK = "/invited/secret-token/"
DESK = "/desk/events/webinar/invitations/"
FORM = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "", "language": "en", "consent": "on"}
TABLE = "name;email;country\nAliya;aliya@example.org;Kazakhstan\nBakyt;wrong;Kyrgyzstan\n=1;c@example.org;\n"


@pytest.fixture
def event():
    team = factories.team(organizer=factories.person(email="own@example.org"))
    return factories.event(slug="webinar", team=team, admission="invitation", capacity=10)


@pytest.fixture
def invitation(event):
    return factories.invitation(event, token="secret-token", email="aliya@example.org", name="Aliya", position="Judge")


@pytest.fixture
def desk(client, event):
    client.force_login(event.team.members.get())
    return client


def text(answer):
    return answer.content.decode()


def test_opening_the_link_changes_nothing_and_shows_the_address_masked(client, invitation):
    page = text(client.get(LINK))
    assert invitation.event.title in page
    assert "a***@example.org" in page
    assert "aliya" not in page.lower()
    assert not client.session.keys()
    assert Invitation.objects.get().state == "sent"


def test_the_button_leads_to_a_form_filled_in_beforehand_with_the_address_fixed(client, invitation):
    assert client.post(LINK).url == "/events/webinar/register/"
    page = text(client.get("/events/webinar/register/"))
    assert 'value="Judge"' in page
    assert 'name="email"' not in page


def test_the_invited_register_by_form_and_code_and_the_link_is_used(client, invitation):
    client.post(LINK)
    client.post("/events/webinar/register/", FORM | {"email": "else@example.org"})
    client.post("/events/webinar/register/code/", {"code": last_code("aliya@example.org")})
    registration = Registration.objects.live().get()
    assert (registration.email, registration.route, registration.state) == ("aliya@example.org", "invited", "confirmed")
    assert client.get(LINK).status_code == 404


def test_without_the_link_an_event_by_invitation_takes_nobody(client, event):
    assert "not open to everybody" in text(client.get("/events/webinar/register/"))


def test_somebody_signed_in_with_another_address_is_told_to_sign_out_first(client, invitation):
    client.force_login(factories.person(email="else@example.org"))
    assert "This invitation is for another address; sign out first" in text(client.get(LINK))
    assert client.post(LINK).status_code == 422
    assert f"invitation:{invitation.event_id}" not in client.session
    assert client.post("/accounts/logout/", {"next": LINK}).url == LINK


@pytest.mark.parametrize(
    "changes",
    [{"state": "accepted"}, {"state": "revoked"}, {"state": "declined"}, {"expires_at": timezone.now() - DAY},
     {"token_hash": "0" * 64}],
)  # fmt: skip
def test_used_expired_revoked_and_unknown_links_get_one_and_the_same_page(client, invitation, changes):
    unknown = client.get("/invited/never-was/")
    Invitation.objects.update(**changes)
    for path, ask in ((LINK, client.get), (LINK, client.post), (f"{LINK}decline/", client.post)):
        answer = ask(path)
        assert answer.status_code == unknown.status_code == 404
        assert text(answer).replace(path, "") == text(unknown).replace("/invited/never-was/", "")


def test_the_link_of_a_cancelled_event_offers_no_form(client, invitation):
    Event.objects.update(state="cancelled")
    page = text(client.get(LINK))
    assert "is closed" in page
    assert "Go on to the form" not in page


def test_no_thank_you_is_asked_once_more_and_then_said(client, invitation):
    client.get(f"{LINK}decline/")
    assert Invitation.objects.get().state == "sent"
    answer = client.post(f"{LINK}decline/", follow=True)
    assert "Thank you for telling us" in text(answer)
    assert Invitation.objects.get().state == "declined"


@pytest.mark.parametrize("path", [LINK, f"{LINK}decline/", "/invited/never-was/"])
def test_other_sites_are_never_told_the_link(client, invitation, path):
    answer = client.get(path)
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]


def test_the_link_reaches_no_log(client, invitation):
    """What Django says of an answer 404, as our console would write it."""
    written = StringIO()
    console = logging.StreamHandler(written)
    console.addFilter(Impersonal())
    logging.getLogger("django.request").addHandler(console)
    client.get("/invited/secret-mistyped/")
    logging.getLogger("django.request").removeHandler(console)
    assert "/invited/" in written.getvalue()
    assert "secret-mistyped" not in written.getvalue()


def test_a_nominee_is_told_by_whom(client, event):
    delegation = factories.delegation(event, country="KG", agency="Border service")
    factories.invitation(event, token="secret-token", delegation=delegation)
    assert "You have been nominated by Kyrgyzstan – Border service" in text(client.get(LINK))


def test_the_desk_invites_and_names_what_is_wrong(desk, event):
    given = {"email": "B@Example.org", "category": "speaker", "language": "ru"}
    assert desk.post(f"{DESK}add/", given).status_code == 302
    invitation = Invitation.objects.get()
    assert (invitation.category, invitation.language) == ("speaker", "ru")
    again = desk.post(f"{DESK}add/", given)
    assert again.status_code == 422
    assert "invited to this event already" in text(again)


def test_a_seat_is_kept_until_a_moment_on_the_clock_of_the_event(desk, event):
    until = (event.starts_at - DAY).astimezone(event.zone).replace(microsecond=0)
    given = {"email": "b@example.org", "category": "participant", "language": "en"}
    desk.post(f"{DESK}add/", given | {"hold_until": until.strftime("%Y-%m-%dT%H:%M")})
    assert Invitation.objects.get().held_until == until.replace(second=0)
    assert Event.objects.get().seats_held == 1


def test_a_list_is_shown_line_by_line_and_nothing_is_written_before_the_second_press(desk, event):
    factories.registration(event, person=factories.person(email="here@example.org"))
    factories.invitation(event, email="known@example.org")
    table = f"{TABLE}Here;here@example.org;\nKnown;known@example.org;\n"
    page = text(desk.post(f"{DESK}import/", {"text": table, "language": "en"}))
    for words in ("1 person will be invited", "“wrong” is no e-mail address", "as a formula does",
                  "Registered already", "Invited already"):  # fmt: skip
        assert words in page
    assert Invitation.objects.count() == 1
    assert not Letter.objects.exists()


def test_the_second_press_invites_those_without_a_problem(desk, event):
    answer = desk.post(f"{DESK}import/", {"text": TABLE, "language": "en", "confirmed": "yes"}, follow=True)
    assert "1 person is invited" in text(answer)
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.country.code, Letter.objects.get().to) == (
        "aliya@example.org", "KZ", "aliya@example.org",
    )  # fmt: skip


def test_a_list_can_be_corrected_where_it_was_checked(desk, event):
    answer = desk.post(f"{DESK}import/", {"text": TABLE, "language": "en", "again": "yes"})
    assert answer.status_code == 200
    assert "Bakyt;wrong;Kyrgyzstan" in text(answer)
    assert not Invitation.objects.exists()


def test_a_file_of_an_old_spreadsheet_is_read(desk, event, tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes("ФИО;почта;страна\nАлия;aliya@example.org;Казахстан\n".encode("cp1251"))
    with path.open("rb") as file:
        page = text(desk.post(f"{DESK}import/", {"file": file, "language": "ru"}))
    assert "Алия" in page
    assert "Kazakhstan" in page


@pytest.mark.parametrize("written", ["Кыргызстан", "Киргизия", "Kyrgyzstan", "KG", "kyrgyz republic"])
def test_a_country_is_understood_as_people_write_it(written):
    assert country_names()[written.casefold()] == "KG"


def test_a_list_of_hostile_names_is_shown_as_text(desk, event):
    page = text(desk.post(f"{DESK}import/", {"text": "email;name\na@example.org;<script>x</script>", "language": "en"}))
    assert "<script>x" not in page


@pytest.mark.parametrize("given", [{"text": ""}, {"text": "name\nAliya"}, {"text": TABLE, "hold_until": "soon"}])
def test_a_list_that_cannot_be_read_is_answered_with_the_form(desk, event, given):
    answer = desk.post(f"{DESK}import/", {"language": "en"} | given)
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)


def test_too_few_seats_for_a_list_are_said_and_nobody_is_invited(desk, event):
    Event.objects.update(capacity=0)
    until = (timezone.now() + DAY).strftime("%Y-%m-%dT%H:%M")
    given = {"text": TABLE, "language": "en", "hold_until": until, "confirmed": "yes"}
    answer = desk.post(f"{DESK}import/", given)
    assert answer.status_code == 422
    assert "There is no free seat left" in text(answer)
    assert not Invitation.objects.exists()


def test_the_list_can_be_narrowed_and_shows_counts(desk, event):
    factories.invitation(event, name="Waits")
    factories.invitation(event, name="Refused", state="declined")
    page = text(desk.get(f"{DESK}?state=declined"))
    assert "Refused" in page
    assert "Waits" not in page
    assert "Not answered yet: 1" in page


def test_reminding_and_taking_back_ask_first(desk, event, invitation):
    assert "Remind 1 person?" in text(desk.get(f"{DESK}remind/"))
    assert "1 person is reminded" in text(desk.post(f"{DESK}remind/", {"all": "yes"}, follow=True))
    assert "Nobody is reminded" in text(desk.post(f"{DESK}remind/", {"code": [invitation.code, "x"]}, follow=True))
    assert "Take back the invitation of Aliya?" in text(desk.get(f"{DESK}{invitation.code}/revoke/"))
    desk.post(f"{DESK}{invitation.code}/revoke/")
    assert Invitation.objects.get().state == "revoked"


def test_the_list_takes_as_many_queries_for_many_as_for_one(desk, event):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            desk.get(DESK)
        return len(counted)

    factories.invitation(event)
    for_one = queries()
    for _ in range(3):
        factories.invitation(event, delegation=factories.delegation(event))
    assert queries() == for_one
