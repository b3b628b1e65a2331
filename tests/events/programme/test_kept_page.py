import gzip
from datetime import timedelta

import pytest
from django.contrib.messages.constants import INFO
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.db.models import F
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from events.programme import kept, views
from events.programme.actions.corrections import correct
from events.programme.actions.moves import move
from events.programme.actions.sessions import add_session
from events.programme.models import Event
from events.programme.states import EventState
from tests import factories

pytestmark = pytest.mark.django_db
GZIP = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}


def get(client, event, **headers):
    return client.get(f"/events/{event.slug}/", **headers)


def text(client, event, **headers) -> str:
    return get(client, event, **headers).content.decode()


def at(monkeypatch, moment) -> None:
    monkeypatch.setattr(views.timezone, "now", lambda: moment)


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def message(words: str) -> str:
    """The cookie of a message that waits to be shown."""
    return CookieStorage(HttpRequest())._encode([Message(INFO, words)])


@pytest.fixture(autouse=True)
def empty_shelf(monkeypatch):
    monkeypatch.setattr(kept, "shelf", kept.Shelf(kept.ROOM))


def test_a_kept_page_takes_one_query(client, django_assert_num_queries):
    event = factories.event()
    first = text(client, event)
    with django_assert_num_queries(1):
        assert text(client, event) == first


def test_a_signed_in_person_takes_six_queries_the_first_time_and_three_afterwards(client, django_assert_num_queries):
    event = factories.event()
    factories.session(event, speakers=("One",))
    client.force_login(factories.person(time_zone="Asia/Tokyo"))
    for queries in (6, 3):
        with django_assert_num_queries(queries):
            text(client, event)


def test_nothing_of_whoever_came_first_is_kept(client):
    event = factories.event()
    first = factories.person(name="Zarina Unmistakable", agency="Unmistakable office", time_zone="Asia/Tokyo")
    text(client_of(first), event)
    for page in kept.shelf.pages.values():
        seen = gzip.decompress(page.packed).decode()
        assert "Unmistakable" not in seen and first.email not in seen and "csrf" not in seen


def test_a_kept_page_sets_no_cookie_and_is_asked_for_each_time(client):
    event = factories.event()
    for _ in range(2):
        answer = get(client, event)
        assert not answer.cookies and answer["Cache-Control"] == "no-cache"
        assert {"Cookie", "Accept-Language", "Accept-Encoding"} <= set(answer["Vary"].split(", "))


def test_strangers_and_people_with_and_without_a_desk_each_see_their_own_bar(client):
    event = factories.event()
    organizer = factories.person()
    factories.team(organizer=organizer)
    for _ in range(2):
        assert "Sign in" in text(client, event) and "My page" not in text(client, event)
        with_desk, without = text(client_of(organizer), event), text(client_of(factories.person()), event)
        assert ">Desk<" in with_desk and ">Desk<" not in without and "My page" in without


def test_people_in_different_zones_each_read_their_own_time():
    event = factories.event(starts_at=factories.at_noon() + timedelta(days=10))
    tokyo, kabul = factories.person(time_zone="Asia/Tokyo"), factories.person(time_zone="Asia/Kabul")
    assert "21:00–23:00" in text(client_of(tokyo), event)
    assert "16:30–18:30" in text(client_of(kabul), event)


def test_a_waiting_message_is_shown_once_and_to_nobody_else(client):
    event, person = factories.event(), factories.person()
    one = client_of(person)
    one.cookies["messages"] = message("Only for you")
    assert "Only for you" in text(one, event)
    assert "Only for you" not in text(one, event) and "Only for you" not in text(client_of(person), event)
    assert "Only for you" not in text(client, event)


def test_a_stranger_with_a_message_sees_it_and_the_page_takes_no_more_queries(client, django_assert_num_queries):
    event = factories.event()
    client.cookies["messages"] = message("Only for you")
    factories.session(event, speakers=("One",))
    with django_assert_num_queries(5):
        assert "Only for you" in text(client, event)
    assert not kept.shelf.pages


def test_each_language_and_each_theme_has_its_own_page(client):
    event = factories.event()
    assert 'lang="en"' in text(client, event, HTTP_ACCEPT_LANGUAGE="en")
    assert '<html lang="ru"' in text(client, event, HTTP_ACCEPT_LANGUAGE="ru")
    assert '<html lang="en">' in text(client, event, HTTP_ACCEPT_LANGUAGE="en")
    client.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in text(client, event)


def test_a_made_up_theme_makes_no_page_of_its_own(client):
    event = factories.event()
    for theme in ("", "neon", "x" * 50):
        client.cookies["theme"] = theme
        text(client, event)
    assert len(kept.shelf.pages) == 1


def test_a_correction_shows_at_once(client):
    event = factories.event(title="Before")
    assert "Before" in text(client, event)
    correct(event, by=None, at=timezone.now(), title="Afterwards")
    assert "Afterwards" in text(client, event) and "Before" not in text(client, event)


def test_a_new_session_shows_at_once(client):
    event = factories.event()
    text(client, event)
    add_session(event, by=None, at=timezone.now(), title="Added just now")
    assert "Added just now" in text(client, event)


