"""POST /courses/…/progress/, which static/js/reading.js speaks to."""

import json
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from courseware.reading import actions
from courseware.reading.models import Dwell, Progress
from courseware.reading.states import Completion
from tests import factories
from tests.courseware.reading.test_views import at, words

pytestmark = pytest.mark.django_db
AT = timezone.now()
PHONE = str(UUID(int=1))


@pytest.fixture
def module():
    return factories.module(sections=3)


def beat(client, module, **told):
    body = told.pop("body", None) or json.dumps({"device": PHONE, **told})
    return client.post(at("progress", module), body, content_type="application/json")


def test_the_device_is_told_how_far_the_person_is(client, reader, module):
    first, second = module.sections.all()[:2]
    answer = beat(client, module, sections={str(first.code): 5, str(second.code): 2}, place=str(second.code))
    told = answer.json()
    assert (told["read"], told["sections"], told["seconds"], told["minutes"]) == (1, 3, 7, 0)
    assert (told["state"], told["read_codes"]) == ("incomplete", [str(first.code)])
    assert Progress.objects.get().section == second


def test_the_last_section_completes_the_module(client, reader, module):
    codes = [str(section.code) for section in module.sections.all()]
    assert beat(client, module, read=codes).json()["state"] == "complete"
    assert "Complete" in words(client.get(at("module", module)))


@pytest.mark.parametrize(
    "told",
    [
        {"body": "no JSON"},
        {"body": "[" * 100_000},
        {"body": "[1]"},
        {"body": b"\xff"},
        {"device": "phone"},
        {"sections": [1]},
        {"sections": {"x": 1}},
        {"sections": {str(UUID(int=9)): -1}},
        {"sections": {str(UUID(int=9)): 1.5}},
        {"sections": {str(UUID(int=9)): True}},
        {"sections": {str(UUID(int=9)): 10**20}},
        {"sections": {str(UUID(int=n)): 1 for n in range(501)}},
        {"read": "all"},
        {"read": [None]},
        {"read": [[]]},
        {"place": {"x": 1}},
        {"place": "here"},
    ],
    ids=str,
)
def test_what_is_no_beat_is_refused_and_changes_nothing(client, reader, module, told):
    answer = beat(client, module, **told)
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert not Progress.objects.exists()


def test_a_beat_of_unknown_sections_is_no_error(client, reader, module):
    assert beat(client, module, sections={str(uuid4()): 9}, read=[str(uuid4())]).status_code == 200
    assert not Dwell.objects.exists()


def test_opening_the_address_or_the_page_changes_nothing(client, reader, module):
    assert client.get(at("progress", module)).status_code == 405
    client.get(at("module", module))
    assert not Progress.objects.exists()


def test_strangers_tell_nothing(client, module):
    assert beat(client, module).status_code == 401
    module.course.access = "team"
    module.course.save()
    client.force_login(factories.person())
    assert beat(client, module).status_code == 404


def test_minutes_are_shown_against_those_that_the_rule_asks_for(client, reader, module):
    rule = {"completion": Completion.MINUTES, "minimum_minutes": 9}
    actions.set_rule(module, requires=[], by=None, at=AT, **rule)
    page = words(client.get(at("module", module)))
    assert "0 of 3 sections, 0 of 9 minutes" in page
    assert "Complete when every section is read and 9 min are spent here." in page


def test_the_module_opens_where_another_device_left(client, reader, module):
    second = module.sections.all()[1]
    beat(client, module, read=[str(module.sections.first().code)], place=str(second.code))
    page = words(client.get(at("module", module)))
    assert f'href="#{second.anchor}">Continue where you left' in page
