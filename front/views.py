from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from courseware.certificates.standing import certificates_to_come
from courseware.reading.models import Course
from events.programme.models import Event
from events.registration.models import Registration

SHOWN_ON_HOME = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is coming and what can be learned."""
    at = timezone.now()
    events = Event.objects.listed().ahead(at)[:SHOWN_ON_HOME]
    courses = Course.objects.listed().with_size()[:SHOWN_ON_HOME]
    return render(request, "front/home.html", {"events": events, "courses": courses})


@login_required
def my_page(request: HttpRequest) -> HttpResponse:
    """My registrations, courses and certificates to come."""
    at = timezone.now()
    registrations = Registration.objects.of(request.user).live().select_related("event").order_by("event__starts_at")
    context = {
        "coming": [row for row in registrations if not row.event.is_past(at)],
        "past": [row for row in registrations if row.event.is_past(at)],
        "standings": certificates_to_come(request.user),
        "joinable": [row.pk for row in registrations if row.is_joinable(at)],
    }
    return render(request, "front/my_page.html", context)


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """The organizers' first page: their events and courses, and where to drop a document."""
    context = {
        "events": Event.objects.run_by(request.user).select_related("team").order_by("-created_at"),
        "courses": Course.objects.run_by(request.user).select_related("team").with_size().order_by("-created_at"),
        "now": timezone.now(),
    }
    return render(request, "front/desk.html", context)


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """A page of words only: privacy, help, contact."""
    return render(request, f"front/{name}.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /me/", "Disallow: /accounts/", "Disallow: /admin/", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For programs that ask for the old name; pages name the picture themselves."""
    return redirect(static("img/favicon.svg"))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403.html", {"stale_form": True}, status=403)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """No context and no database: whatever broke must not break the page that says so."""
    return HttpResponse(render_to_string("500.html"), status=500)
