"""Each page after the front door: no fault that axe finds, light and dark; nothing sticks out at 360 px."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from accounts.people.models import Person
from courseware.quizzes import actions as quizzes
from courseware.quizzes.models import Question
from courseware.reading.models import Course
from events.programme.models import Event
from front import seeding
from tests import factories
from tests.browser.conftest import NARROW

STRANGER = ["event", "event/register/", "event/readings/", "course", "/settings/", "/sign-in/"]
PARTICIPANT = [
    "/me/", "/me/profile/", "/accounts/email/", "/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/logout/",
    "event/registered/", "event/withdraw/", "module", "quiz/", "quiz/1/", "quiz/results",
]  # fmt: skip
ORGANIZER = [
    "/desk/", "/desk/events/new/", "/desk/courses/new/", "desk-event", "desk-event/edit/", "desk-event/programme/",
    "desk-event/sessions/new/", "desk-event/sections/new/", "desk-event/state/?to=cancelled",
    "desk-event/registrations/", "desk-event/figures/", "desk-event/letters/",
    "desk-event/letters/words/registration_confirmed/", "desk-course", "desk-course/edit/", "desk-module",
    "desk-course/export/", "desk-course/export/scorm/", "desk-course/export/record/", "desk-course/import/",
    "desk-module/questions/", "desk-module/questions/new/", "desk-module/questions/new/?template=cause",
    "desk-event/document/", "desk-event/discard/", "desk-quiz/regrades/",
    "desk-quiz/settings/", "desk-quiz/slots/", "desk-quiz/slots/choose/", "desk-quiz/allowances/", "desk-course/bank/",
    "desk-course/bank/new/",
    "desk-course/bank/new/?kind=cloze", "desk-course/bank/tags/", "desk-course/tests/", "desk-question",
]  # fmt: skip


class World:
    """The demonstration, with somebody who has finished a quiz."""

    def __init__(self) -> None:
        seeding.seed(at=timezone.now())
        self.event, self.course = Event.objects.get(), Course.objects.get()
        self.module = self.course.modules.first()
        self.participant = Person.objects.get(email="tamar.nimushi@demo.example.org")
        self.organizer = Person.objects.get(memberships__role="organizer")
        self.question = self.module.questions.first()
        quizzes.tag([self.question], ["law"], by=None, at=timezone.now())
        self.module.quiz.slots.create(question=self.question)
        self.module.quiz.slots.create(module=self.module)
        attempt = quizzes.start(self.module.quiz, person=self.participant, at=timezone.now())
        self.result = quizzes.submit(attempt, at=timezone.now())
        quizzes.start(self.module.quiz, person=self.participant, at=timezone.now())

    def path(self, name: str) -> str:
        head, _slash, rest = name.partition("/")
        known = {
            "event": f"/events/{self.event.slug}",
            "course": f"/courses/{self.course.slug}",
            "module": f"/courses/{self.course.slug}/{self.module.slug}",
            "quiz": f"/courses/{self.course.slug}/quizzes/{self.module.quiz.code}",
            "desk-quiz": f"/desk/courses/{self.course.slug}/quizzes/{self.module.quiz.code}",
            "desk-event": f"/desk/events/{self.event.slug}",
            "desk-course": f"/desk/courses/{self.course.slug}",
            "desk-question": f"/desk/courses/{self.course.slug}/bank/{self.question.code}",
            "desk-module": f"/desk/courses/{self.course.slug}/{self.module.slug}",
        }
        rest = rest.replace("results", f"results/{self.result.code}/")
        return f"{known[head]}/{rest}" if head else name


def look(new_page: Callable, axe: Callable, person: Person | None, world: World, names: list[str]) -> list[str]:
    """What is wrong with these pages, one line per fault."""
    wrong = []
    for theme, viewport in (("light", {"width": 1280, "height": 900}), ("dark", NARROW)):
        page = new_page(signed_in=person, color_scheme=theme, viewport=viewport)
        for name in names:
            answer = page.goto(world.path(name))
            wrong += [f"{name}: status {answer.status}"] if answer.status != 200 else []
            wrong += [f"{name} ({theme}): {fault}" for fault in axe(page)]
            if page.evaluate("document.documentElement.scrollWidth") > viewport["width"]:
                wrong.append(f"{name} ({theme}): sticks out")
    return wrong


@pytest.mark.parametrize(("who", "names"), [(None, STRANGER), ("participant", PARTICIPANT), ("organizer", ORGANIZER)])
def test_the_pages_of_each_part(new_page, axe, who, names):
    world = World()
    assert Question.objects.exists()
    assert look(new_page, axe, who and getattr(world, who), world, names) == []


def test_the_page_for_the_code(new_page, axe):
    event = factories.event()
    page = new_page(viewport=NARROW)
    page.goto(f"/events/{event.slug}/register/")
    page.get_by_role("button", name="Send and get the code").click()
    assert axe(page) == [], "the form with its mistakes"
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill("somebody@example.org")
    page.get_by_role("button").click()
    assert axe(page) == []
