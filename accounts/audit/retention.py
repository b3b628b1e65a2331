"""How long the trail is kept. Called nightly through settings.RETENTION."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from accounts.audit.models import AuditEntry

AUDIT_KEPT = timedelta(days=5 * 365)


def preview(at: datetime) -> dict[str, int]:
    """What `carry_out` would do at that moment."""
    return {"audit_entries_deleted": outdated(at).count()}


def carry_out(at: datetime) -> dict[str, int]:
    return {"audit_entries_deleted": outdated(at).delete()[0]}


def outdated(at: datetime) -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(at__lt=at - AUDIT_KEPT)
