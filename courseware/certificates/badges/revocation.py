"""Which badges of an issuer hold no longer: a Bitstring Status List (W3C, version 1.0), one bit for each badge.

A list has room for many more badges than there are, so that fetching it tells nobody which badge is looked at.
"""

import gzip
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from courseware.certificates.badges.credentials import VC, moment, profile, seconds
from courseware.certificates.badges.keys import base64url, from_base64url

LIST_SIZE = 131_072  # the least that the standard allows


def encoded_list(ended: Iterable[int]) -> str:
    """Multibase base64url of the zipped bits, the first bit being the leftmost; the same bits give the same text."""
    bits = bytearray(LIST_SIZE // 8)
    for index in ended:
        bits[index // 8] |= 0x80 >> (index % 8)
    return "u" + base64url(gzip.compress(bytes(bits), mtime=0))


def decoded_list(text: str) -> set[int]:
    bits = gzip.decompress(from_base64url(text.removeprefix("u")))
    return {place for place in range(len(bits) * 8) if bits[place // 8] & (0x80 >> (place % 8))}


def status_list(url: str, *, issuer_url: str, issuer: str, ended: Iterable[int], at: datetime) -> dict[str, Any]:
    """The payload of the signed list; `at` is when it was put together."""
    return {
        "@context": [VC],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": profile(issuer_url, issuer),
        "validFrom": moment(at),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded_list(ended),
        },
        "iss": issuer_url,
        "jti": url,
        "nbf": seconds(at),
        "sub": f"{url}#list",
    }
