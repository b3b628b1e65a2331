"""Debian's Chromium against the live server, under the real content security policy.

Under that policy `page.wait_for_function` and `page.add_script_tag` are refused: wait for a selector or with `expect`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from accounts.people.models import Person

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL = "no Chromium on this machine; install it (Debian and Ubuntu: sudo apt install chromium) to run this test"
# The default run leaves WCAG 2.2 out, and with it the size of targets.
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FAULTS = """async standards => {
    const found = await axe.run(document, {runOnly: standards});
    return found.violations.flatMap(fault => fault.nodes.map(
        node => `${fault.id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(INSTALL)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in the thread of the tests
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=as_root)
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium: Browser, live_server) -> Iterator[Callable[..., BrowserContext]]:
    """Another browser, with no cookies: `new_context(locale="ru-RU", java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        defaults = {"base_url": live_server.url, "viewport": WIDE, "locale": "en-GB", "timezone_id": "Asia/Almaty"}
        contexts.append(chromium.new_context(**(defaults | options)))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browser's console says against our pages: script errors, refused styles. A test fails for any."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def new_page(new_context: Callable[..., BrowserContext], live_server, complaints: list[str]) -> Callable[..., Page]:
    """A page in another browser; takes what `new_context` takes, and `signed_in` as a person."""

    def make(signed_in: Person | None = None, **options: object) -> Page:
        context = new_context(**options)
        if signed_in:
            context.add_cookies([{**session_of(signed_in), "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: is_complaint(message) and complaints.append(message.text))
        return page

    return make


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A stranger's browser, 1280 px wide."""
    return new_page()


def is_complaint(message: ConsoleMessage) -> bool:
    """An answer with a status like 404 or 422 may be what the test is about."""
    return message.type == "error" and "responded with a status of 4" not in message.text


def session_of(person: Person) -> dict[str, str]:
    """The cookie of somebody who has signed in; the way through the mailbox has tests of its own."""
    client = Client()
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """`assert axe(page) == []`: what axe-core finds against WCAG 2.2 A and AA, one line per place."""

    def faults(page: Page) -> list[str]:
        page.evaluate(AXE_SCRIPT)
        return page.evaluate(FAULTS, STANDARDS)

    return faults
