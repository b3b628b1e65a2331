"""A certificate before it is kept: the facts of the day, and the paper drawn from them. Nothing is written yet, so that
no lock is held while Typst works."""

import calendar
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from accounts.people.models import Person
from courseware.certificates import links
from courseware.certificates.actions.holders import proof
from courseware.certificates.badges.credentials import hashed
from courseware.certificates.errors import NoName, PaperFailed
from courseware.certificates.models import Award, Certificate
from courseware.certificates.paper import Facts, Unprintable, drawn
from courseware.certificates.standing import Record, originals
from courseware.certificates.tokens import grouped
from courseware.quizzes.models import Quiz
from courseware.quizzes.states import Purpose

COPIED = (
    "team", "title", "hours", "language", "issuer", "signatory_name", "signatory_role",
    "badge_name", "badge_description", "badge_criteria", "course", "event",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawn:
    """A certificate that is not saved, its PDF, and the revision of the award that both follow."""

    certificate: Certificate
    pdf: bytes
    revision: int


def draw(award: Award, person: Person, record: Record, versions: dict[str, Any], *, at: datetime) -> Drawn:
    """For somebody who has done everything. Raises NoName or PaperFailed."""
    name, other = record.names.get(person.pk, ("", ""))
    if not name:
        raise NoName
    certificate = Certificate(
        award=award,
        person=person,
        name=name,
        name_other=other,
        score=record.score(award, person.pk) if award.show_score else None,
        renews=record.renews(award, person.pk),
        facts=versions,
        achievement=award.code,
        issued_at=at,
        **{field: getattr(award, field) for field in COPIED},
        **titles(award),
        **dates(award, at),
        **identity(person),
    )
    return Drawn(certificate, paper_of(certificate), award.revision)


def paper_of(certificate: Certificate) -> bytes:
    """The PDF; also notes in the certificate which names the paper shows. Raises PaperFailed."""
    names = [name for name in (certificate.name, certificate.name_other) if name]
    certificate.name_proofs = [proof(certificate.code, name) for name in names]
    try:
        return drawn(facts_of(certificate))
    except Unprintable as trouble:
        raise PaperFailed from trouble


def facts_of(certificate: Certificate) -> Facts:
    shared = {name: getattr(certificate, name) for name in Facts.__dataclass_fields__ if hasattr(certificate, name)}
    of = [each for each in (certificate.course_title, certificate.event_title) if each != certificate.title]
    return Facts(
        **shared
        | {
            "of": tuple(each for each in of if each),
            "hours": Decimal(certificate.hours) or None,
            "code": grouped(certificate.code),
            "url": links.verify(certificate.code),
            "site": links.verify_site(),
        }
    )


def titles(award: Award) -> dict[str, str]:
    course, event = award.course, award.event
    return {"course_title": course.title if course else "", "event_title": event.title if event else ""}


def dates(award: Award, at: datetime) -> dict[str, date | None]:
    """By the calendar of the event; by UTC where there is none."""
    event, zone = award.event, award.event.zone if award.event else UTC
    today = at.astimezone(zone).date()
    return {
        "held_from": event.starts_at.astimezone(zone).date() if event and event.starts_at else None,
        "held_to": event.ends_at.astimezone(zone).date() if event and event.ends_at else None,
        "awarded_on": today,
        "valid_until": months_later(today, award.validity_months) if award.validity_months else None,
    }


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the last where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def identity(person: Person) -> dict[str, str]:
    """How the badge knows its holder: a digest of the address that only somebody who has the address can match."""
    salt = secrets.token_urlsafe(16)
    return {"email_salt": salt, "email_hash": hashed(person.email, salt)}


def versions_of(award: Award) -> dict[str, Any]:
    """What exactly was learned and asked, as the certificate keeps it: texts with their revisions, test, rule."""
    modules = originals().filter(course=award.course_id) if award.course_id else originals().none()
    test = Quiz.objects.filter(course=award.course_id, purpose=Purpose.POST).first() if award.course_id else None
    return {
        "rule": award.rule,
        "award_revision": award.revision,
        "modules": list(modules.order_by("position").values("title", "slug", "revision")),
        "test": str(test.code) if test else None,
    }
