"""Keys that sign, and JSON Web Signatures made with them: RS256 (RFC 7515, RFC 7518), the common floor of verifiers."""

import base64
import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

BLOCK = re.compile(r"-----BEGIN (?P<kind>[A-Z ]+)-----.+?-----END (?P=kind)-----", re.DOTALL)
ALGORITHM = "RS256"
LEAST_BITS = 2048


@dataclass(frozen=True, slots=True)
class Key:
    """`private` is None for one that only proves what it signed before. `name` is its thumbprint (RFC 7638)."""

    public: RSAPublicKey
    private: RSAPrivateKey | None
    name: str

    def jwk(self, kid: str) -> dict[str, str]:
        """The public key alone; `kid` is the address at which it is found."""
        return members(self.public) | {"kid": kid, "alg": ALGORITHM, "use": "sig"}


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys, the one that signs first; empty where no badges are given out."""

    keys: tuple[Key, ...] = ()

    @property
    def signing(self) -> Key:
        return self.keys[0]

    def named(self, name: str) -> Key | None:
        return next((key for key in self.keys if key.name == name), None)


def read_keys(text: str) -> Keyring:
    """Keys in PEM, one below the other: the first is private and signs; the others, private or public, still prove.

    Raises ValueError with a sentence for whoever sets the site up.
    """
    keys = tuple(key_of(found[0]) for found in BLOCK.finditer(text))
    if text.strip() and not keys:
        raise ValueError("no key in PEM was found")
    if keys and keys[0].private is None:
        raise ValueError("the first key has to be a private one, since it signs")
    return Keyring(keys)


def key_of(pem: str) -> Key:
    load = load_pem_public_key if "PUBLIC KEY" in pem else lambda data: load_pem_private_key(data, password=None)
    key = load(pem.encode())
    private = key if isinstance(key, RSAPrivateKey) else None
    public = private.public_key() if private else key
    if not isinstance(public, RSAPublicKey) or public.key_size < LEAST_BITS:
        raise ValueError(f"a key is not RSA of {LEAST_BITS} bits or more")
    return Key(public, private, thumbprint(public))


def members(public: RSAPublicKey) -> dict[str, str]:
    numbers = public.public_numbers()
    return {"e": number(numbers.e), "kty": "RSA", "n": number(numbers.n)}


def thumbprint(public: RSAPublicKey) -> str:
    return base64url(sha256(json.dumps(members(public), sort_keys=True, separators=(",", ":")).encode()).digest())


def number(value: int) -> str:
    return base64url(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def signed(payload: dict[str, Any], key: Key, *, kid: str) -> str:
    """Compact serialisation; the header holds alg, kid and typ, and nothing else (OB 3.0, section 8.2.4)."""
    parts = [{"alg": ALGORITHM, "kid": kid, "typ": "JWT"}, payload]
    text = ".".join(base64url(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()) for part in parts)
    return f"{text}.{base64url(key.private.sign(text.encode(), PKCS1v15(), hashes.SHA256()))}"


def opened(token: str, keys: Keyring) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and payload of a token that one of the keys has signed; ValueError for any other."""
    head, body, signature = token.split(".")
    header = json.loads(from_base64url(head))
    key = keys.named(header["kid"].rstrip("/").rsplit("/", 1)[-1])
    if key is None or header["alg"] != ALGORITHM:
        raise ValueError("not signed by a key of this site")
    try:
        key.public.verify(from_base64url(signature), f"{head}.{body}".encode(), PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise ValueError("the signature does not fit") from None
    return header, json.loads(from_base64url(body))
