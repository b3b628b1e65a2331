"""The site's own worker, ended by force in the middle of issuing, and a second one that goes on."""

import signal
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.outbox.models import Letter
from courseware.certificates import actions
from courseware.certificates.models import Certificate, IssueRun
from tests import factories
from tests.processes import start, wait_until

PEOPLE = 40


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_left_is_issued_by_the_next_and_nobody_has_two():
    award = factories.award()
    people = [factories.attendance(award.event).registration.person for _ in range(PEOPLE)]
    run = actions.start_run(award, [person.code for person in people], by=factories.person(), at=timezone.now())
    first = start("manage.py", "worker")
    assert wait_until(lambda: Certificate.objects.count() >= 3, seconds=90)
    first.send_signal(signal.SIGKILL)
    first.wait()
    run.refresh_from_db()
    assert 3 <= run.done == Certificate.objects.count() < PEOPLE and run.leased_until
    IssueRun.objects.update(leased_until=timezone.now() - timedelta(seconds=1))  # a minute later
    second = start("manage.py", "worker")
    try:
        assert wait_until(lambda: IssueRun.objects.get().is_done, seconds=90)
    finally:
        second.terminate()
        second.wait()
    assert Certificate.objects.values("person").distinct().count() == Certificate.objects.count() == PEOPLE
    assert Letter.objects.filter(kind="certificate_issued").count() == IssueRun.objects.get().done == PEOPLE
