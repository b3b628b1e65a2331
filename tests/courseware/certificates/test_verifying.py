"""What a stranger with a code is told."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.certificates import actions
from courseware.certificates.models import Certificate
from courseware.certificates.tokens import new_code
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


def address(certificate):
    return reverse("certificates:verify", args=[certificate.printed_code])


def page(client, certificate):
    response = client.get(address(certificate))
    assert response.status_code == 200
    return response.content.decode()


def test_it_says_what_the_paper_says_and_not_whose_it_is(client, certificate):
    Certificate.objects.update(hours="12.5", score=86, signatory_name="Anna Lee", signatory_role="Head")
    html = page(client, certificate)
    for words in (certificate.title, certificate.event_title, "12.5", "86 %", "Training Centre", "Anna Lee",
                  certificate.printed_code, "genuine and valid"):  # fmt: skip
        assert words in html
    assert "Aliya" not in html and "aliya@" not in html


def test_it_says_when_it_expired(client, certificate):
    Certificate.objects.update(valid_until=AT.date() - timedelta(days=2))
    assert "was valid until" in page(client, certificate)


def test_months_are_declined_where_the_language_does_so(client, certificate):
    Certificate.objects.update(awarded_on=date(2026, 3, 9))
    html = client.get(address(certificate), headers={"Accept-Language": "ru"}).content.decode()
    assert "9 марта 2026" in html


def test_it_says_when_and_why_it_was_revoked_without_words_for_the_holder(client, certificate):
    actions.revoke(certificate, reason="conduct", words="Between us.", by=None, at=AT)
    html = page(client, certificate)
    assert "The rules of the course or test were broken" in html and "genuine and valid" not in html
    assert "Between us." not in html


def test_it_says_that_another_one_is_in_its_place_and_not_which(client, certificate):
    new = actions.correct_name(certificate, name="Alia Omarova", by=None, at=AT)
    html = page(client, certificate)
    assert "The name was corrected" in html and new.printed_code not in html and new.code not in html


def test_a_typed_name_is_confirmed_or_not(client, certificate):
    yes = client.post(address(certificate), {"name": "omarova aliya"}).content.decode()
    no = client.post(address(certificate), {"name": "Anna Lee"}).content.decode()
    assert "is the name on this certificate" in yes and "is not the name on this certificate" in no
    assert "Aliya Omarova" not in yes + no


def test_the_name_is_shown_where_the_holder_wants_it(client, certificate):
    actions.show_name(certificate, shown=True, by=certificate.person, at=AT)
    assert "Aliya Omarova" in page(client, certificate)


def test_no_name_and_a_missing_one_are_answered_with_the_form(client, certificate):
    assert client.post(address(certificate), {"name": ""}).status_code == 422


def test_erasing_is_told_and_there_is_nothing_to_compare(client, certificate):
    Certificate.objects.update(name="", name_proofs=[], person=None, email_hash="", name_erased_at=AT)
    html = page(client, certificate)
    assert "were erased" in html and 'name="name"' not in html


def test_unknown_codes_are_answered_alike_and_mistyped_ones_say_so(client, certificate):
    unknown = [client.get(reverse("certificates:verify", args=[new_code()])) for _ in range(2)]
    assert [response.status_code for response in unknown] == [404, 404]
    assert all("There is no certificate with this code" in response.content.decode() for response in unknown)
    mistyped = client.get(reverse("certificates:verify", args=["A" * 20]))
    assert mistyped.status_code == 404 and "mistyped" in mistyped.content.decode()


def test_nobody_keeps_lists_or_passes_on_the_page(client, certificate):
    response = client.get(address(certificate))
    assert response["X-Robots-Tag"] == "noindex, nofollow" and response["Referrer-Policy"] == "strict-origin"
    assert "no-store" in response["Cache-Control"]
    assert "Disallow: /verify/" in client.get("/robots.txt").content.decode()


def test_a_code_typed_into_the_form_leads_to_the_certificate(client, certificate):
    response = client.post(reverse("certificates:look_up"), {"code": f" {certificate.printed_code.lower()} "})
    assert client.get(response.url).status_code == 200


def test_many_pages_in_a_minute_are_too_many(client, certificate, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"verify_certificate": "3/m/ip"}
    statuses = [client.get(address(certificate)).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]


def test_many_names_for_one_certificate_are_too_many_from_wherever(client, certificate, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"confirm_name": "30/m/ip,3/h/key"}
    statuses = [client.post(address(certificate), {"name": f"Name {n}"}).status_code for n in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    other = factories.certificate(name_proofs=["x"], code=new_code())
    assert client.post(address(other), {"name": "Anna"}).status_code == 200
