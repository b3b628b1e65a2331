from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape

from events.programme.states import EventState
from intake.markup import as_markdown
from tests import factories

pytestmark = pytest.mark.django_db
XSS = "<script>alert(1)</script>"


def page(client, event) -> str:
    answer = client.get(f"/events/{event.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def past_event(**fields):
    return factories.event(starts_at=timezone.now() - timedelta(days=3), **fields)


def test_the_list_shows_what_is_coming_soonest_first(client):
    later = factories.event(title="Later", starts_at=timezone.now() + timedelta(days=20))
    sooner = factories.event(title="Sooner", starts_at=timezone.now() + timedelta(days=2))
    past_event(title="Long ago")
    assert list(client.get("/events/").context["page"]) == [sooner, later]


def test_a_section_that_only_repeats_the_summary_is_left_out(client):
    event = factories.event(summary="What 5 * 3 is [and why].")
    factories.event_section(event, heading="Once more", body=as_markdown([event.summary]))
    factories.event_section(event, heading="Background")
    assert "Once more" not in page(client, event) and "Background" in page(client, event)


def test_the_list_of_past_events_shows_the_latest_first(client):
    factories.event(title="Coming")
    old = past_event()
    older = factories.event(starts_at=timezone.now() - timedelta(days=30))
    assert list(client.get("/events/?when=past").context["page"]) == [old, older]


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.UNLISTED, EventState.CANCELLED])
def test_only_published_events_are_listed(client, state):
    factories.event(state=state, title="Not for the list")
    assert "Not for the list" not in client.get("/events/").content.decode()


def test_a_running_event_is_still_coming(client):
    running = factories.event(starts_at=timezone.now() - timedelta(minutes=30))
    assert list(client.get("/events/").context["page"]) == [running]


def test_a_long_list_is_leafed_through(client):
    for _ in range(21):
        factories.event()
    assert len(client.get("/events/?page=2").context["page"]) == 1
    assert client.get("/events/?page=nonsense").status_code == 200


def test_the_list_takes_the_same_queries_for_one_event_and_for_three(client, django_assert_num_queries):
    factories.event()
    with django_assert_num_queries(2):
        client.get("/events/")
    factories.event()
    factories.event()
    with django_assert_num_queries(2):
        client.get("/events/")


def test_drawing_the_page_takes_the_same_queries_for_one_session_and_for_three(client, django_assert_num_queries):
    for n in (1, 3):
        event = factories.event()
        for _ in range(n):
            factories.session(event, speakers=("One",) * n)
            factories.event_section(event)
        with django_assert_num_queries(5):
            page(client, event)


def test_the_page_tells_what_when_and_for_whom(client):
    event = factories.event(audience=["Border guards"], objectives=["To compare"], organisers=["Office"], capacity=10)
    factories.session(event, title="Opening", speakers=("Anna Lee",))
    factories.event_section(event, heading="Background", body="Some **bold** words.")
    text = page(client, event)
    for words in (
        event.title,
        event.summary,
        "Border guards",
        "To compare",
        "Office",
        "Opening",
        "Anna Lee",
        "Background",
    ):
        assert words in text
    assert "<strong>bold</strong>" in text and "10 of 10" in text and "Asia/Tashkent (UTC+05:00)" in text


def test_a_list_that_a_text_tells_already_is_not_told_twice(client):
    event = factories.event(objectives=["To compare"], evidence={"objectives": [4]})
    factories.event_section(event, heading="Aims", body="- To compare", blocks=[3, 4])
    assert page(client, event).count("To compare") == 1


def test_times_are_those_of_the_event_and_also_of_a_signed_in_person(client):
    starts_at = factories.at_noon() + timedelta(days=10)
    event = factories.event(starts_at=starts_at)
    client.force_login(factories.person(time_zone="Asia/Tokyo"))
    text = page(client, event)
    assert "17:00–19:00" in text  # Tashkent
    assert "21:00–23:00" in text and "(Asia/Tokyo)" in text
    assert "times.js" not in text


def test_whoever_has_no_zone_in_the_profile_gets_the_script_that_asks_the_browser(client):
    assert "times.js" in page(client, factories.event())


def test_a_draft_is_hidden_from_strangers_and_shown_to_its_team(client):
    moderator = factories.person()
    event = factories.event(team=factories.team(moderator=moderator), published=False)
    assert client.get(f"/events/{event.slug}/").status_code == 404
    client.force_login(factories.person())
    assert client.get(f"/events/{event.slug}/").status_code == 404
    client.force_login(moderator)
    text = page(client, event)
    assert "only your team sees this page" in text and f"/events/{event.slug}/register/" not in text


def test_an_unlisted_event_is_open_to_whoever_has_the_address_and_not_to_search_engines(client):
    text = page(client, factories.event(state=EventState.UNLISTED))
    assert '<meta name="robots" content="noindex">' in text
    assert "noindex" not in page(client, factories.event())


def test_an_open_event_offers_registration(client):
    event = factories.event()
    assert f'href="/events/{event.slug}/register/"' in page(client, event)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": EventState.CANCELLED}, "This event is cancelled."),
        ({"registration_closes_at": timezone.now() - timedelta(hours=1)}, "Registration is closed."),
        ({"starts_at": timezone.now() - timedelta(days=3)}, "This event is over."),
    ],
)
def test_an_event_that_takes_nobody_says_why_and_has_no_button(client, fields, words):
    event = factories.event(**fields)
    text = page(client, event)
    assert words in text and f'href="/events/{event.slug}/register/"' not in text


def test_a_proposed_session_is_not_called_proposed_in_public(client):
    session = factories.session(proposed=True)
    assert "proposed" not in page(client, session.event)


def test_the_meeting_link_is_not_on_the_page(client):
    event = factories.event(meeting_url="https://meet.example.org/secret")
    factories.session(event, meeting_url="https://meet.example.org/secret-2")
    assert "secret" not in page(client, event)


def test_people_s_text_is_escaped_everywhere(client):
    event = factories.event(title=XSS, summary=XSS, audience=[XSS], organisers=[XSS], language="<i>")
    factories.session(event, title=XSS, speakers=(XSS,))
    factories.event_section(event, heading=XSS, body=f"{XSS}\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>")
    for text in (page(client, event), client.get("/events/").content.decode()):
        assert XSS not in text and escape(XSS) in text
        assert "javascript:" not in text and "onerror" not in text and "<i>" not in text


def test_readings_are_fetched_by_address_and_a_link_leads_there(client):
    event = factories.event()
    text = page(client, event)
    assert f'hx-get="/events/{event.slug}/readings/"' in text and f'<a href="/events/{event.slug}/readings/"' in text
    assert "hx-get" not in page(client, past_event(state=EventState.CANCELLED))


def test_an_event_of_several_days_heads_each_day(client):
    event = factories.event(ends_at=factories.at_noon() + timedelta(days=12))
    factories.session(event)
    factories.session(event, starts_at=event.starts_at + timedelta(days=1))
    assert page(client, event).count('<li class="day">') == 2


def test_an_unknown_address_is_not_found(client):
    assert client.get("/events/no-such-event/").status_code == 404
