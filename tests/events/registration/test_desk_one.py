import uuid

import pytest
from django.utils import timezone

from accounts.teams.models import Role
from events.registration import actions
from events.registration.models import Answer
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/desk/events/webinar/registrations/"
ANSWERS = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "", "language": "en"}


@pytest.fixture
def event():
    team = factories.team(organizer=factories.person(email="own@example.org"))
    return factories.event(slug="webinar", team=team, capacity=1)


@pytest.fixture
def page(client, event):
    client.force_login(event.team.members.get())
    return lambda row: client.get(f"{LIST}{row.code}/").content.decode()


def register(event):
    person = factories.person()
    draft = actions.write_draft(event, email=person.email, answers=ANSWERS, draft=None, at=timezone.now())
    return actions.confirm(draft, person=person, at=timezone.now())


def test_an_answer_is_read_under_the_words_that_it_was_given_to(event, page):
    choices = [{"key": "a", "label": "Risk profiles"}]
    old = factories.form_question(event, label="Old words?", kind="choice", choices=choices, retired_at=timezone.now())
    row = factories.registration(event)
    Answer.objects.create(registration=row, question=old, value="a")
    assert "Old words?" in page(row) and "Risk profiles" in page(row)


def test_what_people_answer_is_shown_as_text_and_not_as_markup(event, page):
    row = factories.registration(event, name="<b>Aliya</b>")
    question = factories.form_question(event, label="<i>Why</i>")
    Answer.objects.create(registration=row, question=question, value="<script>x</script>")
    assert not any(tag in page(row) for tag in ("<b>Aliya", "<i>Why", "<script>x"))


def test_a_file_is_a_link_that_asks_who_opens_it(event, page):
    row = factories.registration(event)
    file = factories.attachment(name="note.pdf")
    Answer.objects.create(registration=row, question=factories.form_question(event, kind="file"), file=file)
    assert f'href="/attachments/{file.code}/">note.pdf</a>' in page(row)


def test_a_moderator_sees_answers_for_the_team_alone_and_no_buttons(client, event):
    moderator, row = factories.person(), factories.registration(event)
    factories.membership(event.team, moderator, role=Role.MODERATOR)
    for label, seen_by in (("For all of us", "team"), ("For organizers", "organizers")):
        question = factories.form_question(event, label=label, seen_by=seen_by)
        Answer.objects.create(registration=row, question=question, value="yes")
    client.force_login(moderator)
    text = client.get(f"{LIST}{row.code}/").content.decode()
    assert "For all of us" in text and "For organizers" not in text and "Decline …" not in text


def test_whoever_waits_has_a_place_and_a_reason(event, page):
    register(event)
    assert "Place 1 in the line." in page(register(event)) and "All seats are taken." in page(
        event.registrations.last()
    )


def test_the_history_says_what_happened_and_by_whom_and_passing_through_the_line_is_no_event(event, page):
    row = register(event)
    actions.decline(row, reason="Full", by=event.team.members.get(), at=timezone.now())
    text = " ".join(page(row).split())
    assert '<strong>Registered</strong> <span class="soft">by the person</span>' in text
    assert '<strong>Declined</strong> <span class="soft">by an organizer</span>' in text
    assert text.count("<strong>") == 2


def test_moving_up_happens_by_itself(event, page):
    first, second = register(event), register(event)
    actions.withdraw(first, by=first.person, at=timezone.now())
    assert 'somebody gave up a seat</strong> <span class="soft">automatically</span>' in page(second)


def test_the_nominating_delegation_is_named(event, page):
    delegation = factories.delegation(event, country="KG", agency="Customs")
    row = factories.registration(event, route="nominated", delegation=delegation)
    assert "nominated by Kyrgyzstan – Customs" in page(row)


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        ("pending", {"Approve …", "Decline …", "Withdraw for the person …"}),
        ("confirmed", {"Decline …", "Withdraw for the person …"}),
        ("withdrawn", set()),
    ],
)
def test_only_what_can_be_done_is_offered(event, page, state, buttons):
    text = page(factories.registration(event, state=state))
    every = {"Approve …", "Decline …", "Withdraw for the person …"}
    assert {button for button in every if button in text} == buttons


def test_an_unknown_an_unproven_and_a_foreign_registration_are_not_found(client, event):
    client.force_login(event.team.members.get())
    foreign, unproven = factories.registration(), factories.registration(event, state="draft", person=None, email="x@example.org")  # fmt: skip  # noqa: E501
    for code in (uuid.uuid4(), foreign.code, unproven.code):
        assert client.get(f"{LIST}{code}/").status_code == 404


def test_the_page_takes_the_same_queries_for_one_answer_and_for_three(client, event, django_assert_num_queries):
    client.force_login(event.team.members.get())
    row = factories.registration(event)
    Answer.objects.create(registration=row, question=factories.form_question(event), value="x")
    with django_assert_num_queries(7) as one:
        client.get(f"{LIST}{row.code}/")
    for _ in range(2):
        file = factories.attachment()
        Answer.objects.create(registration=row, question=factories.form_question(event, kind="file"), file=file)
    with django_assert_num_queries(len(one)):
        client.get(f"{LIST}{row.code}/")
