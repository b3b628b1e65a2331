from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from courseware.quizzes.models import Question
from courseware.reading.models import Course
from events.programme.models import Event
from events.programme.states import EventState
from front import seeding

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo():
    seeding.seed(at=timezone.now())


def test_the_note_becomes_a_published_webinar_that_lies_ahead(demo):
    event = Event.objects.get()
    assert event.title.startswith("Border Challenges in Central Asia")
    assert (event.state, event.capacity) == (EventState.PUBLISHED, 120)
    assert event.starts_at > timezone.now() + timedelta(days=19)
    assert event.sessions.filter(proposed=True).count() == 0
    assert all(session.starts_at for session in event.sessions.all())


def test_the_articles_become_four_modules_with_their_quizzes(demo):
    course = Course.objects.get()
    assert course.modules.published().count() == 4
    for module in course.modules.all():
        assert module.questions.approved().filter(drafted=False).count() >= 8
        assert not module.questions.approved().filter(drafted=True).exists()
    assert Question.objects.to_review().exists()


def test_a_second_run_keeps_what_people_did(demo):
    Event.objects.update(title="Changed by a person")
    assert seeding.seed(at=timezone.now()) is False
    assert Event.objects.get().title == "Changed by a person"


def test_a_seed_that_fails_half_way_leaves_nothing(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(seeding, "publish_course", broken)
    with pytest.raises(RuntimeError):
        seeding.seed(at=timezone.now())
    assert not Event.objects.exists()


def test_participants_hold_seats(demo):
    event = Event.objects.get()
    assert event.seats_taken == event.registrations.live().count() >= 3


def test_outside_the_demo_it_is_refused():
    with pytest.raises(CommandError, match="DEMO"):
        call_command("seed")
