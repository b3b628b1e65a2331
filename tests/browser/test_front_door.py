"""The pages that everybody meets first, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW
from tests.factories import event, person

PAGES = ["/", "/events/", "/courses/", "/sign-in/", "/privacy/", "/help/", "/contact/", "/no-such-page/"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_it_has_no_fault_that_axe_can_find(new_page, axe, path, theme):
    event()
    page = new_page(color_scheme=theme)
    page.goto(path)
    assert axe(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_it_fits_a_narrow_screen(new_page, path):
    event()
    page = new_page(viewport=NARROW)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("width", [360, 390, 430, 480, 500])
def test_no_link_of_the_header_lies_on_another(new_page, width):
    page = new_page(signed_in=person(), viewport=NARROW | {"width": width})
    page.goto("/")
    for link in page.locator(".bar a").all():
        link.click(trial=True, timeout=3000)


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#" + page.locator("main").get_attribute("id")


def test_somebody_signed_in_sees_their_own_page(new_page):
    page = new_page(signed_in=person(name="Aigul Example"))
    page.goto("/me/")
    expect(page).to_have_url("/me/")
