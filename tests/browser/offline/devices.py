"""What the tests of a dropped line do to a page and ask of the database."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from courseware.quizzes.models import Attempt
from tests.processes import wait_until

KEPT = "path => caches.match(new URL(path, location.origin).href, {ignoreVary: true}).then(Boolean)"
ONE_ANSWER = "**/quizzes/attempts/*/*/"
DOWN = "No connection. You can go on reading and answering; it is saved on this device."


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


def drop_the_line(context: BrowserContext) -> None:
    """For tests that open another tab meanwhile: a new one is switched off a moment after it has begun to ask."""
    context.route(ONE_ANSWER, lambda route: route.abort())
    context.set_offline(True)


def mend_the_line(context: BrowserContext) -> None:
    context.unroute(ONE_ANSWER)
    context.set_offline(False)


def close_and_open(page: Page, thing) -> Page:
    """In a new tab. One that closes gets its network back a moment before, so it must hold no script of ours then.

    What a script has begun to send outlives its page, as it should; the switched-off network has to end it first.
    """
    page.wait_for_timeout(1000)
    page.goto("about:blank")
    page.close()
    page = page.context.new_page()
    page.goto(path_of(thing))
    return page


def choose(page: Page, position: int, text: str) -> None:
    page.locator(f"#q{position}").get_by_label(text, exact=True).check()


def status(page: Page, position: int) -> Locator:
    return page.locator(f"#q{position} [data-status]")


def answers(attempt: Attempt) -> list[list[int] | None]:
    return list(attempt.responses.order_by("position").values_list("answer", flat=True))


def choose_on(page: Page, attempt: Attempt, position: int, text: str) -> None:
    page.goto(path_of(attempt))
    choose(page, position, text)
    expect(status(page, position)).to_have_text("Saved on the server.")
