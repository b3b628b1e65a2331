"""What Open Badges 3.0 asks of a signed badge, looked up in the document itself.

Libraries that verify check the signature and what they need for it; a missing criteria, validFrom or sub passes them.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from courseware.certificates.badges.credentials import CONTEXTS

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
HEADER = {"alg", "kid", "typ"}
Document = dict[str, Any]


def problems(header: Document, payload: Document) -> list[str]:
    """What is wrong, by the name of the member; empty for a badge as it should be."""
    return [*wrong_header(header), *(name for name, is_good in RULES.items() if not holds(is_good, payload))]


def wrong_header(header: Document) -> Iterator[str]:
    if set(header) - HEADER:
        yield "header"
    if header.get("alg") != "RS256":
        yield "alg"
    if not is_uri(header.get("kid")):
        yield "kid"


def holds(is_good: Callable[[Document], Any], payload: Document) -> bool:
    """A member that is missing, or of another shape, breaks the rule that reads it."""
    try:
        return bool(is_good(payload))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return False


def is_uri(value: Any) -> bool:
    return isinstance(value, str) and re.match(r"(https?://|urn:uuid:)\S+$", value) is not None


def is_at(text: str, claim: Any) -> bool:
    """A moment in the document and the claim that repeats it, in seconds since 1970."""
    return text.endswith("Z") and int(datetime.fromisoformat(text).timestamp()) == claim


def is_until(payload: Document) -> bool:
    if "validUntil" not in payload:
        return "exp" not in payload
    return is_at(payload["validUntil"], payload["exp"]) and payload["exp"] > payload["nbf"]


def is_nameless(payload: Document) -> bool:
    return not ADDRESS.search(str(payload))


def is_hashed(identity: Document) -> bool:
    salted = len(identity["salt"]) >= 16 and re.fullmatch(r"sha256\$[0-9a-f]{64}", identity["identityHash"])
    return identity["type"] == "IdentityObject" and identity["hashed"] is True and bool(salted)


RULES: dict[str, Callable[[Document], Any]] = {
    "@context": lambda p: p["@context"] == CONTEXTS,
    "id": lambda p: is_uri(p["id"]),
    "type": lambda p: {"VerifiableCredential", "OpenBadgeCredential"} <= set(p["type"]),
    "issuer": lambda p: is_uri(p["issuer"]["id"]) and "Profile" in p["issuer"]["type"] and p["issuer"]["name"],
    "name": lambda p: p["name"],
    "validFrom": lambda p: is_at(p["validFrom"], p["nbf"]),
    "validUntil": is_until,
    "iss": lambda p: p["iss"] == p["issuer"]["id"],
    "jti": lambda p: p["jti"] == p["id"],
    "sub": lambda p: is_uri(p["sub"]) and p["sub"] == p["credentialSubject"]["id"],
    "credentialSubject": lambda p: "AchievementSubject" in p["credentialSubject"]["type"],
    "identifier": lambda p: all(is_hashed(each) for each in p["credentialSubject"].get("identifier", [])),
    "achievement": lambda p: (
        is_uri(p["credentialSubject"]["achievement"]["id"])
        and "Achievement" in p["credentialSubject"]["achievement"]["type"]
        and p["credentialSubject"]["achievement"]["name"]
    ),
    "description": lambda p: p["credentialSubject"]["achievement"]["description"],
    "criteria": lambda p: p["credentialSubject"]["achievement"]["criteria"]["narrative"],
    "credentialStatus": lambda p: (
        p["credentialStatus"]["type"] == "BitstringStatusListEntry"
        and p["credentialStatus"]["statusPurpose"] == "revocation"
        and p["credentialStatus"]["statusListIndex"].isdigit()
        and is_uri(p["credentialStatus"]["statusListCredential"])
    ),
    "vc": lambda p: "vc" not in p,
    "address": is_nameless,
}
