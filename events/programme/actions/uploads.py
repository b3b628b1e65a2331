"""Documents handed in: each is read, at once or in the background, and becomes a draft or a newer version of a note."""

import logging
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from events.programme.actions.drafts import first_draft
from events.programme.actions.shapes import shape_of_source
from events.programme.errors import AlreadyHandedIn, SameDocument
from events.programme.models import Event, NoteVersion
from events.programme.states import NoteState
from intake.actions import may_be_read_at_once, read_now, receive
from intake.errors import Refused

PURPOSE = "event"
REFUSED_STAY = timedelta(days=7)  # long enough to be told why

log = logging.getLogger(__name__)


def hand_in(
    name: str,
    data: bytes,
    *,
    team: Team,
    by: Person | None,
    at: datetime,
    event: Event | None = None,
    batch: UUID | None = None,
    again: bool = False,
) -> NoteVersion:
    """Take a file in: for a new event, or as a newer version of the note of `event`. A small one is read at once.

    Raises intake.errors.Refused and keeps nothing of it, SameDocument, or, unless `again` says that it is meant,
    AlreadyHandedIn. A larger file is read later: what it becomes is seen by the state of the version, also that it was
    refused.
    """
    digest = sha256(data).hexdigest()
    if event and event.source and event.source.sha256 == digest:
        raise SameDocument
    if not again:
        refuse_second(digest, team, event)
    with transaction.atomic():
        source = receive(name, data, by=by, at=at, purpose=PURPOSE)
        version = NoteVersion.objects.create(
            team=team, event=event, source=source, batch=batch or uuid4(), created_at=at
        )
    if may_be_read_at_once(source):
        read_now(source, at=at)
    if source.is_refused:
        discard(version)
        raise Refused(source.refusal[0], **source.refusal[1])
    return finish(version, at=at) if source.is_finished else version


def refuse_second(digest: str, team: Team, event: Event | None) -> None:
    """One note, one event: raise AlreadyHandedIn for what the team has handed in before.

    As a newer version of a note, the same document may come again once it was decided on.
    """
    same = NoteVersion.objects.filter(team=team, source__sha256=digest).exclude(state=NoteState.REFUSED)
    if event:
        same = same.filter(event=event, state__in=[NoteState.READING, NoteState.WAITING])
    if first := same.select_related("event").first():
        raise AlreadyHandedIn(str(first.event) if first.event else "")


def discard(version: NoteVersion) -> None:
    """Nothing half-made remains of a file that cannot be read."""
    with transaction.atomic():
        version.delete()
        version.source.delete()


@transaction.atomic
def finish(version: NoteVersion, *, at: datetime) -> NoteVersion:
    """Make of a document that is read what it is for; of two who try, the second finds it done."""
    row = NoteVersion.objects.select_for_update(of=("self",)).select_related("source", "team").get(pk=version.pk)
    if row.state != NoteState.READING or not row.source.is_finished:
        return row
    by = row.source.taken_in_by
    if row.source.is_refused:
        row.state = NoteState.REFUSED
        row.save(update_fields=["state"])
    elif row.event is None:
        first_draft(row, by=by, at=at)
    else:
        row.drafted, row.state = shape_of_source(row.source), NoteState.WAITING
        row.save(update_fields=["drafted", "state"])
        audit.record("version_received", about=row.event.about, by=by, at=at, source=str(row.source.code))
    return row


def draft_read_notes(*, at: datetime) -> int:
    """Finish what the background has read. One document that no draft can be made of does not hold up the others."""
    done = 0
    for version in NoteVersion.objects.read():
        try:
            finish(version, at=at)
            done += 1
        except Exception:
            log.exception("no draft could be made of document %s", version.source_id)
            NoteVersion.objects.filter(pk=version.pk, state=NoteState.READING).update(state=NoteState.REFUSED)
    return done


def forget_refused(*, at: datetime) -> int:
    """Refused documents go after a week, with what is left of them."""
    refused = NoteVersion.objects.filter(state=NoteState.REFUSED, created_at__lt=at - REFUSED_STAY)
    old = list(refused.with_source())
    for version in old:
        discard(version)
    return len(old)
