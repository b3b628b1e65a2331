"""The holder's pages, and the documents behind a badge."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone
from openbadgeslib.ob3 import OB3Verifier
from openbadgeslib.ob3.status import check_credential_status

from courseware.certificates import actions, links
from courseware.certificates.badges import opened, problems
from courseware.certificates.models import Certificate, PrintedName
from tests import factories
from tests.courseware.certificates.keys import private_pem, public_pem

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def holder(client, certificate):
    client.force_login(certificate.person)
    return client


def url(name, certificate):
    return reverse(f"certificates:{name}", args=[certificate.printed_code])


def test_the_holder_finds_the_certificate_and_the_way_to_the_next(holder, certificate):
    award = factories.award()
    factories.registration(award.event, person=certificate.person)
    html = holder.get(reverse("certificates:mine")).content.decode()
    assert certificate.title in html and award.title in html and "list of who was at the event" in html


def test_my_page_leads_there(holder, certificate):
    assert url("own", certificate) in holder.get(reverse("front:my_page")).content.decode()


def test_the_paper_is_sent_as_it_was_issued_and_to_nobody_else(holder, certificate, client):
    response = holder.get(url("paper", certificate))
    assert response.content == bytes(certificate.paper.data) and response["Content-Type"] == "application/pdf"
    assert "aliya" not in response["Content-Disposition"].lower()
    client.force_login(factories.person())
    assert client.get(url("paper", certificate)).status_code == 404


def test_the_team_may_open_the_paper_too(client, certificate):
    organizer = factories.person()
    factories.membership(certificate.team, organizer)
    client.force_login(organizer)
    assert client.get(url("paper", certificate)).status_code == 200


def test_what_is_missing_is_told_in_words_with_the_way_to_it(client):
    course = factories.course()
    award = factories.award(course)
    factories.module(course)
    client.force_login(factories.person())
    html = client.get(reverse("certificates:missing_of_course", args=[course.slug])).content.decode()
    assert award.title in html and "0 of 1" in html and reverse("reading:course", args=[course.slug]) in html


def test_the_holder_shows_and_hides_the_name(holder, certificate):
    for value, shown in (("yes", True), ("no", False)):
        assert holder.post(url("show_name", certificate), {"shown": value}).status_code == 302
        assert Certificate.objects.get().show_name is shown


def test_the_holder_chooses_what_outlives_the_account(holder, certificate):
    holder.post(reverse("certificates:after_erasing"), {"kept": "yes"})
    assert Certificate.objects.get().proof_outlives_account


def test_the_name_is_kept_as_it_is_to_be_printed(holder, certificate):
    holder.post(reverse("certificates:name"), {"name": " Aliya  Omarova ", "name_other": "Әлия Омарова"})
    chosen = PrintedName.objects.get()
    assert (chosen.name, chosen.name_other) == ("Aliya Omarova", "Әлия Омарова")


@pytest.mark.parametrize("names", [{"name": "Алия"}, {"name": "Aliya", "name_other": "小明"}, {"name": ""}])
def test_a_name_that_cannot_be_printed_is_said_so(holder, names):
    assert holder.post(reverse("certificates:name"), names).status_code == 422


def test_the_badge_is_saved_signed_and_good(holder, certificate):
    token = holder.get(url("badge_jwt", certificate)).content.decode()
    OB3Verifier(public_pem(1)).verify(token)
    assert problems(*opened(token, actions.keyring())) == []
    document = json.loads(holder.get(url("badge_json", certificate)).content)
    assert document["id"].endswith(token)


def test_every_address_in_a_badge_answers(holder, certificate, client):
    header, payload = opened(actions.token_of(certificate), actions.keyring())
    subject, status = payload["credentialSubject"], payload["credentialStatus"]
    addresses = [header["kid"], payload["id"], payload["issuer"]["id"], subject["achievement"]["id"]]
    for address in [*addresses, status["statusListCredential"]]:
        assert client.get(address.removeprefix(links.absolute(""))).status_code == 200
    achievement = client.get(subject["achievement"]["id"].removeprefix(links.absolute(""))).json()
    assert achievement["criteria"] == subject["achievement"]["criteria"]


def test_published_keys_verify_badges_of_before_a_rotation(holder, certificate, settings, client):
    old = holder.get(url("badge_jwt", certificate)).content.decode()
    settings.BADGE_KEYS = private_pem(2) + public_pem(1)
    published = client.get("/.well-known/jwks.json").json()["keys"]
    header, _payload = opened(old, actions.keyring())
    assert header["kid"] in [key["kid"] for key in published] and len(published) == 2
    assert all("d" not in key for key in published)
    new = holder.get(url("badge_jwt", certificate)).content.decode()
    assert opened(new, actions.keyring())[0]["kid"] != header["kid"]


def test_the_list_signed_after_a_rotation_tells_of_badges_signed_before_it(holder, certificate, settings, client):
    found = OB3Verifier(public_pem(1)).verify(holder.get(url("badge_jwt", certificate)).content.decode())
    settings.BADGE_KEYS = private_pem(2) + public_pem(1)
    downloaded = {"download": lambda address: client.get(address.removeprefix(links.absolute(""))).content}
    verified = downloaded | {"verify_list": True, "list_pubkey_pem": public_pem(2)}
    check_credential_status(found, **verified)
    actions.revoke(certificate, reason="mistake", by=None, at=AT)
    with pytest.raises(Exception, match=f"is set at index {certificate.status_index}"):
        check_credential_status(found, **verified)


def test_a_site_without_keys_gives_out_no_badges_and_keeps_its_pages(holder, certificate, settings):
    settings.BADGE_KEYS = ""
    assert holder.get(url("badge_jwt", certificate)).status_code == 404
    assert ".jwt" not in holder.get(url("own", certificate)).content.decode()


def test_the_achievement_is_found_after_its_award_is_gone(certificate, client):
    address = reverse("certificates:achievement", args=[certificate.achievement])
    certificate.event.registrations.all().delete()
    certificate.event.delete()
    assert client.get(address).json()["name"] == certificate.badge_name
