from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courseware.certificates import actions, links, tokens
from courseware.certificates.errors import Refused
from courseware.certificates.forms import CorrectionForm, RevokeForm
from courseware.certificates.models import Certificate
from courseware.certificates.states import Standing


def managed(request: HttpRequest, code: str) -> Certificate:
    rows = Certificate.objects.managed_by(request.user).select_related(
        "team", "award", "person", "superseded_by", "renews"
    )
    return get_object_or_404(rows, code=tokens.understood(code) or "")


@never_cache
@login_required
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    found = managed(request, code)
    context = {
        "certificate": found,
        "standing": Standing(found.standing(timezone.now().date())),
        "verify_url": links.verify(found.code),
        "replaces": Certificate.objects.filter(superseded_by=found).first(),
        "renewal": found.renewals.live().first(),
    }
    return render(request, "courseware/certificates/certificate.html", context)


@never_cache
@login_required
def revoke(request: HttpRequest, code: str) -> HttpResponse:
    """GET asks why, POST revokes."""
    found = managed(request, code)
    form = RevokeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.revoke(found, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("The certificate is revoked, and its holder is told so."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("certificates:certificate", code=found.printed_code)
    context = {"certificate": found, "form": form}
    return render(request, "courseware/certificates/revoke.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
def correct(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows the names, POST makes a certificate with the corrected ones in place of this."""
    found = managed(request, code)
    begun = {"name": found.name, "name_other": found.name_other}
    form = CorrectionForm(request.POST if request.method == "POST" else None, initial=begun)
    if form.is_bound and form.is_valid():
        try:
            new = actions.correct_name(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("There is a new certificate in its place, and its holder is told so."))
            return redirect("certificates:certificate", code=new.printed_code)
    context = {"certificate": found, "form": form}
    return render(request, "courseware/certificates/correct.html", context, status=422 if form.errors else 200)
