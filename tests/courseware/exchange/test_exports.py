"""From the rows of a course to its files."""

import io
import zipfile

import pytest

from courseware.exchange import actions
from courseware.exchange.formats import moodle
from courseware.quizzes.models import Slot
from courseware.quizzes.states import Review
from courseware.reading.states import Shown
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    """Two published modules, the first with a quiz of two questions, and a question of no module."""
    course = factories.course(slug="rivers", title="Rivers")
    factories.quiz(factories.module(course, slug="one", sections=2), questions=2)
    factories.module(course, slug="two", sections=1)
    factories.question(course=course)
    return course


@pytest.mark.parametrize("form", actions.FORMATS)
def test_every_format_of_a_course_comes_back_as_it_was_meant(course, form):
    made = actions.written(course, form)
    assert made.faults == () and made.questions >= 2
    assert made.name.startswith("rivers-")


def test_only_what_is_asked_is_taken_along(course):
    factories.question(course=course, review=Review.DRAFTED)
    factories.question(course=course, review=Review.RETIRED)
    assert actions.written(course, "moodle").questions == 3


def test_drafts_of_modules_stay_at_home(course):
    course.modules.filter(slug="two").update(state=Shown.DRAFT)
    assert actions.written(course, "scorm").modules == 1


def test_a_package_holds_the_modules_that_were_chosen(course):
    made = actions.written(course, "scorm", modules=["one"])
    assert (made.modules, made.questions) == (1, 2)


def test_questions_stand_under_their_module(course):
    taken = moodle.read(actions.written(course, "moodle").data).taken
    titles = {str(each) for each in course.modules.all()}
    assert {each.category for each in taken} - titles == {"Rivers"}


def test_links_within_the_site_are_written_in_full(course):
    section = course.modules.get(slug="one").sections.first()
    section.body = "See [the other](../two/) and [there](https://example.org/)."
    section.save()
    html = zipfile.ZipFile(io.BytesIO(actions.written(course, "scorm").data)).read("module-1.html").decode()
    assert '/courses/rivers/two/"' in html and 'href="https://example.org/"' in html
    assert 'href="..' not in html


def test_a_quiz_with_slots_asks_those_and_tells_of_its_draws(course):
    quiz = course.modules.get(slug="one").quiz
    first, second = quiz.module.questions.all()
    Slot.objects.create(quiz=quiz, count=1, module=quiz.module, position=1)
    Slot.objects.create(quiz=quiz, question=first, points=2, position=2)
    (module, *_rest) = actions.course_file(course).modules
    assert [(each.code, each.points) for each in module.quiz] == [(str(second.code), 1), (str(first.code), 2)]
    assert "draws" in module.rules


def test_gathering_takes_the_same_queries_for_any_number_of_questions(course, django_assert_max_num_queries):
    for _ in range(5):
        factories.question(course.modules.get(slug="one"))
    with django_assert_max_num_queries(8):
        actions.course_file(course)
