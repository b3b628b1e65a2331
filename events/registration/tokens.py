"""Tokens of personal links. The link holds the token, the database only its hash: who reads it cannot make a link."""

import secrets
from hashlib import sha256

BYTES = 32


def new_token() -> str:
    """256 random bits, fit for an address: letters, digits, "-" and "_"."""
    return secrets.token_urlsafe(BYTES)


def hashed(token: str) -> str:
    """SHA-256 in hex. No salt and no slow hash: nobody guesses 256 random bits."""
    return sha256(token.encode()).hexdigest()
