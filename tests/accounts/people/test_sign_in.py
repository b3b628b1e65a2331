import pytest
from allauth.mfa.adapter import get_adapter
from django.urls import reverse

from accounts.outbox.models import Letter
from accounts.people.models import Person
from tests import factories
from tests.mailbox import last_code, last_letter

pytestmark = pytest.mark.django_db
SIGN_IN, CODE = "/sign-in/", "/sign-in/code/"


def ask(client, email, **data):
    return client.post(SIGN_IN, {"email": email, **data})


def signed_in(client):
    return "_auth_user_id" in client.session


def test_the_code_from_the_mailbox_signs_in(client):
    factories.person(email="known@example.org")
    assert ask(client, "known@example.org", next="/me/").status_code == 302
    answer = client.post(CODE, {"code": last_code("known@example.org"), "next": "/me/"})
    assert (answer.status_code, answer.url) == (302, "/me/")
    assert signed_in(client)


def test_a_new_address_gets_an_account_with_a_proven_mailbox(client):
    ask(client, "New@Example.org")
    client.post(CODE, {"code": last_code("new@example.org")})
    person = Person.objects.get(email="new@example.org")
    assert person.emailaddress_set.get().verified
    assert not person.has_usable_password()


def test_known_and_unknown_addresses_get_the_same_answer_and_letter(client):
    factories.person(email="known@example.org", language="")
    known, unknown = ask(client, "known@example.org"), ask(client, "unknown@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    letters = [last_letter(f"{who}@example.org") for who in ("known", "unknown")]
    assert letters[0].subject == letters[1].subject
    assert letters[0].body.replace(last_code("known@example.org"), "") == letters[1].body.replace(
        last_code("unknown@example.org"), ""
    )


def test_an_inactive_person_is_answered_as_any_other_and_sent_no_code(client):
    factories.person(email="gone@example.org", is_active=False)
    assert ask(client, "gone@example.org").status_code == 302
    assert not Letter.objects.exists()
    assert client.post(CODE, {"code": "AAAA-BBBB"}).status_code == 422


def test_a_wrong_code_is_told_and_three_lead_back_to_the_address(client):
    ask(client, "known@example.org")
    assert [client.post(CODE, {"code": "wrong"}).status_code for _ in range(2)] == [422, 422]
    last = client.post(CODE, {"code": "wrong"}, follow=True)
    assert "wrong three times" in last.content.decode()
    assert not signed_in(client)


def test_the_code_can_be_sent_again(client):
    ask(client, "known@example.org")
    first = last_code("known@example.org")
    client.post(CODE, {"action": "resend"})
    second = last_code("known@example.org")
    assert first != second
    client.post(CODE, {"code": second})
    assert signed_in(client)


def test_the_code_is_of_no_use_in_another_browser(client):
    ask(client, "known@example.org")
    code = last_code("known@example.org")
    other = type(client)()
    assert other.post(CODE, {"code": code}).status_code == 302
    assert not signed_in(other)


def test_the_fourth_code_within_a_minute_is_refused_in_words(client):
    answers = [ask(client, "eager@example.org").status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    assert "Wait a minute" in ask(client, "eager@example.org").content.decode()


def test_sending_again_counts_too(client):
    ask(client, "eager@example.org")
    for _ in range(4):
        client.post(CODE, {"action": "resend"})
    assert Letter.objects.filter(to="eager@example.org").count() == 3


def test_a_stranger_elsewhere_cannot_lock_the_owner_of_a_mailbox_out(client):
    for _ in range(4):
        type(client)(REMOTE_ADDR="203.0.113.9").post(SIGN_IN, {"email": "owner@example.org"})
    assert ask(client, "owner@example.org").status_code == 302


def test_sixty_people_behind_one_address_all_get_a_code(client):
    answers = {ask(type(client)(), f"officer{n}@example.org").status_code for n in range(60)}
    assert answers == {302}


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "x" * 300 + "@example.org"])
def test_what_is_no_address_is_refused(client, address):
    answer = ask(client, address)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["foo", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site_after_signing_in(client, elsewhere):
    ask(client, "known@example.org", next=elsewhere)
    answer = client.post(f"{CODE}?next={elsewhere}", {"code": last_code("known@example.org")})
    assert answer.url == reverse("front:my_page")


def test_passwords_and_sign_up_lead_to_the_one_door(client):
    for name in ("account_login", "account_signup", "account_reset_password", "account_request_login_code"):
        assert client.get(reverse(name)).url == SIGN_IN


def test_signing_out_everywhere_ends_every_session(client):
    person = factories.person()
    other = type(client)()
    client.force_login(person)
    other.force_login(person)
    client.post(reverse("people:sign_out_everywhere"))
    assert [each.get("/me/").status_code for each in (client, other)] == [302, 302]


def test_the_second_factor_is_kept_encrypted():
    secret = get_adapter().encrypt("ABCDEF")
    assert "ABCDEF" not in secret
    assert get_adapter().decrypt(secret) == "ABCDEF"
