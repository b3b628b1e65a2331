"""The line drops in the middle of a module or a quiz: the network is switched off, or the real server is killed."""

import json
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from courseware.quizzes import actions as quizzes
from courseware.quizzes.models import Attempt, Response
from courseware.quizzes.states import Behaviour
from courseware.reading.models import SectionRead
from tests import factories
from tests.browser.conftest import session_of
from tests.browser.servers import Server
from tests.processes import wait_until

KEPT = "path => caches.match(new URL(path, location.origin).href, {ignoreVary: true}).then(Boolean)"
DOWN = "No connection. You can go on reading and answering; it is saved on this device."


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


def path_of(thing) -> str:
    if isinstance(thing, Attempt):
        return f"/courses/{thing.quiz.course.slug}/quizzes/attempts/{thing.code}/"
    if hasattr(thing, "module"):
        return f"/courses/{thing.course.slug}/quizzes/{thing.code}/"
    return f"/courses/{thing.course.slug}/{thing.slug}/"


def open_and_keep(context: BrowserContext, thing, *along) -> Page:
    """Open a page with a connection, and wait until it, and what goes along with it, is kept on the device."""
    page = context.new_page()
    page.goto(path_of(thing))
    for path in [*map(path_of, (thing, *along)), "/courses/on-this-device/"]:
        assert wait_until(lambda path=path: page.evaluate(KEPT, path)), f"{path} is not kept"
    return page


def close_and_open(page: Page, thing) -> Page:
    """In a new tab. One that closes gets its network back a moment before, so it must hold no script of ours then."""
    page.goto("about:blank")
    page.close()
    page = page.context.new_page()
    page.goto(path_of(thing))
    return page


def choose(page: Page, position: int, text: str) -> None:
    page.locator(f"#q{position}").get_by_label(text, exact=True).check()


def status(page: Page, position: int):
    return page.locator(f"#q{position} [data-status]")


def answers(attempt: Attempt) -> list[list[int] | None]:
    return list(attempt.responses.order_by("position").values_list("answer", flat=True))


def test_a_module_that_was_opened_is_readable_with_its_looks_when_the_network_is_off(device, module, reader):
    context = device(reader)
    page = open_and_keep(context, module)
    context.set_offline(True)
    page.reload()
    expect(page.get_by_text(module.sections.first().body)).to_be_visible()
    expect(page.get_by_text(DOWN)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).borderTopLeftRadius") == "8px"


def test_the_quiz_and_the_open_attempt_come_along_with_the_module(device, module, quiz, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, module, quiz, attempt)
    context.set_offline(True)
    page.goto(path_of(attempt))
    expect(page.locator("fieldset.question")).to_have_count(3)
    assert "About “Right”" not in page.content()


def test_sections_marked_without_a_line_are_on_the_server_once_it_is_back(device, module, reader):
    context = device(reader)
    page = open_and_keep(context, module)
    context.set_offline(True)
    page.reload()
    page.get_by_role("button", name="Mark as read").first.click()
    expect(page.locator("#reading-status")).to_have_text("Saved on this device.")
    context.set_offline(False)
    expect(page.locator("#reading-status")).to_have_text("Saved on the server.")
    assert SectionRead.objects.filter(person=reader).count() == 1


