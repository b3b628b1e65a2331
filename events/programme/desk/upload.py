from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.teams.models import Team
from events.programme import actions
from events.programme.forms import UploadForm
from intake.errors import Refused
from intake.wording import sentence


@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """A concept note becomes a draft that the organizer then checks beside it."""
    if not Team.objects.managed_by(request.user).exists():
        raise Http404
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*posted, person=request.user)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            event = actions.draft_from_file(
                file.name, file.read(), team=form.chosen_team(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error("file", sentence(refusal.code, refusal.values))
        else:
            messages.success(request, _("The document is read. Please check the draft beside it."))
            return redirect("programme:edit", slug=event.slug)
    return render(request, "events/programme/upload.html", {"form": form}, status=422 if form.errors else 200)
