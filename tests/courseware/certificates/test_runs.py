"""Issuing to many: rows that are claimed, workers that die, and nobody twice."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.utils import timezone

from accounts.outbox.models import Letter
from courseware.certificates import actions
from courseware.certificates.actions import issuing, runs
from courseware.certificates.errors import NobodyChosen
from courseware.certificates.models import Certificate, IssueLine, IssueRun
from courseware.certificates.states import LineState, RunState
from tests import factories


def started(people=3, **fields):
    """A run for people who have all done everything."""
    award = factories.award(**fields)
    several = [factories.person(name=f"Person {n}") for n in range(people)]
    for person in several:
        factories.attendance(award.event, person=person)
    return actions.start_run(award, [person.code for person in several], by=factories.person(), at=timezone.now())


def states(run):
    return sorted(run.lines.values_list("state", flat=True))


@pytest.mark.django_db
def test_a_run_gives_each_person_one_certificate_and_one_letter():
    run = started()
    assert actions.work_due(clock=timezone.now) == 3
    run.refresh_from_db()
    assert (run.state, run.done, run.total, run.lease) == (RunState.DONE, 3, 3, None)
    assert Certificate.objects.count() == Letter.objects.filter(kind="certificate_issued").count() == 3


@pytest.mark.django_db
def test_nobody_chosen_is_refused():
    award = factories.award()
    with pytest.raises(NobodyChosen):
        actions.start_run(award, [factories.person().code], by=factories.person(), at=timezone.now())


@pytest.mark.django_db
def test_a_line_that_cannot_be_issued_says_why_and_the_others_are():
    run = started()
    first, second, _third = (line.person for line in run.lines.all())
    first.registrations.get().attendance.delete()
    type(second).objects.filter(pk=second.pk).update(name="王小明")
    actions.work_due(clock=timezone.now)
    assert list(run.lines.values_list("state", "error")) == [
        ("refused", "not_fulfilled"), ("refused", "paper_failed"), ("issued", ""),
    ]  # fmt: skip
    run.refresh_from_db()
    assert run.done == 3 and run.is_done


@pytest.mark.django_db
def test_somebody_who_has_it_already_is_told_so():
    run = started(people=1)
    actions.issue(run.award, run.lines.get().person, by=None, at=timezone.now())
    actions.work_due(clock=timezone.now)
    assert run.lines.get().error == "already_issued"
    assert Certificate.objects.count() == 1


@pytest.mark.django_db
def test_a_run_in_somebodys_hands_is_left_alone_until_the_lease_runs_out():
    run = started()
    assert runs.take(run, at=timezone.now())
    assert actions.work_due(clock=timezone.now) == 0
    later = timezone.now() + runs.LEASE + timedelta(seconds=1)
    assert actions.work_due(clock=lambda: later) == 3


@pytest.mark.django_db
def test_a_worker_that_dies_in_the_middle_leaves_the_rest_to_the_next(monkeypatch):
    run, draw = started(), runs.draw

    def dies_at_the_second(*args, **kwargs):
        if Certificate.objects.exists():
            raise KeyboardInterrupt
        return draw(*args, **kwargs)

    monkeypatch.setattr(runs, "draw", dies_at_the_second)
    monkeypatch.setattr(runs, "lay_down", lambda run, at: None)  # killed: nobody tidies up
    with pytest.raises(KeyboardInterrupt):
        actions.work_due(clock=timezone.now)
    assert states(run) == ["issued", "waiting", "waiting"]
    monkeypatch.undo()
    later = timezone.now() + runs.LEASE + timedelta(seconds=1)
    assert actions.work_due(clock=lambda: later) == 2
    assert Certificate.objects.count() == 3


@pytest.mark.django_db
def test_a_worker_whose_run_was_taken_over_writes_nothing_more():
    run = started()
    runs.take(run, at=timezone.now())
    [line, *_others] = run.lines.all()
    drawn = runs.attempt(
        run.award,
        line,
        runs.record_of([run.award], [line.person_id], today=timezone.now().date()),
        {},
        at=timezone.now(),
    )
    IssueRun.objects.filter(pk=run.pk).update(lease=run.code)
    with pytest.raises(runs.LeaseLost):
        runs.settle(run, line, drawn, at=timezone.now())
    assert not Certificate.objects.exists()
    assert states(run) == ["waiting"] * 3


@pytest.mark.django_db
def test_a_change_of_the_award_in_the_middle_goes_into_the_certificates_after_it(monkeypatch):
    run, draw = started(people=2), runs.draw

    def changed_after_drawing(award, *args, **kwargs):
        drawn = draw(award, *args, **kwargs)
        if Certificate.objects.count() == 1 and award.title != "Another":
            actions.change_award(award, {"title": "Another"}, by=None, at=timezone.now())
        return drawn

    monkeypatch.setattr(runs, "draw", changed_after_drawing)
    while not IssueRun.objects.get().is_done:
        actions.work_due(clock=timezone.now)
    assert Certificate.objects.order_by("pk").values_list("title", flat=True)[1] == "Another"
    assert set(states(run)) == {"issued"}


@pytest.mark.django_db
def test_work_ends_with_its_time_and_goes_on_with_the_next_round(monkeypatch):
    run, moments = started(), iter(timezone.now() + timedelta(seconds=n) for n in range(1000))
    actions.work_one(run.code, clock=lambda: next(moments), seconds=4)
    run.refresh_from_db()
    assert 0 < run.done < 3 and run.leased_until is None
    actions.work_due(clock=timezone.now)
    assert Certificate.objects.count() == 3


def at_once(*works):
    """Each in a thread of its own, all begun at the same moment; what they raise is raised."""
    barrier, troubles = Barrier(len(works)), []

    def run(work):
        try:
            barrier.wait()
            work()
        except Exception as trouble:
            troubles.append(trouble)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []


@pytest.mark.django_db(transaction=True)
def test_several_workers_at_once_give_nobody_two():
    runs_at_once = [started(people=6), started(people=6)]
    at_once(*[lambda: actions.work_due(clock=timezone.now)] * 4)
    while IssueRun.objects.exclude(state=RunState.DONE).exists():
        actions.work_due(clock=timezone.now)
    assert Certificate.objects.count() == Letter.objects.count() == 12
    assert IssueLine.objects.filter(state=LineState.ISSUED).count() == 12
    assert [IssueRun.objects.get(pk=run.pk).done for run in runs_at_once] == [6, 6]


@pytest.mark.django_db(transaction=True)
def test_two_runs_and_the_sweep_for_the_same_people_at_once_give_nobody_two():
    run = started(people=5, issued="automatic")
    codes = [line.person.code for line in run.lines.all()]
    actions.start_run(run.award, codes, by=factories.person(), at=timezone.now())
    automatic = [lambda: actions.issue_due(clock=timezone.now)] * 2
    at_once(*[lambda: actions.work_due(clock=timezone.now)] * 2, *automatic)
    while IssueRun.objects.exclude(state=RunState.DONE).exists():
        actions.work_due(clock=timezone.now)
    assert Certificate.objects.count() == Letter.objects.count() == 5


@pytest.mark.control
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_and_the_constraint_somebody_would_have_two():
    """The control: the same race with its guards off, so that the tests above could have failed."""
    award, person = factories.award(), factories.person()
    factories.attendance(award.event, person=person)
    record = runs.record_of([award], [person.pk], today=timezone.now().date())
    twins = [runs.draw(award, person, record, {}, at=timezone.now()) for _ in range(2)]
    unique = next(each for each in Certificate._meta.constraints if each.name == "one_current_certificate_per_award")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Certificate, unique)
    try:
        meeting = Barrier(2)
        at_once(*[lambda twin=twin: written_unseen(twin, meeting) for twin in twins])
        assert Certificate.objects.count() == 2
    finally:
        Certificate.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Certificate, unique)


def written_unseen(drawn, meeting):
    """What `keep` would do if it read first and wrote later, without holding the team's row."""
    held = Certificate.objects.filter(award=drawn.certificate.award_id, person=drawn.certificate.person_id).exists()
    meeting.wait()
    if not held:
        issuing.write(drawn.certificate, drawn.pdf)
