from contextlib import nullcontext
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from accounts.outbox.actions.bell import ring
from accounts.outbox.models import Letter
from accounts.outbox.states import METHODS


def post(
    kind: str,
    *,
    key: str,
    to: str,
    language: str,
    at: datetime,
    about: str = "",
    time_zone: str = "",
    subject: str = "",
    body: str = "",
    calendar: bytes | str = "",
    method: str = "",
    **context: object,
) -> Letter | None:
    """Write one letter in the caller's transaction, in the recipient's language and `time_zone` (an IANA name).

    The same `key` is written once: None says that it was there already. The text is `templates/mail/<kind>.txt`, its
    first line the subject, the rest the body; a ready `subject` or `body` takes the place of that part of it. How text
    becomes buttons: accounts/outbox/markup.py. For `calendar` and `method` see `write`.
    """
    if not (subject and body):
        head, text = rendered(kind, {**context, "time_zone": time_zone}, language, time_zone)
        subject, body = subject or head, body or text
    return write(
        kind, key=key, to=to, language=language, subject=subject, body=body, about=about, at=at,
        calendar=calendar, method=method,
    )  # fmt: skip


def rendered(kind: str, context: dict[str, object], language: str, time_zone: str) -> tuple[str, str]:
    """Subject and body of a template, in that language and zone; without a zone, in the caller's."""
    zone = timezone.override(ZoneInfo(time_zone)) if time_zone else nullcontext()
    with translation.override(language or settings.LANGUAGE_CODE), zone:
        text = render_to_string(f"mail/{kind}.txt", {**context, "site_name": settings.SITE_NAME})
    subject, _, body = text.strip().partition("\n")
    return subject, body


def write(
    kind: str,
    *,
    key: str,
    to: str,
    language: str,
    subject: str,
    body: str,
    at: datetime,
    about: str = "",
    secret: bool = False,
    urgent: bool = False,
    calendar: bytes | str = "",
    method: str = "",
) -> Letter | None:
    """Keep a letter whose text is ready; None when its `key` was written before.

    `secret` letters hold a code; `urgent` ones are waited for at a screen. `calendar` is iCalendar text (UTF-8) and
    `method` what it asks: REQUEST, CANCEL or PUBLISH, the same as its METHOD line; ValueError when they differ.
    """
    letter = Letter(
        kind=kind, key=key, to=to, language=language or settings.LANGUAGE_CODE, about=about,
        subject=" ".join(subject.split())[:250], body=body.strip(), secret=secret, urgent=urgent,
        calendar=checked(calendar, method), calendar_method=method, created_at=at, next_at=at,
    )  # fmt: skip
    if not insert(letter):
        return None
    transaction.on_commit(lambda: ring(letter.pk))
    return letter


def checked(calendar: bytes | str, method: str) -> str | None:
    """A mail program that reads one method in the header and another in the text ignores the invitation."""
    text = calendar.decode() if isinstance(calendar, bytes) else calendar
    if not text and not method:
        return None
    if method not in METHODS or f"METHOD:{method}" not in text.splitlines():
        raise ValueError(f"A calendar part with METHOD {method!r} is expected to say so.")
    return text


def insert(letter: Letter) -> bool:
    """One statement on either database; False when the key is taken.

    Written out, because Django's ignore_conflicts neither says whether there was a conflict nor, on SQLite, stops at
    the unique key: its OR IGNORE also swallows a missing value.
    """
    quote = connection.ops.quote_name
    fields = Letter._meta.concrete_fields
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    values = [field.get_db_prep_save(field.pre_save(letter, add=True), connection) for field in fields]
    sql = f"INSERT INTO {quote(Letter._meta.db_table)} ({columns}) VALUES ({places}) ON CONFLICT ({quote('key')})"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} DO NOTHING", values)
        letter._state.adding, letter._state.db = False, connection.alias
        return cursor.rowcount == 1
