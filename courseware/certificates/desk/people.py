"""Who may come to earn an award, and how each stands; for the desk."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from courseware.certificates import wording
from courseware.certificates.models import Award, Certificate
from courseware.certificates.standing import candidates, record_of
from courseware.certificates.states import CertificateState

SHOWN = {
    "ready": _("everything done"),
    "missing": _("something missing"),
    "live": _("issued"),
    "ended": _("revoked or replaced"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """`state` is one of SHOWN; `missing` in words. Somebody whose certificate was revoked can be given one again."""

    person: Person | None
    state: str
    missing: tuple[str, ...] = ()
    certificate: Certificate | None = None

    @property
    def is_open(self) -> bool:
        """A certificate can be issued: everything is done, and there is none that is valid."""
        return self.person is not None and not self.missing and self.state != "live"


def rows_of(award: Award) -> list[Row]:
    """Everybody who may earn it, and everybody who had it, also those who are gone. Nine queries."""
    latest = latest_certificates(award)
    people = list(candidates(award))
    record = record_of([award], [person.pk for person in people])
    rows = []
    for person in people:
        certificate = latest.pop(person.pk, None)
        missing = tuple(wording.short(lack) for lack in record.lacks(award, person.pk))
        rows.append(Row(person, state_of(certificate, missing), missing, certificate))
    gone = [Row(row.person, state_of(row, ()), (), row) for row in latest.values()]
    return rows + gone


def latest_certificates(award: Award) -> dict[object, Certificate]:
    """By person; one whose holder was erased under its own code. A valid one outdoes the others."""
    found: dict[object, Certificate] = {}
    for row in award.certificates.select_related("person").order_by("issued_at", "pk"):
        key = row.person_id or row.code
        if key not in found or row.state == CertificateState.LIVE or found[key].state != CertificateState.LIVE:
            found[key] = row
    return found


def state_of(certificate: Certificate | None, missing: tuple[str, ...]) -> str:
    if certificate:
        return "live" if certificate.is_live else "ended"
    return "missing" if missing else "ready"
