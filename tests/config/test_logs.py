"""The log is read by whoever runs the machine, and kept by whatever collects it: nobody's data may be in it."""

import logging
import logging.config
from io import StringIO

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import path

from accounts.people.models import Person
from tests import factories
from tests.mailbox import last_code

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Aliya Testova", "email": "aliya@example.org", "country": "KZ", "agency": "Customs of the canary",
    "position": "Inspector", "language": "en", "consent": "on",
}  # fmt: skip
TELLING = ("aliya", "customs of the canary", "s3cret")


def breaks(request, token):
    raise ZeroDivisionError


urlpatterns = [path("invited/<str:token>/", breaks)]


@pytest.fixture
def log():
    """All that the site would write at its most talkative, through its own filter and formatter."""
    written, root = StringIO(), logging.getLogger()
    config = settings.LOGGING
    handler = logging.StreamHandler(written)
    handler.addFilter(logging.config.DictConfigurator(config).configure_filter({"()": "config.logs.Impersonal"}))
    handler.setFormatter(logging.config.DictConfigurator(config).configure_formatter({**config["formatters"]["plain"]}))
    loggers = {name: logging.getLogger(name) for name in ("", "accounts", "events", "front", "django.request")}
    levels = {name: logger.level for name, logger in loggers.items()}
    for logger in loggers.values():
        logger.setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)
    for name, logger in loggers.items():
        logger.setLevel(levels[name])


def tells_of_somebody(log):
    return [word for word in TELLING if word in log.getvalue().lower()]


def test_a_registration_from_form_to_withdrawal_leaves_nobody_in_the_log(client, log):
    factories.event(slug="webinar")
    client.post("/events/webinar/register/", FORM | {"country": "nowhere"})
    client.post("/events/webinar/register/", FORM)
    client.post("/events/webinar/register/code/", {"code": "wrong"})
    client.post("/events/webinar/register/code/", {"code": last_code("aliya@example.org")})
    client.post("/events/webinar/withdraw/")
    client.get("/events/webinar/registered/?for=aliya@example.org")
    client.get("/no/such/page/aliya@example.org/")
    assert "events/<slug:slug>/register" in log.getvalue()
    assert tells_of_somebody(log) == []


@pytest.mark.urls(__name__)
def test_a_page_that_breaks_is_logged_without_the_token_of_its_link(client, log):
    client.raise_request_exception = False
    client.get("/invited/s3cret/")
    assert "Internal Server Error: /invited/<str:token>/" in log.getvalue()
    assert "ZeroDivisionError" in log.getvalue()
    assert tells_of_somebody(log) == []


def test_a_form_without_its_token_is_logged_by_its_pattern(client, log):
    type(client)(enforce_csrf_checks=True).post("/attachments/s3cret/", {"a": "b"})
    assert "Forbidden" in log.getvalue() or "Not Found" in log.getvalue()
    assert tells_of_somebody(log) == []


def test_what_the_database_says_about_values_is_left_out(log):
    """PostgreSQL tells the value in a DETAIL; SQLite tells none."""
    factories.person(email="aliya@example.org")
    try:
        with transaction.atomic():
            Person.objects.create(email="aliya@example.org")
    except IntegrityError:
        logging.getLogger("front").exception("it broke")
    assert "it broke" in log.getvalue()
    assert "IntegrityError" in log.getvalue()
    assert tells_of_somebody(log) == []


def test_the_console_of_the_site_has_that_filter_and_formatter():
    console = settings.LOGGING["handlers"]["console"]
    assert (console["filters"], console["formatter"]) == (["impersonal"], "plain")
