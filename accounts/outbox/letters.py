"""A row becomes a message as mail programs and calendars expect it."""

from email.encoders import encode_base64
from email.mime.base import MIMEBase

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from accounts.outbox.markup import Part, parts
from accounts.outbox.models import Letter


def message(letter: Letter) -> EmailMultiAlternatives:
    """Text and HTML; with a calendar part also multipart/mixed around both, and the file for those who save it."""
    mail = EmailMultiAlternatives(
        letter.subject,
        letter.body,
        to=[letter.to],
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(html(letter), "text/html")
    if letter.calendar:
        # The alternative is what calendars act on (RFC 6047). The attachment is the same as a file; its type is
        # another, so that no program takes it for a second invitation.
        mail.attach_alternative(letter.calendar, f"text/calendar; method={letter.calendar_method}")
        mail.attach(invitation_file(letter.calendar))
    return mail


def html(letter: Letter) -> str:
    pieces = parts(letter.body, has_code=letter.secret)
    context = {
        "letter": letter,
        "parts": pieces,
        "preheader": preheader(pieces),
        "site_name": settings.SITE_NAME,
    }
    with translation.override(letter.language):
        return render_to_string("mail/letter.html", context)


def preheader(pieces: list[Part]) -> str:
    """What a list of letters shows beside the subject: the first words after the greeting. Never a code."""
    words = [piece.text for piece in pieces if piece.kind == "text"]
    return " ".join(" ".join(words[1:2] or words[:1]).split())[:140]


def invitation_file(calendar: str) -> MIMEBase:
    part = MIMEBase("application", "ics", name="invite.ics")
    part.set_payload(calendar.encode())
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename="invite.ics")
    return part
