from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from accounts.people import codes
from accounts.people.errors import TooManyCodes
from accounts.people.models import Person
from events.programme.models import Event
from events.registration import actions
from events.registration.errors import AlreadyRegistered, Refused
from events.registration.forms import RegistrationForm
from events.registration.models import Invitation, Registration
from events.registration.states import ADMITTED_AT_ONCE


def draft_of(request: HttpRequest, event: Event) -> Registration | None:
    """The unproven answers of this browser session for this event, if any."""
    code = request.session.get(f"draft:{event.pk}")
    return Registration.objects.drafts().filter(event=event, code=code).first() if code else None


def invitation_of(request: HttpRequest, event: Event) -> Invitation | None:
    """The invitation whose link this browser opened, while it stands. For somebody else than is signed in it is none:
    it is bound to its address."""
    code = request.session.get(f"invitation:{event.pk}")
    found = Invitation.objects.unanswered().filter(event=event, code=code).first() if code else None
    is_for_another = found and request.user.is_authenticated and request.user.email != found.email
    return None if is_for_another else found


@never_cache
def register(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.shown().select_related("rules"), slug=slug)
    if request.method == "GET" and is_registered(request.user, event):  # a POST is told by the verb
        return redirect("registration:registered", slug=slug)
    draft, invitation = draft_of(request, event), invitation_of(request, event)
    draft_shown = draft if may_see(draft, request.user) else None
    known = {"person": request.user, "invitation": invitation, "event": event, **known_from(draft_shown)}
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RegistrationForm(*posted, **known)
    if request.method == "POST" and form.is_valid():
        return take_answers(request, event, form, draft)
    return show_form(request, event, form, status=422 if form.errors else 200)


def is_registered(person: Person, event: Event) -> bool:
    return Registration.objects.of(person).live().filter(event=event).exists()


def may_see(draft: Registration | None, person: Person) -> bool:
    """On a shared machine nobody signed in is shown what another person wrote."""
    return draft is not None and (not person.is_authenticated or draft.email == person.email)


def known_from(draft: Registration | None) -> dict[str, object]:
    """Answers that this browser holds, as the form wants them."""
    if draft is None:
        return {}
    kept = draft.answers.select_related("question", "file").defer("file__data")
    return {"initial": {**actions.answers_of(draft), "email": draft.email}, "kept": kept}


def show_form(request: HttpRequest, event: Event, form: RegistrationForm, *, status: int) -> HttpResponse:
    route = actions.route_of(form.invitation)
    context = {
        "event": event,
        "form": form,
        "invitation": form.invitation,
        "shut": why_shut(event, route),
        "is_full": event.people_waiting > 0 or event.seats_left == 0,
        "needs_approval": route not in ADMITTED_AT_ONCE[event.admission],
    }
    return render(request, "events/registration/register.html", context, status=status)


def why_shut(event: Event, route: str) -> str:
    """Why this visitor gets no form, as a sentence; empty where there is one."""
    try:
        actions.refuse_unless_taken(event, route, at=timezone.now())
    except Refused as refusal:
        return str(refusal)
    return ""


def take_answers(
    request: HttpRequest, event: Event, form: RegistrationForm, draft: Registration | None
) -> HttpResponse:
    """A signed-in person gets the seat at once; anybody else's answers are kept, and a code goes to the mailbox."""
    at = timezone.now()
    try:
        answered = {"answers": form.answers(), "given": form.given(at=at), "invitation": form.invitation, "at": at}
        if request.user.is_authenticated:
            return seat_at_once(request, event, answered)
        draft = actions.write_draft(event, email=form.address(), draft=draft, **answered)
        request.session[f"draft:{event.pk}"] = str(draft.code)
        codes.send(request, draft.email, at=at)
    except (Refused, TooManyCodes) as refusal:
        form.add_error(None, str(refusal))
        return show_form(request, event, form, status=429 if isinstance(refusal, TooManyCodes) else 422)
    return redirect("registration:code", slug=event.slug)


def seat_at_once(request: HttpRequest, event: Event, answered: dict[str, Any]) -> HttpResponse:
    """For somebody whose mailbox is proven: no draft is kept first. Raises Refused; the form then says why."""
    try:
        actions.register(event, person=request.user, **answered)
    except AlreadyRegistered as already:
        messages.info(request, str(already))
    return seated(request, event)


def seat(request: HttpRequest, draft: Registration) -> HttpResponse:
    """Decide about the seat, now that the mailbox is proven, and say what came of it."""
    try:
        actions.confirm(draft, person=request.user, at=timezone.now())
    except AlreadyRegistered as already:
        messages.info(request, str(already))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("registration:register", slug=draft.event.slug)
    return seated(request, draft.event)


def seated(request: HttpRequest, event: Event) -> HttpResponse:
    for kept in ("draft", "invitation"):
        request.session.pop(f"{kept}:{event.pk}", None)
    return redirect("registration:registered", slug=event.slug)


@method_decorator(never_cache, name="dispatch")
class RegistrationCodeView(codes.CodeView):
    """The code from the mailbox: right, it signs the person in and decides about the seat in the same POST."""

    template_name = "events/registration/code.html"

    @property
    def event(self) -> Event:
        return get_object_or_404(Event.objects.shown(), slug=self.kwargs["slug"])

    def start_url(self) -> str:
        return reverse("registration:register", args=[self.kwargs["slug"]])

    def done_url(self) -> str:
        return reverse("registration:complete", args=[self.kwargs["slug"]])

    def proven(self, answer: HttpResponse) -> HttpResponse:
        draft = draft_of(self.request, self.event)
        return seat(self.request, draft) if draft else answer

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(**kwargs) | {"event": self.event}


@login_required
def complete(request: HttpRequest, slug: str) -> HttpResponse:
    """After a second factor: the answers wait here for one button, since opening a page must change nothing."""
    event = get_object_or_404(Event.objects.shown(), slug=slug)
    draft = draft_of(request, event)
    if draft is None:
        return redirect("registration:registered", slug=slug)
    if request.method == "POST":
        return seat(request, draft)
    return render(request, "events/registration/complete.html", {"event": event, "draft": draft})
