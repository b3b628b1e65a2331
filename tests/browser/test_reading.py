"""Reading a module as people do: seconds that count, words marked, keys, another device, no script."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from courseware.reading.models import Dwell, Module, Note, Progress, SectionRead
from courseware.reading.states import ModuleState
from tests import factories
from tests.browser.conftest import NARROW, session_of

LONG = "\n\n".join(f"Paragraph {n} of a long section that wants to be read. " * 6 for n in range(8))


@pytest.fixture
def module(transactional_db) -> Module:
    made = factories.module(sections=0, terms=[{"term": "ferry", "sentence": "A ferry is a boat."}])
    for n in range(3):
        factories.section(
            made, heading=f"Part {n}", body=f"The ferry of part {n} leaves at noon.\n\n{LONG}", position=n
        )
    return made


def address(module: Module) -> str:
    return f"/courses/{module.course.slug}/{module.slug}/"


def choose(page: Page, words: str) -> None:
    """Select the first occurrence of the words in the text, as a finger or a mouse would."""
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector(".reading"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return;
            }
        }""",
        words,
    )


def mark(page: Page, n: int) -> None:
    page.locator("section[data-section]").nth(n).get_by_role("button", name="Mark as read").click()


def test_seconds_of_the_section_in_front_count_and_the_device_keeps_them(new_page, module, axe):
    reader = factories.person()
    page = new_page(signed_in=reader)
    page.goto(address(module))
    expect(page.get_by_text("Saved on the server.")).to_be_visible()
    assert axe(page) == []
    page.wait_for_timeout(4000)
    page.reload()
    page.wait_for_timeout(1500)
    mark(page, 2)
    expect(page.locator(".steps .done")).to_have_count(1)
    expect(page.get_by_text("1 of 3 sections, 0 of 1 minutes")).to_be_visible()
    first = module.sections.first()
    assert Dwell.objects.get(section=first).seconds >= 4
    assert not SectionRead.objects.filter(section=first).exists()


def test_a_tab_in_the_background_counts_nothing(new_page, module):
    page = new_page(signed_in=factories.person())
    page.add_init_script("Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'})")
    page.goto(address(module))
    expect(page.get_by_text("Saved on the server.")).to_be_visible()
    page.wait_for_timeout(4000)
    kept = page.evaluate("Object.entries(localStorage).find(([key]) => key.startsWith('reading:'))?.[1] || '{}'")
    assert not json.loads(kept).get("totals")
    assert not Dwell.objects.exists()


def test_what_is_read_while_the_line_is_down_is_kept_and_sent_later(new_context, live_server, module):
    """Without `new_page`, to whose ears a line that is down is a complaint."""
    context = new_context()
    context.add_cookies([{**session_of(factories.person()), "url": live_server.url}])
    page = context.new_page()
    page.goto(address(module))
    expect(page.get_by_text("Saved on the server.")).to_be_visible()
    context.set_offline(True)
    mark(page, 0)
    expect(page.locator("#reading-status")).to_have_text("Saved on this device.")
    assert not SectionRead.objects.exists()
    context.set_offline(False)
    expect(page.get_by_text("Saved on the server.")).to_be_visible(timeout=20_000)
    assert SectionRead.objects.get().section.heading == "Part 0"


def test_another_device_goes_on_at_the_section(new_page, module):
    reader = factories.person()
    page = new_page(signed_in=reader)
    page.goto(address(module))
    mark(page, 0)
    expect(page.locator(".steps .done")).to_have_count(1)
    expect(page.get_by_text("Saved on the server.")).to_be_visible()
    other = new_page(signed_in=reader, viewport=NARROW)
    other.goto(f"/courses/{module.course.slug}/")
    other.get_by_role("link", name="Continue where you left").click()
    expect(other).to_have_url(re.compile(f"#{module.sections.all()[1].anchor}$"))


def test_words_are_highlighted_from_the_keyboard_and_noted(new_page, module, axe):
    page = new_page(signed_in=factories.person())
    page.goto(address(module))
    page.get_by_text("Paragraph 0 of a long section").first.click(click_count=3)
    expect(page.get_by_role("button", name="Highlight")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Highlight")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("mark")).to_contain_text("Paragraph 0 of a long section")
    choose(page, "Paragraph 1 of a long section")
    page.get_by_role("button", name="Add note").click()
    assert axe(page) == []
    page.locator("#note-words").fill("Ask the captain")
    page.locator("#note-tools [data-words] button").click()
    expect(page.locator("mark")).to_have_count(2)
    assert Note.objects.get(text="Ask the captain").quote == "Paragraph 1 of a long section"
    page.goto(f"/courses/{module.course.slug}/notes/")
    expect(page.get_by_text("Ask the captain", exact=True)).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize(
    ("browser", "start", "end"),
    [("Firefox", "[p, 0]", "[p, p.childNodes.length]"), ("WebKit", "[p.firstChild, 0]", "[p.parentElement, at + 1]")],
)
def test_a_paragraph_is_marked_as_a_whole_wherever_its_selection_ends(new_page, module, browser, start, end):
    """Three clicks on a paragraph, in the words of each browser's own range; Chromium's is clicked elsewhere."""
    page = new_page(signed_in=factories.person())
    page.goto(address(module))
    page.evaluate(f"""() => {{
        const p = document.querySelector("[data-text] > p"), at = [...p.parentElement.childNodes].indexOf(p);
        getSelection().setBaseAndExtent(...{start}, ...{end});
    }}""")
    expect(page.locator("[data-text] > p:first-of-type + #note-tools")).to_be_visible()
    page.get_by_role("button", name="Highlight").click()
    expect(page.locator("mark")).to_have_count(1)
    assert Note.objects.get().quote == "The ferry of part 0 leaves at noon."


def test_keys_lead_from_section_to_section_and_a_word_is_explained_in_place(new_page, module):
    page = new_page(signed_in=factories.person())
    page.goto(address(module))
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("section[data-section]").nth(1)).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("section[data-section]").nth(0)).to_be_focused()
    page.get_by_role("link", name="ferry").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("note")).to_have_text("A ferry is a boat.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("note")).to_have_count(0)


def test_everything_works_without_a_script(new_page, module):
    reader = factories.person()
    page = new_page(signed_in=reader, java_script_enabled=False, viewport=NARROW)
    page.goto(address(module))
    page.get_by_text("Add a note").first.click()
    page.locator("textarea").first.fill("By hand")
    page.get_by_role("button", name="Keep the note").first.click()
    assert Note.objects.get().text == "By hand"
    page.get_by_role("link", name="ferry").click()
    expect(page).to_have_url(re.compile("#word-1$"))
    for n in range(3):
        mark(page, n)
    assert Progress.objects.get().state == ModuleState.COMPLETE
