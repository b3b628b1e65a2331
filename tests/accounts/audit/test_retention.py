from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit import actions, retention
from accounts.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def test_the_trail_is_kept_for_five_years():
    for age in (retention.AUDIT_KEPT + timedelta(days=1), retention.AUDIT_KEPT - timedelta(days=1)):
        actions.record("test", about=f"{age.days}", by=None, at=NOW - age)
    assert retention.preview(NOW) == retention.carry_out(NOW) == {"audit_entries_deleted": 1}
    assert list(AuditEntry.objects.values_list("about", flat=True)) == [f"{5 * 365 - 1}"]
