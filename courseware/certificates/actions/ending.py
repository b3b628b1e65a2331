from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.certificates import letters, tokens
from courseware.certificates.actions.drawing import identity, paper_of
from courseware.certificates.actions.issuing import write
from courseware.certificates.errors import NoName, NotLive, SameName
from courseware.certificates.models import Certificate
from courseware.certificates.states import CertificateState, Reason

OWN = {"id", "code", "subject", "name", "name_other", "name_proofs", "status_index", "issued_at", "superseded_by"}


@transaction.atomic
def revoke(certificate: Certificate, *, reason: str, words: str = "", by: Person | None, at: datetime) -> None:
    """Take it back, with a reason that everybody who looks it up reads; `words` are for the holder. Raises NotLive."""
    end(certificate, CertificateState.REVOKED, reason=reason, words=words, at=at)
    audit.record("certificate_revoked", about=certificate.about, by=by, at=at, reason=str(reason))
    letters.revoked(certificate, at=at)


def end(certificate: Certificate, state: str, *, reason: str, words: str = "", at: datetime) -> None:
    ended = {"state": state, "reason": reason, "reason_words": words, "ended_at": at}
    if not Certificate.objects.live().filter(pk=certificate.pk).update(**ended):
        raise NotLive
    for name, value in ended.items():
        setattr(certificate, name, value)


def correct_name(
    certificate: Certificate, *, name: str, name_other: str = "", by: Person | None, at: datetime
) -> Certificate:
    """A new certificate with everything of the old one but the name; the old one is replaced by it.

    Raises NoName (also for one whose holder was erased), SameName, PaperFailed or NotLive.
    """
    if certificate.person is None or not name:
        raise NoName
    if (name, name_other) == (certificate.name, certificate.name_other):
        raise SameName
    corrected = copied(certificate, name=name, name_other=name_other, at=at)
    pdf = paper_of(corrected)
    return replace(certificate, corrected, pdf, by=by, at=at)


def copied(certificate: Certificate, *, name: str, name_other: str, at: datetime) -> Certificate:
    """Not saved. It keeps the day of the award; code, badge and digest of the address are its own."""
    fields = [field.name for field in Certificate._meta.concrete_fields if field.name not in OWN]
    values = {field: getattr(certificate, field) for field in fields} | identity(certificate.person)
    return Certificate(**values | {"name": name, "name_other": name_other, "issued_at": at, "code": tokens.new_code()})


@transaction.atomic
def replace(
    certificate: Certificate, corrected: Certificate, pdf: bytes, *, by: Person | None, at: datetime
) -> Certificate:
    Team.objects.select_for_update(no_key=True).get(pk=certificate.team_id)
    end(certificate, CertificateState.SUPERSEDED, reason=Reason.NAME, at=at)
    write(corrected, pdf)
    Certificate.objects.filter(pk=certificate.pk).update(superseded_by=corrected)
    certificate.renewals.update(renews=corrected)
    certificate.superseded_by = corrected
    audit.record("certificate_replaced", about=certificate.about, by=by, at=at, replaced_by=corrected.pk)
    letters.replaced(corrected, at=at)
    return corrected
