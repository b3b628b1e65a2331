from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.audit import actions as audit
from accounts.people import codes
from accounts.people.models import Person
from courseware.certificates.models import Certificate
from courseware.certificates.standing import awards_to_come, certificates_to_come
from courseware.certificates.wording import ways
from courseware.quizzes.actions import purpose_of
from courseware.reading.models import Course
from courseware.surveys.models import Survey
from events.programme.models import Event, NoteVersion
from events.registration.models import Delegation, Registration
from front import actions
from front.errors import Refused
from front.forms import EraseForm
from front.personal_data import packed
from front.states import NOTICES
from intake.models import SourceDocument

SHOWN_ON_HOME = 6
SIGNED_IN_LATELY = timedelta(minutes=15)


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
        "evaluations": Survey.objects.waiting_for(request.user, at),
        "standings": certificates_to_come(request.user),
        "to_come": ways(awards_to_come(request.user, today=at.date()), at),
        "certificates": Certificate.objects.of(request.user).valid_on(at.date()),
        "delegations": Delegation.objects.of(request.user).ahead(at).select_related("event"),
        "joinable": [row.pk for row in registrations if row.is_joinable(at)],
    }
    return render(request, "front/my_page.html", context)


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """The organizers' first page: their events and courses, and where to drop a document."""
    context = {
        "documents": NoteVersion.objects.managed_by(request.user).unsettled(),
        "articles": articles_of(request.user),
        "events": Event.objects.run_by(request.user).select_related("team").order_by("-created_at"),
        "courses": Course.objects.run_by(request.user).select_related("team").with_size().order_by("-created_at"),
        "now": timezone.now(),
    }
    return render(request, "front/desk.html", context)


def articles_of(person: Person) -> list[tuple[SourceDocument, Course]]:
    """Files of articles that are being read or were refused, latest first, with the course that they are for."""
    courses = {purpose_of(course): course for course in Course.objects.managed_by(person)}
    sources = SourceDocument.objects.filter(purpose__in=courses).without_bytes().order_by("-taken_in_at", "-pk")
    return [(source, courses[source.purpose]) for source in sources]


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """A page of words only: privacy, help, contact."""
    return render(request, f"front/{name}.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
def privacy(request: HttpRequest, version: str = NOTICES[0]) -> HttpResponse:
    """The privacy notice as it stands, or an earlier text that somebody agreed to."""
    if version not in NOTICES:
        raise Http404
    context = {"version": version, "is_latest": version == NOTICES[0], "earlier": NOTICES[1:]}
    return render(request, f"front/privacy/{version}.html", context)


@never_cache
@login_required
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """What there is of me here, and what I can do about it."""
    registrations = Registration.objects.of(request.user).count()
    return render(request, "front/my_data.html", {"registrations": registrations})


@never_cache
@login_required
@require_POST
def download(request: HttpRequest) -> FileResponse:
    """All of it in one file. Posted, so that no address that could be passed on leads to it."""
    at = timezone.now()
    file = packed(request.user, at=at)
    audit.record("data_downloaded", about=f"person:{request.user.code}", by=request.user, at=at)
    return FileResponse(file, as_attachment=True, filename=f"convoke-{at:%Y-%m-%d}.zip", content_type="application/zip")


@never_cache
@login_required
def erase(request: HttpRequest) -> HttpResponse:
    """What goes, what stays, and the button. Whoever signed in long ago proves again that it is them."""
    at = timezone.now()
    is_fresh = codes.signed_in_within(request, SIGNED_IN_LATELY, at=at)
    form = EraseForm(request.POST if is_fresh and request.method == "POST" else None, person=request.user)
    if request.method == "POST" and not is_fresh:
        logout(request)
        return redirect_to_login(reverse("front:erase"), reverse("people:sign_in"))
    if form.is_bound and form.is_valid():
        try:
            actions.erase(request.user, by=request.user, at=at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            logout(request)
            return redirect("front:erased")
    context = {"form": form, "is_fresh": is_fresh, "why_not": why_not_erased(request.user)}
    return render(request, "front/erase.html", context, status=422 if form.errors else 200)


def why_not_erased(person: Person) -> str:
    try:
        actions.refuse_unless_erasable(person)
    except Refused as refusal:
        return str(refusal)
    return ""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    closed = ("desk", "me", "accounts", "admin", "verify")
    lines = ["User-agent: *", *(f"Disallow: /{path}/" for path in closed), ""]
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
