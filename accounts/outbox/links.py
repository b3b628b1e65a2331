import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer


def absolute(path: str) -> str:
    """A path of this site as a letter needs it. Letters are written far from any request, so the host is a setting."""
    return f"{settings.SITE_URL}{path}"


@dataclass(frozen=True, slots=True)
class SignedCodes:
    """Tokens for links that do what they say for whoever holds them; those of one `salt` are no good for another."""

    salt: str

    def token(self, code: uuid.UUID) -> str:
        """The same each time, and it says nothing but the code."""
        return Signer(salt=self.salt).sign(code.hex)

    def code_in(self, token: str) -> uuid.UUID | None:
        """None where we did not sign this."""
        try:
            return uuid.UUID(Signer(salt=self.salt).unsign(token))
        except (BadSignature, ValueError):
            return None
