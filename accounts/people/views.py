from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.people import actions, codes
from accounts.people.errors import TooManyCodes
from accounts.people.forms import AddressForm, LanguageForm, ProfileForm, ThemeForm

YEAR = 60 * 60 * 24 * 365


def safe_next(request: HttpRequest, default: str) -> str:
    """The page that somebody came from, if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else resolve_url(default)


def sign_in(request: HttpRequest) -> HttpResponse:
    """One door for everybody: an address, then the code sent to it. A new address becomes an account."""
    onward = safe_next(request, settings.LOGIN_REDIRECT_URL)
    if request.user.is_authenticated:
        return redirect(onward)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            codes.send(request, form.cleaned_data["email"], at=timezone.now())
        except TooManyCodes as refusal:
            form.add_error("email", str(refusal))
            return render(request, "accounts/people/sign_in.html", {"form": form, "next": onward}, status=429)
        return redirect(f"{reverse('people:code')}?{urlencode({'next': onward})}")
    context = {"form": form, "next": onward}
    return render(request, "accounts/people/sign_in.html", context, status=422 if form.errors else 200)


class SignInCodeView(codes.CodeView):
    def start_url(self) -> str:
        return f"{reverse('people:sign_in')}?{urlencode({'next': self.done_url()})}"

    def done_url(self) -> str:
        return safe_next(self.request, settings.LOGIN_REDIRECT_URL)


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("people:profile")
    return render(request, "accounts/people/profile.html", {"form": form}, status=422 if form.errors else 200)


def page_settings(request: HttpRequest) -> HttpResponse:
    back = safe_next(request, "front:home")
    return render(request, "accounts/people/settings.html", {"languages": settings.LANGUAGES, "next": back})


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    form = LanguageForm(request.POST)
    answer = redirect(safe_next(request, "front:home"))
    if form.is_valid():
        chosen = form.cleaned_data["language"]
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SECURE)  # fmt: skip  # noqa: E501
        if request.user.is_authenticated:
            request.user.language = chosen
            request.user.save(update_fields=["language"])
        with translation.override(chosen):
            messages.success(request, _("The language is changed."))
    return answer


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    form = ThemeForm(request.POST)
    answer = redirect(safe_next(request, "front:home"))
    if form.is_valid():
        chosen = form.cleaned_data["theme"]
        answer.set_cookie("theme", chosen, max_age=YEAR if chosen else 0, httponly=True, samesite="Lax", secure=settings.SECURE)  # fmt: skip  # noqa: E501
    return answer


@require_POST
@login_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    actions.sign_out_everywhere(request.user, at=timezone.now())
    request.session.flush()
    messages.success(request, _("You are signed out on all your devices."))
    return redirect("front:home")
