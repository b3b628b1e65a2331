from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.audit.models import AuditEntry
from accounts.outbox.states import LetterState
from events.registration import actions, links, retention
from events.registration.errors import Refused
from events.registration.models import Answer, Attachment, Invitation, Registration, Rules
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


def ended(days_ago, *, kept_days=180, **fields):
    """An event that ended so many days ago."""
    ends_at = AT - timedelta(days=days_ago)
    event = factories.event(starts_at=ends_at - timedelta(hours=2), ends_at=ends_at, **fields)
    Rules.objects.create(event=event, kept_days=kept_days)
    return event


def test_what_is_ahead_or_has_no_end_is_never_touched():
    ahead = factories.event()
    Rules.objects.create(event=ahead, kept_days=0)
    undated = factories.event(published=False, starts_at=None, ends_at=None)
    for event in (ahead, undated):
        factories.answer(factories.registration(event))
        factories.invitation(event)
    assert not any(retention.preview(AT).values())
    assert not any(retention.carry_out(AT).values())
    assert Registration.objects.exclude(name="").count() == 2


def test_answers_go_when_the_time_of_their_question_is_over_and_their_files_with_them():
    event = ended(40)
    short, long = factories.form_question(event, kept_days=30), factories.form_question(event, kept_days=90)
    registration = factories.registration(event)
    factories.answer(registration, short, value="Vegetarian", file=factories.attachment())
    kept = factories.answer(registration, long, value="Interpreter needed")
    assert retention.carry_out(AT) == {"unused_files_deleted": 0, "answers_emptied": 1, "files_deleted": 1}
    assert list(Answer.objects.filter(value__isnull=False)) == [kept]
    assert not Attachment.objects.exists()
    registration.refresh_from_db()
    assert registration.name


def test_an_answer_is_kept_up_to_the_last_day():
    event = ended(29)
    factories.answer(factories.registration(event), factories.form_question(event, kept_days=30))
    assert retention.carry_out(AT).get("answers_emptied") is None
    assert retention.carry_out(AT + timedelta(days=1))["answers_emptied"] == 1


def test_no_answer_outlives_its_registration():
    event = ended(61, kept_days=60)
    factories.answer(factories.registration(event), factories.form_question(event, kept_days=365))
    assert retention.carry_out(AT)["answers_emptied"] == 1


def test_a_registration_is_emptied_of_whoever_it_was_and_still_counts():
    event = ended(200)
    row = factories.registration(event, reason="Because")
    retention.carry_out(AT)
    row.refresh_from_db()
    event.refresh_from_db()
    assert (row.name, row.email, row.agency, row.position, row.reason, row.person) == ("", "", "", "", "", None)
    assert (row.state, row.country.code, row.category, row.purged_at) == ("confirmed", "KZ", "participant", AT)
    assert event.seats_taken == Registration.objects.seated().count() == 1


def test_invitations_delegations_notes_and_letters_of_the_event_are_emptied():
    event = ended(200)
    invitation, delegation = factories.invitation(event), factories.delegation(event, note=factories.attachment())
    letter = factories.letter(about=event.about)
    retention.carry_out(AT)
    for row in (invitation, delegation, letter):
        row.refresh_from_db()
    assert (invitation.email, invitation.name, invitation.purged_at) == ("", "", AT)
    assert (delegation.focal_email, delegation.focal_name, delegation.note) == ("", "", None)
    assert (letter.to, letter.body, letter.state) == ("", "", LetterState.REFUSED)
    assert not Attachment.objects.exists()


def test_the_preview_tells_what_is_then_done_and_changes_nothing():
    event = ended(200)
    for _ in range(3):
        factories.answer(factories.registration(event), file=factories.attachment())
    factories.invitation(event)
    foretold = retention.preview(AT)
    assert foretold == retention.preview(AT)
    assert foretold == retention.carry_out(AT)
    assert foretold["registrations_emptied"] == foretold["files_deleted"] == 3


def test_a_second_run_finds_nothing():
    event = ended(200)
    factories.answer(factories.registration(event))
    factories.delegation(event)
    retention.carry_out(AT)
    recorded = AuditEntry.objects.filter(action=retention.EMPTIED).count()
    assert not any(retention.carry_out(AT).values())
    assert AuditEntry.objects.filter(action=retention.EMPTIED).count() == recorded > 0


