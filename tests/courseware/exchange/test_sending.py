"""A real small HTTP server stands for the learning record store."""

import base64
import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone

from courseware.certificates.actions import revoke
from courseware.exchange import actions
from courseware.exchange.actions.sending import BATCH, claim, deliver
from courseware.exchange.models import LrsFeed, LrsStatement
from courseware.exchange.personal_data import collect, forget
from courseware.exchange.states import TRIES, SendingState
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


class Store(BaseHTTPRequestHandler):
    """Keeps statements by id as a store does; `refuse`, `down` and `no_voiding` are set by tests."""

    def do_POST(self) -> None:
        self.take(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def do_PUT(self) -> None:
        self.take([json.loads(self.rfile.read(int(self.headers["Content-Length"])))])

    def take(self, statements: list) -> None:
        server = self.server
        server.requests.append((self.command, self.headers, len(statements)))
        status = server.down or (400 if any(each["id"] in server.refuse for each in statements) else 0)
        if server.no_voiding and any(each["verb"]["id"].endswith("/voided") for each in statements):
            status = 403
        changed = any(server.held.get(each["id"], each) != each for each in statements)
        if not status and not changed:
            server.held |= {each["id"]: each for each in statements}
        self.send_response(status or (409 if changed else 200))
        self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()

    def log_message(self, *_ignored: object) -> None:
        """Nothing."""


@pytest.fixture
def store(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Store)
    server.held, server.refuse, server.down, server.requests = {}, set(), 0, []
    server.no_voiding = False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.XAPI_ENDPOINT = f"http://127.0.0.1:{server.server_port}/xapi"
    settings.XAPI_KEY, settings.XAPI_SECRET = "key", "secret"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def feed(store):
    """Of a course in which three people have begun a quiz."""
    course = factories.course(created_at=AT - timedelta(days=9))
    quiz = factories.quiz(factories.module(course), questions=1)
    for _ in range(3):
        factories.attempt(quiz, started_at=AT - timedelta(days=1))
    return actions.turn_on(course, from_start=True, by=None, at=AT)


def states():
    return sorted(LrsStatement.objects.values_list("state", flat=True))


def run(at=AT):
    actions.write_due(at=at)
    return actions.send_due(clock=lambda: at)


def test_what_happened_reaches_the_store_with_version_and_credentials(feed, store):
    assert run() == 3
    assert len(store.held) == 3 and states() == [SendingState.SENT] * 3
    _command, headers, count = store.requests[0]
    assert headers["X-Experience-API-Version"] == "1.0.3" and count == 3
    assert base64.b64decode(headers["Authorization"].split()[1]) == b"key:secret"


def test_nothing_is_told_twice(feed, store):
    run()
    assert run(AT + timedelta(minutes=1)) == 0 and len(store.requests) == 1


def test_a_worker_that_died_after_sending_does_harm_to_nothing(feed, store):
    """The store has the statements, we do not know it: the lease runs out, and the same ids go again."""
    actions.write_due(at=AT)
    held = claim(at=AT)
    deliver_without_noting = [each.body for each in held]
    store.held |= {each["id"]: each for each in deliver_without_noting}
    assert run(AT + timedelta(minutes=1)) == 0
    assert run(AT + timedelta(minutes=5)) == 3 and len(store.held) == 3


def test_only_one_of_two_workers_gets_a_statement(feed):
    actions.write_due(at=AT)
    assert len(claim(at=AT)) == 3 and claim(at=AT) == []


def test_a_worker_whose_lease_ran_out_does_not_undo_what_another_noted(feed, store):
    actions.write_due(at=AT)
    slow = claim(at=AT)
    run(AT + timedelta(minutes=5))
    store.down = 503
    deliver(slow, at=AT + timedelta(minutes=6))
    assert states() == [SendingState.SENT] * 3


def test_a_store_that_is_down_is_tried_later_and_later(feed, store):
    store.down = 503
    waits = []
    at = AT
    for _ in range(3):
        run(at)
        due = LrsStatement.objects.first().next_at
        waits.append(due - at)
        at = due
    assert waits == [timedelta(minutes=n) for n in (1, 2, 4)]
    store.down = 0
    assert run(at) == 3


@pytest.mark.parametrize("status", [401, 302, 500])
def test_what_is_the_matter_with_the_store_loses_nothing(feed, store, status):
    store.down = status
    run()
    assert states() == [SendingState.WAITING] * 3 and len(store.requests) == 1
    assert LrsStatement.objects.first().error == f"HTTP {status}"


def test_no_answer_at_all_loses_nothing(feed, settings):
    settings.XAPI_ENDPOINT = "http://127.0.0.1:9"
    run()
    assert states() == [SendingState.WAITING] * 3


def test_one_faulty_statement_does_not_hold_up_the_others(feed, store):
    actions.write_due(at=AT)
    store.refuse = {str(LrsStatement.objects.first().pk)}
    assert actions.send_due(clock=lambda: AT) == 2
    assert states() == [SendingState.REFUSED, SendingState.SENT, SendingState.SENT]


def revoked(feed):
    """A certificate of the course, told of as earned and then taken back."""
    found = factories.certificate(factories.award(feed.course), issued_at=AT)
    run()
    revoke(found, reason="mistake", by=None, at=AT + timedelta(minutes=1))


def test_a_certificate_that_is_revoked_is_taken_back_in_the_store(feed, store):
    revoked(feed)
    assert run(AT + timedelta(minutes=2)) == 1
    (void,) = [each for each in store.held.values() if each["verb"]["id"].endswith("/voided")]
    assert store.held[void["object"]["id"]]["verb"]["id"].endswith("/earned")


def test_a_store_that_lets_us_take_nothing_back_still_gets_the_rest(feed, store):
    store.no_voiding = True
    revoked(feed)
    factories.attempt(feed.course.quizzes.get(), started_at=AT + timedelta(minutes=1))
    assert run(AT + timedelta(minutes=2)) == 1
    assert states() == [SendingState.SENT] * 5 + [SendingState.WAITING]


def test_a_statement_is_given_up_after_many_tries(feed, store):
    actions.write_due(at=AT)
    LrsStatement.objects.update(tries=TRIES)
    run()
    assert states() == [SendingState.REFUSED] * 3 and store.requests == []


def test_many_go_in_batches(feed, store):
    quiz = feed.course.quizzes.get()
    for _ in range(BATCH):
        factories.attempt(quiz, started_at=AT - timedelta(hours=1))
    assert run() == BATCH + 3
    assert [count for _command, _headers, count in store.requests] == [BATCH, 3]


def test_what_is_sent_is_not_kept(feed):
    run()
    assert list(LrsStatement.objects.values_list("body", flat=True)) == [{}] * 3
    assert actions.forget_sent(at=AT + timedelta(days=31)) == 3


def test_without_the_past_only_what_comes_is_told(store):
    course = factories.course()
    quiz = factories.quiz(factories.module(course), questions=1)
    factories.attempt(quiz, started_at=AT - timedelta(seconds=1))
    actions.turn_on(course, from_start=False, by=None, at=AT)
    factories.attempt(quiz, started_at=AT + timedelta(seconds=1))
    assert run(AT + timedelta(minutes=1)) == 1


def test_a_row_that_comes_to_light_late_is_not_missed(feed):
    """Its transaction began before the last look and ended after it."""
    run()
    factories.attempt(feed.course.quizzes.get(), started_at=AT - timedelta(seconds=5))
    assert run(AT + timedelta(minutes=1)) == 1


def test_turning_off_lets_go_of_what_waits(feed, store):
    actions.write_due(at=AT)
    actions.turn_off(feed.course, by=None, at=AT)
    assert run(AT + timedelta(minutes=1)) == 0 and states() == []
    assert not LrsFeed.objects.get().is_on


def test_who_is_forgotten_is_not_told_of(feed, store):
    actions.write_due(at=AT)
    person = LrsStatement.objects.first().person
    assert len(collect(person)["learning_record_statements"]) == 1
    forget(person)
    assert run() == 2
