"""Issuing one certificate: what is frozen, what is written, and what is refused."""

import io
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pypdf import PdfReader

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from accounts.people.models import Person
from courseware.certificates import actions
from courseware.certificates.actions.drawing import months_later
from courseware.certificates.errors import AlreadyIssued, AwardChanged, NotFulfilled, NotIssuedAnyMore, PaperFailed
from courseware.certificates.models import Certificate, Paper
from courseware.certificates.states import CertificateState
from tests import factories
from tests.courseware.certificates.earning import complete, course_test, passed

pytestmark = pytest.mark.django_db
AT = timezone.now()


def earned(award, **person):
    someone = factories.person(**person)
    factories.attendance(award.event, person=someone)
    return someone


@pytest.fixture
def award():
    return factories.award()


def test_whoever_has_not_done_everything_gets_none(award):
    with pytest.raises(NotFulfilled):
        actions.issue(award, factories.person(), by=None, at=AT)


def test_the_certificate_keeps_what_was_true_on_the_day(certificate):
    award, event = certificate.award, certificate.event
    type(award).objects.filter(pk=award.pk).update(title="Renamed", hours=99, issuer="Somebody else")
    type(event).objects.filter(pk=event.pk).update(title="Renamed")
    Person.objects.filter(pk=certificate.person_id).update(name="Renamed")
    kept = Certificate.objects.get()
    assert (kept.title, kept.hours, kept.issuer) == (award.title, 0, "Training Centre")
    assert (kept.name, kept.event_title) == ("Aliya Omarova", event.title)


def test_it_keeps_versions_of_what_was_learned_and_asked():
    course = factories.course()
    award, module, test = (
        factories.award(course, test_passed=True),
        factories.module(course, revision=3),
        course_test(course),
    )
    reader = factories.person()
    complete(module, reader)
    passed(test, reader)
    facts = actions.issue(award, reader, by=None, at=AT).facts
    assert facts["modules"] == [{"title": module.title, "slug": module.slug, "revision": 3}]
    assert facts["test"] == str(test.code) and facts["rule"]["test_passed"] is True


@pytest.mark.parametrize(("shown", "score"), [(True, 86), (False, None)])
def test_the_score_is_kept_only_where_it_is_wanted(shown, score):
    course = factories.course()
    award = factories.award(course, all_modules=False, test_passed=True, show_score=shown)
    reader = factories.person()
    passed(course_test(course), reader, percent=86)
    assert actions.issue(award, reader, by=None, at=AT).score == score


def test_the_names_that_the_person_chose_are_printed(award):
    person = earned(award, name="aliya")
    actions.choose_name(person, name="Aliya Omarova", name_other="Әлия Омарова", at=AT)
    certificate = actions.issue(award, person, by=None, at=AT)
    text = PdfReader(io.BytesIO(certificate.paper.data)).pages[0].extract_text()
    assert "Aliya Omarova" in text and "Әлия Омарова" in text


def test_the_paper_is_kept_with_its_digest_and_shows_the_code(certificate):
    paper = Paper.objects.get()
    assert paper.sha256 == sha256(bytes(paper.data)).hexdigest()
    text = PdfReader(io.BytesIO(paper.data)).pages[0].extract_text()
    assert certificate.printed_code in text


def test_issuing_is_told_to_the_holder_and_the_trail_without_a_name(certificate):
    letter = Letter.objects.get(kind="certificate_issued")
    assert letter.to == "aliya@example.org" and certificate.printed_code in letter.body
    entry = AuditEntry.objects.get(action="certificate_issued")
    assert "Aliya" not in str(entry.details) and certificate.code not in str(entry.details)


def test_the_letter_is_in_the_language_of_the_person(award):
    actions.issue(award, earned(award, language="ru"), by=None, at=AT)
    assert Letter.objects.get(kind="certificate_issued").language == "ru"


def test_nobody_has_the_same_certificate_twice(certificate):
    with pytest.raises(AlreadyIssued):
        actions.issue(certificate.award, certificate.person, by=None, at=AT)
    twin = {"award": certificate.award, "person": certificate.person}
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.certificate(certificate.award, person=certificate.person)
    assert Certificate.objects.filter(**twin).count() == 1


def test_a_paper_drawn_before_the_award_was_changed_is_not_issued(award, monkeypatch):
    person = earned(award)
    stale = type(award).objects.get(pk=award.pk)
    actions.change_award(award, {"title": "Another"}, by=None, at=AT)
    with pytest.raises(AwardChanged):
        actions.issue(stale, person, by=None, at=AT)


def test_a_closed_award_issues_nothing(award):
    person = earned(award)
    actions.change_award(award, {"issued": "closed"}, by=None, at=AT)
    with pytest.raises(NotIssuedAnyMore):
        actions.issue(award, person, by=None, at=AT)


def test_a_name_that_cannot_be_printed_is_said_so(award):
    with pytest.raises(PaperFailed):
        actions.issue(award, earned(award, name="王小明"), by=None, at=AT)


def test_validity_is_counted_in_months_of_the_calendar():
    day = AT.date().replace(year=2027, month=1, day=31)
    assert str(months_later(day, 1)) == "2027-02-28"
    assert str(months_later(day, 14)) == "2028-03-31"


def test_a_certificate_is_expired_from_the_day_after(award):
    type(award).objects.filter(pk=award.pk).update(validity_months=1)
    award.refresh_from_db()
    certificate = actions.issue(award, earned(award), by=None, at=AT)
    assert certificate.standing(certificate.valid_until) == "valid"
    assert certificate.standing(certificate.valid_until + timedelta(days=1)) == "expired"


def test_what_comes_by_itself_comes_once_and_to_those_who_did_everything():
    award = factories.award(issued="automatic")
    done, _waiting = earned(award), factories.registration(award.event)
    assert [actions.issue_due(clock=timezone.now) for _ in range(3)] == [1, 0, 0]
    assert [certificate.person for certificate in Certificate.objects.all()] == [done]


def test_what_was_revoked_does_not_come_back_by_itself():
    award = factories.award(issued="automatic")
    earned(award)
    actions.issue_due(clock=timezone.now)
    actions.revoke(Certificate.objects.get(), reason="mistake", by=None, at=AT)
    assert actions.issue_due(clock=timezone.now) == 0


def test_an_organizer_can_issue_again_what_was_revoked(certificate):
    actions.revoke(certificate, reason="mistake", by=None, at=AT)
    actions.issue(certificate.award, certificate.person, by=None, at=AT)
    assert Certificate.objects.live().count() == 1


def test_one_who_cannot_be_printed_does_not_hold_up_the_others():
    award = factories.award(issued="automatic")
    earned(award, name="王小明")
    earned(award, name="Zarina")
    assert actions.issue_due(clock=timezone.now) == 1


def test_certificates_outlive_award_event_and_course(certificate):
    certificate.event.registrations.all().delete()
    certificate.event.delete()
    kept = Certificate.objects.get()
    assert kept.award is None and kept.event is None
    assert kept.event_title and kept.state == CertificateState.LIVE and kept.paper.data
