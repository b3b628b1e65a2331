"""What must be true of certificates at any moment; `manage.py fsck` prints what is not so."""

from collections.abc import Iterator
from hashlib import sha256

from django.db.models import Count, F, Q

from accounts.outbox.invariants import Broken
from courseware.certificates.models import Certificate, IssueRun, Paper
from courseware.certificates.states import CertificateState, LineState, RunState
from courseware.certificates.tokens import understood

SENTENCES = {
    "altered_paper": "{about}: its paper had the digest {says} when it was issued, and has {is_}.",
    "no_paper": "{about}: it was issued to somebody who is here, and papers kept: {is_}.",
    "wrong_code": "{about}: its code is {says}, which nobody could look up.",
    "replaced_by_nothing": "{about}: it is {says}, and the one in its place is {is_}.",
    "renewed_by_nothing": "{about}: it was renewed on {says}, and the one that renews it is {is_}.",
    "not_erased": "{about}: its holder was erased on {says}, and it still tells {is_}.",
    "miscounted_run": "{about}: it says {says} are done, its lines say {is_}.",
}


def broken() -> Iterator[Broken]:
    yield from papers()
    yield from certificates()
    yield from runs()


def papers() -> Iterator[Broken]:
    for paper in Paper.objects.select_related("certificate").iterator(chunk_size=100):
        digest = sha256(bytes(paper.data)).hexdigest()
        if digest != paper.sha256:
            yield Broken("altered_paper", paper.certificate.about, paper.sha256[:12], digest[:12])
    for row in Certificate.objects.filter(paper=None, name_erased_at=None):
        yield Broken("no_paper", row.about, 1, 0)


def certificates() -> Iterator[Broken]:
    for row in Certificate.objects.only("code").iterator():
        if understood(row.code) is None:
            yield Broken("wrong_code", row.about, row.code, None)
    for row in Certificate.objects.filter(state=CertificateState.SUPERSEDED, superseded_by=None):
        yield Broken("replaced_by_nothing", row.about, row.state, None)
    for row in Certificate.objects.live().filter(renewed_on__isnull=False, renewals=None):
        yield Broken("renewed_by_nothing", row.about, row.renewed_on, None)
    telling = ~Q(name="") | ~Q(name_other="") | ~Q(email_hash="") | Q(person__isnull=False) | Q(paper__isnull=False)
    for row in Certificate.objects.filter(telling, name_erased_at__isnull=False):
        yield Broken("not_erased", row.about, row.name_erased_at, "who it was")


def runs() -> Iterator[Broken]:
    """Lines of people who were erased are gone, so there may be fewer than were counted."""
    ended = Count("lines", filter=~Q(lines__state=LineState.WAITING))
    for run in IssueRun.objects.annotate(ended=ended).filter(Q(ended__gt=F("done")) | finished_too_early()):
        yield Broken("miscounted_run", f"issue run {run.pk}", run.done, run.ended)


def finished_too_early() -> Q:
    return Q(state=RunState.DONE, lines__state=LineState.WAITING)
