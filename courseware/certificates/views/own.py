"""What the holder sees and decides."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.people.models import Person
from courseware.certificates import actions, links, tokens
from courseware.certificates.forms import NameForm, chosen_name
from courseware.certificates.models import Certificate, Paper
from courseware.certificates.standing import awards_to_come
from courseware.certificates.states import Standing
from courseware.certificates.wording import ways


def own_certificate(person: Person, code: str) -> Certificate:
    """Raises Http404 for what is not the person's own."""
    own = Certificate.objects.of(person).select_related("team")
    return get_object_or_404(own, code=tokens.understood(code) or "")


@never_cache
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    today, rows = at.date(), Certificate.objects.of(request.user)
    context = {
        "certificates": [(row, Standing(row.standing(today))) for row in rows],
        "to_come": ways(awards_to_come(request.user, today=today), at),
        "outlives": any(row.proof_outlives_account for row in rows),
        "printed": chosen_name(request.user),
    }
    return render(request, "courseware/certificates/mine.html", context)


@never_cache
@login_required
def own(request: HttpRequest, code: str) -> HttpResponse:
    certificate = own_certificate(request.user, code)
    context = {
        "certificate": certificate,
        "standing": Standing(certificate.standing(timezone.now().date())),
        "renewal": certificate.renewals.live().first(),
        "verify_url": links.verify(certificate.code),
        "has_badge": bool(actions.keyring().keys),
    }
    return render(request, "courseware/certificates/own.html", context)


@never_cache
@login_required
def name(request: HttpRequest) -> HttpResponse:
    """How the name is to be printed on certificates to come."""
    form = NameForm(request.POST if request.method == "POST" else None, initial=chosen_name(request.user))
    if form.is_bound and form.is_valid():
        actions.choose_name(request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Saved. Certificates from now on carry this name."))
        return redirect("certificates:mine")
    return render(request, "courseware/certificates/name.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@login_required
def show_name(request: HttpRequest, code: str) -> HttpResponse:
    certificate = own_certificate(request.user, code)
    shown = request.POST.get("shown") == "yes"
    actions.show_name(certificate, shown=shown, by=request.user, at=timezone.now())
    said = _("Whoever looks it up now reads your name.") if shown else _("Your name is not shown to anybody now.")
    messages.success(request, said)
    return redirect("certificates:own", code=certificate.printed_code)


@require_POST
@login_required
def after_erasing(request: HttpRequest) -> HttpResponse:
    actions.let_outlive(request.user, kept=request.POST.get("kept") == "yes", at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("certificates:mine")


@never_cache
@login_required
@require_safe
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The PDF, for the holder and for the team that issued it."""
    readable = Certificate.objects.readable_by(request.user)
    certificate = get_object_or_404(readable, code=tokens.understood(code) or "")
    kept = Paper.objects.filter(certificate=certificate).first()
    if kept is None:
        raise Http404
    response = HttpResponse(bytes(kept.data), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="certificate-{certificate.printed_code}.pdf"'
    return response
