"""Pages and reading when the line drops: what the device keeps, for whom, and until when."""

import pytest
from playwright.sync_api import expect

from courseware.reading.models import SectionRead
from tests import factories
from tests.browser.conftest import session_of
from tests.browser.offline.devices import DOWN, KEPT, answers, choose, choose_on, open_and_keep, path_of
from tests.processes import wait_until


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
