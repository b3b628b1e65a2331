"""A quiz in the browser: every kind by keyboard, answers saved as they are given, time that runs out."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from courseware.quizzes import actions
from courseware.quizzes.models import Attempt, Response
from courseware.quizzes.states import Behaviour, Layout
from tests import factories
from tests.browser.conftest import NARROW
from tests.courseware.quizzes.kinds import RIGHT, of_every_kind

pytestmark = pytest.mark.django_db(transaction=True)
SAVED = "Saved on the server."


def begun(person, **settings):
    """An attempt at a quiz of every kind, in the order of kinds.TEXTS, and the address of its pages."""
    quiz = factories.quiz(**({"behaviour": Behaviour.DEFERRED, "layout": Layout.ALL} | settings))
    of_every_kind(quiz.course, quiz.module)
    attempt = actions.start(quiz, person=person, at=timezone.now())
    return attempt, f"/courses/{quiz.course.slug}/quizzes/{quiz.code}/"


def answers(attempt):
    return list(attempt.responses.values_list("answer", flat=True))


def answer_all(page):
    """Each question in its own way, with nothing but what a keyboard does."""
    page.get_by_label("Amu Darya", exact=True).first.press("Space")
    for name in ("Amu Darya", "Syr Darya"):
        page.locator("#q2").get_by_label(name).press("Space")
    page.get_by_label("True", exact=True).press("Space")
    for prompt, match in (("Tajikistan", "Dushanbe"), ("Uzbekistan", "Tashkent")):
        page.get_by_label(prompt).select_option(match)
    for place, line in enumerate(("Stop", "Ask", "Note"), 1):
        page.get_by_label(f"Place of “{line}”").select_option(str(place))
    for position, text in ((6, "12,5"), (7, "Amu Darya")):
        page.locator(f"#q{position}").get_by_label("Your answer").fill(text)
        page.keyboard.press("Tab")
    for gap, word in ((1, "Amu Darya"), (2, "Aral")):
        page.get_by_label(f"Gap {gap}").select_option(word)


def test_every_kind_is_answered_by_keyboard_saved_as_it_is_given_and_handed_in(new_page, axe):
    attempt, path = begun(person := factories.person())
    page = new_page(signed_in=person)
    page.goto(path + "1/")
    assert axe(page) == []
    answer_all(page)
    expect(page.locator("[data-status]").filter(has_text=SAVED)).to_have_count(8)
    assert answers(attempt)[:6] == [RIGHT[kind] for kind in list(RIGHT)[:6]]
    page.get_by_role("button", name="Finish and see the result").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Passed")
    assert axe(page) == []
    assert Attempt.objects.get().mark == 8


def test_words_put_into_one_field_after_the_other_are_all_saved(new_page):
    """What fills in for a person (dictation, an extension) tells of "input" alone, and never leaves a field."""
    attempt, path = begun(person := factories.person())
    page = new_page(signed_in=person)
    page.goto(path + "1/")
    for position, text in ((6, "12,5"), (7, "Amu Darya")):
        field = page.locator(f"#q{position}").get_by_label("Your answer")
        field.evaluate(
            "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }", text
        )
    expect(page.locator("[data-status]").filter(has_text=SAVED)).to_have_count(2)
    assert answers(attempt)[5:7] == ["12,5", "Amu Darya"]


def test_without_a_script_the_forms_do_the_same(new_page):
    attempt, path = begun(person := factories.person())
    page = new_page(signed_in=person, java_script_enabled=False, viewport=NARROW)
    page.goto(path + "1/")
    answer_all(page)
    page.get_by_role("button", name="Save for now").click()
    assert [answer is not None for answer in answers(attempt)] == [True] * 8
    page.get_by_role("button", name="Finish and see the result").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Passed")


def test_buttons_move_a_line_and_say_where_it_stands(new_page):
    attempt, path = begun(person := factories.person(), layout=Layout.ONE_BY_ONE)
    page = new_page(signed_in=person)
    page.goto(path + "5/")
    first = page.locator("[data-line] > span").first.inner_text()
    page.get_by_role("button", name=f"Move down: {first}").press("Enter")
    expect(page.get_by_text(f"{first}: place 2 of 3")).to_be_attached()
    expect(page.locator("[data-status]")).to_have_text(SAVED)
    order = attempt.responses.get(position=5).order
    assert answers(attempt)[4] == [order[1], order[0], order[2]]


def test_of_two_windows_the_answer_given_last_counts(new_page):
    attempt, path = begun(person := factories.person())
    one = new_page(signed_in=person)
    other = one.context.new_page()
    for page in (one, other):
        page.goto(path + "1/")
    for page, label in ((one, "Volga"), (other, "Amu Darya")):
        page.locator("#q1").get_by_label(label).check()
        expect(page.locator("#q1 [data-status]")).to_have_text(SAVED)
    row = attempt.responses.get(position=1)
    assert (row.answer, row.sequence > 1) == ([1], True)


def test_when_time_is_up_what_stands_on_the_page_is_handed_in(new_page):
    attempt, path = begun(person := factories.person(), time_limit_minutes=10)
    Attempt.objects.update(due_at=timezone.now() + timedelta(seconds=6))
    page = new_page(signed_in=person)
    page.goto(path + "1/")
    expect(page.locator("[data-clock]")).to_contain_text("left")
    page.get_by_role("button", name="Hide the time left").click()
    expect(page.locator("[data-clock]")).to_be_hidden()
    page.locator("#q7").get_by_label("Your answer").fill("Amu Darya")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not passed yet", timeout=15_000)
    assert Response.objects.get(attempt=attempt, position=7).mark == 1


def test_a_hint_is_given_and_another_try_taken(new_page, axe):
    quiz, person = factories.quiz(questions=1, behaviour=Behaviour.TRIES), factories.person()
    actions.start(quiz, person=person, at=timezone.now())
    page = new_page(signed_in=person, viewport=NARROW)
    page.goto(f"/courses/{quiz.course.slug}/quizzes/{quiz.code}/1/")
    page.get_by_label("Wrong").check()
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_text("You have 2 tries left.")).to_be_visible()
    expect(page.get_by_text("About “Wrong”.")).to_be_visible()
    page.get_by_label("Right").check()
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_text("0.67 of 1 points.")).to_be_visible()
    assert axe(page) == []