def test_a_seat_that_is_taken_shows_at_once(client):
    event = factories.event(capacity=10)
    assert "10 of 10 left" in text(client, event)
    Event.objects.filter(pk=event.pk).update(seats_taken=F("seats_taken") + 1, version=F("version") + 1)
    assert "9 of 10 left" in text(client, event)


@pytest.mark.parametrize(
    ("to", "status", "words"),
    [
        (EventState.DRAFT, 404, ""),
        (EventState.CANCELLED, 200, "This event is cancelled."),
        (EventState.UNLISTED, 200, '<meta name="robots" content="noindex">'),
    ],
)
def test_a_move_shows_at_once(client, to, status, words):
    event = factories.event()
    get(client, event)
    move(event, to, by=None, at=timezone.now())
    answer = get(client, event)
    assert answer.status_code == status and words in answer.content.decode()


def test_an_event_that_is_gone_is_not_found_although_its_page_was_kept(client):
    event = factories.event()
    get(client, event)
    event.delete()
    assert get(client, event).status_code == 404


def test_another_event_at_the_address_of_one_that_is_gone_has_its_own_page(client):
    first = factories.event(slug="yearly", title="Of last year")
    text(client, first)
    first.delete()
    assert "Of this year" in text(client, factories.event(slug="yearly", title="Of this year"))


@pytest.mark.parametrize(
    ("moment", "before", "from_then_on"),
    [
        ("registration_opens_at", "Registration opens on", ">Register</a>"),
        ("registration_closes_at", ">Register</a>", "Registration is closed."),
        ("ends_at", "Add to calendar", "This event is over."),
    ],
)
def test_the_clock_changes_the_page_without_a_write(client, monkeypatch, moment, before, from_then_on):
    start = factories.at_noon() + timedelta(days=10)
    fields = {moment: start - timedelta(days=2)} if moment.startswith("registration") else {}
    event = factories.event(starts_at=start, **fields)
    turning = getattr(event, moment)
    for passed, words in ((-1, before), (0, None), (1, from_then_on), (2, from_then_on)):
        at(monkeypatch, turning + timedelta(seconds=passed))
        assert words is None or words in text(client, event)


def test_a_page_drawn_at_the_very_moment_is_not_kept_beyond_it():
    event = factories.event()
    assert event.changes_next(event.ends_at) == event.ends_at
    assert event.changes_next(event.ends_at + timedelta(microseconds=1)) is None
    assert event.changes_next(event.starts_at - timedelta(minutes=20)) == event.doors_open_at


def test_a_draft_is_never_kept(client):
    organizer = factories.person()
    event = factories.event(team=factories.team(organizer=organizer), published=False)
    client.force_login(organizer)
    assert get(client, event).status_code == 200
    assert not kept.shelf.pages


def test_a_browser_that_has_the_page_is_told_so_until_it_changes(client):
    event = factories.event()
    tag = get(client, event)["ETag"]
    again = get(client, event, HTTP_IF_NONE_MATCH=tag)
    assert again.status_code == 304 and not again.content
    correct(event, by=None, at=timezone.now(), title="Something new")
    assert get(client, event, HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_a_page_is_sent_packed_to_whoever_reads_gzip_and_plain_to_others(client):
    event = factories.event()
    packed, plain = get(client, event, **GZIP), get(client, event)
    assert packed["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content)


def test_a_kept_page_has_the_same_guarding_headers_as_any_other(client):
    event = factories.event()
    get(client, event)
    kept_one, ordinary = get(client, event), client.get("/events/")
    for name in ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"):
        assert kept_one[name] == ordinary[name]


def page_of(size: int) -> kept.Page:
    return kept.Page(version=1, until=None, tag="", packed=b"x" * size)


def test_the_shelf_lets_go_of_what_was_not_asked_for_the_longest():
    shelf = kept.Shelf(room=100)
    shelf.put("first", page_of(40))
    shelf.put("second", page_of(40))
    shelf.get("first")
    shelf.put("third", page_of(40))
    assert list(shelf.pages) == ["first", "third"] and shelf.taken == 80


def test_a_page_that_takes_the_place_of_an_older_one_is_counted_once():
    shelf = kept.Shelf(room=100)
    for size in (40, 60):
        shelf.put("same", page_of(size))
    assert shelf.taken == 60
    shelf.put("too large for the shelf", page_of(101))
    assert not shelf.pages and shelf.taken == 0


def test_a_stranger_without_cookies_gets_the_same_page_and_headers_by_the_short_way(client):
    event = factories.event()
    first, second = (client.get(event.get_absolute_url(), headers={"accept-language": "ru"}) for _ in range(2))
    assert second.content == first.content
    assert dict(second.headers) == dict(first.headers)


def test_the_short_way_answers_nothing_that_was_not_drawn_before(client, django_assert_num_queries):
    event = factories.event()
    client.get(event.get_absolute_url())
    with django_assert_num_queries(1):
        client.get(event.get_absolute_url())
    Event.objects.filter(pk=event.pk).update(state="draft")
    assert client.get(event.get_absolute_url()).status_code == 404
