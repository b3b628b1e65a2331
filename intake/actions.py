"""Taking documents in: keep the file, read it in a child process, keep what was read, or say why not.

A document is a row with a state. Reading it may take long, so it is claimed by a conditional update with a lease, and
no transaction is open meanwhile: SQLite has one writer.
"""

import logging
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F

from accounts.people.models import Person
from intake.blocks import Document
from intake.errors import Refused
from intake.models import SourceBlock, SourceDocument
from intake.reading import SECONDS, SECONDS_IN_BACKGROUND, read_guarded
from intake.states import FINISHED, ReadingState

LEASE = timedelta(minutes=2)  # longer than any reading may take
ROUND = timedelta(seconds=5)  # then other background work has its turn
READ_AT_ONCE = 300_000  # bytes: about two seconds of reading at most; longer ones are read in the background
SILENCE_AFTER_FAILED_RING = 30  # seconds
PROGRESS_EVERY = 0.5  # seconds between two notes of how many pages are read

log = logging.getLogger(__name__)
_ring_again_at = 0.0


def take_in(name: str, data: bytes, *, by: Person | None, at: datetime, purpose: str = "") -> SourceDocument:
    """Read a file now and keep it with its blocks, or raise intake.errors.Refused and keep nothing.

    Call it outside a transaction where the file may be long: reading takes up to intake.reading.SECONDS.
    """
    document = read_guarded(name, data)
    source = _kept(name, data, by, at, purpose)
    source.state = ReadingState.READ
    with transaction.atomic():
        _fill(source, document)
        source.save()
        _write_blocks(source, document)
    return source


def receive(name: str, data: bytes, *, by: Person | None, at: datetime, purpose: str) -> SourceDocument:
    """Keep a file that is still to be read: by `read_now`, or by a worker, who is told of it after the commit.

    Never refuses: a file that cannot be read is told so by its state, as soon as somebody tries.
    """
    source = _kept(name, data, by, at, purpose)
    source.state = ReadingState.WAITING
    source.save()
    if not may_be_read_at_once(source):
        transaction.on_commit(lambda: ring(source.code))
    return source


def may_be_read_at_once(source: SourceDocument) -> bool:
    """Small enough to be read while somebody waits for the page."""
    return len(source.data) <= READ_AT_ONCE


def read_now(source: SourceDocument, *, at: datetime, seconds: int = SECONDS) -> SourceDocument:
    """Read a document that is due, unless somebody else is at it; the row says how it went, and `source` with it.

    Raises nothing for a file that cannot be read: it is then refused, its bytes are dropped, and no block is kept.
    """
    if take(source, at=at):
        _read(source, seconds)
    source.refresh_from_db()
    return source


def read_one(code: uuid.UUID, *, at: datetime) -> bool:
    """What the doorbell asks for. True when this call read it."""
    source = SourceDocument.objects.filter(code=code).first()
    if source is None or not take(source, at=at):
        return False
    _read(source, SECONDS_IN_BACKGROUND)
    return True


def read_due(*, clock: Callable[[], datetime], most: int = 20) -> int:
    """Read what waits, the oldest first, for ROUND or one document; returns how many were read.

    Takes a clock, not a moment, so that each lease begins when its reading does.
    """
    begun_at = clock()
    for source in SourceDocument.objects.exhausted(begun_at).without_bytes():
        _note_refusal(source, Refused("reader_lost"))
    done = 0
    for code in list(
        SourceDocument.objects.due(begun_at).order_by("taken_in_at").values_list("code", flat=True)[:most]
    ):
        at = clock()
        if done and at - begun_at > ROUND:
            break
        done += read_one(code, at=at)
    return done


def take(source: SourceDocument, *, at: datetime) -> bool:
    """Claim a due document for LEASE. One conditional update decides, so that two workers never read the same."""
    held = {"state": ReadingState.READING, "lease": uuid.uuid4(), "leased_until": at + LEASE}
    due = SourceDocument.objects.due(at).filter(pk=source.pk)
    if not due.update(**held, tries=F("tries") + 1, steps_done=0, steps=0):
        return False
    for field, value in held.items():
        setattr(source, field, value)
    return True


def ring(code: uuid.UUID) -> None:
    """Tell a Celery worker to look at the row. A dead Redis costs one try; then the sweep serves."""
    global _ring_again_at
    if not settings.REDIS_URL or time.monotonic() < _ring_again_at:
        return
    try:
        current_app.send_task("intake.tasks.read_one", [str(code)], ignore_result=True)
    except Exception:
        # Whatever the broker's client raises, the document is safe in its row; only its speed is lost.
        _ring_again_at = time.monotonic() + SILENCE_AFTER_FAILED_RING
        log.warning("Redis did not take a message; documents are read with the next sweep")


def _kept(name: str, data: bytes, by: Person | None, at: datetime, purpose: str) -> SourceDocument:
    digest = sha256(data).hexdigest()
    return SourceDocument(name=name[-200:], data=data, sha256=digest, taken_in_at=at, taken_in_by=by, purpose=purpose)


def _read(source: SourceDocument, seconds: int) -> None:
    try:
        document = read_guarded(source.name, bytes(source.data), _Progress(source), seconds=seconds)
    except Refused as refusal:
        _note_refusal(source, refusal)
    else:
        _note_read(source, document)


class _Progress:
    """Writes how far a child is, twice a second at most."""

    def __init__(self, source: SourceDocument) -> None:
        self.held = SourceDocument.objects.filter(pk=source.pk, lease=source.lease)
        self.next_at = 0.0

    def __call__(self, done: int, of: int) -> None:
        if time.monotonic() >= self.next_at:
            self.held.update(steps_done=done, steps=of)
            self.next_at = time.monotonic() + PROGRESS_EVERY


@transaction.atomic
def _note_read(source: SourceDocument, document: Document) -> None:
    """Blocks and state appear together, and only if the lease is still ours."""
    held = SourceDocument.objects.filter(pk=source.pk, lease=source.lease)
    if not held.update(state=ReadingState.READ, lease=None, leased_until=None):
        return
    _fill(source, document)
    SourceDocument.objects.filter(pk=source.pk).update(
        kind=source.kind, language=source.language, warnings=source.warnings, steps_done=F("steps")
    )
    _write_blocks(source, document)


def _note_refusal(source: SourceDocument, refusal: Refused) -> None:
    held = SourceDocument.objects.filter(pk=source.pk, lease=source.lease).exclude(state__in=FINISHED)
    reason = [refusal.code, refusal.values]
    held.update(state=ReadingState.REFUSED, refusal=reason, data=b"", lease=None, leased_until=None)


def _fill(source: SourceDocument, document: Document) -> None:
    source.kind, source.language = document.kind, document.language or ""
    source.warnings = [[remark.code, remark.values] for remark in document.warnings]


def _write_blocks(source: SourceDocument, document: Document) -> None:
    SourceBlock.objects.bulk_create(
        SourceBlock(
            document=source,
            n=block.n,
            kind=block.kind,
            text=block.text,
            level=block.level,
            rows=block.rows,
            spans=block.spans,
            offset=block.offset,
            page=block.page,
        )
        for block in document.blocks
    )
