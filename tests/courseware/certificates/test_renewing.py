"""A certificate that has expired, and the one that renews it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from courseware.certificates import actions
from courseware.certificates.actions import issuing, runs
from courseware.certificates.errors import AlreadyIssued, NotFulfilled, NotLive
from courseware.certificates.invariants import broken
from courseware.certificates.models import Certificate, IssueRun
from courseware.certificates.standing import awards_to_come
from courseware.certificates.states import RunState
from tests import factories
from tests.courseware.certificates.earning import course_test, passed
from tests.courseware.certificates.test_runs import at_once

pytestmark = pytest.mark.django_db
NOW = timezone.now()
THEN = NOW - timedelta(days=400)
YEAR = {"all_modules": False, "test_passed": True, "validity_months": 12, "show_score": True}


@pytest.fixture
def reader():
    return factories.person(name="Aliya Omarova")


@pytest.fixture
def old(reader):
    """Awarded 400 days ago for a year, for a test passed the day before."""
    course = factories.course(team=factories.team(organizer=factories.person(email="organizer@example.org")))
    passed(course_test(course), reader, percent=90, at=THEN - timedelta(days=1))
    return actions.issue(factories.award(course, **YEAR), reader, by=None, at=THEN)


@pytest.fixture
def once(reader):
    """The same for an event, which nobody can attend again."""
    award = factories.award(validity_months=12)
    factories.attendance(award.event, person=reader)
    return actions.issue(award, reader, by=None, at=THEN)


def again(old, **how):
    """The test is passed anew."""
    return passed(old.course.quizzes.get(), old.person, **how)


def renewed(old):
    return actions.issue(old.award, old.person, by=None, at=NOW)


def test_what_has_expired_is_renewed_by_passing_the_test_again(old):
    with pytest.raises(NotFulfilled):
        renewed(old)
    again(old, percent=75)
    new = renewed(old)
    old.refresh_from_db()
    assert (new.renews, new.score, new.standing(NOW.date())) == (old, 75, "valid")
    assert (old.standing(NOW.date()), old.renewed_on, old.score) == ("expired", NOW.date(), 90)


def test_what_is_valid_is_not_renewed_though_the_test_was_passed_again(old):
    again(old, at=THEN + timedelta(days=100))
    with pytest.raises(AlreadyIssued):
        actions.issue(old.award, old.person, by=None, at=THEN + timedelta(days=200))


def test_a_test_passed_on_the_last_days_counts_and_one_of_the_day_of_the_award_does_not(old):
    again(old, at=THEN)
    with pytest.raises(NotFulfilled):
        renewed(old)
    again(old, at=THEN + timedelta(days=360))
    assert renewed(old).renews == old


def test_it_comes_by_itself_once_and_only_after_the_test_was_passed_again(old):
    type(old.award).objects.update(issued="automatic")
    issued = [actions.issue_due(clock=timezone.now)]
    again(old)
    issued += [actions.issue_due(clock=timezone.now) for _ in range(2)]
    assert issued == [0, 1, 0] and Certificate.objects.current().count() == 1


def test_where_nothing_can_be_done_anew_an_organizer_renews(once):
    type(once.award).objects.update(issued="automatic")
    assert actions.issue_due(clock=timezone.now) == 0
    assert renewed(once).renews == once


def test_of_two_that_were_drawn_at_the_same_moment_one_is_kept(once):
    record = runs.record_of([once.award], [once.person_id], today=NOW.date())
    twins = [issuing.draw(once.award, once.person, record, {}, at=NOW) for _ in range(2)]
    issuing.keep(twins[0], by=None, at=NOW)
    with pytest.raises(AlreadyIssued):
        issuing.keep(twins[1], by=None, at=NOW)


def test_one_drawn_before_the_old_one_expired_does_not_renew_it_at_midnight(once):
    record = runs.record_of([once.award], [once.person_id], today=once.valid_until)
    drawn = issuing.draw(once.award, once.person, record, {}, at=NOW)
    with pytest.raises(AlreadyIssued):
        issuing.keep(drawn, by=None, at=NOW)


def test_what_was_revoked_meanwhile_is_not_renewed(once):
    record = runs.record_of([once.award], [once.person_id], today=NOW.date())
    drawn = issuing.draw(once.award, once.person, record, {}, at=NOW)
    actions.revoke(once, reason="conduct", by=None, at=NOW)
    with pytest.raises(NotLive):
        issuing.keep(drawn, by=None, at=NOW)


def test_the_database_refuses_two_that_count_and_to_renew_what_is_valid(once):
    with pytest.raises(IntegrityError, match="award"), transaction.atomic():
        factories.certificate(once.award, person=once.person)
    with pytest.raises(IntegrityError, match="only_expired_certificates_are_renewed"), transaction.atomic():
        Certificate.objects.update(renewed_on=once.valid_until)


@pytest.mark.django_db(transaction=True)
def test_several_at_once_renew_it_once(old):
    type(old.award).objects.update(issued="automatic")
    again(old)
    for _ in range(2):
        actions.start_run(old.award, [old.person.code], by=old.person, at=timezone.now())
    work = [lambda: actions.work_due(clock=timezone.now), lambda: actions.issue_due(clock=timezone.now)]
    at_once(*work * 2)
    while IssueRun.objects.exclude(state=RunState.DONE).exists():
        actions.work_due(clock=timezone.now)
    assert Certificate.objects.count() == 2 and Certificate.objects.current().count() == 1


def test_a_renewal_that_was_revoked_does_not_come_back_by_itself(old):
    type(old.award).objects.update(issued="automatic")
    again(old)
    actions.revoke(renewed(old), reason="conduct", by=None, at=NOW)
    assert actions.issue_due(clock=timezone.now) == 0


def test_names_corrected_later_leave_the_two_linked(once):
    for each in (once, renewed(once)):
        each.refresh_from_db()
        actions.correct_name(each, name="Alia Omarova", by=None, at=NOW)
    current = Certificate.objects.current().get()
    assert current.renews.name == "Alia Omarova" and current.renews.standing(NOW.date()) == "expired"
    assert list(broken()) == []


def test_the_holder_is_told_how_it_is_renewed_until_it_is(old, client):
    client.force_login(old.person)
    page = client.get(reverse("certificates:mine")).content.decode()
    assert "Your certificate was valid until" in page and "pass the test after the course" in page
    again(old)
    new = renewed(old)
    assert awards_to_come(old.person, today=NOW.date()) == []
    assert reverse("certificates:own", args=[new.printed_code]) in client.get(
        reverse("certificates:own", args=[old.printed_code])
    ).content.decode()  # fmt: skip


def test_the_way_to_the_certificate_is_shown_again(once, client):
    client.force_login(once.person)
    address = reverse("certificates:missing_of_event", args=[once.event.slug])
    assert "The organizers decide whether it is renewed" in client.get(address).content.decode()
    renewed(once)
    assert "Your certificate was valid until" not in client.get(address).content.decode()


def test_whoever_looks_the_old_one_up_learns_that_it_was_renewed_and_not_where(once, client):
    new = renewed(once)
    page = client.get(reverse("certificates:verify", args=[once.printed_code])).content.decode()
    assert "It was renewed on" in page and new.printed_code not in page


def test_the_desk_renews_all_that_have_expired(once, client):
    someone = factories.person()
    factories.attendance(once.event, person=someone)
    factories.membership(once.team, someone)
    client.force_login(someone)
    desk = reverse("certificates:award", args=[once.award.code])
    assert "Renew 1 that has expired" in client.get(desk).content.decode()
    client.post(reverse("certificates:issue", args=[once.award.code]), {"expired": "yes"})
    assert [line.person for line in IssueRun.objects.get().lines.all()] == [once.person]


def test_the_desk_counts_who_passed_again_as_ready_and_nobody_else(old, client):
    client.force_login(type(old.person).objects.get(email="organizer@example.org"))
    desk = reverse("certificates:award", args=[old.award.code])
    page = client.get(desk).content.decode()
    assert "test not passed again" in page and "Renew" not in page and "Issue to 1 person" not in page
    again(old)
    assert "Issue to 1 person" in client.get(desk).content.decode()


def test_somebody_who_takes_part_no_longer_cannot_be_ticked(once, client):
    organizer = factories.person()
    factories.membership(once.team, organizer)
    client.force_login(organizer)
    once.event.registrations.all().delete()
    page = client.get(reverse("certificates:award", args=[once.award.code])).content.decode()
    assert "no longer takes part" in page and 'name="code"' not in page
