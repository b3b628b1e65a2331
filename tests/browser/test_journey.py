"""The main job, as people do it: a note becomes a webinar, somebody registers, somebody learns."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from courseware.quizzes.models import Attempt, Question
from courseware.quizzes.states import Kind
from courseware.reading.models import Module, Progress, SectionRead
from courseware.reading.states import ModuleState
from events.programme.models import Event
from front import seeding
from tests import factories
from tests.browser.conftest import NARROW
from tests.mailbox import last_code
from tests.processes import wait_until

NOTE = Path(settings.BASE_DIR) / "seeds" / "concept-note.md"
TITLE = (
    "Border Challenges in Central Asia in the Context of Counter-Terrorism and Related Transnational Organized Crime"
)


def upload_note(page: Page) -> None:
    page.goto("/desk/")
    page.get_by_role("link", name="Upload a concept note").click()
    page.locator("input[type=file]").set_input_files(NOTE)
    page.get_by_role("button", name="Read the document").click()


def answer_open_points(page: Page) -> None:
    page.get_by_label("Date").first.fill((timezone.now() + timedelta(days=30)).date().isoformat())
    page.get_by_label("Start").fill("10:00")
    page.get_by_label("End").fill("13:00")
    page.get_by_label("Time zone").select_option("Asia/Tashkent")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def test_an_organizer_uploads_a_note_checks_it_beside_its_source_and_publishes(new_page, axe):
    organizer = factories.person()
    factories.team(organizer=organizer)
    page = new_page(signed_in=organizer)
    upload_note(page)
    expect(page.get_by_label("Title")).to_have_value(TITLE)
    expect(page.get_by_role("link", name="stated · ¶ 1", exact=True)).to_have_attribute("href", "#block-1")
    assert axe(page) == []
    answer_open_points(page)
    page.goto(f"/desk/events/{Event.objects.get().slug}/")
    page.get_by_role("button", name="Keep").first.click()
    page.get_by_role("button", name="Publish").click()
    page.goto("/events/")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()


def fill_registration(page: Page, email: str) -> None:
    page.get_by_label("Name").fill("Aliya Test")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Country").select_option("KZ")
    page.get_by_label("Agency").fill("Border service")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Send and get the code").click()


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_participant_registers_with_the_code_from_the_mailbox(new_page, script):
    event = factories.event(title="Webinar on borders")
    page = new_page(java_script_enabled=script, viewport=NARROW)
    page.goto(f"/events/{event.slug}/")
    page.get_by_role("link", name="Register", exact=True).click()
    fill_registration(page, "aliya@example.org")
    page.get_by_label("Code").fill(last_code("aliya@example.org").lower())
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are registered")
    with page.expect_download() as calendar:
        page.get_by_role("link", name="Add to calendar").click()
    assert "BEGIN:VEVENT" in Path(calendar.value.path()).read_text(encoding="utf-8")


def test_a_mistyped_address_is_mended_from_the_code_page(new_page):
    event = factories.event()
    page = new_page()
    page.goto(f"/events/{event.slug}/register/")
    fill_registration(page, "aliya@exampel.org")
    page.get_by_role("link", name="Wrong address? Change it").click()
    expect(page.get_by_label("Agency")).to_have_value("Border service")
    page.get_by_label("E-mail address").fill("aliya@example.org")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Send and get the code").click()
    page.get_by_label("Code").fill(last_code("aliya@example.org"))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("A confirmation is on its way to aliya@example.org.")).to_be_visible()


def test_the_join_button_opens_the_meeting(new_page, live_server):
    """In a real browser, because only it applies the content security policy to where a form leads."""
    person = factories.person()
    meeting = f"{live_server.url.replace('localhost', '127.0.0.1')}/help/"
    event = factories.event(starts_at=timezone.now() + timedelta(minutes=10), meeting_url=meeting)
    factories.registration(event, person=person)
    page = new_page(signed_in=person)
    page.goto("/me/")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("link", name="Open the meeting")).to_be_visible()
    page.wait_for_url("**/help/")


def answer_rightly(page: Page) -> None:
    stem = page.locator(".question legend, .question h2").first.inner_text()
    question = Question.objects.approved().get(stem__startswith=stem.strip()[:60])
    for choice in question.choices.filter(correct=True):
        if question.kind == Kind.SHORT:
            page.get_by_label("Your answer").fill(choice.text)
        else:
            page.get_by_label(choice.text, exact=True).check()
    page.get_by_role("button", name="Send answer").click()


def test_a_trainee_reads_a_module_passes_its_quiz_and_sees_it_on_the_own_page(new_page, axe):
    seeding.seed(at=timezone.now())
    module, trainee = Module.objects.first(), factories.person()
    page = new_page(signed_in=trainee)
    page.goto("/courses/")
    page.get_by_role("link", name=module.course.title).click()
    page.get_by_role("link", name=module.title).first.click()
    assert axe(page) == []
    while (button := page.get_by_role("button", name="Mark as read")).count():
        button.first.click()
        page.wait_for_load_state()
    assert wait_until(lambda: SectionRead.objects.filter(person=trainee).count() == module.sections.count())
    page.get_by_role("link", name="To the quiz").click()
    page.get_by_role("button", name="Start the quiz").click()
    for _ in range(module.questions.approved().count()):
        answer_rightly(page)
        assert axe(page) == []
        page.locator("main form button, main a.button").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Passed")
    assert Attempt.objects.of(trainee).passed().exists()
    assert Progress.objects.of(trainee).get().state == ModuleState.PASSED
    page.goto("/me/")
    expect(page.get_by_text(f"{module.sections.count()} of 24 sections")).to_be_visible()


def test_sections_seen_long_enough_are_kept_as_read(new_page):
    module = factories.module(sections=2)
    page = new_page(signed_in=factories.person())
    page.goto(f"/courses/{module.course.slug}/{module.slug}/")
    expect(page.locator(".steps .done")).to_have_count(2, timeout=20_000)
    assert SectionRead.objects.count() == 2
    page.reload()
    expect(page.locator(".steps .done")).to_have_count(2)
