from datetime import datetime

from accounts.outbox import actions as outbox
from accounts.people.models import Person
from courseware.certificates import links
from courseware.certificates.models import Certificate


def issued(certificate: Certificate, *, at: datetime) -> None:
    tell("certificate_issued", certificate, at=at)


def revoked(certificate: Certificate, *, at: datetime) -> None:
    reason = certificate.get_reason_display
    tell("certificate_revoked", certificate, at=at, reason=reason, words=certificate.reason_words)


def replaced(certificate: Certificate, *, at: datetime) -> None:
    """`certificate` is the new one."""
    tell("certificate_replaced", certificate, at=at)


def tell(kind: str, certificate: Certificate, *, at: datetime, **facts: object) -> None:
    """To the holder, in the holder's language; whoever was erased has no address."""
    person = certificate.person
    if person is None:
        return
    outbox.post(
        kind,
        key=f"{kind}:{certificate.pk}",
        to=person.email,
        language=person.language or certificate.language,
        at=at,
        about=about(certificate),
        time_zone=person.time_zone,
        name=called(person, certificate),
        title=certificate.title,
        own_url=links.own(certificate.code),
        verify_url=links.verify(certificate.code),
        **facts,
    )


def called(person: Person, certificate: Certificate) -> str:
    return person.name or certificate.name


def about(certificate: Certificate) -> str:
    """Under which name the desk finds the letter."""
    owner = certificate.event or certificate.course
    return owner.about if owner else certificate.about
