"""Addresses that leave the site: on papers, in badges and letters. They stay the same, since papers do."""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from accounts.outbox.links import absolute
from courseware.certificates.tokens import grouped


def verify(code: str) -> str:
    return absolute(reverse("certificates:verify", args=[grouped(code)]))


def verify_site() -> str:
    """Where any certificate is looked up, as one types it."""
    found = urlsplit(settings.SITE_URL)
    return f"{found.netloc}{found.path}{reverse('certificates:look_up')}".removesuffix("/")


def own(code: str) -> str:
    """The holder's own page of a certificate."""
    return absolute(reverse("certificates:own", args=[grouped(code)]))


def issuer(team_slug: str) -> str:
    return absolute(reverse("certificates:issuer", args=[team_slug]))


def achievement(code: UUID) -> str:
    return absolute(reverse("certificates:achievement", args=[code]))


def status_list(team_slug: str, number: int) -> str:
    return absolute(reverse("certificates:status_list", args=[team_slug, number]))


def key(name: str) -> str:
    return absolute(reverse("certificates:key", args=[name]))
