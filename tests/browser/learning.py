"""A small course with everything that a course can have, and what a trainee does with it."""

import io
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page
from pypdf import PdfReader

from accounts.people.models import Person
from courseware.certificates import actions as certificates
from courseware.certificates.states import Issued
from courseware.quizzes import actions as quizzes
from courseware.quizzes.models import Attempt, Tag
from courseware.quizzes.states import Behaviour, Layout
from courseware.reading import actions as reading
from courseware.reading.models import Course
from courseware.reading.states import Completion
from courseware.surveys import actions as surveys
from tests import factories
from tests.courseware.quizzes.kinds import of_every_kind

LONG = "\n\n".join(f"Paragraph {n} of a long section that wants to be read. " * 6 for n in range(8))
AWARD = {
    "title": "Reading with care",
    "hours": 3,
    "language": "en",
    "issuer": "Training Centre",
    "badge_name": "Reader",
    "badge_description": "Reads with care.",
    "badge_criteria": "Read everything and pass the test.",
    "issued": Issued.AUTOMATIC,
    "all_modules": True,
    "test_passed": True,
    "evaluation": True,
}


def whole_course(organizer: Person) -> Course:
    """One module with a quiz of every kind and a wait between two tries; tests before and after; what is asked for."""
    course = factories.course(team=factories.team(organizer=organizer), slug="course", title="Rivers of the region")
    module = factories.module(course, slug="module", sections=0, terms=[{"term": "ferry", "sentence": "It floats."}])
    for n, body in enumerate(("The ferry leaves at noon.", "The other bank is near.", LONG)):
        factories.section(module, heading=f"Part {n}", body=body, position=n)
    reading.set_rule(module, completion=Completion.ALL, minimum_minutes=0, requires=(), by=None, at=timezone.now())
    of_every_kind(course, module)
    settings = {"behaviour": Behaviour.DEFERRED, "layout": Layout.ALL, "wait_minutes": 30}
    quizzes.set_up_quiz(course, module=module, by=None, at=timezone.now(), **settings)
    open_tests(course)
    survey = surveys.start(course, "evaluation", by=None, at=timezone.now())
    surveys.move(survey, "open", by=None, at=timezone.now())
    certificates.make_award(course.team, AWARD | {"course": course}, by=None, at=timezone.now())
    return course


def open_tests(course: Course) -> None:
    """Two of four questions each, on the one objective."""
    at = timezone.now()
    quizzes.tag([factories.question(course=course) for _ in range(4)], ["Rivers"], by=None, at=at)
    tag = Tag.objects.get(course=course)
    quizzes.set_objective(tag, True, by=None, at=at)
    for test in (
        quizzes.make_pre_test(course, {tag: 2}, by=None, at=at),
        quizzes.make_post_test(course, by=None, at=at),
    ):
        quizzes.set_up_quiz(course, purpose=test.purpose, layout=Layout.ALL, by=None, at=at)
        quizzes.open_test(test, by=None, at=at)


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Finish and see the result").click()


def choose_in_every_question(page: Page, text: str) -> None:
    for choice in page.get_by_label(text, exact=True).all():
        choice.check()


def bring_forward(attempt: Attempt, minutes: int) -> None:
    """As if it had been handed in so much earlier."""
    Attempt.objects.filter(pk=attempt.pk).update(submitted_at=attempt.submitted_at - timedelta(minutes=minutes))


def words_of_pdf(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
