import logging
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.audit.models import AuditEntry
from front import actions, retention, tasks
from front.errors import RetentionStopped
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
EVENING = datetime(2026, 11, 20, 12, tzinfo=UTC)
LONG_PAST = AT - timedelta(days=400)


def past_registration():
    return factories.registration(factories.event(starts_at=LONG_PAST))


def records():
    return AuditEntry.objects.filter(action=actions.RETENTION_RAN)


def ran(at):
    AuditEntry.objects.create(action=actions.RETENTION_RAN, about="site", at=at)


def told(*arguments):
    out = StringIO()
    call_command("retention", *arguments, stdout=out)
    return out.getvalue()


def preview(at):
    return {"spoons": 3}


def carry_out(at):
    raise ZeroDivisionError("a sum that went wrong")


def test_a_dry_run_tells_and_changes_nothing():
    row = past_registration()
    assert "registrations emptied" in told("--dry-run")
    row.refresh_from_db()
    assert row.name
    assert not records().exists()


def test_a_run_empties_and_leaves_a_record_with_its_figures():
    row = past_registration()
    told()
    row.refresh_from_db()
    assert row.name == ""
    assert records().get().details["registrations_emptied"] == 1


def test_the_record_names_nobody():
    row = past_registration()
    told()
    assert row.email not in str(list(AuditEntry.objects.values()))


def test_a_room_that_fails_keeps_no_other_from_its_part(settings, caplog):
    settings.RETENTION = [__name__, *settings.RETENTION]
    row = past_registration()
    with caplog.at_level(logging.ERROR), pytest.raises(CommandError, match=__name__):
        told()
    row.refresh_from_db()
    assert row.name == ""
    assert "a sum that went wrong" in caplog.text
    assert not records().exists()


def test_a_run_that_failed_is_tried_again_at_the_next_turn(settings):
    settings.RETENTION = [__name__]
    with pytest.raises(RetentionStopped):
        tasks.retention()
    assert actions.is_retention_due(timezone.now())


def test_the_background_work_asks_for_it():
    assert "front.tasks.retention" in settings.SWEEPS


def test_it_runs_once_a_night_however_often_it_is_asked():
    tasks.retention()
    tasks.retention()
    assert records().count() == 1


@pytest.mark.parametrize(
    ("hours_ago", "hour", "due"), [(2, 20, False), (21, 20, True), (21, 12, False), (29, 12, True), (19, 20, False)]
)
def test_it_runs_at_night_and_by_day_only_where_a_night_was_missed(hours_ago, hour, due):
    at = EVENING.replace(hour=hour)
    ran(at - timedelta(hours=hours_ago))
    assert actions.is_retention_due(at) is due


def test_sessions_that_ended_and_counters_that_ran_out_go():
    Session.objects.create(session_key="old", session_data="", expire_date=AT - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="", expire_date=AT + timedelta(days=1))
    cache.set("counted", 1, timeout=60)
    later = AT + timedelta(hours=1)
    assert retention.preview(AT)["sessions_deleted"] == 1
    assert retention.preview(later)["counters_deleted"] >= 1
    assert retention.carry_out(later)["counters_deleted"] >= 1
    assert Session.objects.get().session_key == "new"
    assert cache.get("counted") is None
