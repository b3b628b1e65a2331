from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.people import actions, codes
from accounts.people.models import Person
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_address_never_proven_is_forgotten_after_a_day():
    at = timezone.now()
    codes.find_or_create("stranger@example.org", at=at)
    assert actions.forget_unproven(at=at + timedelta(hours=23)) == 0
    assert actions.forget_unproven(at=at + timedelta(hours=25)) == 1
    assert not Person.objects.filter(email="stranger@example.org").exists()


def test_whoever_begins_anew_is_given_another_day():
    at = timezone.now()
    codes.find_or_create("stranger@example.org", at=at - timedelta(hours=25))
    codes.find_or_create("stranger@example.org", at=at)
    assert actions.forget_unproven(at=at) == 0


def test_whoever_has_proven_an_address_or_serves_in_a_team_is_kept():
    factories.person(proven=True)
    factories.team(organizer=factories.person(proven=False))
    assert actions.forget_unproven(at=timezone.now() + timedelta(days=30)) == 0


def test_one_address_is_one_person_whatever_its_capitals():
    at = timezone.now()
    assert codes.find_or_create("Aliya@Example.org", at=at) == codes.find_or_create("aliya@example.ORG", at=at)
    with pytest.raises(IntegrityError):
        Person.objects.create(email="Capital@example.org")


def test_what_is_told_elsewhere_fills_blanks_and_overwrites_nothing():
    person = factories.person(name="Aliya", agency="")
    actions.fill_blanks(person, name="Somebody else", agency="Customs")
    person.refresh_from_db()
    assert (person.name, person.agency) == ("Aliya", "Customs")


def test_a_person_from_the_command_line_can_sign_in_by_code(client):
    Person.objects.create_superuser("root@example.org")
    assert codes.find_or_create("root@example.org", at=timezone.now()).is_superuser
