"""Issuing to many: a row for the run, a line for each person. A worker that dies leaves its lease to run out; the next
one goes on with the first line that waits."""

import logging
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.certificates.actions.drawing import Drawn, draw, versions_of
from courseware.certificates.actions.issuing import BATCH, ROUND, check_done, day, keep
from courseware.certificates.errors import AwardChanged, NobodyChosen, Refused
from courseware.certificates.models import Award, IssueLine, IssueRun
from courseware.certificates.standing import Record, candidates, record_of
from courseware.certificates.states import LineState, RunState

LEASE = timedelta(minutes=1)

log = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Somebody else has taken over this run; what this worker was about to write is not written."""


@transaction.atomic
def start_run(award: Award, codes: Iterable[uuid.UUID], *, by: Person, at: datetime) -> IssueRun:
    """Issue to these people (Person.code), as far as they may earn it; raises NobodyChosen."""
    people = list(candidates(award).filter(code__in=list(codes)))
    if not people:
        raise NobodyChosen
    run = IssueRun.objects.create(award=award, by=by.code, total=len(people), created_at=at)
    IssueLine.objects.bulk_create(IssueLine(run=run, person=person) for person in people)
    audit.record("issue_run_started", about=award.about, by=by, at=at, people=len(people))
    transaction.on_commit(lambda: ring(run.code))
    return run


def ring(code: uuid.UUID) -> None:
    """Tell a Celery worker to look at the row; without Redis, or where it does not answer, the sweep serves."""
    if not settings.REDIS_URL:
        return
    try:
        current_app.send_task("courseware.certificates.tasks.work_one", [str(code)], ignore_result=True)
    except Exception:
        # Whatever the broker's client raises, the run is safe in its row; only its speed is lost.
        log.warning("Redis did not take a message; certificates are issued with the next sweep")


def work_due(*, clock: Callable[[], datetime]) -> int:
    """Go on with what is unfinished, the oldest first, for ROUND; returns how many lines came to an end."""
    begun_at, done = clock(), 0
    for run in IssueRun.objects.due(begun_at).order_by("created_at", "pk"):
        if clock() - begun_at > ROUND:
            break
        done += work(run, clock=clock, until=begun_at + ROUND)
    return done


def work_one(code: uuid.UUID, *, clock: Callable[[], datetime], seconds: int) -> int:
    """What the doorbell asks for."""
    run = IssueRun.objects.filter(code=code).first()
    return work(run, clock=clock, until=clock() + timedelta(seconds=seconds)) if run else 0


def work(run: IssueRun, *, clock: Callable[[], datetime], until: datetime) -> int:
    """Take the run, if nobody holds it, and end lines until that moment; returns how many."""
    if not take(run, at=clock()):
        return 0
    award = Award.objects.in_full().get(pk=run.award_id)
    versions, done = versions_of(award), 0
    try:
        while lines := list(waiting(run)[:BATCH]):
            record = record_of([award], [line.person_id for line in lines], today=day(clock()))
            for line in lines:
                if clock() > until:
                    return done
                drawn = attempt(award, line, record, versions, at=clock())
                done += settle(run, line, drawn, at=clock())
    except AwardChanged:
        log.info("award %s was changed while it was issued; the run goes on with the next sweep", award.pk)
    except LeaseLost:
        log.warning("issue run %s was taken over", run.pk)
    finally:
        lay_down(run, at=clock())
    return done


def take(run: IssueRun, *, at: datetime) -> bool:
    """One conditional update decides, so two workers never hold the same run."""
    run.lease = uuid.uuid4()
    held = {"state": RunState.WORKING, "lease": run.lease, "leased_until": at + LEASE}
    return bool(IssueRun.objects.due(at).filter(pk=run.pk).update(**held))


def waiting(run: IssueRun) -> Iterable[IssueLine]:
    return IssueLine.objects.filter(run=run, state=LineState.WAITING).select_related("person").order_by("pk")


def attempt(award: Award, line: IssueLine, record: Record, versions: dict, *, at: datetime) -> Drawn | Refused:
    """The paper of one line, or why there is none."""
    try:
        check_done(record, award, line.person)
        return draw(award, line.person, record, versions, at=at)
    except Refused as refusal:
        return refusal


@transaction.atomic
def settle(run: IssueRun, line: IssueLine, drawn: Drawn | Refused, *, at: datetime) -> int:
    """End one line together with its certificate: both or nothing. Raises AwardChanged or LeaseLost."""
    mine = IssueLine.objects.filter(pk=line.pk, state=LineState.WAITING)
    if not mine.update(state=LineState.ISSUED):
        return 0
    outcome = kept(run, drawn, at=at)
    IssueLine.objects.filter(pk=line.pk).update(**outcome)
    held = IssueRun.objects.filter(pk=run.pk, lease=run.lease)
    if not held.update(done=F("done") + 1, leased_until=at + LEASE):
        raise LeaseLost
    return 1


def kept(run: IssueRun, drawn: Drawn | Refused, *, at: datetime) -> dict[str, object]:
    """What becomes of the line."""
    if isinstance(drawn, Refused):
        return {"state": LineState.REFUSED, "error": drawn.code}
    try:
        with transaction.atomic():
            return {"certificate": keep(drawn, by=Coded(run.by), at=at)}
    except AwardChanged:
        raise
    except Refused as refusal:
        return {"state": LineState.REFUSED, "error": refusal.code}


class Coded:
    """Whoever started a run, as the trail knows people."""

    def __init__(self, code: uuid.UUID) -> None:
        self.code = code


def lay_down(run: IssueRun, *, at: datetime) -> None:
    """Let go of the run; it is done where no line waits any more."""
    held = IssueRun.objects.filter(pk=run.pk, lease=run.lease)
    free = {"lease": None, "leased_until": None}
    if waiting(run).exists():
        held.update(**free)
    else:
        held.update(state=RunState.DONE, ended_at=at, **free)
