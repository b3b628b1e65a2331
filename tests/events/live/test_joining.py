from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from events.live.actions import link_at
from events.programme.models import Event
from tests import factories

pytestmark = pytest.mark.django_db
ROOM = "https://meet.example.org/main"


def event_in(minutes, **fields):
    return factories.event(
        slug="webinar", starts_at=timezone.now() + timedelta(minutes=minutes), meeting_url=ROOM, **fields
    )


def join(client, event, *, registered=True):
    person = factories.person()
    if registered:
        factories.registration(event, person=person)
    client.force_login(person)
    return client.post("/events/webinar/join/")


def test_ten_minutes_before_the_start_the_button_leads_to_the_meeting(client):
    event = event_in(10)
    answer = join(client, event)
    assert f'href="{ROOM}"' in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert AuditEntry.objects.filter(action="joined").count() == 1
    assert "Join</button>" in client.get("/events/webinar/registered/").content.decode()


@pytest.mark.parametrize(("minutes", "words"), [(20, "15 minutes before"), (-200, "is over")])
def test_too_early_and_too_late_are_said(client, minutes, words):
    answer = join(client, event_in(minutes))
    assert answer.url == "/events/webinar/registered/"
    assert words in client.get(answer.url).content.decode()


def test_nobody_joins_without_a_registration(client):
    assert join(client, event_in(5), registered=False).url == "/events/webinar/registered/"
    assert not AuditEntry.objects.filter(action="joined").exists()


def test_a_cancelled_event_cannot_be_joined(client):
    event = event_in(5)
    Event.objects.update(state="cancelled")
    assert ROOM not in join(client, event).url


def test_the_link_stands_in_no_page(client):
    event = event_in(5)
    join(client, event)
    for path in ("/events/webinar/", "/events/webinar/registered/", "/me/", "/events/webinar/calendar.ics"):
        assert ROOM not in client.get(path).content.decode()


def test_a_missing_link_is_said(client):
    event = event_in(5)
    Event.objects.update(meeting_url="")
    assert "not set the meeting link" in client.get(join(client, event).url).content.decode()


def test_a_session_under_way_with_its_own_link_wins(client):
    event = event_in(0)
    own = "https://meet.example.org/room-b"
    factories.session(event, starts_at=event.starts_at + timedelta(hours=1), meeting_url=own)
    assert link_at(event, event.starts_at) == ROOM
    assert link_at(event, event.starts_at + timedelta(minutes=65)) == own
