"""Questions are chosen for a quiz: what is ticked stays ticked while one looks for others."""

import pytest
from playwright.sync_api import expect

from courseware.quizzes.desk.bank import ON_A_PAGE
from tests import factories
from tests.browser.conftest import NARROW


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def quiz(organizer):
    quiz = factories.quiz(factories.module(factories.course(team=factories.team(organizer=organizer))))
    for n in range(ON_A_PAGE + 2):
        factories.question(quiz.module, stem=f"River {n:02}?")
    return quiz


def opened(new_page, organizer, quiz, **options):
    page = new_page(signed_in=organizer, **options)
    page.goto(f"/desk/courses/{quiz.course.slug}/quizzes/{quiz.code}/slots/choose/")
    return page


def test_ticks_of_several_pages_and_searches_are_added_together(new_page, axe, organizer, quiz):
    page = opened(new_page, organizer, quiz, viewport=NARROW)
    page.get_by_label("River 03?").check()
    page.get_by_role("link", name="Next").click()
    page.get_by_label("River 26?").check()
    page.get_by_label("Words").fill("River 11")
    page.get_by_label("River 11?").check()
    expect(page.get_by_role("heading", name="Ticked before")).to_be_visible()
    assert axe(page) == [] and page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Add those ticked").click()
    expect(page.get_by_text("3 questions added.")).to_be_visible()
    assert [slot.question.stem for slot in quiz.slots.all()] == ["River 03?", "River 11?", "River 26?"]


def test_a_tick_that_is_taken_back_is_not_carried_on(new_page, organizer, quiz):
    page = opened(new_page, organizer, quiz)
    page.get_by_label("River 03?").check()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", name="Ticked before")).to_be_visible()
    page.get_by_label("River 03?").uncheck()
    page.get_by_role("link", name="Previous").click()
    expect(page.get_by_label("River 04?")).to_be_visible()
    expect(page.get_by_label("River 03?")).not_to_be_checked()


def test_without_a_script_questions_are_found_and_added_as_well(new_page, organizer, quiz):
    page = opened(new_page, organizer, quiz, java_script_enabled=False)
    page.get_by_label("Words").fill("River 11")
    page.get_by_role("button", name="Show").click()
    page.get_by_label("River 11?").check()
    page.get_by_role("button", name="Add those ticked").click()
    assert [slot.question.stem for slot in quiz.slots.all()] == ["River 11?"]
