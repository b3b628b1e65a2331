import pytest
from django.db import transaction
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.models import Letter

pytestmark = pytest.mark.django_db
NEWS = {"kind": "news", "to": "reader@example.org", "language": "en", "subject": "News", "body": "Dear reader"}


def test_the_same_news_is_written_once():
    first = actions.write(key="news:1", at=timezone.now(), **NEWS)
    assert actions.write(key="news:1", at=timezone.now(), **NEWS) == first


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
    monkeypatch.setattr(actions, "ring", rung.append)
    with django_capture_on_commit_callbacks(execute=True):
        one = actions.write(key="news:1", at=timezone.now(), **NEWS)
        assert rung == []
    assert rung == [one.pk]
