from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.exchange import actions
from courseware.exchange.errors import FileRefused, NothingToTake, UploadGone
from courseware.exchange.formats import gift, moodle
from courseware.exchange.models import QuestionUpload
from courseware.quizzes.models import Question
from courseware.quizzes.states import Review
from tests import factories
from tests.courseware.exchange.items import KINDS, Making, choice
from tests.courseware.exchange.items import course as made_up

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def course():
    return factories.course()


def uploaded(course, data, module=None):
    return actions.receive(course, "questions.xml", data, module=module, by=None, at=AT)


def test_every_kind_comes_into_the_bank_as_it_was(course):
    items = [Making(seed).item(kind) for kind in KINDS for seed in range(3)]
    upload = uploaded(course, moodle.write(made_up(*items), ordering=True).data)
    meant = [each.item for each in actions.preview(upload).taken]
    questions = actions.take(upload, approve=False, by=None, at=AT)
    assert [Question.objects.get(pk=each.pk).item for each in questions] == meant and len(meant) == 24


def test_what_is_taken_waits_for_review_with_its_tags_and_difficulty(course):
    upload = uploaded(course, gift.write(made_up(choice())).data)
    (question,) = actions.take(upload, approve=False, by=None, at=AT)
    assert (question.review, question.difficulty) == (Review.DRAFTED, 3)
    assert {tag.name for tag in question.tags.all()} == {"border", "tag [with] bracket"}


def test_questions_that_the_organizer_has_read_are_used_at_once(course):
    module = factories.module(course)
    upload = uploaded(course, b"Two?{=2 ~3}", module)
    (question,) = actions.take(upload, approve=True, by=None, at=AT)
    assert (question.review, question.module) == (Review.APPROVED, module)


def test_looking_at_a_file_takes_nothing(course):
    actions.preview(uploaded(course, b"Two?{=2 ~3}"))
    assert not Question.objects.exists()


def test_a_question_that_the_course_has_is_skipped_and_told(course):
    upload = uploaded(course, b"Two?{=2 ~3}")
    actions.take(upload, approve=False, by=None, at=AT)
    again = actions.preview(uploaded(course, b"  two? {~3 =2}\n\nThree?{=3 ~4}\n\nThree?{=3 ~4}"))
    assert [each.item.stem for each in again.taken] == ["Three?"]
    assert [(each.number, each.reason) for each in again.not_taken] == [(1, "known"), (3, "twice")]


def test_the_same_stem_with_other_answers_is_another_question(course):
    actions.take(uploaded(course, b"Which?{=2 ~3}"), approve=False, by=None, at=AT)
    assert len(actions.preview(uploaded(course, b"Which?{=5 ~6}")).taken) == 1


def test_a_file_is_taken_once(course):
    upload = uploaded(course, b"Two?{=2 ~3}")
    actions.take(upload, approve=False, by=None, at=AT)
    with pytest.raises(UploadGone):
        actions.take(upload, approve=False, by=None, at=AT)
    assert Question.objects.count() == 1


def test_a_file_that_cannot_be_read_leaves_nothing_behind(course):
    with pytest.raises(FileRefused, match="broken"):
        uploaded(course, b"<quiz><question>")
    assert not QuestionUpload.objects.exists()


def test_a_file_of_more_questions_than_one_transaction_takes_is_refused(course):
    with pytest.raises(FileRefused, match="more than 500"):
        uploaded(course, "\n\n".join(f"{n}?{{=a ~b}}" for n in range(501)).encode())


def test_a_failure_in_the_middle_takes_nothing(course, monkeypatch):
    upload = uploaded(course, b"One?{=1 ~2}\n\nTwo?{=2 ~3}")
    monkeypatch.setattr("courseware.quizzes.actions.tag", lambda *a, **k: 1 / 0)
    upload.data = b"// [tag:x]\nOne?{=1 ~2}\n\n// [tag:x]\nTwo?{=2 ~3}"
    upload.save()
    with pytest.raises(ZeroDivisionError):
        actions.take(upload, approve=False, by=None, at=AT)
    assert not Question.objects.exists() and QuestionUpload.objects.exists()


def test_a_file_without_a_usable_question_is_refused_when_taken(course):
    upload = uploaded(course, b"An essay{}")
    with pytest.raises(NothingToTake):
        actions.take(upload, approve=False, by=None, at=AT)


def test_files_nobody_came_back_for_go_after_a_day(course):
    upload = uploaded(course, b"Two?{=2 ~3}")
    assert actions.forget_uploads(at=AT + timedelta(hours=23)) == 0
    assert actions.forget_uploads(at=AT + timedelta(hours=25)) == 1
    assert not QuestionUpload.objects.filter(pk=upload.pk).exists()


def test_the_trail_tells_how_many_were_taken(course):
    actions.take(uploaded(course, b"One?{=1 ~2}\n\nTwo?{=2 ~3}"), approve=False, by=None, at=AT)
    entry = AuditEntry.objects.get(action="questions_imported")
    assert entry.details == {"count": 2} and entry.about == course.about
