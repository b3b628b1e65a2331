import pytest
from django.core.management import CommandError, call_command

from accounts.audit.models import AuditEntry
from accounts.people.models import Person
from accounts.teams.models import Team
from tests import factories

pytestmark = pytest.mark.django_db


def make(email, *more, team="Border security programme"):
    call_command("make_organizer", email, "--team", team, *more)
    return Person.objects.get(email=email.lower())


def test_it_makes_the_person_and_the_team():
    person = make("First@example.org")
    assert Team.objects.managed_by(person).get().name == "Border security programme"
    assert person.emailaddress_set.get().verified
    assert not person.is_staff


def test_twice_is_once():
    make("first@example.org")
    make("first@example.org")
    assert (Person.objects.count(), Team.objects.count()) == (1, 1)


def test_a_moderator_becomes_organizer():
    person = factories.person(email="mod@example.org")
    factories.team(moderator=person, slug="border-security-programme", name="Border security programme")
    assert Team.objects.managed_by(make("mod@example.org")).exists()


def test_the_administration_is_opened_only_when_asked(client):
    for email, more, status in (("first@example.org", (), 403), ("boss@example.org", ("--admin",), 200)):
        client.force_login(make(email, *more))
        assert client.get("/admin/", follow=True).status_code == status


def test_the_administration_is_entered_through_the_one_door(client):
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/sign-in/")


@pytest.mark.parametrize(("email", "team"), [("nobody", "A team"), ("a@example.org", "  ")])
def test_bad_input_is_refused_in_a_sentence(email, team):
    with pytest.raises(CommandError, match=r"address|name"):
        call_command("make_organizer", email, "--team", team)
    assert not Person.objects.exists()


def test_the_trail_names_no_address():
    make("first@example.org")
    assert not AuditEntry.objects.filter(details__icontains="example.org").exists()


def test_a_team_name_in_cyrillic_gets_an_address_too():
    make("first@example.org", team="Пограничная программа")
    make("second@example.org", team="Другая программа")
    assert Team.objects.count() == 2
