"""Anybody may look a certificate up by its code, and be told what the paper says. Nobody is told whose it is, unless
the holder wants that: a visitor who types the name as printed learns whether it is the same."""

from collections.abc import Callable
from functools import wraps

from allauth.core.internal import ratelimit  # its public face counts no GET; the version is pinned
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from courseware.certificates import actions, tokens
from courseware.certificates.forms import HolderForm, LookUpForm
from courseware.certificates.models import Certificate
from courseware.certificates.states import Standing

View = Callable[..., HttpResponse]


def within(request: HttpRequest, action: str, key: str = "") -> bool:
    return bool(
        ratelimit.consume(
            request, app="certificates", action=action, key=key, limit_get=True, config=settings.ACCOUNT_RATE_LIMITS
        )
    )


def unlisted(view: View) -> View:
    """Neither kept nor listed by anybody, counted, and the address told to no other site.

    Not "no-referrer": with that, browsers send the origin "null" along with forms, which the CSRF check refuses.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if within(request, "verify_certificate"):
            response = view(request, *args, **kwargs)
        else:
            response = render(request, "429.html", status=429)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "strict-origin"
        return response

    return never_cache(guarded)


@unlisted
def look_up(request: HttpRequest) -> HttpResponse:
    """GET shows the form; POST leads on to the certificate, or says what is wrong with the code."""
    form = LookUpForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return redirect("certificates:verify", code=form.cleaned_data["code"].strip().replace("/", "-") or "-")
    return render(request, "courseware/certificates/look_up.html", {"form": form}, status=422 if form.errors else 200)


@unlisted
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """What the paper with this code says, and whether it holds; POST asks whether a name is the printed one."""
    understood = tokens.understood(code)
    certificate = Certificate.objects.filter(code=understood).select_related("team").first() if understood else None
    if certificate is None:
        context = {"form": LookUpForm(initial={"code": code[:60]}), "mistyped": understood is None}
        return render(request, "courseware/certificates/look_up.html", context, status=404)
    form = HolderForm(request.POST if request.method == "POST" else None)
    context = {
        "certificate": certificate,
        "standing": Standing(certificate.standing(timezone.now().date())),
        "form": form,
        "is_named": bool(certificate.name_proofs),
    }
    if form.is_bound and form.is_valid():
        return answered(request, context, form.cleaned_data["name"])
    return render(request, "courseware/certificates/verify.html", context, status=422 if form.errors else 200)


def answered(request: HttpRequest, context: dict, typed: str) -> HttpResponse:
    certificate = context["certificate"]
    if not within(request, "confirm_name", certificate.code):
        return render(request, "429.html", status=429)
    context |= {"typed": typed, "is_same": actions.confirms(certificate, typed)}
    return render(request, "courseware/certificates/verify.html", context)
