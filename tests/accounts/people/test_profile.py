import pytest

from tests import factories
from tests.mailbox import last_code

pytestmark = pytest.mark.django_db
PROFILE = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "", "language": "ru", "time_zone": ""}


def test_a_profile_is_saved_and_said_so(client):
    person = factories.person()
    client.force_login(person)
    answer = client.post("/me/profile/", PROFILE, follow=True)
    person.refresh_from_db()
    assert (person.name, person.agency) == ("Aliya", "Customs")
    assert "message success" in answer.content.decode()


def test_an_unknown_zone_is_refused_and_nothing_saved(client):
    person = factories.person(name="Before")
    client.force_login(person)
    assert client.post("/me/profile/", PROFILE | {"time_zone": "Mars/Base"}).status_code == 422
    person.refresh_from_db()
    assert person.name == "Before"


def test_language_comes_from_the_profile_then_the_cookie_then_the_browser(client):
    assert client.get("/help/", headers={"accept-language": "ru"}).headers["Content-Language"] == "ru"
    client.post("/settings/language/", {"language": "en"})
    assert client.get("/help/", headers={"accept-language": "ru"}).headers["Content-Language"] == "en"
    client.force_login(factories.person(language="ru"))
    assert client.get("/help/").headers["Content-Language"] == "ru"


def test_choosing_a_language_is_kept_in_the_profile(client):
    person = factories.person(language="en")
    client.force_login(person)
    client.post("/settings/language/", {"language": "ru"})
    person.refresh_from_db()
    assert person.language == "ru"


def test_an_unknown_language_changes_nothing(client):
    assert client.post("/settings/language/", {"language": "xx"}).status_code == 302
    assert "django_language" not in client.cookies


def test_opening_the_settings_by_get_changes_nothing(client):
    assert client.get("/settings/language/?language=ru").status_code == 405
    assert client.get("/settings/theme/?theme=dark").status_code == 405


def test_the_chosen_colours_reach_the_page(client):
    assert "data-theme" not in client.get("/help/").content.decode()
    client.post("/settings/theme/", {"theme": "dark"})
    assert 'data-theme="dark"' in client.get("/help/").content.decode()


def test_a_zone_that_no_longer_exists_breaks_no_page(client):
    client.force_login(factories.person(time_zone="Atlantis/Capital"))
    assert client.get("/me/").status_code == 200


def test_changing_the_address_needs_the_code_from_the_new_one(client):
    person = factories.person(email="old@example.org")
    client.force_login(person)
    client.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    person.refresh_from_db()
    assert person.email == "old@example.org"
    answer = client.post("/accounts/confirm-email/", {"code": last_code("new@example.org")})
    person.refresh_from_db()
    assert (answer.status_code, person.email) == (302, "new@example.org")
    assert person.emailaddress_set.get().email == "new@example.org"


def test_an_address_that_somebody_has_cannot_be_taken(client):
    factories.person(email="taken@example.org")
    person = factories.person(email="old@example.org")
    client.force_login(person)
    client.post("/accounts/email/", {"email": "taken@example.org", "action_add": ""})
    client.post("/accounts/confirm-email/", {"code": "AAAA-BBBB"})
    person.refresh_from_db()
    assert person.email == "old@example.org"


def test_an_address_typed_once_and_never_proven_does_not_block_its_owner(client):
    client.post("/sign-in/", {"email": "new@example.org"})
    person = factories.person(email="old@example.org")
    owner = type(client)()
    owner.force_login(person)
    owner.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    owner.post("/accounts/confirm-email/", {"code": last_code("new@example.org")})
    person.refresh_from_db()
    assert person.email == "new@example.org"
