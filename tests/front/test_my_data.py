import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.people.models import Person
from accounts.teams.models import Role
from front import personal_data
from tests import factories
from tests.mailbox import last_code

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def person():
    return factories.person(email="me@example.org", name="Somebody")


def unzipped(answer):
    return ZipFile(BytesIO(b"".join(answer.streaming_content)))


def downloaded(client, person):
    client.force_login(person)
    return unzipped(client.post("/me/data/download/"))


def signed_in(client, person):
    """By a code, as people do: only then the site knows when."""
    client.post("/sign-in/", {"email": person.email})
    client.post("/sign-in/code/", {"code": last_code(person.email)})
    return client


def test_the_page_says_what_there_is(client, person):
    client.force_login(person)
    page = client.get("/me/data/").content.decode()
    assert "Download my data" in page
    assert "/me/erase/" in page


def test_the_copy_holds_questions_answers_and_the_profile(client, person):
    registration = factories.registration(person=person)
    question = factories.form_question(registration.event, label="What do you eat?")
    factories.answer(registration, question, value="Plov")
    told = json.loads(downloaded(client, person).read("data.json"))
    assert told["people"]["profile"]["name"] == "Somebody"
    (answer,) = told["registration"]["registrations"][0]["answers"]
    assert (answer["question"], answer["answer"]) == ("What do you eat?", "Plov")


def test_files_lie_in_it_as_they_were_handed_in(client, person):
    registration = factories.registration(person=person)
    factories.answer(registration, file=factories.attachment(b"%PDF first", name="letter.pdf"))
    factories.answer(registration, file=factories.attachment(b"%PDF second", name="letter.pdf"))
    archive = downloaded(client, person)
    assert archive.read("registration/letter.pdf") == b"%PDF first"
    assert archive.read("registration/letter-2.pdf") == b"%PDF second"
    answers = json.loads(archive.read("data.json"))["registration"]["registrations"][0]["answers"]
    assert [answer["file"]["name"] for answer in answers] == ["registration/letter.pdf", "registration/letter-2.pdf"]


def test_letters_lie_in_it_as_text(client, person):
    factories.letter(to=person.email, kind="news", subject="News", body="Dear reader", created_at=AT)
    assert downloaded(client, person).read(f"outbox/{AT:%Y-%m-%d}-news.txt") == b"News\n\nDear reader\n"


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\up.pdf", "\x00.pdf", "", "...", "CON:/a?.pdf"])
def test_no_name_of_a_file_leads_out_of_its_folder(name, person, monkeypatch):
    monkeypatch.setattr(personal_data, "collected", lambda _: {"room": {"file": {"name": name, "data": b"x"}}})
    with ZipFile(personal_data.packed(person, at=AT)) as archive:
        (path,) = set(archive.namelist()) - {"data.json"}
    assert path.startswith("room/")
    assert not set(path.removeprefix("room/")) & set("/\\:?\x00")


def test_nothing_of_anybody_else_is_in_it(client, person):
    event = factories.event()
    factories.registration(event, person=person)
    other = factories.registration(event, person=factories.person(name="Canary", email="canary@example.org"))
    factories.answer(other, value="Canary answer")
    factories.letter(to="canary@example.org")
    archive = downloaded(client, person)
    assert not any(b"anary" in archive.read(name) for name in archive.namelist())


def test_a_copy_is_recorded_and_kept_by_nobody(client, person):
    client.force_login(person)
    answer = client.post("/me/data/download/")
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Type"] == "application/zip"
    assert AuditEntry.objects.get(action="data_downloaded").actor == person.code


def test_opening_the_page_of_erasing_erases_nothing(client, person):
    page = signed_in(client, person).get("/me/erase/").content.decode()
    assert "Type your e-mail address" in page
    assert Person.objects.filter(pk=person.pk).exists()


def test_whoever_signed_in_long_ago_signs_in_again_first(client, person):
    client.force_login(person)
    assert "Sign in again" in client.get("/me/erase/").content.decode()
    answer = client.post("/me/erase/", {"email": person.email})
    assert answer.url == "/sign-in/?next=/me/erase/"
    assert "_auth_user_id" not in client.session
    assert Person.objects.filter(pk=person.pk).exists()


def test_signing_in_does_not_count_for_more_than_a_quarter_of_an_hour(client, person):
    session = signed_in(client, person).session
    session["account_authentication_methods"] = [
        record | {"at": record["at"] - 16 * 60} for record in session["account_authentication_methods"]
    ]
    session.save()
    assert "Sign in again" in client.get("/me/erase/").content.decode()


def test_another_address_than_the_own_erases_nothing(client, person):
    answer = signed_in(client, person).post("/me/erase/", {"email": "other@example.org"})
    assert answer.status_code == 422
    assert "not the address of your account" in answer.content.decode()
    assert Person.objects.filter(pk=person.pk).exists()


def test_typing_the_address_erases_signs_out_and_says_so(client, person):
    factories.registration(person=person)
    answer = signed_in(client, person).post("/me/erase/", {"email": " Me@Example.org "}, follow=True)
    assert "You are erased" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert not Person.objects.filter(email="me@example.org").exists()
    assert AuditEntry.objects.filter(action="person_erased").exists()


def test_whoever_asks_by_letter_is_erased_by_code(person):
    call_command("erase", str(person.code), stdout=StringIO())
    assert not Person.objects.filter(pk=person.pk).exists()
    assert AuditEntry.objects.get(action="person_erased").actor is None
    with pytest.raises(CommandError, match="Nobody has this code"):
        call_command("erase", str(person.code))


def refusal(client, person):
    client = signed_in(client, person)
    assert client.post("/me/erase/", {"email": person.email}).status_code == 422
    assert Person.objects.filter(pk=person.pk).exists()
    return client.get("/me/erase/").content.decode()


def test_the_last_organizer_of_a_team_is_told_to_hand_it_over(client, person):
    team = factories.team(organizer=person, moderator=factories.person(), name="Border team")
    assert "You are the only organizer of “Border team”" in refusal(client, person)
    factories.membership(team, factories.person(), role=Role.ORGANIZER)
    client.post("/me/erase/", {"email": person.email})
    assert not Person.objects.filter(pk=person.pk).exists()


def test_whoever_administers_the_site_is_refused(client):
    assert "administers this site" in refusal(client, factories.person(is_superuser=True, is_staff=True))


def test_somebody_who_was_erased_can_begin_anew(client, person):
    signed_in(client, person).post("/me/erase/", {"email": person.email})
    signed_in(client, person)
    assert client.get("/me/").status_code == 200
    assert Person.objects.get(email=person.email).code != person.code
