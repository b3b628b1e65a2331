"""Who may come to earn an award, and how each stands; for the desk."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from courseware.certificates import wording
from courseware.certificates.models import Award, Certificate
from courseware.certificates.standing import candidates, record_of
from courseware.certificates.states import Standing

SHOWN = {
    "ready": _("everything done"),
    "missing": _("something missing"),
    "live": _("issued"),
    "expired": _("expired"),
    "ended": _("revoked or replaced"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """`state` is one of SHOWN; `missing` in words. Somebody whose certificate was revoked can be given one again, and
    so can somebody whose certificate has expired: "ready" where the test was passed again, else "expired"."""

    person: Person | None
    state: str
    missing: tuple[str, ...] = ()
    certificate: Certificate | None = None

    @property
    def is_open(self) -> bool:
        """A certificate can be issued: everything is done, and there is none that is valid."""
        return self.person is not None and not self.missing and self.state != "live"


def rows_of(award: Award, *, today: date) -> list[Row]:
    """Everybody who may earn it, and everybody who had it, also those who are gone. As many queries for any number."""
    latest = latest_certificates(award)
    people = list(candidates(award))
    record = record_of([award], [person.pk for person in people], today=today)
    rows = []
    for person in people:
        certificate = latest.pop(person.pk, None)
        missing = tuple(wording.short(lack) for lack in record.lacks(award, person.pk))
        is_done = not missing and (certificate is None or award.test_passed)
        rows.append(Row(person, state_of(certificate, is_done, today), missing, certificate))
    return rows + [gone(certificate, today) for certificate in latest.values()]


def gone(certificate: Certificate, today: date) -> Row:
    """Of somebody who had it, and may not earn it now."""
    state = state_of(certificate, False, today)
    missing = () if state == "live" or certificate.person is None else (_("no longer takes part"),)
    return Row(certificate.person, state, missing, certificate)


def latest_certificates(award: Award) -> dict[object, Certificate]:
    """By person; one whose holder was erased under its own code. The current one outdoes the others."""
    found: dict[object, Certificate] = {}
    for row in award.certificates.select_related("person").order_by("issued_at", "pk"):
        key = row.person_id or row.code
        if key not in found or row.is_current or not found[key].is_current:
            found[key] = row
    return found


def state_of(certificate: Certificate | None, is_done: bool, today: date) -> str:
    """`is_done`: everything was done for a new one."""
    match certificate and certificate.standing(today):
        case Standing.VALID:
            return "live"
        case Standing.REVOKED | Standing.SUPERSEDED:
            return "ended"
        case Standing.EXPIRED if not is_done:
            return "expired"
    return "ready" if is_done else "missing"
