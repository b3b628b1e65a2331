from datetime import UTC, datetime, timedelta

import pytest

from accounts.teams.models import Role
from events.programme.models import Event, Session
from events.programme.states import EventState
from tests import factories

pytestmark = pytest.mark.django_db


def path(event, rest: str = "") -> str:
    return f"/desk/events/{event.slug}/{rest}"


def test_the_desk_asks_strangers_to_sign_in(client):
    answer = client.get(path(factories.event()))
    assert answer.status_code == 302 and answer.url.startswith("/sign-in/")


def test_the_desk_of_another_team_is_not_found(desk, team):
    assert desk.get(path(factories.event())).status_code == 404


def test_the_desk_says_what_is_missing_and_offers_no_publishing(desk, team):
    event = factories.event(team=team, published=False)
    factories.session(event, proposed=True)
    text = desk.get(path(event)).content.decode()
    assert "Keep or remove the proposed sessions first." in text
    assert 'value="published"' not in text


def test_a_complete_draft_can_be_published_from_the_desk(desk, team):
    event = factories.event(team=team, published=False)
    assert 'value="published"' in desk.get(path(event)).content.decode()
    answer = desk.post(path(event, "state/"), {"to": "published"}, follow=True)
    event.refresh_from_db()
    assert event.state == EventState.PUBLISHED
    assert "The event is published." in answer.content.decode()


def test_a_refused_publication_says_why(desk, team):
    event = factories.event(team=team, published=False, title="")
    answer = desk.post(path(event, "state/"), {"to": "published"}, follow=True)
    assert "Set the title first." in answer.content.decode()
    assert Event.objects.get().state == EventState.DRAFT


def test_cancelling_is_asked_first_and_tells_how_many_are_registered(desk, team):
    event = factories.event(team=team, seats_taken=3)
    text = desk.get(path(event, "state/?to=cancelled")).content.decode()
    assert "3 people are registered." in text
    assert Event.objects.get().state == EventState.PUBLISHED
    desk.post(path(event, "state/"), {"to": "cancelled"})
    assert Event.objects.get().state == EventState.CANCELLED


@pytest.mark.parametrize("to", ["", "past", "nonsense"])
def test_an_unknown_state_is_not_found(desk, team, to):
    event = factories.event(team=team)
    assert desk.post(path(event, "state/"), {"to": to}).status_code == 404
    assert desk.get(path(event, "state/")).status_code == 404


def test_a_moderator_sees_the_desk_and_can_change_nothing(client, team):
    moderator = factories.person()
    factories.membership(team, moderator, role=Role.MODERATOR)
    event = factories.event(team=team, published=False, meeting_url="https://meet.example.org/secret")
    session, section = factories.session(event, proposed=True), factories.event_section(event)
    client.force_login(moderator)
    text = client.get(path(event)).content.decode()
    assert "organizers change the event" in text and "secret" not in text
    posts = ["edit/", "open-points/", "state/", "programme/", "sessions/new/", "sessions/keep/", "sections/new/"]
    posts += [f"sessions/{session.code}/{rest}" for rest in ("", "remove/")]
    posts += [f"sections/{section.code}/{rest}" for rest in ("", "remove/")]
    assert {client.post(path(event, rest), {"to": "published"}).status_code for rest in posts} == {404}
    assert client.get("/desk/events/new/").status_code == 404


def test_a_session_is_reached_through_its_own_event_only(desk, team):
    other = factories.session()
    assert desk.get(path(factories.event(team=team), f"sessions/{other.code}/")).status_code == 404
    assert desk.get(path(other.event, f"sessions/{other.code}/")).status_code == 404


def speakers(*rows, initial: int = 0) -> dict[str, object]:
    data = {"speakers-TOTAL_FORMS": len(rows), "speakers-INITIAL_FORMS": initial}
    for n, row in enumerate(rows):
        data |= {
            f"speakers-{n}-{name}": value for name, value in zip(("name", "role", "affiliation"), row, strict=True)
        }
    return data


