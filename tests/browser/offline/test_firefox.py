"""When the line drops, in another browser than the one that all other tests use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from courseware.quizzes.models import Response
from tests.browser.conftest import session_of
from tests.browser.offline.devices import DOWN, KEPT, answers, path_of
from tests.browser.offline.firefox import INSTALL, PATIENCE, Firefox, program
from tests.browser.servers import Server
from tests.processes import wait_until

CHOOSE = """const [position, text] = arguments;
[...document.querySelectorAll(`#q${position} label`)].find(label => label.innerText.trim() === text).click();"""


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    path = program()
    if path is None:
        pytest.skip(INSTALL)
    browser = Firefox(path, tmp_path)
    try:
        browser.connect()
        yield browser
    finally:
        browser.quit()


def is_kept(firefox: Firefox, thing: object) -> bool:
    return wait_until(lambda: firefox.run(f"return ({KEPT})(arguments[0])", path_of(thing)), PATIENCE)


@pytest.mark.django_db(transaction=True)
def test_the_server_is_killed_and_a_learner_reads_and_answers_on(firefox, module, attempt, reader):
    with Server() as server:
        firefox.open(server.url + "/privacy/")
        firefox.add_cookie(session_of(reader))
        firefox.open(server.url + path_of(module))
        assert is_kept(firefox, module) and is_kept(firefox, attempt)
        server.kill()
        firefox.open(server.url + path_of(module))
        assert firefox.shows(module.sections.first().body) and firefox.shows(DOWN)
        firefox.open(server.url + path_of(attempt))
        for position, text in ((1, "Right"), (2, "Wrong"), (1, "Wrong")):
            firefox.run(CHOOSE, position, text)
        assert firefox.shows("Saved on this device only.")
        assert answers(attempt) == [None, None, None]
        server.start()
        assert wait_until(lambda: answers(attempt) == [[2], [2], None], 2 * PATIENCE)
        assert firefox.shows("Saved on the server.")
    assert Response.objects.filter(attempt=attempt).count() == 3
