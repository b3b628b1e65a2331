"""Revoking and replacing; what the holder decides; what is left after erasing."""

import io

import pytest
from django.utils import timezone
from pypdf import PdfReader

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from courseware.certificates import actions, invariants, personal_data
from courseware.certificates.badges import decoded_list, opened, problems
from courseware.certificates.errors import NoName, NotLive, SameName
from courseware.certificates.models import Certificate, IssueLine, Paper, PrintedName
from front import actions as front
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


def ended_in(certificate):
    payload = opened(actions.list_token(certificate.team, 0, at=AT), actions.keyring())[1]
    return decoded_list(payload["credentialSubject"]["encodedList"])


def test_revoking_keeps_when_and_why_and_tells_the_holder(certificate):
    actions.revoke(certificate, reason="mistake", words="Sorry.", by=None, at=AT)
    kept = Certificate.objects.get()
    assert (kept.state, kept.reason, kept.ended_at) == ("revoked", "mistake", AT)
    letter = Letter.objects.get(kind="certificate_revoked")
    assert "issued by mistake" in letter.body and "Sorry." in letter.body
    assert AuditEntry.objects.get(action="certificate_revoked").details == {"reason": "mistake"}


def test_what_was_revoked_is_not_revoked_again(certificate):
    actions.revoke(certificate, reason="mistake", by=None, at=AT)
    with pytest.raises(NotLive):
        actions.revoke(certificate, reason="other", by=None, at=AT)
    with pytest.raises(NotLive):
        actions.correct_name(certificate, name="Another", by=None, at=AT)
    assert Letter.objects.filter(kind="certificate_revoked").count() == 1


def test_a_corrected_name_makes_a_new_certificate_in_place_of_the_old(certificate):
    new = actions.correct_name(certificate, name="Alia Omarova", name_other="Әлия Омарова", by=None, at=AT)
    old = Certificate.objects.get(pk=certificate.pk)
    assert (old.state, old.superseded_by, new.state) == ("superseded", new, "live")
    assert new.code != old.code and new.status_index != old.status_index and new.subject != old.subject
    assert (new.awarded_on, new.facts, new.title) == (old.awarded_on, old.facts, old.title)
    assert "Alia Omarova" in PdfReader(io.BytesIO(new.paper.data)).pages[0].extract_text()
    assert new.printed_code in Letter.objects.get(kind="certificate_replaced").body


def test_the_same_name_and_a_missing_one_are_refused(certificate):
    with pytest.raises(SameName):
        actions.correct_name(certificate, name=certificate.name, by=None, at=AT)
    with pytest.raises(NoName):
        actions.correct_name(certificate, name="", by=None, at=AT)


def test_the_badge_of_a_certificate_is_as_it_should_be(certificate):
    header, payload = opened(actions.token_of(certificate), actions.keyring())
    assert problems(header, payload) == []
    assert "Aliya" not in str(payload) and "aliya" not in str(payload)


def test_revoked_and_replaced_ones_are_in_the_status_list_and_no_others(certificate):
    assert ended_in(certificate) == set()
    new = actions.correct_name(certificate, name="Alia Omarova", by=None, at=AT)
    assert ended_in(certificate) == {certificate.status_index}
    actions.revoke(new, reason="request", by=None, at=AT)
    assert ended_in(certificate) == {certificate.status_index, new.status_index}


@pytest.mark.parametrize(
    "typed", ["Aliya Omarova", "  aliya   OMAROVA ", "Omarova Aliya", "Omarova, Aliya", "Aliya\u00a0Omarova"]
)
def test_a_name_is_confirmed_however_it_is_typed(certificate, typed):
    assert actions.confirms(certificate, typed)


@pytest.mark.parametrize("typed", ["", "Aliya", "Omarova", "Alia Omarova", "Aliya Omarova Umarova", "А" * 200])
def test_another_name_is_not(certificate, typed):
    assert not actions.confirms(certificate, typed)


def test_apostrophes_dashes_and_yo_are_as_people_type_them(certificate):
    new = actions.correct_name(certificate, name="Gʻulom Oʻrinov‑Soʻz", name_other="Пётр Ўринов", by=None, at=AT)
    for typed in ("G'ulom O`rinov-So’z", "петр ўринов"):
        assert actions.confirms(new, typed)


def test_only_the_holder_can_show_the_name(certificate):
    actions.show_name(certificate, shown=True, by=factories.person(), at=AT)
    assert not Certificate.objects.get().show_name
    actions.show_name(certificate, shown=True, by=certificate.person, at=AT)
    assert Certificate.objects.get().show_name


def test_erasing_takes_the_name_and_leaves_the_facts(certificate):
    actions.show_name(certificate, shown=True, by=certificate.person, at=AT)
    actions.choose_name(certificate.person, name="Aliya Omarova", at=AT)
    front.erase(certificate.person, by=certificate.person, at=AT)
    kept = Certificate.objects.get()
    assert (kept.name, kept.name_other, kept.name_proofs, kept.email_hash, kept.show_name) == ("", "", [], "", False)
    assert kept.person is None and kept.title and kept.state == "live"
    assert not Paper.objects.exists() and not PrintedName.objects.exists()
    assert not actions.confirms(kept, "Aliya Omarova")
    assert list(invariants.broken()) == []


def test_whoever_wishes_so_stays_confirmable_without_the_name_being_kept(certificate):
    actions.let_outlive(certificate.person, kept=True, at=AT)
    front.erase(certificate.person, by=certificate.person, at=AT)
    kept = Certificate.objects.get()
    assert actions.confirms(kept, "Aliya Omarova") and not actions.confirms(kept, "Aliya")
    assert "Aliya" not in str({field.name: getattr(kept, field.name) for field in kept._meta.concrete_fields})


def test_erasing_one_person_leaves_a_run_that_can_end(certificate):
    other = factories.person()
    factories.attendance(certificate.event, person=other)
    award = certificate.award
    run = actions.start_run(award, [other.code, certificate.person.code], by=factories.person(), at=AT)
    front.erase(other, by=other, at=AT)
    actions.work_due(clock=timezone.now)
    run.refresh_from_db()
    assert run.is_done and IssueLine.objects.get().error == "already_issued"


def test_what_is_handed_out_holds_the_paper_and_the_chosen_name(certificate):
    actions.choose_name(certificate.person, name="Aliya Omarova", at=AT)
    told = personal_data.collect(certificate.person)
    assert told["printed_name"]["name"] == "Aliya Omarova"
    assert told["certificates"][0]["paper"]["data"].startswith(b"%PDF")
    assert personal_data.collect(factories.person()) == {"printed_name": None, "certificates": []}


def test_a_whole_certificate_breaks_no_invariant_and_a_tampered_one_does(certificate):
    assert list(invariants.broken()) == []
    Paper.objects.update(data=b"another paper")
    assert [each.invariant for each in invariants.broken()] == ["altered_paper"]
