import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.reading import actions
from courseware.reading.errors import Circle, NotAnOriginal
from courseware.reading.models import Module
from courseware.reading.states import Completion, Shown
from tests import factories
from tests.courseware.reading.test_views import at, words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def modules():
    """Three modules; the second opens after the first."""
    course = factories.course()
    made = [factories.module(course, sections=1) for _ in range(3)]
    require(made[1], made[0])
    return made


def require(module, *first):
    rule = {"completion": Completion.SECTIONS, "minimum_minutes": 0}
    actions.set_rule(module, requires=first, by=None, at=AT, **rule)


def open_to(person) -> set[Module]:
    return set(Module.objects.open_to(person))


def test_a_module_is_locked_until_the_one_before_is_complete(modules, reader):
    assert open_to(reader) == {modules[0], modules[2]}
    actions.mark_read(modules[0].sections.get(), person=reader, at=AT)
    assert open_to(reader) == set(modules)


def test_what_somebody_else_has_completed_opens_nothing(modules, reader):
    actions.mark_read(modules[0].sections.get(), person=factories.person(), at=AT)
    assert modules[1] not in open_to(reader)


def test_what_was_completed_once_stays_open(modules, reader):
    actions.mark_read(modules[2].sections.get(), person=reader, at=AT)
    require(modules[2], modules[1])
    assert modules[2] in open_to(reader)


def test_a_draft_that_nobody_can_read_locks_nothing(modules, reader):
    actions.move(modules[0], Shown.DRAFT, by=None, at=AT)
    assert modules[1] in open_to(reader)


def test_the_team_opens_every_module(modules, reader):
    factories.membership(modules[0].course.team, reader, role="moderator")
    assert open_to(reader) == set(modules)


def test_a_circle_is_refused_in_a_sentence_and_changes_nothing(modules):
    require(modules[2], modules[1])
    with pytest.raises(Circle) as refusal:
        require(modules[0], modules[2])
    assert modules[0].title in str(refusal.value)
    assert modules[2].title in str(refusal.value)
    assert not modules[0].requires.exists()


def test_a_module_of_another_course_or_a_language_version_cannot_come_first(modules):
    version = actions.add_version(modules[0], language="ru", title="Модуль", by=None, at=AT)
    for first in (version, factories.module()):
        with pytest.raises(NotAnOriginal):
            require(modules[2], first)


def test_a_locked_module_says_what_is_missing_and_leads_there(client, modules, reader):
    answer = client.get(at("module", modules[1]))
    assert answer.status_code == 403
    assert at("module", modules[0]) in words(answer)
    assert "0 of 1 sections" in words(answer)
    assert modules[1].sections.get().body not in words(answer)


@pytest.mark.parametrize("name", ["print", "pdf"])
def test_a_locked_module_is_neither_printed_nor_set(client, modules, reader, name):
    assert client.get(at(name, modules[1])).status_code == 403


def test_nothing_is_told_of_a_locked_module(client, modules, reader):
    section = modules[1].sections.get()
    assert client.post(at("section_read", modules[1], section.code)).status_code == 404
    assert client.post(at("progress", modules[1]), "{}", content_type="application/json").status_code == 404


def test_the_course_shows_the_lock_and_does_not_send_anybody_there(client, modules, reader):
    page = words(client.get(reverse("reading:course", args=[modules[0].course.slug])))
    assert page.count("Locked") == 1
    assert "Opens after:" in page
    assert page.count(at("module", modules[0])) == 3  # start, its card, what is missing
