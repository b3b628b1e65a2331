"""What organizers do: set up, see who has done what, issue, revoke, correct."""

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.certificates import actions
from courseware.certificates.models import Award, Certificate, IssueRun
from tests import factories
from tests.courseware.certificates.earning import course_test

pytestmark = pytest.mark.django_db
GIVEN = {
    "minutes": "0", "issued": "organizer", "title": "Managing borders", "hours": "12.5", "language": "ru",
    "issuer": "Training Centre", "validity_months": "24", "badge_name": "Borders",
    "badge_description": "Stands for much.", "badge_criteria": "Read everything.",
}  # fmt: skip


@pytest.fixture
def team(client):
    organizer = factories.person()
    client.force_login(organizer)
    return factories.team(organizer=organizer)


@pytest.fixture
def event(team):
    return factories.event(team=team)


@pytest.fixture
def course(team):
    return factories.course(team=team)


def page(client, name, *args):
    response = client.get(reverse(f"certificates:{name}", args=args))
    assert response.status_code == 200
    return response.content.decode()


def made(client, course, /, **given):
    values = GIVEN | {"course": course.pk} | given
    return client.post(reverse("certificates:new_for_course", args=[course.slug]), values)


def test_a_certificate_of_a_course_is_set_up(client, course):
    assert made(client, course, all_modules="on").status_code == 302
    award = Award.objects.get()
    assert (award.course, award.team, str(award.hours), award.all_modules) == (course, course.team, "12.5", True)
    assert "Managing borders" in page(client, "of_course", course.slug)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "at least one thing"),
        ({"minutes": "60"}, "Minutes are those of an event"),
        ({"test_passed": "on"}, "has no test after it"),
        ({"all_modules": "on", "course": ""}, "Choose a course"),
    ],
)
def test_what_cannot_be_asked_is_said_with_the_form(client, course, given, words):
    response = made(client, course, **given)
    assert response.status_code == 422 and words in response.content.decode()


@pytest.mark.parametrize("field", ["title", "issuer", "signatory_name"])
def test_letters_that_cannot_be_printed_are_said_with_the_form(client, course, field):
    response = made(client, course, all_modules="on", **{field: "Borders 😀"})
    assert response.status_code == 422 and "This cannot be printed: 😀" in response.content.decode()


def test_a_title_of_the_course_that_cannot_be_printed_is_said_with_the_form(client, course):
    type(course).objects.update(title="边境")
    assert "边 境" in made(client, course, all_modules="on").content.decode()


def test_the_table_says_whose_name_cannot_be_printed(client, event):
    award = factories.award(event)
    factories.attendance(event, person=factories.person(name="王小明"))
    html = page(client, "award", award.code)
    assert "the name cannot be printed: 王 小 明" in html and "Issue to 1 person" not in html


def test_a_course_with_a_test_can_ask_for_it(client, course):
    course_test(course)
    assert made(client, course, test_passed="on", show_score="on").status_code == 302


def test_courses_and_events_of_other_teams_cannot_be_chosen(client, course):
    foreign = factories.event()
    assert made(client, course, all_modules="on", event=foreign.pk).status_code == 422


def test_changing_keeps_what_was_issued(client, event):
    award = factories.award(event)
    person = factories.person()
    factories.attendance(event, person=person)
    actions.issue(award, person, by=None, at=timezone.now())
    values = GIVEN | {"event": event.pk, "minutes": "60", "title": "Another"}
    assert client.post(reverse("certificates:edit_award", args=[award.code]), values).status_code == 302
    assert Certificate.objects.get().title != "Another" and Award.objects.get().revision == 1


def test_the_table_says_who_has_done_what(client, event):
    award = factories.award(event)
    factories.attendance(event, person=factories.person(name="Zarina Done"))
    factories.attendance(event, person=factories.person(name="Boris Short"), minutes=20)
    html = page(client, "award", award.code)
    assert "Zarina Done" in html and "20 of 60 minutes" in html and "Issue to 1 person" in html


def test_the_table_takes_as_many_queries_for_many_as_for_one(client, event, queries_of):
    award = factories.award(event)
    factories.attendance(event)
    one = queries_of(reverse("certificates:award", args=[award.code]))
    for _ in range(5):
        factories.attendance(event)
    assert queries_of(reverse("certificates:award", args=[award.code])) == one


def issue(client, award, **given):
    return client.post(reverse("certificates:issue", args=[award.code]), given, follow=True)


def test_issuing_to_everybody_shows_how_far_it_is(client, event):
    award = factories.award(event)
    for minutes in (90, 90, 10):
        factories.attendance(event, minutes=minutes)
    html = issue(client, award, everybody="yes").content.decode()
    assert "0 of 2" in html and 'value="0" max="2"' in html
    actions.work_due(clock=timezone.now)
    run = IssueRun.objects.get()
    html = page(client, "run", run.code)
    assert "2 of 2" in html and "2 certificates were issued" in html and "hx-get" not in html


def test_the_part_that_is_fetched_again_is_the_part_alone(client, event):
    award = factories.award(event)
    factories.attendance(event)
    issue(client, award, everybody="yes")
    html = client.get(reverse("certificates:run", args=[IssueRun.objects.get().code]), headers={"HX-Request": "true"})
    assert html.content.decode().lstrip().startswith('<div id="progress"')


def test_issuing_to_nobody_is_refused(client, event):
    award = factories.award(event)
    assert "there is nobody to issue to" in issue(client, award).content.decode().lower()


def test_those_ticked_alone_are_given_one(client, event):
    award = factories.award(event)
    first, _second = (factories.attendance(event).registration.person for _ in range(2))
    issue(client, award, code=[first.code, "nonsense"])
    assert [line.person for line in IssueRun.objects.get().lines.all()] == [first]


@pytest.fixture
def issued(event, badge_keys):
    person = factories.person(name="Aliya Omarova")
    factories.attendance(event, person=person)
    return actions.issue(factories.award(event), person, by=None, at=timezone.now())


def test_an_organizer_revokes_with_a_reason(client, issued):
    address = reverse("certificates:revoke", args=[issued.printed_code])
    assert client.post(address, {"reason": "name"}).status_code == 422
    assert client.post(address, {"reason": "mistake", "words": ""}).status_code == 302
    assert "issued by mistake" in page(client, "certificate", issued.printed_code)


def test_an_organizer_corrects_a_name(client, issued):
    address = reverse("certificates:correct", args=[issued.printed_code])
    assert client.post(address, {"name": "Aliya Omarova"}).status_code == 422
    response = client.post(address, {"name": "Alia Omarova", "name_other": "Әлия"}, follow=True)
    assert "Alia Omarova" in response.content.decode()
    assert "It stands in the place of an earlier one" in response.content.decode()


def test_an_award_nobody_has_is_removed_after_a_question(client, event):
    award = factories.award(event)
    page(client, "remove_award", award.code)
    client.post(reverse("certificates:remove_award", args=[award.code]))
    assert not Award.objects.exists()
