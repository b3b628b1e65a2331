"""The link of a letter. Whoever holds it may fill in one survey once, without signing in: a thin line carries one page
and one post, and no code has to be waited for. The page names nobody, and what it gives away is one set of answers."""

import uuid

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.outbox.links import absolute
from courseware.surveys.models import Asked, Survey

SALT = "surveys"


def by_letter(asked: Asked) -> str:
    return absolute(reverse("surveys:by_letter", args=[Signer(salt=SALT).sign(asked.code.hex)]))


def code_in(token: str) -> uuid.UUID | None:
    """None where we did not sign this."""
    try:
        return uuid.UUID(Signer(salt=SALT).unsign(token))
    except (BadSignature, ValueError):
        return None


def public(survey: Survey) -> str:
    """Where an evaluation is filled in by whoever is signed in: the address to hand out."""
    page, slug = ("for_course", survey.course.slug) if survey.course_id else ("for_event", survey.event.slug)
    return absolute(reverse(f"surveys:{page}", args=[slug]))
