"""An organizer's own words for one kind of letter, with a preview."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.outbox.markup import parts
from events.programme.models import Event
from events.registration import actions, letters
from events.registration.errors import Refused
from events.registration.forms import WordingForm, language_from
from events.registration.letters.words import Words
from events.registration.models import Wording


@login_required
def edit_wording(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """GET shows the words in force; POST shows how other words would look, saves them, or goes back to the standard."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    if kind not in letters.KINDS:
        raise Http404
    language = language_from(request.GET.get("language", ""), event.language)
    own = Wording.objects.filter(event=event, kind=kind, language=language).first()
    initial = own or Wording(**letters.standard_words(kind, language)._asdict())
    if request.method == "POST" and request.POST.get("do") == "standard":
        actions.unword(event, kind, language, by=request.user, at=timezone.now())
        messages.success(request, _("The standard words hold again."))
        return redirect(here(event, kind, language))
    form = WordingForm(request.POST or None, instance=initial)
    if request.method == "POST" and form.is_valid() and carried_out(request, event, kind, language, form):
        return redirect(here(event, kind, language))
    context = {"event": event, "own": own, "form": form, **about(event, kind, language, form)}
    return render(request, "events/registration/wording.html", context, status=422 if form.errors else 200)


def carried_out(request: HttpRequest, event: Event, kind: str, language: str, form: WordingForm) -> bool:
    """Save, when that was asked for; words with an unknown place are refused for the preview too."""
    values = form.cleaned_data
    try:
        if request.POST.get("do") != "save":
            letters.check_places(kind, values["subject"], values["body"])
            return False
        actions.word(event, kind, language, by=request.user, at=timezone.now(), **values)
    except Refused as refusal:
        form.add_error("body", str(refusal))
        return False
    messages.success(request, _("Saved. Letters written from now on say it so."))
    return True


def here(event: Event, kind: str, language: str) -> str:
    return f"{reverse('registration:wording', args=[event.slug, kind])}?language={language}"


def about(event: Event, kind: str, language: str, form: WordingForm) -> dict[str, Any]:
    """What the page shows beside the form: the places that can be filled, the languages, and the whole letter."""
    subject, body = (form[name].value() or "" for name in ("subject", "body"))
    preview = None if form.errors else letters.example(kind, event, language, Words(subject, body))
    return {
        "kind": kind,
        "label": letters.KINDS[kind],
        "language": language,
        "languages": settings.LANGUAGES,
        "places": [(f"{{{name}}}", letters.PLACES[name]) for name in letters.places_of(kind)],
        "preview": preview,
        "parts": parts(preview.body) if preview else [],
    }
