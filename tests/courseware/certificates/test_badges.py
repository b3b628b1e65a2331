"""The signed documents by themselves, with openbadgeslib and with our own check."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from openbadgeslib.ob3 import OB3Verifier
from openbadgeslib.ob3.status import check_credential_status
from openbadgeslib.ob3.verifier import OB3VerificationError

from courseware.certificates.badges import (
    LIST_SIZE,
    Badge,
    credential,
    decoded_list,
    encoded_list,
    enveloped,
    opened,
    problems,
    read_keys,
    signed,
    status_list,
)
from courseware.certificates.badges.credentials import hashed
from tests.courseware.certificates.keys import private_pem, public_pem

NOW = datetime.now(UTC).replace(microsecond=0)
SITE = "https://convoke.example.org"
BADGE = Badge(
    url=f"{SITE}/verify/7K3M/",
    subject="urn:uuid:5f0c4b7e-9a51-4d3b-9f5e-0a2b6c1d7e8f",
    name="Managing borders",
    description="Knows how borders are managed.",
    criteria="Complete every module and pass the test.",
    achievement_url=f"{SITE}/badges/achievements/1/",
    issuer_url=f"{SITE}/badges/issuers/centre/",
    issuer="Training Centre",
    valid_from=NOW - timedelta(days=1),
    valid_until=NOW + timedelta(days=365),
    email_hash=hashed("aliya@example.org", "a-salt-of-16-characters"),
    salt="a-salt-of-16-characters",
    status_url=f"{SITE}/badges/issuers/centre/status/0/",
    status_index=94_567,
    score=86,
)
KEYS = read_keys(private_pem(1))
KID = f"{SITE}/badges/keys/{KEYS.signing.name}/"


def token(badge=BADGE, **changed):
    payload = credential(badge) | changed
    return signed({name: value for name, value in payload.items() if value is not None}, KEYS.signing, kid=KID)


def ours(text):
    return problems(*opened(text, KEYS))


def test_a_good_badge_is_accepted_by_openbadgeslib_and_by_our_check():
    found = OB3Verifier(public_pem(1)).verify(token())
    assert found.issuer.id == BADGE.issuer_url
    assert ours(token()) == []


def test_one_without_an_end_and_without_a_score_is_good_too():
    text = token(replace(BADGE, valid_until=None, score=None))
    OB3Verifier(public_pem(1)).verify(text)
    assert ours(text) == []


def test_one_of_a_forgotten_holder_has_no_digest_of_an_address():
    text = token(replace(BADGE, email_hash="", salt=""))
    assert "identifier" not in opened(text, KEYS)[1]["credentialSubject"]
    assert ours(text) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"@context": list(reversed(credential(BADGE)["@context"]))},
        {"@context": None},
        {"iss": f"{SITE}/somebody-else/"},
        {"jti": "urn:uuid:1"},
        {"sub": "urn:uuid:1"},
        {"nbf": None},
        {"type": ["VerifiableCredential"]},
    ],
)
def test_what_openbadgeslib_refuses_our_check_names_too(changed):
    with pytest.raises(OB3VerificationError):
        OB3Verifier(public_pem(1)).verify(token(**changed))
    assert ours(token(**changed))


def without(*path):
    payload = credential(BADGE)
    place = payload
    for name in path[:-1]:
        place = place[name]
    del place[path[-1]]
    return payload


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (("validFrom",), "validFrom"),
        (("sub",), "sub"),
        (("name",), "name"),
        (("credentialSubject", "achievement", "criteria"), "criteria"),
        (("credentialSubject", "achievement", "description"), "description"),
        (("credentialSubject", "id"), "sub"),
        (("credentialStatus", "statusListIndex"), "credentialStatus"),
        (("issuer", "name"), "issuer"),
        (("exp",), "validUntil"),
    ],
)
def test_our_check_names_what_is_missing(path, named):
    assert named in problems({"alg": "RS256", "kid": KID, "typ": "JWT"}, without(*path))


def test_our_check_names_a_moment_that_the_claim_does_not_repeat():
    assert ours(token(nbf=credential(BADGE)["nbf"] + 1)) == ["validFrom"]


def test_our_check_names_an_address_in_clear_and_a_wrapped_credential():
    assert "address" in ours(token(name="aliya@example.org"))
    assert "vc" in ours(token(vc={}))


def test_a_header_with_more_than_it_should_hold_is_named():
    assert problems({"alg": "none", "kid": "1", "jwk": {}}, credential(BADGE)) == ["header", "alg", "kid"]


def test_a_changed_payload_is_not_opened():
    head, body, signature = token().split(".")
    with pytest.raises(ValueError, match="fit"):
        opened(f"{head}.{body[:-2]}AA.{signature}", KEYS)


def test_the_address_can_be_matched_only_by_who_has_it():
    identity = opened(token(), KEYS)[1]["credentialSubject"]["identifier"][0]
    assert identity["identityHash"] == f"sha256${hashed('Aliya@Example.org', identity['salt'])}"
    assert "aliya" not in str(opened(token(), KEYS)).lower()


def test_an_expired_badge_is_refused():
    past = replace(BADGE, valid_from=NOW - timedelta(days=9), valid_until=NOW - timedelta(days=2))
    with pytest.raises(OB3VerificationError, match="expired"):
        OB3Verifier(public_pem(1)).verify(token(past))


def test_an_old_badge_verifies_after_the_keys_were_rotated():
    rotated = read_keys(private_pem(2) + public_pem(1))
    assert rotated.signing.name != KEYS.signing.name
    header, payload = opened(token(), rotated)
    assert problems(header, payload) == []
    with pytest.raises(ValueError, match="not signed"):
        opened(token(), read_keys(private_pem(2)))


def test_a_published_key_tells_nothing_private():
    jwk = KEYS.signing.jwk(KID)
    assert set(jwk) == {"kty", "n", "e", "kid", "alg", "use"}


@pytest.mark.parametrize(
    "text", ["no key at all", public_pem(1), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"]
)
def test_keys_that_cannot_sign_are_refused(text):
    with pytest.raises(ValueError):
        read_keys(text)


def test_no_keys_are_no_keys():
    assert read_keys("").keys == ()


def test_a_status_list_keeps_which_badges_ended():
    assert decoded_list(encoded_list({0, 7, 8, LIST_SIZE - 1})) == {0, 7, 8, LIST_SIZE - 1}
    assert LIST_SIZE >= 131_072


def listed(ended):
    payload = status_list(BADGE.status_url, issuer_url=BADGE.issuer_url, issuer="Centre", ended=ended, at=NOW)
    return lambda url: signed(payload, KEYS.signing, kid=KID).encode()


def check(ended):
    found = OB3Verifier(public_pem(1)).verify(token())
    check_credential_status(found, download=listed(ended), verify_list=True, list_pubkey_pem=public_pem(1))


def test_openbadgeslib_reads_our_status_list():
    check({94_566, 94_568})
    with pytest.raises(Exception, match="is set at index 94567"):
        check({94_567})


def test_the_json_document_holds_the_signed_badge():
    assert enveloped(token())["id"].removeprefix("data:application/vc+jwt,") == token()