def test_a_session_is_added_with_times_on_the_clock_of_the_event(desk, team):
    event = factories.event(team=team)
    day = f"{event.starts_at.astimezone(event.zone):%Y-%m-%d}"
    data = {"title": "Panel", "kind": "panel", "day": day, "start": "17:30", "end": "18:15"}
    answer = desk.post(path(event, "sessions/new/"), data | speakers(("Anna Lee", "Chair", ""), ("", "", "")))
    session = Session.objects.get()
    assert answer.status_code == 302
    assert f"{session.starts_at.astimezone(event.zone):%H:%M}" == "17:30"
    assert [one.name for one in session.speakers.all()] == ["Anna Lee"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"title": ""}, "required"),
        ({"start": "10:00"}, "A time needs the date, the start and the end."),
        ({"start": "10:00", "end": "10:00", "day": "2027-05-04"}, "The end has to be later than the start."),
        ({"meeting_url": "javascript:alert(1)"}, "valid URL"),
        ({"kind": "party"}, "not one of the available choices"),
        (speakers(("", "Chair", "")), "Give the name"),
    ],
)
def test_a_wrong_session_is_shown_again_and_nothing_is_saved(desk, team, data, words):
    event = factories.event(team=team)
    answer = desk.post(path(event, "sessions/new/"), {"title": "Panel", "kind": "panel"} | speakers() | data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Session.objects.exists()


def test_emptying_a_name_takes_the_speaker_off(desk, team):
    session = factories.session(factories.event(team=team), speakers=("Anna", "Timur"))
    data = {"title": session.title, "kind": "talk"} | speakers(("", "", ""), ("Timur", "", ""), initial=2)
    desk.post(path(session.event, f"sessions/{session.code}/"), data)
    assert [one.name for one in session.speakers.all()] == ["Timur"]


def test_removing_a_session_is_asked_first(desk, team):
    session = factories.session(factories.event(team=team), title="Doubtful")
    where = path(session.event, f"sessions/{session.code}/remove/")
    assert "Remove “Doubtful” from the programme?" in desk.get(where).content.decode()
    assert Session.objects.exists()
    desk.post(where)
    assert not Session.objects.exists()


def test_proposed_sessions_are_kept_by_post_only(desk, team):
    session = factories.session(factories.event(team=team, published=False), proposed=True)
    assert desk.get(path(session.event, "sessions/keep/")).status_code == 405
    desk.post(path(session.event, "sessions/keep/"), {"session": str(session.code)})
    assert not Session.objects.get().proposed
    assert desk.post(path(session.event, "sessions/keep/"), {"session": "nonsense"}).status_code == 404


def test_the_programme_is_laid_out_by_places_and_minutes(desk, team):
    event = factories.event(team=team)
    one, two = factories.session(event), factories.session(event)
    day = f"{event.starts_at.astimezone(event.zone):%Y-%m-%d}"
    plan = {f"place-{one.pk}": 2, f"minutes-{one.pk}": 30, f"place-{two.pk}": 1, f"minutes-{two.pk}": 15}
    desk.post(path(event, "programme/"), {"day": day, "start": "17:00"} | plan)
    times = [f"{s.starts_at.astimezone(event.zone):%H:%M} {s.pk}" for s in event.sessions.all()]
    assert times == [f"17:00 {two.pk}", f"17:15 {one.pk}"]


def test_the_stated_clock_times_fill_the_layout(desk, team):
    event = factories.event(team=team)
    factories.session(event, starts_at=None, stated_time="10:20–11:00")
    assert [row.minutes.initial for row in desk.get(path(event, "programme/")).context["rows"]] == [40]


@pytest.mark.parametrize("minutes", ["0", "-1", "many", "999999", ""])
def test_a_layout_without_sensible_minutes_is_refused(desk, team, minutes):
    event = factories.event(team=team)
    session = factories.session(event)
    data = {"day": "2027-05-04", "start": "10:00", f"place-{session.pk}": 1, f"minutes-{session.pk}": minutes}
    assert desk.post(path(event, "programme/"), data).status_code == 422


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_ends_of_the_calendar_is_refused_with_a_sentence(desk, team, day):
    event = factories.event(team=team)
    session = factories.session(event)
    laid_out = desk.post(
        path(event, "programme/"),
        {"day": day, "start": "23:30", f"place-{session.pk}": "1", f"minutes-{session.pk}": "700"},
    )
    added = desk.post(
        path(event, "sessions/new/"),
        {"title": "T", "kind": "talk", "day": day, "start": "00:00", "end": "23:00"} | speakers(),
    )
    for answer in (laid_out, added):
        assert answer.status_code == 422
        assert "between the years 2000 and 2100" in answer.content.decode()


def test_a_layout_over_the_change_to_summer_time_keeps_the_minutes(desk, team):
    event = factories.event(team=team, time_zone="Europe/Vienna", starts_at=datetime(2027, 3, 28, 0, 15, tzinfo=UTC))
    sessions = [factories.session(event) for _ in range(3)]
    data = {"day": "2027-03-28", "start": "01:15"}
    for place, session in enumerate(sessions, 1):
        data |= {f"place-{session.pk}": place, f"minutes-{session.pk}": 60}
    assert desk.post(path(event, "programme/"), data).status_code == 302
    rows = event.sessions.all()
    assert [row.ends_at - row.starts_at for row in rows] == [timedelta(minutes=60)] * 3
    assert rows[0].starts_at == event.starts_at


def test_an_empty_post_is_a_wrong_form(desk, team):
    event = factories.event(team=team)
    session, section = factories.session(event), factories.event_section(event)
    wrong = ["programme/", "sessions/new/", f"sessions/{session.code}/", "sections/new/", f"sections/{section.code}/"]
    assert {desk.post(path(event, rest), {}).status_code for rest in wrong} == {422}


def test_a_text_is_added_changed_and_removed(desk, team):
    event = factories.event(team=team)
    desk.post(path(event, "sections/new/"), {"heading": "Why", "body": "Because."})
    section = event.sections.get()
    desk.post(path(event, f"sections/{section.code}/"), {"heading": "Why", "body": "For a reason."})
    section.refresh_from_db()
    assert section.body == "For a reason."
    assert desk.post(path(event, "sections/new/"), {"heading": "", "body": ""}).status_code == 422
    desk.post(path(event, f"sections/{section.code}/remove/"))
    assert not event.sections.exists()


def test_the_desk_takes_the_same_queries_for_one_session_and_for_three(desk, team, django_assert_max_num_queries):
    event = factories.event(team=team)
    factories.session(event, speakers=("One",))
    with django_assert_max_num_queries(20) as first:
        desk.get(path(event))
    for _ in range(2):
        factories.session(event, speakers=("One", "Two"))
        factories.event_section(event)
    with django_assert_max_num_queries(len(first)) as second:
        desk.get(path(event))
    assert len(second) == len(first)


def test_a_session_outside_the_time_of_its_event_is_pointed_out(desk, team):
    event = factories.event(team=team)
    factories.session(event, starts_at=event.ends_at)
    assert "1 session lies outside the time of the event." in desk.get(path(event)).content.decode()


def test_people_s_text_is_escaped_on_the_desk(desk, team):
    xss = "<script>alert(1)</script>"
    event = factories.event(
        team=team, published=False, title=xss, open_points=[["speaker_undecided", {"session": xss}]]
    )
    factories.session(event, title=xss, proposed=True, speakers=(xss,), stated_time=xss, starts_at=None)
    factories.event_section(event, heading=xss, body=xss)
    for rest in ("", "edit/", "programme/", "state/?to=unlisted", f"sessions/{event.sessions.get().code}/"):
        assert xss not in desk.get(path(event, rest)).content.decode()
