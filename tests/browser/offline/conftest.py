from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from courseware.quizzes.states import Behaviour
from tests import factories
from tests.browser.conftest import session_of


@pytest.fixture
def module():
    return factories.module(sections=2)


@pytest.fixture
def quiz(module):
    return factories.quiz(module, questions=3, behaviour=Behaviour.DEFERRED)


@pytest.fixture
def reader(db):
    return factories.person()


@pytest.fixture
def attempt(quiz, reader):
    return factories.attempt(quiz, person=reader)


@pytest.fixture
def device(new_context, live_server) -> Callable[..., BrowserContext]:
    """A browser of somebody who is signed in. What it says when the network is off is no complaint."""

    def make(person, **options: object) -> BrowserContext:
        context = new_context(**options)
        context.add_cookies([{**session_of(person), "url": live_server.url}])
        return context

    return make
