"""The link of a letter. Whoever holds it may fill in one survey once, without signing in: a thin line carries one page
and one post, and no code has to be waited for. The page names nobody, and what it gives away is one set of answers."""

from django.urls import reverse

from accounts.outbox.links import SignedCodes, absolute
from courseware.surveys.models import Asked, Survey

SIGNED = SignedCodes("surveys")
code_in = SIGNED.code_in


def by_letter(asked: Asked) -> str:
    return absolute(reverse("surveys:by_letter", args=[SIGNED.token(asked.code)]))


def public(survey: Survey) -> str:
    """Where an evaluation is filled in by whoever is signed in: the address to hand out."""
    page, slug = ("for_course", survey.course.slug) if survey.course_id else ("for_event", survey.event.slug)
    return absolute(reverse(f"surveys:{page}", args=[slug]))
