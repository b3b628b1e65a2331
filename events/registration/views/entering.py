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
from events.registration.models import Registration


def draft_of(request: HttpRequest, event: Event) -> Registration | None:
    """The unproven answers of this browser session for this event, if any."""
    code = request.session.get(f"draft:{event.pk}")
    return Registration.objects.drafts().filter(event=event, code=code).first() if code else None


@never_cache
def register(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.shown(), slug=slug)
    if Registration.objects.of(request.user).live().filter(event=event).exists():
        return redirect("registration:registered", slug=slug)
    draft = draft_of(request, event)
    posted = request.POST if request.method == "POST" else None
    form = RegistrationForm(posted, person=request.user, initial=initial_from(draft, request.user))
    if request.method == "POST" and form.is_valid():
        return take_answers(request, event, form, draft)
    return show_form(request, event, form, status=422 if form.errors else 200)


def initial_from(draft: Registration | None, person: Person) -> dict[str, object]:
    """Answers that this browser holds; on a shared machine nobody signed in is shown what another person wrote."""
    if draft is None or (person.is_authenticated and draft.email != person.email):
        return {}
    return {**actions.answers_of(draft), "email": draft.email}


def show_form(request: HttpRequest, event: Event, form: RegistrationForm, *, status: int) -> HttpResponse:
    is_open = event.takes_registrations(timezone.now())
    context = {"event": event, "form": form, "is_open": is_open, "is_full": event.seats_left == 0}
    return render(request, "events/registration/register.html", context, status=status)


def take_answers(
    request: HttpRequest, event: Event, form: RegistrationForm, draft: Registration | None
) -> HttpResponse:
    """Answers are kept first; then a signed-in person gets the seat at once, anybody else a code to the mailbox."""
    email = request.user.email if request.user.is_authenticated else form.cleaned_data["email"]
    try:
        draft = actions.write_draft(event, email=email, answers=form.answers(), draft=draft, at=timezone.now())
        request.session[f"draft:{event.pk}"] = str(draft.code)
        if request.user.is_authenticated:
            return seat(request, draft)
        codes.send(request, email, at=timezone.now())
    except (Refused, TooManyCodes) as refusal:
        form.add_error(None, str(refusal))
        return show_form(request, event, form, status=429 if isinstance(refusal, TooManyCodes) else 422)
    return redirect("registration:code", slug=event.slug)


def seat(request: HttpRequest, draft: Registration) -> HttpResponse:
    """Decide about the seat, now that the mailbox is proven, and say what came of it."""
    try:
        actions.confirm(draft, person=request.user, at=timezone.now())
    except AlreadyRegistered as already:
        messages.info(request, str(already))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("registration:register", slug=draft.event.slug)
    request.session.pop(f"draft:{draft.event_id}", None)
    return redirect("registration:registered", slug=draft.event.slug)


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
