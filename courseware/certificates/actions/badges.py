"""The badge that goes with a certificate, signed when it is asked for: RS256 gives the same bytes each time."""

from datetime import UTC, datetime, time
from functools import lru_cache

from django.conf import settings

from accounts.teams.models import Team
from courseware.certificates import links
from courseware.certificates.badges import (
    LIST_SIZE,
    Badge,
    Key,
    Keyring,
    credential,
    read_keys,
    signed,
    status_list,
)
from courseware.certificates.models import Certificate


def keyring() -> Keyring:
    """The site's keys; none where the operator has set none, and then no badges are given out."""
    return read_once(settings.BADGE_KEYS)


@lru_cache(maxsize=4)
def read_once(text: str) -> Keyring:
    return read_keys(text)


def badge(certificate: Certificate) -> Badge:
    team, number = certificate.team.slug, certificate.status_index // LIST_SIZE
    until = certificate.valid_until
    return Badge(
        url=links.verify(certificate.code),
        subject=f"urn:uuid:{certificate.subject}",
        name=certificate.badge_name,
        description=certificate.badge_description,
        criteria=certificate.badge_criteria,
        achievement_url=links.achievement(certificate.achievement),
        issuer_url=links.issuer(team),
        issuer=certificate.issuer,
        valid_from=certificate.issued_at,
        valid_until=datetime.combine(until, time(23, 59, 59), UTC) if until else None,
        email_hash=certificate.email_hash,
        salt=certificate.email_salt,
        status_url=links.status_list(team, number),
        status_index=certificate.status_index % LIST_SIZE,
        score=certificate.score,
    )


def token_of(certificate: Certificate) -> str:
    """The signed badge, as a compact JWT."""
    return sign(credential(badge(certificate)))


def list_token(team: Team, number: int, *, at: datetime) -> str:
    """The team's status list of that number, signed: the badges of certificates that were revoked or replaced."""
    first = number * LIST_SIZE
    ended = Certificate.objects.ended().filter(team=team, status_index__gte=first, status_index__lt=first + LIST_SIZE)
    places = [index - first for index in ended.values_list("status_index", flat=True)]
    url, issuer = links.status_list(team.slug, number), links.issuer(team.slug)
    return sign(status_list(url, issuer_url=issuer, issuer=team.name, ended=places, at=at))


def sign(payload: dict) -> str:
    key: Key = keyring().signing
    return signed(payload, key, kid=links.key(key.name))
