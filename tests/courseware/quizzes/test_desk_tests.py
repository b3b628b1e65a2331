import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.errors import DrawsTooMany, NoTest, NothingToAsk
from courseware.quizzes.models import Quiz, Tag
from courseware.quizzes.states import Behaviour, Purpose
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def course(team):
    """Two objectives with two questions each."""
    course = factories.course(team=team)
    for name in ("law", "water"):
        actions.tag([factories.question(course=course) for _ in range(2)], [name], by=None, at=AT)
        actions.set_objective(Tag.objects.get(course=course, name=name), True, by=None, at=AT)
    return course


def at(course):
    return reverse("quizzes:tests", args=[course.slug])


def made(course, count=1):
    return actions.make_pre_test(course, dict.fromkeys(course.tags.all(), count), by=None, at=AT)


def seen(client, course, **person):
    client.force_login(factories.person(**person))
    return words(client.get(reverse("reading:course", args=[course.slug])))


def test_the_test_before_draws_by_objective_and_tells_no_right_answers(client, course):
    law, water = course.tags.order_by("name")
    client.post(at(course), {"make": "pre", f"tag{law.pk}": "2", f"tag{water.pk}": "0"})
    quiz = Quiz.objects.get(purpose=Purpose.PRE)
    assert [(slot.tag, slot.count) for slot in quiz.slots.all()] == [(law, 2)]
    assert (quiz.behaviour, quiz.attempts_allowed, quiz.opened_at) == (Behaviour.DEFERRED, 1, None)
    assert quiz.review_after == quiz.review_later == quiz.review_closed == ["score"]


def test_a_count_that_is_none_is_refused(client, course):
    sent = {f"tag{tag.pk}": "many" for tag in course.tags.all()}
    assert client.post(at(course), {"make": "pre"} | sent).status_code == 422
    assert not Quiz.objects.exists()


def test_one_button_makes_the_test_after_of_the_same_blueprint_once(client, course):
    before = made(course)
    for _ in range(2):
        client.post(at(course), {"make": "post"})
    after = Quiz.objects.get(purpose=Purpose.POST)
    assert after.blueprint == before and not after.slots.exists()
    assert "Open it to trainees" in words(client.get(at(course)))


def test_making_the_test_before_again_keeps_the_first(course):
    before = made(course)
    assert made(course, count=2) == before
    assert [slot.count for slot in before.slots.all()] == [1, 1]


def test_there_is_no_test_after_without_one_before(client, course):
    with pytest.raises(NoTest):
        actions.make_post_test(course, by=None, at=AT)
    client.post(at(course), {"make": "post"})
    assert not Quiz.objects.exists()


def test_without_objectives_the_page_leads_to_them_or_makes_an_empty_test(client, team):
    course = factories.course(team=team)
    assert "Mark objectives" in words(client.get(at(course)))
    client.post(at(course), {"make": "pre"})
    assert not Quiz.objects.get().slots.exists()


def test_a_test_that_asks_nothing_or_too_much_is_not_opened(client, course):
    empty = actions.make_pre_test(course, {}, by=None, at=AT)
    with pytest.raises(NothingToAsk):
        actions.open_test(empty, by=None, at=AT)
    actions.set_slots(empty, [actions.SlotText(count=5)], by=None, at=AT)
    with pytest.raises(DrawsTooMany):
        actions.open_test(empty, by=None, at=AT)
    assert "Not done" in words(client.post(at(course), {"open": "pre"}, follow=True))
    assert Quiz.objects.get().opened_at is None


def test_trainees_see_a_test_once_it_is_opened_and_no_longer_when_it_is_withdrawn(client, course, organizer):
    quiz = made(course)
    assert "Before you begin" not in seen(client, course)
    assert client.get(reverse("quizzes:quiz", args=[course.slug, quiz.code])).status_code == 404
    client.force_login(organizer)
    client.post(at(course), {"open": "pre"})
    assert "Before you begin: a short test" in seen(client, course)
    client.force_login(organizer)
    client.post(at(course), {"withdraw": "pre"})
    assert "Before you begin" not in seen(client, course)


def test_people_without_access_see_no_test(client, course):
    actions.open_test(made(course), by=None, at=AT)
    course.access = "registered"
    course.save()
    assert "Before you begin" not in seen(client, course)


def test_the_team_sees_its_test_before_it_is_opened(client, course):
    made(course)
    page = words(client.get(reverse("reading:course", args=[course.slug])))
    assert "Before you begin" in page and "Draft" in page


def test_the_result_before_the_course_is_a_score_nobody_fails_and_no_key(client, course):
    quiz = made(course)
    actions.open_test(quiz, by=None, at=AT)
    person = factories.person()
    client.force_login(person)
    attempt = actions.submit(actions.start(quiz, person=person, at=AT), at=AT)
    page = words(client.get(reverse("quizzes:result", args=[course.slug, quiz.code, attempt.code])))
    assert "Your result" in page and "0 of 2" in page
    assert "Not passed" not in page and ">Right answer<" not in page
    assert "Taken, 0 %" in words(client.get(reverse("reading:course", args=[course.slug])))


@pytest.mark.parametrize("sent", [{}, {"open": "magic"}, {"withdraw": "post"}])
def test_a_post_that_says_nothing_changes_nothing(client, course, sent):
    assert client.post(at(course), sent).status_code == 302
    assert not Quiz.objects.exists()
