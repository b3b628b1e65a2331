import logging
import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import QuerySet

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.certificates import letters
from courseware.certificates.actions.drawing import Drawn, draw, versions_of
from courseware.certificates.badges import LIST_SIZE
from courseware.certificates.errors import (
    AlreadyIssued,
    AwardChanged,
    NotFulfilled,
    NotIssuedAnyMore,
    NotLive,
    PaperFailed,
    Refused,
)
from courseware.certificates.models import Award, Certificate, Paper
from courseware.certificates.standing import Record, candidates, record_of
from courseware.certificates.states import Issued

ROUND = timedelta(seconds=5)  # then other background work has its turn
BATCH = 200  # people whose standing is looked up at once

log = logging.getLogger(__name__)


def issue(award: Award, person: Person, *, by: Person | None, at: datetime) -> Certificate:
    """One certificate, now, or a new one for one that has expired.

    Raises NotFulfilled, NoName, PaperFailed, AlreadyIssued, NotLive, AwardChanged or NotIssuedAnyMore.
    """
    record = record_of([award], [person.pk], today=day(at))
    check_done(record, award, person)
    drawn = draw(award, person, record, versions_of(award), at=at)
    return keep(drawn, by=by, at=at)


def check_done(record: Record, award: Award, person: Person) -> None:
    """Raises NotFulfilled; PaperFailed where nothing is missing but a name that can be printed."""
    lacks = [lack.code for lack in record.lacks(award, person.pk)]
    if lacks == ["letters"]:
        raise PaperFailed
    if lacks:
        raise NotFulfilled


@transaction.atomic
def keep(drawn: Drawn, *, by: Person | None, at: datetime, once: bool = False) -> Certificate:
    """Write a certificate with its paper, the trail and the letter. `once`: not where there ever was one, except to
    renew it.

    Whatever was drawn by two at the same moment is kept once: the team's row is held meanwhile, and the database has a
    unique constraint beside it. Raises AlreadyIssued, NotLive, AwardChanged, NotIssuedAnyMore or NotFulfilled.
    """
    certificate = drawn.certificate
    Team.objects.select_for_update(no_key=True).get(pk=certificate.team_id)
    refuse_unless_current(drawn)
    make_room(certificate, once=once)
    write(certificate, drawn.pdf)
    how = "organizer" if by else "automatic"
    audit.record("certificate_issued", about=certificate.about, by=by, at=at, award=certificate.award_id, how=how)
    letters.issued(certificate, at=at)
    return certificate


def refuse_unless_current(drawn: Drawn) -> None:
    """The award is as it was when the paper was drawn, and the person still there."""
    award = Award.objects.select_for_update(no_key=True, of=("self",)).filter(pk=drawn.certificate.award_id).first()
    if award is None or award.revision != drawn.revision:
        raise AwardChanged
    if award.issued == Issued.CLOSED:
        raise NotIssuedAnyMore
    if not Person.objects.select_for_update(no_key=True).filter(pk=drawn.certificate.person_id).exists():
        raise NotFulfilled


def make_room(certificate: Certificate, *, once: bool) -> None:
    """There is no other that counts; the one it renews, and no other, gives its place. The team's row is held.

    The database refuses to renew what had not expired when the certificate was drawn.
    """
    own = Certificate.objects.filter(award=certificate.award_id, person=certificate.person_id)
    held = own.current().first()
    if held is None and certificate.renews:
        raise NotLive
    if held != certificate.renews or (once and held is None and own.exists()):
        raise AlreadyIssued
    if held:
        own.filter(pk=held.pk).update(renewed_on=day(certificate.issued_at))


def day(at: datetime) -> date:
    """By which it is judged whether a certificate has expired (Certificate.standing)."""
    return at.astimezone(UTC).date()


def write(certificate: Certificate, pdf: bytes) -> None:
    certificate.status_index = free_place(certificate.team)
    certificate.save(force_insert=True)
    Paper.objects.create(certificate=certificate, data=pdf, sha256=sha256(pdf).hexdigest())


def free_place(team: Team) -> int:
    """A random place in the team's status lists, at most half of which are ever taken; the team's row is held."""
    own = Certificate.objects.filter(team=team)
    room = LIST_SIZE * (1 + 2 * own.count() // LIST_SIZE)
    place = secrets.randbelow(room)
    while own.filter(status_index=place).exists():
        place = secrets.randbelow(room)
    return place


def issue_due(*, clock: Callable[[], datetime]) -> int:
    """Issue what awards give by themselves, to everybody who has done everything and never had it, or whose certificate
    has expired; returns how many.

    Found anew each time, and kept once however often and by how many it is found.
    """
    begun_at, issued = clock(), 0
    for award in Award.objects.automatic().in_full():
        people = [*candidates(award).exclude(certificates__award=award), *may_renew(award, day(begun_at))]
        issued += issue_to(award, people, clock=clock, until=begun_at + ROUND)
    return issued


def may_renew(award: Award, today: date) -> QuerySet[Person]:
    """Whose certificate has expired; nobody where there is nothing to be done anew, for then an organizer decides."""
    if not award.test_passed:
        return Person.objects.none()
    expired = Certificate.objects.expired_on(today).filter(award=award)
    return candidates(award).filter(pk__in=expired.values("person"))


def issue_to(award: Award, people: list[Person], *, clock: Callable[[], datetime], until: datetime) -> int:
    issued, versions = 0, versions_of(award) if people else {}
    for start in range(0, len(people), BATCH):
        batch = people[start : start + BATCH]
        record = record_of([award], [person.pk for person in batch], today=day(clock()))
        for person in batch:
            if clock() > until:
                return issued
            if record.lacks(award, person.pk):
                continue
            try:
                keep(draw(award, person, record, versions, at=clock()), by=None, at=clock(), once=True)
                issued += 1
            except Refused as refusal:
                log.info("award %s: %s", award.pk, refusal.code)
    return issued
