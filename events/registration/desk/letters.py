"""The letters of an event: which went out to whom, what became of them, and what they say."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.outbox.errors import NotResendable
from accounts.outbox.markup import parts
from accounts.outbox.models import Letter, LetterQuerySet
from accounts.outbox.states import FINISHED, LetterState
from events.programme.models import Event
from events.registration import actions, letters, links
from events.registration.models import Wording

PER_PAGE = 50


@login_required
def letters_listing(request: HttpRequest, slug: str) -> HttpResponse:
    """Posted, although it changes nothing: addresses belong in no address, history or log."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    asked = request.POST if request.method == "POST" else {}
    every = Letter.objects.concerning(event.about)
    counts = dict(every.order_by().values_list("state").annotate(Count("pk")))
    page = Paginator(narrowed(every, asked), PER_PAGE).get_page(asked.get("page"))
    for letter in page:
        letter.label = letters.KINDS.get(letter.kind, letter.kind)
    context = {
        "event": event,
        "page": page,
        "asked": {name: asked.get(name, "") for name in ("q", "kind", "state")},
        "kinds": letters.KINDS.items(),
        "states": [(code, label, counts.get(code, 0)) for code, label in LetterState.choices],
        "to_hold": counts.get(LetterState.PENDING, 0),
        "held": counts.get(LetterState.HELD, 0),
        "worded": worded(event),
    }
    return render(request, "events/registration/letters.html", context)


def narrowed(rows: LetterQuerySet, asked: dict[str, str]) -> LetterQuerySet:
    """By a part of the address, a kind, a state; what is asked for and does not exist narrows nothing."""
    if words := asked.get("q", "").strip()[:100]:
        rows = rows.filter(to__icontains=words)
    if (kind := asked.get("kind")) in letters.KINDS:
        rows = rows.filter(kind=kind)
    if (state := asked.get("state")) in LetterState.values:
        rows = rows.filter(state=state)
    return rows.order_by("-created_at", "pk")


def worded(event: Event) -> list[tuple[str, object, str]]:
    """Each kind with its label and the languages in which it has its own words."""
    own: dict[str, list[str]] = {}
    for kind, language in Wording.objects.filter(event=event).order_by("language").values_list("kind", "language"):
        own.setdefault(kind, []).append(language)
    return [(kind, label, ", ".join(own.get(kind, []))) for kind, label in letters.KINDS.items()]


def letter_of(request: HttpRequest, slug: str, code: uuid.UUID) -> tuple[Event, Letter]:
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    return event, get_object_or_404(Letter.objects.concerning(event.about), pk=code)


@login_required
def show_letter(request: HttpRequest, slug: str, code: uuid.UUID) -> HttpResponse:
    """One letter as its reader sees it; what holds a personal right is masked, and what is secret not shown."""
    event, letter = letter_of(request, slug, code)
    shown = "" if letter.secret else links.masked(letter.body)
    context = {
        "event": event,
        "letter": letter,
        "label": letters.KINDS.get(letter.kind, letter.kind),
        "parts": parts(shown),
        "may_resend": letter.state in FINISHED and bool(letter.body) and not letter.secret,
    }
    return render(request, "events/registration/letter.html", context)


@require_POST
@login_required
def letter_resend(request: HttpRequest, slug: str, code: uuid.UUID) -> HttpResponse:
    event, letter = letter_of(request, slug, code)
    try:
        actions.resend_letter(event, letter, by=request.user, at=timezone.now())
        messages.success(request, _("The letter is on its way once more."))
    except NotResendable as refusal:
        messages.error(request, str(refusal))
    return redirect("registration:letters", slug=slug)


@require_POST
@login_required
def letters_hold(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep all unsent letters of the event back, or let the held ones go."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    if request.POST.get("do") == "release":
        n = actions.release_letters(event, by=request.user, at=timezone.now())
        said = ngettext("%(n)s letter goes out now.", "%(n)s letters go out now.", n)
    else:
        n = actions.hold_letters(event, by=request.user, at=timezone.now())
        said = ngettext("%(n)s letter is held back.", "%(n)s letters are held back.", n)
    messages.success(request, said % {"n": n})
    return redirect("registration:letters", slug=slug)
