"""Letters at the organizers' desk: found, read, sent again, held, and worded anew."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from events.registration import letters, links
from events.registration.models import Wording
from tests import factories

pytestmark = pytest.mark.django_db
DESK = "/desk/events/webinar/letters/"
WORDS = f"{DESK}words/registration_confirmed/"


@pytest.fixture
def organizer(client):
    person = factories.person()
    client.force_login(person)
    return person


@pytest.fixture
def event(organizer):
    return factories.event(team=factories.team(organizer=organizer), slug="webinar")


@pytest.fixture
def row(event):
    row = factories.registration(event)
    letters.confirmed(row, at=timezone.now())
    return row


def text(answer):
    return answer.content.decode()


def finish(**values):
    Letter.objects.update(**({"state": LetterState.SENT, "sent_at": timezone.now()} | values))
    return Letter.objects.get()


def test_the_desk_lists_every_letter_of_the_event_and_of_no_other(client, row):
    other = factories.registration()
    letters.confirmed(other, at=timezone.now())
    page = text(client.get(DESK))
    assert row.email in page and "Seat confirmed" in page
    assert other.email not in page


def test_a_refused_letter_shows_the_servers_words(client, row):
    finish(state=LetterState.REFUSED, error="550 no such mailbox")
    assert "550 no such mailbox" in text(client.post(DESK, {"state": "refused"}))
    assert row.email not in text(client.post(DESK, {"state": "held"}))


@pytest.mark.parametrize(
    ("asked", "found"),
    [({"q": "example.org"}, True), ({"q": "nobody"}, False), ({"kind": "event_moved"}, False), ({"state": "x"}, True)],
)
def test_the_list_is_narrowed(client, row, asked, found):
    assert (row.email in text(client.post(DESK, asked))) == found


@pytest.mark.parametrize("n", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(client, event, n, django_assert_max_num_queries):
    for _ in range(n):
        letters.confirmed(factories.registration(event), at=timezone.now())
    with django_assert_max_num_queries(9):
        client.get(DESK)


def test_a_letter_is_shown_without_what_its_links_permit(client, row):
    page = text(client.get(f"{DESK}{Letter.objects.get().pk}/"))
    assert "your seat at" in page and "/r/…" in page
    assert links.token_of(row) not in page


def test_a_letter_with_a_secret_is_listed_and_not_shown(client, event):
    secret = factories.letter(about=event.about, kind="invitation_sent", secret=True, body="https://x/invited/abc/")
    assert secret.to in text(client.get(DESK))
    page = text(client.get(f"{DESK}{secret.pk}/"))
    assert "/invited/" not in page and "not shown" in page


def test_a_letter_of_another_event_is_not_found(client, event):
    other = factories.letter(about="event:0")
    assert client.get(f"{DESK}{other.pk}/").status_code == 404
    assert client.post(f"{DESK}{other.pk}/resend/").status_code == 404


def test_a_moderator_does_not_see_letters(client, event):
    moderator = factories.person()
    factories.membership(event.team, moderator, role="moderator")
    client.force_login(moderator)
    assert client.get(DESK).status_code == client.get(WORDS).status_code == 404


def test_a_sent_letter_is_sent_once_more_and_the_trail_knows_who_asked(client, row, organizer):
    letter = finish()
    client.post(f"{DESK}{letter.pk}/resend/")
    again = Letter.objects.exclude(pk=letter.pk).get()
    assert (again.body, again.calendar_method) == (letter.body, "REQUEST")
    assert AuditEntry.objects.get(action="letter_resent").actor == organizer.code


def test_a_letter_that_has_not_gone_out_is_not_sent_again(client, row):
    page = text(client.post(f"{DESK}{Letter.objects.get().pk}/resend/", follow=True))
    assert "has not gone out yet" in page
    assert Letter.objects.count() == 1


def test_a_letter_with_a_personal_link_has_no_second_copy(client, event):
    secret = factories.letter(about=event.about, secret=True, state=LetterState.SENT, body="https://x/invited/abc/")
    assert "no longer kept" in text(client.post(f"{DESK}{secret.pk}/resend/", follow=True))
    assert Letter.objects.count() == 1


def test_unsent_letters_are_held_and_released(client, row):
    client.post(f"{DESK}hold/", {"do": "hold"})
    assert Letter.objects.get().state == LetterState.HELD
    assert "1 letter is held back" in text(client.get(DESK))
    client.post(f"{DESK}hold/", {"do": "release"})
    assert Letter.objects.get().state == LetterState.PENDING


def test_holding_leaves_other_events_alone(client, event):
    letters.confirmed(factories.registration(), at=timezone.now())
    client.post(f"{DESK}hold/", {"do": "hold"})
    assert Letter.objects.get().state == LetterState.PENDING


def test_the_form_starts_from_the_standard_words(client, event):
    page = text(client.get(WORDS))
    assert "Dear {name}," in page and "These are the standard words." in page


def test_a_preview_shows_the_whole_letter_and_saves_nothing(client, event):
    page = text(client.post(WORDS, {"subject": "Hi {name}", "body": "Come to {title}!", "do": "preview"}))
    assert "Hi Aigul Example" in page and f"Come to {event.title}!" in page and "How to join" in page
    assert not Wording.objects.exists()


def test_saved_words_are_used_by_the_next_letter(client, event):
    client.post(WORDS, {"subject": "Hi", "body": "Come, {name}!", "do": "save"})
    row = factories.registration(event)
    letters.confirmed(row, at=timezone.now())
    letter = Letter.objects.get()
    assert letter.subject == "Hi" and letter.body.startswith(f"Come, {row.name}!")


def test_words_are_saved_for_the_language_that_was_asked_for(client, event):
    client.post(f"{WORDS}?language=ru", {"subject": "Привет", "body": "Ждём вас", "do": "save"})
    assert Wording.objects.get().language == "ru"
    assert "own words: ru" in text(client.get(DESK))


@pytest.mark.parametrize("do", ["preview", "save"])
def test_a_place_that_nothing_fills_is_refused_in_a_sentence(client, event, do):
    answer = client.post(WORDS, {"subject": "Hi", "body": "Dear {nmae}, join {link}", "do": do})
    assert answer.status_code == 422
    assert "There is no such place in this letter: {nmae}, {link}." in text(answer)
    assert not Wording.objects.exists()


def test_words_may_be_changed_again_and_given_up(client, event):
    for subject in ("First", "Second"):
        client.post(WORDS, {"subject": subject, "body": "B", "do": "save"})
    assert Wording.objects.get().subject == "Second"
    client.post(WORDS, {"do": "standard"})
    assert not Wording.objects.exists()
    assert list(AuditEntry.objects.values_list("action", flat=True)).count("letter_worded") == 2


def test_an_empty_wording_is_refused_with_the_form(client, event):
    assert client.post(WORDS, {"subject": "", "body": "", "do": "save"}).status_code == 422


def test_there_is_no_page_for_a_kind_that_does_not_exist(client, event):
    assert client.get(f"{DESK}words/nothing/").status_code == 404


@pytest.mark.parametrize("kind", letters.KINDS)
def test_every_kind_can_be_worded(client, event, kind):
    page = text(client.get(f"{DESK}words/{kind}/"))
    assert "Dear {name}," in page and "Dear Aigul Example," in page


def test_an_event_without_a_date_has_previews_too(client, event):
    type(event).objects.update(starts_at=None, ends_at=None, state="draft")
    assert "to be announced" in text(client.get(WORDS))


def test_an_emptied_letter_says_that_its_text_is_gone(client, row):
    letter = finish(to="", subject="", body="", calendar=None, created_at=timezone.now() - timedelta(days=100))
    assert "no longer kept" in text(client.get(f"{DESK}{letter.pk}/"))
