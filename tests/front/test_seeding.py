from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from courseware.certificates import actions as certificates
from courseware.certificates.models import Certificate
from courseware.certificates.standing import awards_to_come
from courseware.quizzes import actions as quizzes
from courseware.quizzes.models import Question, Quiz, Tag
from courseware.quizzes.states import Kind, Purpose
from courseware.reading import actions as reading
from courseware.reading.models import Course
from courseware.surveys import actions as surveys
from courseware.surveys.models import Survey
from events.programme.models import Event
from events.programme.states import EventState
from front import seeding
from tests import factories

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


def test_the_bank_holds_every_kind_and_its_tests_draw_from_every_objective(demo):
    assert set(Question.objects.approved().values_list("kind", flat=True)) == set(Kind.values)
    before, after = (Quiz.objects.with_size().get(purpose=purpose) for purpose in (Purpose.PRE, Purpose.POST))
    assert (before.size, after.size, after.blueprint) == (8, 8, before)
    assert Tag.objects.filter(is_objective=True).count() == 4


def test_somebody_who_does_everything_gets_the_certificate_by_itself(demo):
    person, at = factories.person(), timezone.now()
    for module in Course.objects.get().modules.all():
        for section in module.sections.all():
            reading.mark_read(section, person=person, at=at)
    for quiz in Quiz.objects.exclude(purpose=Purpose.PRE):
        pass_quiz(quiz, person)
    assert lacks(person) == ["evaluation"]
    survey = Survey.objects.evaluations().get()
    surveys.fill_in(survey, person=person, answers={survey.questions.first().code: 5}, at=at)
    assert certificates.issue_due(clock=timezone.now) == 1
    assert Certificate.objects.get().name == person.name


def pass_quiz(quiz, person):
    attempt = quizzes.start(quiz, person=person, at=timezone.now())
    for row in attempt.responses.select_related("question"):
        quizzes.answer(attempt, row.position, right_answer(row.question.item), at=timezone.now())
    quizzes.submit(attempt, at=timezone.now())


def right_answer(item):
    keys = [option.key for option in item.options]
    if item.kind == Kind.MATCHING:
        return {str(key): key for key in keys}
    if item.kind in (Kind.NUMERIC, Kind.SHORT):
        return item.options[0].text
    if item.kind == Kind.CLOZE:
        return {str(option.gap): option.key for option in item.options if option.correct}
    return keys if item.kind == Kind.ORDERING else [option.key for option in item.options if option.correct]


def lacks(person):
    return [lack.code for each in awards_to_come(person, today=timezone.now().date()) for lack in each.lacks]


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
