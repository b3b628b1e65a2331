import pytest
from django.contrib.sessions.models import Session

from tests import factories

pytestmark = pytest.mark.django_db
CLEARS = "Clear-Site-Data"


@pytest.fixture
def person(client):
    someone = factories.person()
    client.force_login(someone)
    return someone


@pytest.mark.parametrize("address", ["/accounts/logout/", "/me/sign-out-everywhere/"])
def test_signing_out_empties_what_the_browser_holds(client, person, address):
    assert client.post(address)[CLEARS] == '"cache", "storage"'


def test_an_expired_session_leaves_unsent_answers_alone(client, person):
    Session.objects.all().delete()
    assert CLEARS not in client.post("/me/sign-out-everywhere/")
    assert CLEARS not in client.get("/me/")


def test_other_forms_empty_nothing(client, person):
    assert CLEARS not in client.post("/settings/theme/", {"theme": "dark"})
