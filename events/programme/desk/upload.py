from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.teams.models import Team
from events.programme import actions
from events.programme.errors import AlreadyHandedIn
from events.programme.forms import UploadForm
from events.programme.models import NoteVersion
from events.programme.states import NoteState
from intake.errors import Refused
from intake.forms import contents
from intake.wording import sentence


@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """Each concept note becomes a draft of its own, which the organizer then checks beside it."""
    if not Team.objects.managed_by(request.user).exists():
        raise Http404
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*posted, person=request.user)
    if request.method == "POST" and form.is_valid() and (versions := handed_in(request, form)):
        return redirect(place_of(request, versions))
    return render(request, "events/programme/upload.html", {"form": form}, status=422 if form.errors else 200)


def handed_in(request: HttpRequest, form: UploadForm) -> list[NoteVersion]:
    """Files that were fine are kept. Where none was, the form says why; otherwise the next page does."""
    given = {"team": form.chosen_team(), "batch": uuid4(), "again": bool(form.cleaned_data.get("again"))}
    versions, refusals = [], []
    for file in form.cleaned_data["file"]:
        try:
            versions.append(actions.hand_in(file.name, contents(file), by=request.user, at=timezone.now(), **given))
        except Refused as refusal:
            refusals.append(named(file, sentence(refusal.code, refusal.values)))
        except AlreadyHandedIn as refusal:
            refusals.append(named(file, str(refusal)))
            form.ask_again()
    for words in refusals:
        if versions:
            messages.error(request, words)
        else:
            form.add_error("file", words)
    return versions


def named(file: UploadedFile, words: str) -> str:
    return _("%(name)s: %(reason)s") % {"name": file.name, "reason": words}


def place_of(request: HttpRequest, versions: list[NoteVersion]) -> str:
    """The draft where there is one and it is ready; else the page that tells how far the reading is."""
    only = versions[0]
    if len(versions) == 1 and only.state == NoteState.USED:
        messages.success(request, _("The document is read. Please check the draft beside it."))
        return reverse("programme:edit", args=[only.event.slug])
    return reverse("programme:uploads", args=[only.batch])


@login_required
@never_cache
def uploads(request: HttpRequest, batch: UUID) -> HttpResponse:
    """How far the reading of files is that were handed in together; the page asks again until all are done."""
    versions = get_list_or_404(NoteVersion.objects.managed_by(request.user).with_source(), batch=batch)
    context = {
        "versions": [(version, reason_of(version)) for version in versions],
        "reading": any(version.state == NoteState.READING for version in versions),
    }
    whole = "events/programme/uploads.html"
    return render(request, f"{whole}#files" if request.htmx else whole, context)


def reason_of(version: NoteVersion) -> str:
    """Why a document was refused; empty where it was not."""
    if version.state != NoteState.REFUSED:
        return ""
    if version.source.refusal:
        return sentence(version.source.refusal[0], version.source.refusal[1])
    return _("The document was read, but no draft could be made of it. Please tell support; the file itself is kept.")
