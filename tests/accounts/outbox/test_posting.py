import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.actions import writing
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState

pytestmark = pytest.mark.django_db
NEWS = {"kind": "news", "to": "reader@example.org", "language": "en", "subject": "News", "body": "Dear reader"}


def test_the_same_news_is_written_once():
    first = actions.write(key="news:1", at=timezone.now(), **NEWS)
    assert actions.write(key="news:1", at=timezone.now(), **NEWS | {"body": "Other words"}) is None
    assert Letter.objects.get() == first
    assert Letter.objects.get().body == "Dear reader"


def test_writing_is_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        actions.write(key="news:1", at=timezone.now(), **NEWS)


def test_what_is_written_twice_leaves_the_transaction_usable():
    with transaction.atomic():
        actions.write(key="news:1", at=timezone.now(), **NEWS)
        actions.write(key="news:1", at=timezone.now(), **NEWS)
        actions.write(key="news:2", at=timezone.now(), **NEWS)
    assert Letter.objects.count() == 2


def test_a_letter_that_lacks_something_is_refused_not_lost():
    """Django's way of ignoring conflicts would drop it in silence on SQLite."""
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.write(key="news:1", at=None, **NEWS)


def test_a_letter_read_back_is_the_one_written():
    at = timezone.now()
    one = actions.write(key="news:1", at=at, urgent=True, about="event:1", **NEWS)
    kept = Letter.objects.get()
    assert (kept.pk, kept.created_at, kept.urgent, kept.about, kept.calendar) == (one.pk, at, True, "event:1", None)
    assert (kept.state, kept.attempts, kept.lease) == (LetterState.PENDING, 0, None)


def test_a_transaction_that_fails_leaves_no_letter():
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.write(key="news:1", at=timezone.now(), **NEWS)
        raise RuntimeError
    assert not Letter.objects.exists()


def test_a_subject_stays_on_one_line():
    one = actions.write(key="news:1", at=timezone.now(), **NEWS | {"subject": "News\nBcc: all@example.org"})
    assert one.subject == "News Bcc: all@example.org"


def test_the_bell_is_rung_after_the_commit(monkeypatch, django_capture_on_commit_callbacks):
    rung: list[object] = []
    monkeypatch.setattr(writing, "ring", rung.append)
    with django_capture_on_commit_callbacks(execute=True):
        one = actions.write(key="news:1", at=timezone.now(), **NEWS)
        assert rung == []
    assert rung == [one.pk]


def test_the_bell_is_not_rung_for_what_was_written_before(monkeypatch, django_capture_on_commit_callbacks):
    actions.write(key="news:1", at=timezone.now(), **NEWS)
    rung: list[object] = []
    monkeypatch.setattr(writing, "ring", rung.append)
    with django_capture_on_commit_callbacks(execute=True):
        actions.write(key="news:1", at=timezone.now(), **NEWS)
    assert rung == []
