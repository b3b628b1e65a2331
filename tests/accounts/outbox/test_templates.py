"""Letters from templates: language, zone, and an organizer's own words."""

from datetime import UTC, datetime

import pytest
from django.template import engines
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.actions import writing

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
TEXT = 'Starts at {{ at|date:"H:i" }}\nThat is {{ time_zone }} time at {{ site_name }}.'


@pytest.fixture(autouse=True)
def news_template(monkeypatch):
    template = engines["django"].from_string("{% load tz %}{% with at=moment|localtime %}" + TEXT + "{% endwith %}")
    monkeypatch.setattr(writing, "render_to_string", lambda name, context: template.render(context))


def post(**fields: object):
    return actions.post("news", key="news:1", to="r@example.org", language="en", at=NOON, moment=NOON, **fields)


@pytest.mark.parametrize(
    ("zone", "start"),
    [("Asia/Almaty", "17:00"), ("Asia/Kabul", "16:30"), ("Asia/Tashkent", "17:00"), ("Asia/Bishkek", "18:00")],
)
def test_moments_stand_in_the_readers_zone(zone, start):
    one = post(time_zone=zone)
    assert one.subject == f"Starts at {start}"
    assert zone in one.body


def test_without_a_zone_the_callers_holds():
    with timezone.override("Asia/Tokyo"):
        assert post().subject == "Starts at 21:00"


def test_the_zone_of_the_caller_is_as_before():
    post(time_zone="Asia/Kabul")
    assert timezone.get_current_timezone_name() == "UTC"


def test_ready_words_take_the_place_of_the_template():
    one = post(subject="Own subject", body="Own words {name}")
    assert (one.subject, one.body) == ("Own subject", "Own words {name}")


def test_a_ready_body_keeps_the_templates_subject():
    one = post(body="Own words")
    assert (one.subject, one.body) == ("Starts at 12:00", "Own words")


def test_posting_again_says_that_it_was_there():
    assert post()
    assert post() is None
