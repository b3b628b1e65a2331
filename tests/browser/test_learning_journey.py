"""A trainee's whole way, from signing in to the certificate; then what the organizer sees of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from accounts.people.models import Person
from courseware.certificates import actions as certificates
from courseware.certificates.models import Certificate
from courseware.quizzes import actions as quizzes
from courseware.quizzes.models import Attempt
from courseware.reading.models import Note, SectionRead
from courseware.surveys.models import Filled
from tests import factories
from tests.browser.learning import bring_forward, choose_in_every_question, hand_in, whole_course, words_of_pdf
from tests.browser.test_answering import answer_all
from tests.browser.test_reading import choose
from tests.courseware.certificates.keys import private_pem
from tests.mailbox import last_code

TRAINEE, NAME = "aliya@example.org", "Aliya Test"


@pytest.fixture
def course(transactional_db, settings):
    settings.BADGE_KEYS = private_pem(1)
    factories.person(email=TRAINEE, name=NAME)
    return whole_course(factories.person(email="organizer@example.org"))


@pytest.fixture
def context(new_context) -> Iterator[BrowserContext]:
    """Without `new_page`, to whose ears a line that is down is a complaint."""
    made = new_context()
    made.set_default_timeout(6000)
    return made


def sign_in(page: Page) -> None:
    page.goto("/courses/course/")
    page.get_by_role("link", name="Sign in", exact=True).first.click()
    page.get_by_label("E-mail address").fill(TRAINEE)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(last_code(TRAINEE))
    page.get_by_role("button", name="Continue").click()
    page.goto("/courses/course/")


def take_test(page: Page, name: str, text: str) -> None:
    page.goto("/courses/course/")
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("button", name="Start the test").click()
    choose_in_every_question(page, text)
    hand_in(page)


def read(page: Page) -> None:
    """Two sections count on screen, a word is explained, words are marked; the last one is read without a line."""
    page.goto("/courses/course/module/")
    expect(page.locator(".steps .done")).to_have_count(2, timeout=20_000)
    page.get_by_role("link", name="ferry").click()
    expect(page.get_by_role("note")).to_have_text("It floats.")
    choose(page, "The other bank is near")
    page.get_by_role("button", name="Add note").click()
    page.locator("#note-words").fill("Ask the captain")
    page.locator("#note-tools [data-words] button").click()
    expect(page.locator("mark")).to_have_count(1)
    page.context.set_offline(True)
    page.locator("section[data-section]").nth(2).get_by_role("button", name="Mark as read").click()
    expect(page.locator("#reading-status")).to_have_text("Saved on this device.")
    page.context.set_offline(False)
    expect(page.locator("#reading-status")).to_have_text("Saved on the server.", timeout=20_000)


def fail_then_pass(page: Page) -> None:
    page.goto("/courses/course/module/")
    page.get_by_role("link", name="To the quiz").click()
    page.get_by_role("button", name="Start the quiz").click()
    hand_in(page)
    page.get_by_role("button", name="Finish anyway").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Not passed yet")
    page.get_by_role("link", name="All tries").click()
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    bring_forward(Attempt.objects.latest("pk"), minutes=31)
    page.reload()
    page.get_by_role("button", name="Try again").click()
    answer_all(page)
    hand_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Passed")


def evaluate(page: Page) -> None:
    page.goto("/me/")
    page.get_by_role("region").or_(page.locator("section")).filter(has_text="Your opinion").get_by_role("link").click()
    page.get_by_role("group", name="It was useful for my work.").get_by_label("4").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you.")).to_be_visible()


def missing(page: Page) -> list[str]:
    """What the way to the certificate still asks."""
    page.goto("/courses/course/certificate/")
    return page.locator("article ul").first.get_by_role("listitem").all_inner_texts()


def test_a_trainee_goes_the_whole_way_and_what_is_missing_shrinks(course, context):
    page = context.new_page()
    sign_in(page)
    take_test(page, "Test before the course", "Wrong")
    assert len(missing(page)) == 3
    read(page)
    assert (SectionRead.objects.count(), Note.objects.get().text) == (3, "Ask the captain")
    fail_then_pass(page)
    assert [words.split()[0] for words in missing(page)] == ["pass", "fill"]
    take_test(page, "Test after the course", "Right")
    expect(page.get_by_role("heading", level=1)).to_have_text("Passed")
    evaluate(page)
    assert Filled.objects.count() == 1
    page.goto("/courses/course/certificate/")
    expect(page.get_by_text("Your certificate is being made")).to_be_visible()
    assert certificates.issue_due(clock=timezone.now) == 1
    expect_certificate(page)


def expect_certificate(page: Page) -> None:
    """On my page, as a PDF, as a badge, and to whoever verifies it by the name."""
    page.goto("/me/")
    expect(page.get_by_text("3 of 3 sections")).to_be_visible()
    page.get_by_role("link", name="Reading with care").click()
    code = Certificate.objects.get().printed_code
    paper = page.context.request.get(page.get_by_role("link", name="Open the PDF").get_attribute("href"))
    assert all(words in words_of_pdf(paper.body()) for words in (NAME, "Reading with care", code))
    with page.expect_download() as badge:
        page.get_by_role("link", name="Save the badge (.jwt)").click()
    assert Path(badge.value.path()).read_text().count(".") == 2
    page.goto(f"/verify/{code}/")
    assert NAME not in page.locator("main").inner_text()
    page.get_by_label("Name").fill(NAME)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("is the name on this certificate")).to_contain_text("Yes")


def test_the_organizer_sees_how_questions_work_and_takes_the_course_elsewhere(course, new_page, axe):
    """Of one trainee nothing is told, and the pages say from how many on."""
    for test in course.quizzes.exclude(module=None):
        quizzes.submit(quizzes.start(test, person=factories.person(), at=timezone.now()), at=timezone.now())
    page = new_page(signed_in=Person.objects.get(email="organizer@example.org"))
    page.goto("/desk/courses/course/")
    page.get_by_role("link", name="How well the questions work, and what was learned").click()
    expect(page.get_by_role("row").filter(has_text="Module")).to_contain_text("shown from 10 on")
    page.get_by_role("link", name="Learning gain").click()
    expect(page.locator("main")).to_contain_text("The gain is shown from 5 people on")
    assert axe(page) == []
    page.goto("/desk/courses/course/")
    page.get_by_role("link", name="Export, and take in questions").click()
    assert axe(page) == []
    page.get_by_role("link", name="GIFT").first.click()
    with page.expect_download() as file:
        page.get_by_role("link", name="Download").click()
    assert "Which river?" in Path(file.value.path()).read_text()
