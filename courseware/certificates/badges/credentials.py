"""What the documents hold: Open Badges 3.0, as its examples write it, in the order of contexts that it prescribes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

VC = "https://www.w3.org/ns/credentials/v2"
OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CONTEXTS = [VC, OB]


@dataclass(frozen=True, slots=True)
class Badge:
    """`url` is where it is verified, `subject` an opaque name of the holder for this badge alone (a URN).

    `email_hash` is the hex digest of address and `salt`; empty for a holder who is forgotten. Moments are aware.
    """

    url: str
    subject: str
    name: str
    description: str
    criteria: str
    achievement_url: str
    issuer_url: str
    issuer: str
    valid_from: datetime
    valid_until: datetime | None
    email_hash: str
    salt: str
    status_url: str
    status_index: int
    score: int | None = None


def hashed(email: str, salt: str) -> str:
    """SHA-256 of the address in lower case followed by the salt, as Open Badges hashes identities."""
    return sha256(f"{email.strip().lower()}{salt}".encode()).hexdigest()


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(at: datetime) -> int:
    return int(at.timestamp())


def profile(url: str, name: str) -> dict[str, Any]:
    return {"id": url, "type": ["Profile"], "name": name}


def credential(badge: Badge) -> dict[str, Any]:
    """The payload of the VC-JWT: the credential itself, and the registered claims that repeat it."""
    body = {
        "@context": CONTEXTS,
        "id": badge.url,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": profile(badge.issuer_url, badge.issuer),
        "validFrom": moment(badge.valid_from),
        "name": badge.name,
        "credentialSubject": subject(badge),
        "credentialStatus": status_entry(badge),
    }
    claims = {"iss": badge.issuer_url, "jti": badge.url, "nbf": seconds(badge.valid_from), "sub": badge.subject}
    if badge.valid_until:
        body["validUntil"] = moment(badge.valid_until)
        claims["exp"] = seconds(badge.valid_until)
    return body | claims


def subject(badge: Badge) -> dict[str, Any]:
    told = {"id": badge.subject, "type": ["AchievementSubject"], "achievement": achievement(badge)}
    if badge.email_hash:
        told["identifier"] = [identity(badge)]
    if badge.score is not None:
        told["result"] = [{"type": ["Result"], "value": str(badge.score), "resultDescription": f"{badge.url}#score"}]
    return told


def identity(badge: Badge) -> dict[str, Any]:
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"sha256${badge.email_hash}",
        "identityType": "emailAddress",
        "salt": badge.salt,
    }


def achievement(badge: Badge) -> dict[str, Any]:
    """Also what the address of the achievement answers, with the contexts above it."""
    told = {
        "id": badge.achievement_url,
        "type": ["Achievement"],
        "name": badge.name,
        "description": badge.description,
        "criteria": {"narrative": badge.criteria},
    }
    if badge.score is not None:
        description = {"id": f"{badge.url}#score", "type": ["ResultDescription"], "name": "Result of the test"}
        told["resultDescription"] = [description | {"resultType": "Percent"}]
    return told


def status_entry(badge: Badge) -> dict[str, Any]:
    return {
        "id": f"{badge.status_url}#{badge.status_index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(badge.status_index),
        "statusListCredential": badge.status_url,
    }


def enveloped(token: str) -> dict[str, Any]:
    """A signed token as a JSON document, for programs that take no bare one (VC Data Model 2.0, section 4.13)."""
    return {"@context": VC, "id": f"data:application/vc+jwt,{token}", "type": "EnvelopedVerifiableCredential"}
