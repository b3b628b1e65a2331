"""The desk's page of the form: the organizers of the event build it, nothing is asked that they have not added."""

import pytest
from django.utils import timezone

from events.registration import actions
from events.registration.models import Question
from events.registration.states import Kind
from tests import factories

pytestmark = pytest.mark.django_db
FORM = "/desk/events/webinar/form/"
QUESTION = {
    "label": "Your rank",
    "kind": "short",
    "seen_by": "organizers",
    "purpose": "To seat people",
    "kept_days": "30",
    "shown_if": "everybody",
}


@pytest.fixture
def event(client):
    organizer = factories.person()
    client.force_login(organizer)
    return factories.event(slug="webinar", team=factories.team(organizer=organizer))


def add(client, **changes):
    return client.post(FORM + "add/", QUESTION | changes)


def ask(event, label="Asked", kind=Kind.SHORT, **more):
    values = {"label": label, "kind": kind, "purpose": "To plan", "kept_days": 30} | more
    return actions.add_question(event, actions.QuestionValues(**values), by=None, at=timezone.now())


def labels(event):
    return [question.label for question in actions.asked_of(event)]


def test_a_question_is_added(client, event):
    assert add(client).url == FORM
    question = Question.objects.get()
    assert (question.key, question.purpose, question.kept_days) == ("your-rank", "To seat people", 30)
    assert "Your rank" in client.get(FORM).content.decode()


@pytest.mark.parametrize("name", ["label", "kind", "purpose", "kept_days", "seen_by"])
def test_nothing_that_people_have_a_right_to_know_can_be_left_out(client, event, name):
    page = add(client, **{name: ""})
    assert page.status_code == 422
    assert name in page.context["form"].errors


@pytest.mark.parametrize("days", ["0", "-3", "5000", "99999999999", "many"])
def test_answers_are_kept_for_a_time_that_makes_sense(client, event, days):
    assert add(client, kept_days=days).status_code == 422


@pytest.mark.parametrize(
    ("lines", "says"), [("", "two choices at least"), ("One\none ", "the same words"), ("x" * 121 + "\ny", "120")]
)
def test_a_kind_with_choices_needs_some(client, event, lines, says):
    page = add(client, kind="choice", more_choices=lines)
    assert page.status_code == 422
    assert says in page.content.decode()


def test_choices_are_renamed_removed_and_added_without_losing_their_keys(client, event):
    add(client, kind="choice", more_choices="Red\nBlue\nGreen")
    question = Question.objects.get()
    renamed = {"choice-red": "Crimson", "choice-blue": "", "choice-green": "Green", "more_choices": "Black"}
    client.post(f"{FORM}{question.code}/", QUESTION | {"kind": "choice"} | renamed)
    question.refresh_from_db()
    assert question.labels == {"red": "Crimson", "green": "Green", "black": "Black"}


def test_the_page_of_a_question_saves_what_it_shows(client, event):
    first = ask(event, "First", Kind.YES_NO)
    second = ask(event, "Second", shown_if_key=first.key, shown_if_value="yes", section="A part", help="Some help")
    form = client.get(f"{FORM}{second.code}/").context["form"]
    shown = {field.name: field.value() or "" for field in form}
    client.post(f"{FORM}{second.code}/", shown | {"required": ""})
    before = {name: getattr(second, name) for name in ("label", "section", "help", "shown_if_key", "shown_if_value")}
    second.refresh_from_db()
    assert {name: getattr(second, name) for name in before} == before


def test_a_sensitive_question_is_warned_of_and_kept_on_the_second_press(client, event):
    page = add(client, label="Passport number")
    assert page.status_code == 422
    assert "Keep it anyway" in page.content.decode()
    assert not Question.objects.exists()
    add(client, label="Passport number", keep="passport")
    assert labels(event) == ["Passport number"]


def test_pressing_keep_for_one_reason_does_not_cover_another(client, event):
    assert add(client, label="Religion", keep="passport").status_code == 422


def test_an_ordinary_question_is_not_warned_of(client, event):
    assert "Better not to ask" not in client.get(FORM + "add/").content.decode()


def test_only_what_was_ticked_is_added(client, event):
    client.post(FORM + "propose/", {"add": ["gender", "questions"]})
    assert {question.key for question in Question.objects.all()} == {"gender", "questions"}
    client.post(FORM + "propose/", {})
    assert Question.objects.count() == 2


def test_opening_the_page_adds_nothing(client, event):
    page = client.get(FORM).content.decode()
    assert "Add these" in page
    assert "No questions of your own yet" in page
    assert not Question.objects.exists()


def test_questions_and_sections_are_moved_by_buttons(client, event):
    first, second, third = (ask(event, label, section=part) for label, part in (("a", "1"), ("b", "1"), ("c", "2")))
    client.post(f"{FORM}{second.code}/move/", {"what": "question", "to": "up"})
    assert labels(event) == ["b", "a", "c"]
    client.post(f"{FORM}{third.code}/move/", {"what": "section", "to": "up"})
    assert labels(event) == ["c", "b", "a"]
    assert client.get(f"{FORM}{first.code}/move/").status_code == 405


def test_a_move_that_would_break_a_condition_says_so(client, event):
    first = ask(event, "First", Kind.YES_NO)
    ask(event, "Second", shown_if_key=first.key, shown_if_value="yes")
    page = client.post(f"{FORM}{first.code}/move/", {"what": "question", "to": "down"}, follow=True).content.decode()
    assert "“Second” is only shown for a certain answer" in page
    assert labels(event) == ["First", "Second"]


def test_removing_asks_first(client, event):
    question = ask(event)
    assert "asked no more" not in client.get(f"{FORM}{question.code}/remove/").content.decode()
    assert labels(event) == ["Asked"]
    client.post(f"{FORM}{question.code}/remove/")
    assert labels(event) == []
    assert Question.objects.exists()


def test_a_question_removed_meanwhile_is_not_found(client, event):
    question = ask(event)
    actions.retire_question(question, by=None, at=timezone.now())
    assert client.get(f"{FORM}{question.code}/").status_code == 404


def test_a_condition_offers_only_answers_of_earlier_questions_with_choices(client, event):
    ask(event, "Early", Kind.YES_NO)
    ask(event, "Words")
    middle = ask(event, "Middle", Kind.YES_NO)
    ask(event, "Late", Kind.YES_NO)
    offered = dict(client.get(f"{FORM}{middle.code}/").context["form"].fields["shown_if"].choices)
    assert set(offered) == {"everybody", "early=yes", "early=no"}


def test_the_preview_shows_the_form_and_sends_nothing(client, event):
    ask(event, "Your rank")
    page = client.get(FORM + "preview/").content.decode()
    assert "Your rank" in page
    assert '<form method="post" class="narrow"' not in page


def test_a_moderator_and_another_team_do_not_build_the_form(client, event):
    question = ask(event)
    moderator, other = factories.person(), factories.person()
    factories.membership(event.team, moderator, role="moderator")
    factories.team(organizer=other)
    for person in (moderator, other):
        client.force_login(person)
        assert client.get(FORM).status_code == 404
        assert client.post(f"{FORM}{question.code}/remove/").status_code == 404
    assert labels(event) == ["Asked"]
