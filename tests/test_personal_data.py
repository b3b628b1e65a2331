"""What an app keeps about a person stands in its personal_data.py; this fails for anything that no file declares."""

from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings

from accounts.people.models import Person
from tests import factories


def keys_to_person():
    for model in apps.get_models(include_auto_created=False):
        if any(field.is_relation and field.related_model is Person for field in model._meta.concrete_fields):
            yield model._meta.label


def declared():
    return {label for path in settings.PERSONAL_DATA for label in import_module(path).MODELS}


def test_every_model_with_a_key_to_a_person_is_declared():
    assert set(keys_to_person()) - declared() == set()


def test_nothing_is_declared_that_does_not_exist():
    assert {label for label in declared() if not apps.get_model(label)} == set()


@pytest.mark.django_db
def test_a_person_is_collected_and_forgotten_in_every_room():
    person = factories.person(name="Canary Kanareikin", email="canary@example.org")
    factories.registration(person=person)
    factories.letter(to=person.email, body="Dear Canary")
    rooms = [import_module(path) for path in settings.PERSONAL_DATA]
    collected = {name: value for room in rooms for name, value in room.collect(person).items()}
    assert "Canary" in str(collected)
    for room in reversed(rooms):
        room.forget(person)
    for model in apps.get_models():
        for row in model.objects.values_list():
            assert "canary" not in str(row).lower(), model._meta.label