def test_answers_given_without_a_line_outlive_the_tab_and_are_saved_once(device, quiz, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.set_offline(True)
    page.reload()
    choose(page, 1, "Right")
    choose(page, 2, "Wrong")
    choose(page, 1, "Wrong")
    expect(status(page, 1)).to_contain_text("Saved on this device only.")
    page = close_and_open(page, attempt)
    expect(page.locator("#q1").get_by_label("Wrong")).to_be_checked()
    assert answers(attempt) == [None, None, None]
    context.set_offline(False)
    expect(status(page, 2)).to_have_text("Saved on the server.")
    expect(status(page, 1)).to_have_text("Saved on the server.")
    assert answers(attempt) == [[2], [2], None]
    assert Response.objects.filter(attempt=attempt).count() == 3


def test_a_line_that_drops_between_two_questions_leads_to_the_kept_attempt(device, quiz, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, quiz, attempt)
    page.get_by_role("button", name="Go on where you left").click()
    context.set_offline(True)
    choose(page, 1, "Right")
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url("**/attempts/*/#q2")
    expect(page.locator("#q1").get_by_label("Right")).to_be_checked()
    choose(page, 2, "Right")
    context.set_offline(False)
    expect(status(page, 2)).to_have_text("Saved on the server.")
    assert answers(attempt) == [[1], [1], None]


def test_two_devices_are_merged_and_the_later_of_two_answers_counts(device, quiz, attempt, reader):
    first, second = device(reader), device(reader)
    train, office = open_and_keep(first, attempt), open_and_keep(second, attempt)
    first.set_offline(True)
    choose(train, 1, "Wrong")
    choose(train, 2, "Right")
    expect(status(train, 2)).to_contain_text("Saved on this device only.")
    choose(office, 1, "Right")
    choose(office, 3, "Right")
    expect(status(office, 3)).to_have_text("Saved on the server.")
    first.set_offline(False)
    expect(status(train, 2)).to_have_text("Saved on the server.")
    expect(status(train, 1)).to_contain_text("You gave another answer later")
    expect(train.locator("#q1").get_by_label("Right")).to_be_checked()
    assert answers(attempt) == [[1], [1], [1]]


def test_an_answer_given_later_without_a_line_outdoes_an_earlier_one_from_elsewhere(device, quiz, attempt, reader):
    first, second = device(reader), device(reader)
    train, office = open_and_keep(first, attempt), open_and_keep(second, attempt)
    first.set_offline(True)
    choose(office, 1, "Right")
    expect(status(office, 1)).to_have_text("Saved on the server.")
    choose(train, 1, "Wrong")
    first.set_offline(False)
    expect(status(train, 1)).to_have_text("Saved on the server.")
    assert answers(attempt) == [[2], None, None]


def test_an_expired_session_loses_nothing_and_signing_in_again_sends_what_waits(device, live_server, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.clear_cookies(name="sessionid")
    choose(page, 1, "Right")
    expect(page.get_by_text("You are signed out. Please sign in; nothing is lost")).to_be_visible()
    assert answers(attempt) == [None, None, None]
    context.add_cookies([{**session_of(reader), "url": live_server.url}])
    page.goto(path_of(attempt.quiz.course.modules.get()))
    assert wait_until(lambda: answers(attempt) == [[1], None, None])


def test_signing_out_empties_the_device(device, module, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, module, attempt)
    choose_on(page, attempt, 1, "Right")
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("Object.keys(localStorage)") == []
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(path_of(module))


def choose_on(page: Page, attempt: Attempt, position: int, text: str) -> None:
    page.goto(path_of(attempt))
    choose(page, position, text)
    expect(status(page, position)).to_have_text("Saved on the server.")


def test_what_could_not_be_sent_is_told_before_signing_out(device, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    page.route("**/quizzes/attempts/*/*/", lambda route: route.abort())
    choose(page, 1, "Right")
    expect(status(page, 1)).to_contain_text("Saved on this device only.")
    page.goto("/accounts/logout/")
    expect(page.get_by_text("Answers saved on this device only: 1. Signing out removes them.")).to_be_visible()


def test_somebody_else_who_signs_in_finds_nothing_of_the_first(device, live_server, module, reader):
    context = device(reader)
    page = open_and_keep(context, module)
    other = factories.person()
    context.add_cookies([{**session_of(other), "url": live_server.url}])
    page.goto(f"/courses/{module.course.slug}/")
    assert wait_until(lambda: page.evaluate("caches.keys()") == ["files:1", f"pages:{other.code}"])
    assert not page.evaluate(KEPT, path_of(module))


def test_a_page_that_is_not_kept_says_so_and_lists_what_is(device, module, reader, axe):
    other = factories.module(module.course)
    context = device(reader)
    page = open_and_keep(context, module)
    context.set_offline(True)
    page.goto(path_of(other))
    expect(page.get_by_text("This page cannot be shown without a connection.")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name=module.title).click()
    expect(page.get_by_text(module.sections.first().body)).to_be_visible()


def test_a_page_can_be_removed_from_the_device(device, module, reader):
    page = open_and_keep(device(reader), module)
    expect(page.get_by_text("Kept on this device since")).to_be_visible()
    page.get_by_role("button", name="Remove from this device").click()
    expect(page.get_by_text("Removed from this device.")).to_be_visible()
    assert not page.evaluate(KEPT, path_of(module))


def test_answers_saved_as_a_file_are_handed_in_from_another_device(device, quiz, attempt, reader, tmp_path):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.set_offline(True)
    choose(page, 1, "Right")
    choose(page, 2, "Wrong")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers as a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert reader.name not in file.read_text() and reader.email not in file.read_text()
    assert json.loads(file.read_text())["person"] == str(reader.code)
    elsewhere = device(reader).new_page()
    elsewhere.goto(path_of(quiz))
    elsewhere.get_by_role("link", name="Hand in an answer file").click()
    elsewhere.get_by_label("Answer file").set_input_files(file)
    elsewhere.get_by_role("button", name="Hand in").click()
    expect(elsewhere.get_by_text("taken", exact=True)).to_have_count(2)
    assert answers(attempt) == [[1], [2], None]


def test_an_answer_that_came_too_late_is_told_and_offered_as_a_file(device, quiz, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.set_offline(True)
    choose(page, 1, "Right")
    expect(status(page, 1)).to_contain_text("Saved on this device only.")
    quizzes.submit(Attempt.objects.select_related("quiz__module").get(), at=timezone.now())
    context.set_offline(False)
    expect(page.get_by_text("the try was closed before your answer arrived")).to_be_visible()
    expect(page.get_by_role("button", name="Save my answers as a file")).to_be_visible()
    assert answers(attempt) == [None, None, None]


@pytest.mark.django_db(transaction=True)
def test_the_server_is_killed_in_the_middle_of_an_attempt_and_the_learner_goes_on(device, attempt, reader):
    with Server() as server:
        context = device(reader, base_url=server.url)
        context.add_cookies([{**session_of(reader), "url": server.url}])
        page = open_and_keep(context, attempt)
        choose(page, 1, "Right")
        expect(status(page, 1)).to_have_text("Saved on the server.")
        server.kill()
        choose(page, 2, "Right")
        expect(status(page, 2)).to_contain_text("Saved on this device only.")
        page.close()
        page = context.new_page()
        page.goto(path_of(attempt))
        expect(page.get_by_text(DOWN)).to_be_visible()
        expect(page.locator("#q1").get_by_label("Right")).to_be_checked()
        expect(page.locator("#q2").get_by_label("Right")).to_be_checked()
        choose(page, 3, "Wrong")
        assert answers(attempt) == [[1], None, None]
        server.start()
        expect(status(page, 3)).to_have_text("Saved on the server.", timeout=30_000)
        expect(status(page, 2)).to_have_text("Saved on the server.")
        assert answers(attempt) == [[1], [1], [2]]
        page.get_by_role("button", name="Finish and see the result").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Not passed")
    assert Attempt.objects.get().right_count == 2


def test_a_line_too_thin_for_the_page_shows_the_kept_copy_after_some_seconds(device, module, reader):
    context = device(reader)
    page = open_and_keep(context, module)
    held = []
    context.route(f"**{path_of(module)}", lambda route: held.append(route))
    page.reload()
    expect(page.get_by_text("You see this page as it was kept on")).to_be_visible()
    assert held
    for route in held:
        route.abort()


def test_handing_in_without_a_line_waits_on_the_page(device, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.set_offline(True)
    page.get_by_role("button", name="Finish and see the result").click()
    expect(page.get_by_text("Handing in needs a connection.")).to_be_visible()
    assert page.url.endswith(path_of(attempt))


def test_the_quiz_is_taken_along_and_saved_without_javascript(device, quiz, reader, axe):
    page = device(reader, java_script_enabled=False).new_page()
    page.goto(path_of(quiz))
    page.get_by_role("button", name="Take the quiz with you").click()
    choose(page, 2, "Right")
    page.get_by_role("button", name="Save for now").click()
    expect(page.get_by_text("Saved. You can go on now or come back later.")).to_be_visible()
    assert answers(Attempt.objects.get()) == [None, [1], None]


def test_pages_kept_and_to_be_kept_have_no_fault_that_axe_finds(device, quiz, attempt, reader, axe):
    context = device(reader)
    page = open_and_keep(context, attempt)
    assert axe(page) == []
    context.set_offline(True)
    choose(page, 1, "Right")
    expect(page.get_by_text(DOWN)).to_be_visible()
    assert axe(page) == []
    page.goto("/courses/on-this-device/")
    assert axe(page) == []


def test_what_was_read_without_a_line_is_sent_from_another_page_of_the_courses(device, module, reader):
    context = device(reader)
    page = open_and_keep(context, module)
    context.set_offline(True)
    page.get_by_role("button", name="Mark as read").first.click()
    expect(page.locator("#reading-status")).to_have_text("Saved on this device.")
    page.goto("about:blank")
    context.set_offline(False)
    page.goto("/courses/on-this-device/")
    assert wait_until(lambda: SectionRead.objects.filter(person=reader).count() == 1)
