from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings

from events.registration.actions import CONSENT_VERSION
from events.registration.models import Rules, shown_as
from front.states import NOTICES
from tests import factories

# A text that somebody agreed to is never changed, nor are the translations of its sentences in locale/: what is to
# change begins a new file and a new line here.
DIGESTS = {
    "2026-11": "3ad291bc678d9680816b4792c3e28b7adf8e913ca468ea5f25e2b19d8b5c379a",
    "2026-11-22": "a633b3a16071d739f14bd9641a8a50feacf79e12bafa33629c88674ef8e24cca",
    "2026-11-22-2": "9ecadec6542d05fe2be56e436753499d8146c14f52195d18ddef5efa5bf87b3b",
}


def text(version):
    return (Path(settings.ROOT) / "templates/front/privacy" / f"{version}.html").read_bytes()


@pytest.mark.parametrize("version", NOTICES)
def test_a_text_that_was_agreed_to_is_never_changed(version):
    assert sha256(text(version)).hexdigest() == DIGESTS[version]


def test_every_text_is_listed_and_the_newest_is_what_people_agree_to():
    files = {path.stem for path in (Path(settings.ROOT) / "templates/front/privacy").glob("*.html")}
    assert files - {"notice"} == set(NOTICES) == set(DIGESTS)
    assert NOTICES[0] == CONSENT_VERSION


def test_every_text_can_be_read_and_says_which_is_the_present_one(client):
    assert "earlier text" not in client.get("/privacy/").content.decode()
    earlier = client.get("/privacy/2026-11/").content.decode()
    assert "Version 2026-11" in earlier
    assert "earlier text" in earlier
    assert client.get("/privacy/1999-01/").status_code == 404


@pytest.mark.django_db
def test_the_own_registration_leads_to_the_text_that_was_agreed(client):
    registration = factories.registration(consent_version="2026-11")
    client.force_login(registration.person)
    assert "/privacy/2026-11/" in client.get(f"/events/{registration.event.slug}/registered/").content.decode()


@pytest.mark.django_db
def test_others_see_country_and_agency_unless_the_event_says_otherwise():
    registration = factories.registration()
    assert shown_as(registration) == "Kazakhstan – Border service"
    Rules.objects.create(event=registration.event, names_hidden=False)
    registration.event.refresh_from_db()
    assert shown_as(registration) == registration.name


@pytest.mark.django_db
def test_whoever_was_emptied_is_shown_by_country():
    registration = factories.registration(name="", agency="")
    Rules.objects.create(event=registration.event, names_hidden=False)
    assert shown_as(registration) == "Kazakhstan"


@pytest.mark.django_db
def test_no_public_page_names_a_participant_not_even_where_names_are_not_hidden(client):
    event = factories.event(slug="webinar")
    Rules.objects.create(event=event, names_hidden=False)
    factories.registration(event, person=factories.person(name="Canary Kanareikin", agency="Canary agency"))
    factories.course(slug="course", event=event)
    colleague = factories.registration(event).person
    paths = ["/", "/events/", "/events/webinar/", "/events/webinar/event.ics", "/courses/", "/courses/course/"]
    for reader in (None, colleague):
        if reader:
            client.force_login(reader)
        pages = [client.get(path, follow=True) for path in [*paths, *(["/events/webinar/registered/"] * bool(reader))]]
        assert not any("Canary" in page.content.decode() for page in pages)
