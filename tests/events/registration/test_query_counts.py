"""How often registering asks the database; cache and savepoints are not counted."""

import pytest

from events.registration.models import Answer, Question
from events.registration.states import Kind
from tests import factories
from tests.statements import statements

pytestmark = pytest.mark.django_db
ANSWERS = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "Inspector", "language": "en"}
MOST_FOR_REGISTERING, MOST_FOR_A_PAGE = 12, 8


@pytest.fixture
def visitor(client):
    client.force_login(factories.person())
    return client


def ask(event, n):
    own = Question.objects.create(
        event=event, key=f"own-{n}", kind=Kind.SHORT, label=f"Question {n}?", position=n, created_at=event.created_at
    )
    return Question.objects.get(pk=own.pk)


def register(client, event, **own):
    with statements() as found:
        answer = client.post(f"/events/{event.slug}/register/", ANSWERS | own | {"consent": "on"})
    assert answer.status_code == 302
    return found


def page(client, event, name):
    with statements() as found:
        assert client.get(f"/events/{event.slug}/{name}/").status_code == 200
    return len(found)


def test_registering_takes_at_most_twelve(visitor):
    found = register(visitor, factories.event(capacity=10))
    assert len(found) <= MOST_FOR_REGISTERING, "\n".join(found)


def test_the_forms_own_questions_do_not_take_it_above_that(visitor):
    event = factories.event(capacity=10)
    questions = [ask(event, n) for n in range(3)]
    found = register(visitor, event, **{question.field_name: "Yes" for question in questions})
    assert (Answer.objects.count(), len(found) <= MOST_FOR_REGISTERING) == (3, True), "\n".join(found)


@pytest.mark.parametrize("name", ["register", "registered", "withdraw"])
def test_a_page_takes_no_more_for_a_long_programme_and_a_full_house(visitor, name):
    small, large = factories.event(), factories.event()
    for _n in range(3):
        factories.session(large, speakers=("One", "Two"))
        factories.registration(large)
    if name != "register":
        for event in (small, large):
            register(visitor, event)
    assert page(visitor, small, name) == page(visitor, large, name) <= MOST_FOR_A_PAGE
