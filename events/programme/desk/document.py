from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from events.programme import actions
from events.programme.desk.differences import lines_of
from events.programme.errors import Refused
from events.programme.forms import VersionForm
from events.programme.models import Event, NoteVersion
from events.programme.states import NoteState
from intake.errors import Refused as FileRefused
from intake.forms import contents, small_int
from intake.wording import sentence


@login_required
@never_cache
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The versions of the event's note, latest first, and a form for a newer one."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = VersionForm(*posted)
    if request.method == "POST" and form.is_valid() and (version := handed_in(request, event, form)):
        if version.state == NoteState.WAITING:
            return redirect("programme:difference", slug=slug, code=version.code)
        return redirect("programme:uploads", batch=version.batch)
    context = {"event": event, "form": form, "versions": event.versions.with_source().order_by("-created_at", "-pk")}
    return render(request, "events/programme/document.html", context, status=422 if form.errors else 200)


def handed_in(request: HttpRequest, event: Event, form: VersionForm) -> NoteVersion | None:
    """None where the file is refused; the form then says why."""
    file, at = form.cleaned_data["file"], timezone.now()
    try:
        return actions.hand_in(file.name, contents(file), team=event.team, event=event, by=request.user, at=at)
    except FileRefused as refusal:
        form.add_error("file", sentence(refusal.code, refusal.values))
    except Refused as refusal:
        form.add_error("file", str(refusal))
    return None


def own_version(request: HttpRequest, slug: str, code: UUID) -> NoteVersion:
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    return get_object_or_404(event.versions.with_source(), code=code)


@login_required
@never_cache
def difference(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """What a newer document changes, value by value; posting takes over what is ticked."""
    version, refusal = own_version(request, slug, code), ""
    if version.state != NoteState.WAITING:
        messages.info(request, _("This version has been decided on."))
        return redirect("programme:document", slug=slug)
    if request.method == "POST":
        seen, keys = small_int(request.POST.get("sequence", "")), request.POST.getlist("change")
        try:
            actions.apply_version(version, keys, seen=-1 if seen is None else seen, by=request.user, at=timezone.now())
        except Refused as problem:
            refusal = str(problem)
        else:
            messages.success(
                request, _("What you ticked is taken over. The event now stands beside the newer document.")
            )
            return redirect("programme:edit", slug=slug)
    context = {"event": version.event, "version": version, "refusal": refusal, **lines_of(version)}
    return render(request, "events/programme/difference.html", context, status=422 if refusal else 200)


@require_POST
@login_required
def set_aside(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    try:
        actions.set_aside(own_version(request, slug, code), by=request.user, at=timezone.now())
        messages.success(request, _("The version is set aside. The event is as it was."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("programme:document", slug=slug)


@require_GET
@login_required
@never_cache
def original(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """The file as it was handed in: saved, never shown. A browser that opens it all the same runs nothing of it."""
    source = own_version(request, slug, code).source
    answer = HttpResponse(bytes(source.data), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, source.name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
