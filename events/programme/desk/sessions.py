from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from events.programme import actions
from events.programme.errors import Refused
from events.programme.forms import SessionForm, SpeakerForms
from events.programme.models import Event, Session


def own_session(request: HttpRequest, slug: str, code: UUID) -> Session:
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    return get_object_or_404(event.sessions.select_related("event").prefetch_related("speakers"), code=code)


@login_required
def session_add(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    return session_page(request, event, None)


@login_required
def session(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    found = own_session(request, slug, code)
    return session_page(request, found.event, found)


def session_page(request: HttpRequest, event: Event, session: Session | None) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form, speakers = SessionForm(posted, event=event, session=session), SpeakerForms(posted, session=session)
    # Both are judged, so that every mistake is told at once.
    if (
        request.method == "POST"
        and all([form.is_valid(), speakers.is_valid()])
        and saved(request, form, speakers, session)
    ):
        return redirect("programme:desk", slug=event.slug)
    wrong = bool(form.errors or (speakers.is_bound and not speakers.is_valid()))
    context = {"event": event, "session": session, "form": form, "speakers": speakers}
    return render(request, "events/programme/session.html", context, status=422 if wrong else 200)


def saved(request: HttpRequest, form: SessionForm, speakers: object, session: Session | None) -> bool:
    values = form.values() | {"speakers": speakers.values(), "by": request.user, "at": timezone.now()}
    try:
        if session:
            actions.change_session(session, **values)
        else:
            actions.add_session(form.event, **values)
    except Refused as refusal:
        form.say_refusal(refusal)
        return False
    messages.success(request, _("The session is saved."))
    return True


@login_required
def session_remove(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """GET asks, POST removes."""
    found = own_session(request, slug, code)
    if request.method == "POST":
        actions.remove_session(found, by=request.user, at=timezone.now())
        messages.success(request, _("The session is removed."))
        return redirect("programme:desk", slug=slug)
    return render(request, "events/programme/session_remove.html", {"event": found.event, "session": found})


@require_POST
@login_required
def keep_proposed(request: HttpRequest, slug: str) -> HttpResponse:
    """Accept the proposed sessions, all of them or the one whose code is posted."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    code = request.POST.get("session")
    only = get_object_or_404(event.sessions.all(), code=as_uuid(code)) if code else None
    kept = actions.keep_proposed(event, only=only, by=request.user, at=timezone.now())
    text = ngettext("%(kept)s proposed session is kept.", "%(kept)s proposed sessions are kept.", kept)
    messages.success(request, text % {"kept": kept})
    return redirect("programme:desk", slug=slug)


def as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
