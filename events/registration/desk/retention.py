"""What is kept of an event's registrations, until when, and what has been emptied already."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_safe

from accounts.audit.models import AuditEntry
from events.programme.models import Event
from events.registration.retention import EMPTIED, LETTERS, Step, plan

WORDS = {
    "registrations_emptied": ngettext_lazy("%(n)s registration", "%(n)s registrations", "n"),
    "answers_emptied": ngettext_lazy("%(n)s answer", "%(n)s answers", "n"),
    "files_deleted": ngettext_lazy("%(n)s file", "%(n)s files", "n"),
    "invitations_emptied": ngettext_lazy("%(n)s invitation", "%(n)s invitations", "n"),
    "delegations_emptied": ngettext_lazy("%(n)s delegation", "%(n)s delegations", "n"),
    LETTERS: ngettext_lazy("%(n)s letter", "%(n)s letters", "n"),
}


@login_required
@require_safe
def show_retention(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.managed_by(request.user).select_related("rules"), slug=slug)
    at = timezone.now()
    done = AuditEntry.objects.filter(action=EMPTIED, about=event.about)
    context = {
        "event": event,
        "steps": [told(step) | {"is_over": step.on <= at} for step in plan(event)] if event.ends_at else [],
        "done": [{"at": entry.at, "what": in_words(entry.details)} for entry in done],
        "last_run": AuditEntry.objects.filter(action="retention_ran").first(),
    }
    return render(request, "events/registration/retention.html", context)


def told(step: Step) -> dict[str, Any]:
    return {
        "on": step.on,
        "days": step.days,
        "is_last": step.is_last,
        "questions": [question.label for question in step.questions],
        "what": in_words(step.counts()),
    }


def in_words(counts: Mapping[str, int]) -> list[str]:
    return [str(words % {"n": counts[name]}) for name, words in WORDS.items() if counts.get(name)]
