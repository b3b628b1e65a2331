import pytest
from django.test import override_settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from courseware.quizzes.actions import purpose_of
from events.programme.models import NoteVersion
from events.programme.states import NoteState
from intake.states import ReadingState
from tests import factories

pytestmark = pytest.mark.django_db


def text(client, path):
    return client.get(path).content.decode()


def test_home_shows_what_is_published_and_ahead_and_nothing_else(client):
    factories.event(title="Coming webinar")
    factories.event(title="Secret draft", published=False)
    factories.course(title="Open course")
    factories.course(title="Hidden course", published=False)
    page = text(client, "/")
    assert "Coming webinar" in page
    assert "Open course" in page
    assert "Secret draft" not in page
    assert "Hidden course" not in page


def test_an_empty_site_says_so(client):
    page = text(client, "/")
    assert "No event is announced" in page
    assert "No course is open" in page


def test_the_desk_names_documents_that_are_read_were_refused_or_wait(client):
    organizer = factories.person()
    team = factories.team(organizer=organizer)
    for state in (NoteState.READING, NoteState.REFUSED):
        source = factories.document("A note", name=f"{state}.pdf")
        NoteVersion.objects.create(team=team, source=source, state=state, created_at=timezone.now())
    client.force_login(organizer)
    shown = text(client, "/desk/")
    assert "reading.pdf" in shown and "See how far the reading is" in shown
    assert "refused.pdf" in shown and "See why" in shown


def test_the_desk_names_articles_that_are_still_read_and_their_course(client):
    organizer = factories.person()
    course = factories.course(team=factories.team(organizer=organizer), title="Rivers")
    factories.document("A", name="long.pdf", purpose=purpose_of(course), state=ReadingState.WAITING)
    factories.document("A", name="done.pdf", purpose="course")
    client.force_login(organizer)
    shown = text(client, "/desk/")
    assert "long.pdf" in shown and f"/desk/courses/{course.slug}/files/" in shown
    assert "done.pdf" not in shown


@pytest.mark.parametrize("path", ["/", "/me/", "/desk/"])
def test_a_first_page_takes_the_same_queries_for_one_row_and_for_three(client, path, django_assert_max_num_queries):
    person = factories.person()
    team = factories.team(organizer=person)
    client.force_login(person)

    def add():
        event = factories.event(team=team)
        factories.registration(event, person=person)
        factories.module(factories.course(team=team, event=event))

    add()
    with django_assert_max_num_queries(60) as one:
        client.get(path)
    add(), add()
    with django_assert_max_num_queries(len(one)):
        client.get(path)


def test_the_desk_tells_a_stranger_whom_to_ask(client):
    client.force_login(factories.person())
    assert "members of a team" in text(client, "/desk/")


def test_our_own_page_is_shown_where_there_is_none(client):
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    assert "Convoke" in answer.content.decode()


def test_a_form_without_its_token_is_refused_with_our_page(client):
    strict = type(client)(enforce_csrf_checks=True)
    answer = strict.post("/sign-in/", {"email": "a@example.org"})
    assert answer.status_code == 403
    assert "Convoke" in answer.content.decode()


def test_robots_stay_out_of_what_is_personal(client):
    assert "Disallow: /me/" in text(client, "/robots.txt")


def test_the_mailbox_exists_in_the_demo_only(client):
    assert client.get("/mailbox/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("outbox:mailbox")


@override_settings(CONTACT_EMAIL="desk@example.org")
def test_the_contact_page_names_the_address(client):
    assert "desk@example.org" in text(client, "/contact/")


def test_every_page_forbids_inline_code_and_foreign_frames(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_no_page_sets_a_cookie_before_it_is_needed(client):
    assert not client.get("/").cookies


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_character_nul_is_refused_before_it_reaches_anything(client, method):
    assert getattr(client, method)("/sign-in/", {"email": "a\0b@example.org"}).status_code == 400