def test_a_run_that_was_cut_off_is_finished_by_the_next(monkeypatch):
    """Batches of two; the third is refused."""
    monkeypatch.setattr(retention, "BATCH", 2)
    event = ended(200)
    for _ in range(5):
        factories.registration(event)
    locks = iter([retention.locked] * 2)
    with monkeypatch.context() as cut, pytest.raises(StopIteration):
        cut.setattr(retention, "locked", lambda pk: next(locks)(pk))
        retention.carry_out(AT)
    assert Registration.objects.filter(purged_at=AT).count() == 4
    assert retention.carry_out(AT)["registrations_emptied"] == 1


def test_an_event_that_was_moved_ahead_meanwhile_keeps_everything(monkeypatch):
    event = ended(200)
    factories.registration(event)
    (step,) = retention.due(AT)
    event.ends_at += timedelta(days=400)
    event.save()
    assert not retention.carry_out_step(step, AT)
    assert not Registration.objects.exclude(purged_at=None).exists()


def test_a_file_that_nobody_refers_to_goes_after_a_day():
    factories.attachment(created_at=AT - timedelta(days=2))
    fresh = factories.attachment()
    factories.answer(factories.registration(), file=factories.attachment(created_at=AT - timedelta(days=2)))
    assert retention.preview(AT)["unused_files_deleted"] == 1
    assert retention.carry_out(AT)["unused_files_deleted"] == 1
    assert Attachment.objects.count() == 2
    assert Attachment.objects.filter(pk=fresh.pk).exists()


def test_the_own_pages_show_nothing_of_what_was_emptied(client):
    event = ended(200, title="Long past")
    registration = factories.registration(event)
    retention.carry_out(AT)
    client.force_login(registration.person)
    assert "Long past" not in client.get("/me/").content.decode()
    assert client.get(reverse("registration:registered", args=[event.slug])).status_code == 302


def test_the_invitation_of_an_address_that_was_emptied_is_found_by_nobody():
    event = ended(200)
    factories.invitation(event)
    retention.carry_out(AT)
    assert not Invitation.objects.exclude(email="").exists()


def desk(client, event):
    client.force_login(factories.membership(event.team, factories.person()).person)
    return client.get(reverse("registration:retention", args=[event.slug])).content.decode()


def test_the_desk_says_what_goes_when_and_when_it_last_ran(client):
    event = factories.event()
    question = factories.form_question(event, kept_days=30, label="What do you eat?")
    factories.answer(factories.registration(event), question)
    audit.record("retention_ran", about="site", by=None, at=AT)
    page = desk(client, event)
    assert "What do you eat?" in page
    assert "1 answer" in page
    assert "1 registration" in page
    assert "it last ran on" in page


def test_the_desk_says_what_has_gone(client):
    event = ended(200, kept_days=90)
    factories.answer(factories.registration(event))
    retention.carry_out(AT)
    page = desk(client, event)
    assert "1 registration, 1 answer" in page
    assert "Nothing is left of it" in page


def test_the_desk_of_an_event_without_a_date_says_what_to_do(client):
    assert "has no end yet" in desk(client, factories.event(published=False, starts_at=None, ends_at=None))


def test_whoever_was_emptied_is_written_to_no_more():
    """Kept for no day at all, and emptied before the thanks for coming went out; then the event is moved ahead."""
    event = ended(1, kept_days=0)
    factories.registration(event)
    retention.carry_out(AT)
    assert not Registration.objects.to_be_thanked(AT).exists()
    event.starts_at = event.ends_at = AT + timedelta(days=3)
    event.ends_at += timedelta(hours=1)
    event.save()
    assert not Registration.objects.to_be_told_of_moving(AT).exists()


def test_nobody_decides_about_whoever_was_emptied():
    """Neither the desk nor an old letter moves a figure."""
    event = ended(200)
    rows = [factories.registration(event, state=state) for state in ("confirmed", "pending")]
    retention.carry_out(AT)
    for row in rows:
        with pytest.raises(Refused):
            actions.decline(row, reason="", by=factories.person(), at=AT)
        with pytest.raises(Refused):
            actions.withdraw(row, by=None, at=AT)
    with pytest.raises(Refused):
        actions.approve(rows[1], by=factories.person(), at=AT)


def test_the_link_of_an_old_letter_leads_to_nobody_who_was_emptied(client):
    event = ended(3, kept_days=1)
    link = links.by_letter(factories.registration(event))
    assert client.get(link).status_code == 200
    retention.carry_out(AT)
    assert client.get(link).status_code == 404
