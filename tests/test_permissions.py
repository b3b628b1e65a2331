"""Every address of the site × who asks. A new address that is not in the table fails; so does a line gone stale.

Expected answers are written anonymous / participant / organizer of another team / organizer of the own team.
"""

from dataclasses import dataclass

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from courseware.quizzes import actions as quizzes
from django.utils import timezone
from tests import factories

pytestmark = pytest.mark.django_db

LOGIN = "login"  # a redirect to the sign-in page
FORM = 302  # the action was carried out and led on
PUBLIC = (200, 200, 200, 200)
PERSONAL = (LOGIN, 200, 200, 200)
DESK = (LOGIN, 404, 404, 200)
DESK_POST = (LOGIN, 404, 404, FORM)
NO_GET = (405, 405, 405, 405)


@dataclass(frozen=True)
class Rule:
    get: tuple = PUBLIC
    post: tuple | None = None
    data: tuple[tuple[str, str], ...] = ()


TABLE: dict[str, Rule] = {
    "front:home": Rule(),
    "front:my_page": Rule(PERSONAL),
    "front:desk": Rule(PERSONAL),
    "front:privacy": Rule(),
    "front:help": Rule(),
    "front:contact": Rule(),
    "front:robots": Rule(),
    "people:sign_in": Rule((200, FORM, FORM, FORM)),
    "people:code": Rule((FORM, FORM, FORM, FORM)),
    "people:profile": Rule(PERSONAL),
    "people:settings": Rule(),
    "people:language": Rule(NO_GET, (FORM, FORM, FORM, FORM), (("language", "en"),)),
    "people:theme": Rule(NO_GET, (FORM, FORM, FORM, FORM), (("theme", "dark"),)),
    "people:sign_out_everywhere": Rule(NO_GET, (LOGIN, FORM, FORM, FORM)),
    "programme:list": Rule(),
    "programme:event": Rule(),
    "programme:calendar": Rule(),
    "programme:upload": Rule((LOGIN, 404, 200, 200)),
    "programme:desk": Rule(DESK),
    "programme:edit": Rule(DESK),
    "programme:move": Rule(NO_GET, DESK_POST, (("to", "unlisted"),)),
    "registration:register": Rule(),
    "registration:code": Rule((FORM, FORM, FORM, FORM)),
    "registration:complete": Rule((LOGIN, FORM, FORM, FORM)),
    "registration:registered": Rule((LOGIN, 200, FORM, FORM)),
    "registration:withdraw": Rule(PERSONAL),
    "registration:desk": Rule(DESK),
    "live:join": Rule(NO_GET, (LOGIN, FORM, FORM, FORM)),
    "reports:figures": Rule(DESK),
}


@pytest.fixture
def world():
    """A published event and course of one team, a participant with a finished try, and another team's organizer."""
    own, other, participant = (factories.person(email=f"{who}@example.org") for who in ("own", "other", "participant"))
    team = factories.team(organizer=own)
    factories.team(organizer=other)
    event = factories.event(team=team, slug="webinar", source=factories.document())
    factories.registration(event, person=participant)
    course = factories.course(team=team, slug="course", event=event)
    module = factories.module(course, slug="module", document=factories.document())
    quiz = factories.quiz(module, questions=1)
    attempt = quizzes.start(quiz, person=participant, at=timezone.now())
    return {"people": (None, participant, other, own), "event": event, "module": module, "attempt": attempt}


def walk(patterns, namespace="", route=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner, route + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}" if pattern.name else route + str(pattern.pattern)
