"""The organizer's review as a person works at it: marks and passages, saving by itself, the keyboard alone."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from courseware.quizzes.models import Question
from courseware.quizzes.states import Review
from events.programme import actions
from events.programme.models import Event
from tests import factories
from tests.browser.conftest import NARROW
from tests.events.programme.test_actions_versions import NEWER, NOTE

TWO_FILES = """() => {
    const carried = new DataTransfer();
    for (const name of ["one.md", "two.md"])
        carried.items.add(new File([`# A workshop on ${name}\\n\\nIt is held.`], name));
    return carried;
}"""


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def event(organizer):
    team = factories.team(organizer=organizer)
    return actions.draft_from_file("note.md", NOTE.encode(), team=team, by=organizer, at=timezone.now())


def opened(new_page, organizer, event: Event, **options) -> Page:
    page = new_page(signed_in=organizer, **options)
    page.goto(f"/desk/events/{event.slug}/edit/")
    return page


@pytest.mark.parametrize("options", [{}, {"viewport": NARROW, "color_scheme": "dark"}], ids=["wide", "narrow and dark"])
def test_a_mark_lights_the_words_and_the_words_light_the_value(new_page, axe, organizer, event, options):
    page = opened(new_page, organizer, event, **options)
    page.locator("#mark-title").click()
    words = page.locator("mark.lit", has_text="Customs in practice")
    expect(words).to_be_in_viewport()
    assert axe(page) == []
    page.locator("mark[data-of~=starts_at]").first.click()
    expect(page.locator(".field.lit", has_text="Start")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_goes_from_a_mark_to_its_passage_and_back(new_page, organizer, event):
    page = opened(new_page, organizer, event)
    page.locator("#mark-title").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#block-1")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#mark-title")).to_be_focused()


def test_what_is_typed_is_saved_though_the_page_is_closed(new_page, organizer, event):
    page = opened(new_page, organizer, event)
    page.get_by_label("Venue").fill("Hall 2")
    page.get_by_label("Contact").fill("a@example.org")
    expect(page.get_by_text("Saved at")).to_be_visible()
    page.close()
    event.refresh_from_db()
    assert (event.venue, event.contact) == ("Hall 2", "a@example.org")


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_leaving_a_point_as_it_is_closes_it_alone(new_page, organizer, event, script):
    page = opened(new_page, organizer, event, java_script_enabled=script)
    points = page.locator("#points li")
    before = points.count()
    page.get_by_role("button", name="Leave it so").first.click()
    expect(points).to_have_count(before - 1)


def test_what_is_being_typed_outlives_leaving_a_point_as_it_is(new_page, organizer, event):
    page = opened(new_page, organizer, event)
    page.get_by_label("Venue").fill("Hall 2")
    page.get_by_role("button", name="Leave it so").first.click()
    page.get_by_label("Contact").fill("a@example.org")
    expect(page.get_by_text("Saved at")).to_be_visible()
    page.wait_for_timeout(1500)
    expect(page.get_by_text("Not saved")).to_have_count(0)
    event.refresh_from_db()
    assert (event.venue, event.contact) == ("Hall 2", "a@example.org")


def test_accepting_while_values_are_on_their_way_loses_none_and_finds_no_stranger(new_page, organizer, event):
    page = opened(new_page, organizer, event)
    for n in range(3):
        page.get_by_label("Venue").fill(f"Hall {n}")
        page.get_by_label("Title").fill(f"Title {n}")
        page.wait_for_timeout(350)
    page.get_by_role("button", name="Accept").click()
    page.wait_for_url(f"**/desk/events/{event.slug}/")
    event.refresh_from_db()
    assert (event.venue, event.title) == ("Hall 2", "Title 2")


def test_without_javascript_marks_are_links_and_the_form_is_sent_by_its_button(new_page, organizer, event):
    page = opened(new_page, organizer, event, java_script_enabled=False)
    page.locator("#mark-title").click()
    assert page.url.endswith("#block-1")
    page.get_by_label("Venue").fill("Hall 2")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    event.refresh_from_db()
    assert event.venue == "Hall 2"


@pytest.mark.parametrize("options", [{}, {"viewport": NARROW, "color_scheme": "dark"}], ids=["wide", "narrow and dark"])
def test_a_newer_document_is_compared_and_taken_over(new_page, axe, organizer, event, options):
    page = new_page(signed_in=organizer, **options)
    page.goto(f"/desk/events/{event.slug}/document/")
    assert axe(page) == []
    page.locator("input[type=file]").set_input_files(
        {"name": "new.md", "mimeType": "text/plain", "buffer": NEWER.encode()}
    )
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("checkbox", name="Date and time")).to_be_checked()
    assert axe(page) == [] and page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Take over").click()
    expect(page.get_by_text("What you ticked is taken over.")).to_be_visible()


def test_several_files_are_dropped_and_named_before_they_are_sent(new_page, axe, organizer, event):
    page = new_page(signed_in=organizer)
    page.goto("/desk/events/new/")
    data = page.evaluate_handle(TWO_FILES)
    page.dispatch_event("[data-dropped]", "drop", {"dataTransfer": data})
    expect(page.locator("[data-dropped] li")).to_have_text(["one.md", "two.md"])
    assert axe(page) == []
    page.get_by_role("button", name="Read the documents").click()
    expect(page.get_by_role("link", name="Check the draft")).to_have_count(2)
    assert axe(page) == []


@pytest.fixture
def questions(organizer):
    """Where three drafted questions wait for the organizer."""
    module = factories.module(factories.course(team=factories.team(organizer=organizer)))
    for stem in ("First?", "Second?", "Third?"):
        factories.question(module, stem=stem, review=Review.DRAFTED)
    return f"/desk/courses/{module.course.slug}/{module.slug}/questions/"


def expect_question(page: Page, stem: str) -> None:
    """It is shown, and the keys count: the script has shown their hints."""
    expect(page.locator("article h2")).to_have_text(stem)
    expect(page.locator("article kbd").first).to_be_visible()


def test_questions_are_decided_by_single_keys(new_page, axe, organizer, questions):
    page = new_page(signed_in=organizer)
    page.goto(questions)
    page.keyboard.press("a")
    expect_question(page, "Second?")
    page.keyboard.press("r")
    assert axe(page) == []
    page.keyboard.press("2")
    expect_question(page, "Third?")
    page.keyboard.press("ArrowLeft")
    expect_question(page, "First?")
    page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Edit the question")).to_be_visible()
    reviews = Question.objects.order_by("position").values_list("review", flat=True)
    assert list(reviews) == [Review.APPROVED, Review.REJECTED, Review.DRAFTED]


def test_the_passage_is_in_sight_however_long_its_section(new_page, organizer, questions):
    question = Question.objects.first()
    words = "Salt is weighed at the gate."
    body = "\n\n".join(["Nothing of note is said here, and at length."] * 80 + [words])
    section = factories.section(question.module, body=body)
    Question.objects.update(section=section, passage=words)
    page = new_page(signed_in=organizer)
    page.goto(questions)
    expect(page.locator(".source mark")).to_be_in_viewport()


def test_keys_count_by_their_place_on_a_cyrillic_keyboard(new_page, organizer, questions):
    page = new_page(signed_in=organizer)
    page.goto(questions)
    pressed = "new KeyboardEvent('keydown', {key: 'ф', code: 'KeyA', bubbles: true})"
    page.evaluate(f"document.body.dispatchEvent({pressed})")
    expect_question(page, "Second?")
