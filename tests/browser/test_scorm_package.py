"""A package of ours in a frame of a platform that holds a real SCORM 1.2 run-time environment (npm: scorm-again)."""

import io
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from courseware.exchange.formats.scorm import as_scorm
from courseware.exchange.wording import player_words
from courseware.quizzes.grading import mark
from tests.courseware.exchange.items import KINDS, Making, choice, course
from tests.node import packages

PLATFORM = """<!DOCTYPE html><html lang="en"><title>Platform</title>
<script src="scorm12.js"></script><script src="platform.js"></script>
<iframe id="sco" title="Package" width="1200" height="800"></iframe>
<script>document.getElementById("sco").src = "package/module-1.html";</script></html>"""
# What the package has asked for, with the error code after each call; what it has told outlasts a reload.
RECORDING = """window.API = new Scorm12API({autocommit: false, logLevel: 5, lmsCommitUrl: false});
window.calls = [];
if (localStorage.cmi) API.loadFromJSON(JSON.parse(localStorage.cmi));
for (const name of ["LMSInitialize", "LMSSetValue", "LMSGetValue", "LMSCommit", "LMSFinish"]) {
    const real = API[name].bind(API);
    API[name] = (...given) => {
        const answer = real(...given);
        calls.push([name, given.join(" = "), String(answer), String(API.LMSGetLastError())]);
        if (["LMSCommit", "LMSFinish"].includes(name)) localStorage.cmi = JSON.stringify(API.cmi.toJSON());
        return answer;
    };
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_ignored: object) -> None:
        """Nothing."""


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[str]:
    """The address of a platform without a package yet: `unpack` puts one in."""
    scorm_again = packages() / "scorm-again" / "dist" / "scorm12.js"
    (tmp_path / "scorm12.js").write_bytes(scorm_again.read_bytes())
    (tmp_path / "platform.js").write_text(RECORDING)
    (tmp_path / "index.html").write_text(PLATFORM)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def unpack(tmp_path: Path, sent) -> None:
    written = as_scorm(sent, {"": player_words("en")})
    assert written.faults == ()
    zipfile.ZipFile(io.BytesIO(written.data)).extractall(tmp_path / "package")


def told(page: Page, name: str) -> str:
    """What the platform holds: read from what it kept, for a finished session answers no more."""
    return page.evaluate(
        "name => name.split('.').slice(1).reduce((held, part) => held[part], JSON.parse(localStorage.cmi))", name
    )


def errors(page: Page) -> list[list[str]]:
    """Calls that the environment did not take. A value that was never set is no error of the package."""
    return [call for call in page.evaluate("calls") if call[3] != "0" and call[0] != "LMSGetValue"]


def close(page: Page) -> None:
    page.evaluate("document.getElementById('sco').src = 'about:blank'")
    page.wait_for_selector("iframe[src='about:blank']")
    page.wait_for_timeout(200)


@pytest.fixture
def page(chromium, complaints) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()


def test_a_module_is_read_closed_resumed_answered_and_passed(page, platform, tmp_path):
    unpack(tmp_path, course(choice(), choice("Which sea?", "Aral", "Baltic")))
    page.goto(platform)
    frame = page.frame_locator("#sco")
    expect(frame.get_by_text("0 of 2 sections read")).to_be_visible()
    assert told(page, "cmi.core.lesson_status") == "incomplete"
    frame.get_by_role("button", name="I have read this").click()
    close(page)
    assert page.evaluate("calls.at(-1)[0]") == "LMSFinish" and errors(page) == []
    assert told(page, "cmi.core.lesson_location") == "s1"
    assert told(page, "cmi.core.exit") == "suspend"

    page.reload()
    expect(frame.get_by_text("1 of 2 sections read")).to_be_visible()
    expect(frame.get_by_text("The second part.")).to_be_visible()
    frame.get_by_role("button", name="I have read this").click()
    frame.get_by_label("Amu Darya").check()
    frame.get_by_label("Aral").check()
    frame.get_by_role("button", name="Hand in").click()
    expect(frame.get_by_text("You have 100 per cent and have passed")).to_be_visible()
    assert told(page, "cmi.core.lesson_status") == "passed"
    assert told(page, "cmi.core.score") == {"raw": "100", "min": "0", "max": "100"}
    close(page)
    assert errors(page) == []


def test_answers_given_so_far_are_there_again(page, platform, tmp_path):
    unpack(tmp_path, course(choice(), Making(3).item("short"), Making(4).item("matching")))
    page.goto(platform)
    frame = page.frame_locator("#sco")
    frame.get_by_role("link", name="Quiz").click()
    frame.get_by_label("Volga").check()
    frame.get_by_label("Your answer").fill("Сырдарья & сын | =")
    frame.locator("select").first.select_option(index=2)
    close(page)
    page.reload()
    expect(frame.get_by_label("Volga")).to_be_checked()
    expect(frame.get_by_label("Your answer")).to_have_value("Сырдарья & сын | =")
    assert frame.locator("select").first.evaluate("field => field.selectedIndex") == 2
    assert len(told(page, "cmi.suspend_data")) < 4096 and errors(page) == []


def test_a_failed_quiz_is_told_and_can_be_tried_again(page, platform, tmp_path):
    unpack(tmp_path, course(choice()))
    page.goto(platform)
    frame = page.frame_locator("#sco")
    for _section in range(2):
        frame.get_by_role("button", name="I have read this").click()
    frame.get_by_label("Volga").check()
    frame.get_by_role("button", name="Hand in").click()
    expect(frame.get_by_text("You have 0 per cent; 70 per cent are needed")).to_be_visible()
    assert told(page, "cmi.core.lesson_status") == "failed"
    frame.get_by_role("button", name="Try again").click()
    frame.get_by_label("Amu Darya").check()
    frame.get_by_role("button", name="Hand in").click()
    expect(frame.get_by_text("You have 100 per cent")).to_be_visible()
    assert told(page, "cmi.core.lesson_status") == "passed"
    assert errors(page) == []


def test_a_score_counts_only_once_everything_is_read(page, platform, tmp_path):
    unpack(tmp_path, course(choice()))
    page.goto(platform)
    frame = page.frame_locator("#sco")
    frame.get_by_role("link", name="Quiz").click()
    frame.get_by_label("Amu Darya").check()
    frame.get_by_role("button", name="Hand in").click()
    expect(frame.get_by_text("once you have read the other sections: 2")).to_be_visible()
    assert told(page, "cmi.core.lesson_status") == "incomplete"
    assert told(page, "cmi.core.score")["raw"] == ""


def test_blanks_are_pointed_out_before_they_are_handed_in(page, platform, tmp_path):
    unpack(tmp_path, course(choice(), choice("Which sea?", "Aral", "Baltic")))
    page.goto(platform)
    frame = page.frame_locator("#sco")
    frame.get_by_role("link", name="Quiz").click()
    frame.get_by_role("button", name="Hand in").click()
    expect(frame.get_by_text("Questions without an answer: 2")).to_be_visible()
    frame.get_by_role("button", name="Hand in").click()
    expect(frame.get_by_text("You have 0 per cent")).to_be_visible()


def test_interactions_of_every_kind_are_taken(page, platform, tmp_path):
    """Ids, types, results and the order of their numbers are what this environment is strict about."""
    unpack(tmp_path, course(*(Making(seed).item(kind) for kind in KINDS for seed in range(2))))
    page.goto(platform)
    frame = page.frame_locator("#sco")
    frame.get_by_role("link", name="Quiz").click()
    for field in frame.locator("#questions input:is([type=radio], [type=checkbox])").all():
        field.check()
    for field in frame.locator("#questions input[type=text]").all():
        field.fill("12,5")
    for field in frame.locator("#questions select").all():
        field.select_option(index=1)
    for _twice in range(2):
        frame.get_by_role("button", name="Hand in").click()
    expect(frame.locator("#told0 strong")).to_be_visible()
    assert errors(page) == []
    assert page.evaluate("API.LMSGetValue('cmi.interactions._count')") == "16"


def test_a_platform_that_refuses_a_call_is_noticed(page, platform, tmp_path):
    """The control: an id with a space, as the package never sends it, is an error here."""
    unpack(tmp_path, course(choice()))
    page.goto(platform)
    expect(page.frame_locator("#sco").get_by_text("0 of 2 sections read")).to_be_visible()
    page.evaluate("API.LMSSetValue('cmi.core.score.raw', '101')")
    assert errors(page) != []


@pytest.mark.parametrize("kind", KINDS)
def test_the_player_marks_as_the_course_does(page, platform, tmp_path, kind):
    items = [Making(seed).item(kind) for seed in range(12)]
    unpack(tmp_path, course(*items))
    page.goto(f"{platform}package/module-1.html")
    pairs = [(at, answer) for at, item in enumerate(items) for answer in answers_to(item)]
    found = page.evaluate("pairs => pairs.map(([at, answer]) => markOf(course.questions[at], answer))", pairs)
    meant = [float(mark(items[at], answer)) for at, answer in pairs]
    assert found == pytest.approx(meant) and len(set(meant)) > 1


def answers_to(item) -> list:
    keys = [option.key for option in item.options]
    if item.kind in ("single", "true_false", "multiple"):
        return [keys[:1], keys[1:2], *([keys, keys[:2]] if item.kind == "multiple" else [])]
    if item.kind == "ordering":
        return [keys, keys[::-1], keys[1:] + keys[:1]]
    if item.kind == "matching":
        prompts = [option.key for option in item.options if option.text]
        return [{str(key): key for key in prompts}, {str(key): prompts[0] for key in prompts}]
    if item.kind == "cloze":
        return [{"1": 1, "2": 3}, {"1": 1, "2": 4}, {"1": 2}]
    texts = [option.text for option in item.options]
    return [*texts, *(text.upper() + "." for text in texts), "13", "12,9", "elsewhere"]


def test_without_a_platform_the_page_says_so_and_still_works(page, platform, tmp_path):
    unpack(tmp_path, course(choice()))
    page.goto(f"{platform}package/module-1.html")
    expect(page.get_by_text("Not connected to a learning platform")).to_be_visible()
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_text("1 of 2 sections read")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_package_has_no_faults_of_accessibility(page, platform, tmp_path, axe, width):
    unpack(tmp_path, course(*(Making(seed).item(kind) for seed, kind in enumerate(KINDS))))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{platform}package/module-1.html")
    assert axe(page) == []
    page.get_by_role("link", name="Quiz").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
