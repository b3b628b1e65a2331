"""Telling a learning record store what learners did: rows first, sent by the worker, each once."""

import logging
import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.exchange.actions import lrs
from courseware.exchange.actions.statements import Recorder, Span
from courseware.exchange.errors import NoEndpoint
from courseware.exchange.models import LrsFeed, LrsStatement
from courseware.exchange.states import TRIES, SendingState
from courseware.reading.models import Course

BATCH = 50
ROUND = timedelta(seconds=5)  # then other background work has its turn
LEASE = timedelta(minutes=3)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
# A row bears the moment at which its transaction began, and is seen when that has ended.
OVERLAP = timedelta(minutes=10)
KEPT_FOR = timedelta(days=30)
FAULTY = (400, 409, 413, 422)  # what a store says of a statement, not of itself
HELD_ALREADY = 409
FORBIDDEN = 403  # what a store says of a whole batch in which something is taken back, where we may not do so there

log = logging.getLogger(__name__)


@transaction.atomic
def turn_on(course: Course, *, from_start: bool, by: Person | None, at: datetime) -> LrsFeed:
    """Send the record of a course from now on, or with all that it holds. Raises NoEndpoint, NoActorKey."""
    if not settings.XAPI_ENDPOINT:
        raise NoEndpoint
    Recorder(course)
    since = course.created_at if from_start else at
    feed, _made = LrsFeed.objects.get_or_create(course=course, defaults={"since": since, "read_until": since})
    if from_start or not feed.is_on:
        feed.is_on, feed.since, feed.read_until = True, since, since
        feed.save(update_fields=["is_on", "since", "read_until"])
    audit.record("lrs_feed_on", about=course.about, by=by, at=at, from_start=from_start)
    return feed


@transaction.atomic
def turn_off(course: Course, *, by: Person | None, at: datetime) -> None:
    """Nothing more is sent, and what waits is let go. Twice is as once."""
    if LrsFeed.objects.filter(course=course, is_on=True).update(is_on=False):
        LrsStatement.objects.filter(feed__course=course).exclude(state=SendingState.SENT).delete()
        audit.record("lrs_feed_off", about=course.about, by=by, at=at)


def write_due(*, at: datetime) -> int:
    """Statements of what happened in the courses that are sent, since this was last asked; how many are new."""
    if not (settings.XAPI_ENDPOINT and settings.XAPI_ACTOR_KEY):
        return 0
    return sum(_write(feed, at) for feed in LrsFeed.objects.filter(is_on=True).select_related("course"))


def _write(feed: LrsFeed, at: datetime) -> int:
    before, rows = feed.statements.count(), []
    span = Span(max(feed.since, feed.read_until - OVERLAP), at)
    for deed in Recorder(feed.course).deeds(span):
        body = deed.statement
        rows.append(LrsStatement(id=body["id"], feed=feed, person_id=deed.person, body=body, next_at=at))
        if len(rows) == 500:
            rows = _kept(rows)
    _kept(rows)
    LrsFeed.objects.filter(pk=feed.pk, read_until=feed.read_until).update(read_until=at)
    return feed.statements.count() - before


def _kept(rows: list[LrsStatement]) -> list[LrsStatement]:
    """Nothing is left. Those that were written before stay as they are."""
    LrsStatement.objects.bulk_create(rows, ignore_conflicts=True)
    return []


def send_due(*, clock: Callable[[], datetime]) -> int:
    """Send what is due, in batches, for ROUND at most; how many the store has taken."""
    if not settings.XAPI_ENDPOINT:
        return 0
    begun_at, sent = clock(), 0
    give_up_exhausted(at=begun_at)
    while (at := clock()) - begun_at < ROUND and (held := claim(at=at)):
        done = deliver(held, at=at)
        sent += done
        if not done:
            break
    return sent


def claim(*, at: datetime) -> list[LrsStatement]:
    """Take a batch for LEASE. The update decides: of two workers each row falls to one. The try is counted here, so
    that one which ends with the process counts too."""
    waiting = LrsStatement.objects.due(at).filter(feed__is_on=True).order_by("next_at", "pk")
    keys, lease = list(waiting.values_list("pk", flat=True)[:BATCH]), uuid.uuid4()
    LrsStatement.objects.due(at).filter(pk__in=keys).update(
        state=SendingState.SENDING, lease=lease, leased_until=at + LEASE, tries=F("tries") + 1
    )
    return list(LrsStatement.objects.filter(lease=lease))


def deliver(held: Sequence[LrsStatement], *, at: datetime) -> int:
    """Hand claimed statements over; one that is faulty does not hold up the others. How many were taken."""
    status = lrs.post([each.body for each in held])
    if status in (*FAULTY, FORBIDDEN) and len(held) > 1:
        return sum(note([each], lrs.put(each.body), at=at) for each in held)
    return note(held, status, at=at)


def note(held: Sequence[LrsStatement], status: int, *, at: datetime) -> int:
    """Keep what came of it. The same id again is the same statement: a store that has it has been told before."""
    if 200 <= status < 300 or (status == HELD_ALREADY and len(held) == 1):
        return _settle(held, SendingState.SENT, "")
    if status in FAULTY:
        log.warning("the learning record store refused a statement: HTTP %s", status)
        _settle(held, SendingState.REFUSED, f"HTTP {status}")
        return 0
    log.warning("the learning record store took nothing (HTTP %s); it is tried again later", status)
    for each in held:
        wait = min(FIRST_WAIT * 2 ** (each.tries - 1), LONGEST_WAIT)
        mine = LrsStatement.objects.filter(pk=each.pk, lease=each.lease)
        mine.update(state=SendingState.WAITING, next_at=at + wait, lease=None, error=f"HTTP {status}")
    return 0


def _settle(held: Sequence[LrsStatement], state: str, error: str) -> int:
    mine = LrsStatement.objects.filter(pk__in=[each.pk for each in held], lease=held[0].lease)
    return mine.update(state=state, body={}, lease=None, leased_until=None, error=error)


def give_up_exhausted(*, at: datetime) -> int:
    """Those tried as often as we try."""
    idle = LrsStatement.objects.exclude(state__in=[SendingState.SENT, SendingState.REFUSED]).filter(tries__gte=TRIES)
    ended = idle.exclude(state=SendingState.SENDING, leased_until__gte=at)
    return ended.update(state=SendingState.REFUSED, body={}, lease=None, leased_until=None)


def forget_sent(*, at: datetime) -> int:
    """A statement is not written a second time once OVERLAP is past, so its row is no longer needed."""
    done = LrsStatement.objects.filter(state__in=[SendingState.SENT, SendingState.REFUSED])
    return done.filter(next_at__lt=at - KEPT_FOR).delete()[0]
