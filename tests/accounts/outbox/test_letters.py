"""The message as a mail program and a calendar receive it, read back by the standard library."""

from email.message import EmailMessage

import pytest
from django.utils import timezone

from accounts.outbox import actions
from tests.factories import letter

pytestmark = pytest.mark.django_db
INVITATION = "\r\n".join(
    ("BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT", "SUMMARY:Вебинар", "END:VEVENT", "END:VCALENDAR", "")
)


@pytest.fixture
def invitation(by_smtp) -> EmailMessage:
    one = letter(calendar=INVITATION, calendar_method="REQUEST", body="Dear Aigul")
    assert actions.deliver(one.pk, at=timezone.now())
    return by_smtp.letters[0]


def test_an_invitation_has_its_calendar_beside_the_texts_and_as_a_file(invitation):
    around, file = invitation.iter_parts()
    assert [invitation.get_content_type(), around.get_content_type()] == ["multipart/mixed", "multipart/alternative"]
    inside = [part.get_content_type() for part in around.iter_parts()]
    assert inside == ["text/plain", "text/html", "text/calendar"]
    assert (file.get_content_type(), file.get_filename()) == ("application/ics", "invite.ics")


def test_the_calendar_part_says_what_it_asks_and_in_which_letters(invitation):
    part = list(next(invitation.iter_parts()).iter_parts())[2]
    assert dict(part["Content-Type"].params) == {"method": "REQUEST", "charset": "utf-8"}
    assert part.get_content().splitlines() == INVITATION.splitlines()


def test_the_file_is_the_invitation_byte_for_byte(invitation):
    file = list(invitation.iter_attachments())[-1]
    assert file.get_content() == INVITATION.encode()
    assert file.get_content_disposition() == "attachment"


def test_a_letter_without_a_calendar_is_two_texts(by_smtp):
    actions.deliver(letter().pk, at=timezone.now())
    arrived = by_smtp.letters[0]
    assert arrived.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in arrived.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize("method", ["", "CANCEL", "request"])
def test_a_method_that_differs_from_the_calendars_own_is_refused(method):
    with pytest.raises(ValueError, match="METHOD"):
        write(calendar=INVITATION, method=method)


@pytest.mark.parametrize("calendar", [INVITATION, INVITATION.encode()])
def test_a_calendar_is_kept_with_the_letter(calendar):
    one = write(calendar=calendar, method="REQUEST")
    one.refresh_from_db()
    assert (one.calendar, one.calendar_method) == (INVITATION, "REQUEST")


def test_a_letter_sent_again_takes_its_calendar_along():
    old = letter(state="sent", calendar=INVITATION, calendar_method="REQUEST")
    again = actions.resend(old, at=timezone.now())
    assert (again.calendar, again.calendar_method) == (INVITATION, "REQUEST")


def test_the_html_says_its_language_and_fetches_nothing(by_smtp):
    actions.deliver(letter(language="ru").pk, at=timezone.now())
    html = by_smtp.letters[0].get_body(("html",)).get_content()
    assert '<html lang="ru" dir="ltr">' in html
    assert not [sign for sign in ("<img", "<link", "url(", "src=", "@import") if sign in html]


def test_what_people_write_stays_text_in_the_html(by_smtp):
    actions.deliver(letter(body="<b>Dear</b>", subject="<i>").pk, at=timezone.now())
    html = by_smtp.letters[0].get_body(("html",)).get_content()
    assert "&lt;b&gt;Dear&lt;/b&gt;" in html
    assert "<i>" not in html


def test_a_code_does_not_show_in_the_list_of_letters(by_smtp):
    actions.deliver(letter(secret=True, body="Your code:\n\nABCD-1234\n\nEnter it soon.").pk, at=timezone.now())
    html = by_smtp.letters[0].get_body(("html",)).get_content()
    assert html.count("ABCD-1234") == 1


def write(**fields: str | bytes):
    return actions.write("news", key="news:1", to="r@example.org", language="en", subject="News", body="Dear reader",
                         at=timezone.now(), **fields)  # fmt: skip
