"""What allauth asks us: letters go through the outbox, accounts begin at our own door, secrets are kept encrypted."""

import uuid
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from accounts.outbox import actions as outbox

CODES = {"account/email/login_code", "account/email/email_confirmation", "account/email/email_confirmation_signup"}


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("This is not the code we sent. Check each character, or have it sent again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """There is one door: whoever proves a mailbox with a code has an account."""
        return False

    def send_mail(self, template_prefix: str, email: str, context_: dict[str, Any]) -> None:
        ctx = {"request": context.request, "email": email, "site_name": settings.SITE_NAME, **context_}
        mail = self.render_mail(template_prefix, email, ctx)
        outbox.write(
            template_prefix.rsplit("/", 1)[-1],
            key=f"{template_prefix}:{uuid.uuid4()}",
            to=email,
            language=translation.get_language() or settings.LANGUAGE_CODE,
            subject=mail.subject,
            body=mail.body,
            secret=template_prefix in CODES,
            urgent=True,
            at=timezone.now(),
        )


class SecondFactor(DefaultMFAAdapter):
    """Secrets of authenticator apps are encrypted with a key derived from SECRET_KEY; old keys still open them."""

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()


def cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(f"mfa:{key}".encode()).digest())) for key in keys])
