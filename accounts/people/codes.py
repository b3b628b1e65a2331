"""Signing in by a code from the mailbox: the one place that touches allauth's inner flows (version pinned).

Known and unknown addresses take the same way and get the same letter, so nobody learns who has an account.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import EmailAddress
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.account.views import ConfirmLoginCodeView
from allauth.core import ratelimit
from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from accounts.people.errors import TooManyCodes
from accounts.people.models import Person


def send(request: HttpRequest, email: str, *, at: datetime) -> None:
    """Send a code to the address and remember in the session that one is awaited.

    Raises TooManyCodes. An inactive person's address is answered as any other, and nothing is sent.
    """
    email = email.strip().lower()
    count_one_code(request, email)
    person = find_or_create(email, at=at)
    LoginCodeVerificationProcess.initiate(request=request, user=person if person.is_active else None, email=email)


def count_one_code(request: HttpRequest, email: str) -> None:
    """Count one code against the limits, or raise TooManyCodes.

    The tight limit counts mailbox and network together: three requests a minute by a stranger elsewhere must not lock
    the owner of the mailbox out. A wider one guards the mailbox against letters from everywhere.
    """
    here = f"{email}|{get_adapter().get_client_ip(request)}"
    within = ratelimit.consume(request, action="request_login_code", key=here)
    if not (within and ratelimit.consume(request, action="codes_to_mailbox", key=email)):
        raise TooManyCodes


def find_or_create(email: str, *, at: datetime) -> Person:
    """The person who has, or claims, this address. Nothing is proven yet: the address is marked unverified.

    The same five statements for known and unknown addresses, so that the time taken tells nothing either: for a known
    one they find their rows there already. Two requests at once for a new address make one person.
    Somebody who begins anew counts as new, so that the sweep of addresses never proven leaves the code time to arrive.
    """
    email = email.strip().lower()
    known = EmailAddress.objects.filter(email=email).select_related("user").order_by("-verified").first()
    with transaction.atomic():
        claimed = Person(email=known.user.email if known else email, password="!")
        Person.objects.bulk_create([claimed], ignore_conflicts=True)
        person = Person.objects.get(email=claimed.email)
        address = EmailAddress(user=person, email=email, primary=True)
        EmailAddress.objects.bulk_create([address], ignore_conflicts=True)
        proven = EmailAddress.objects.filter(user=OuterRef("pk"), email=email, verified=True)
        Person.objects.filter(~Exists(proven), pk=person.pk).update(joined_at=at)
    return person


def is_awaited(request: HttpRequest) -> bool:
    """A code was sent from this browser, is young enough, and the person it was made for is still there."""
    stage = LoginStageController.enter(request, LoginByCodeStage.key)
    process = stage and LoginCodeVerificationProcess.resume(stage)
    return bool(process and (process.user or not process.state.get("user_id")))


def signed_in_within(request: HttpRequest, span: timedelta, *, at: datetime) -> bool:
    """Whoever sits at this browser has proven lately who they are; for what cannot be undone."""
    records = get_authentication_records(request, request.user)
    latest = max((record.get("at", 0) for record in records), default=0)
    return datetime.fromtimestamp(latest, UTC) > at - span


class CodeView(ConfirmLoginCodeView):
    """The page that takes the code. A subclass says where it stands, where the way back leads, and what follows."""

    template_name = "accounts/people/code.html"

    def start_url(self) -> str:
        """Where an address is entered."""
        raise NotImplementedError

    def done_url(self) -> str:
        """Where to go once signed in; with a second factor allauth asks for that first."""
        raise NotImplementedError

    def proven(self, answer: HttpResponse) -> HttpResponse:
        """What to do in the same POST once the person is signed in."""
        return answer

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.request, self.kwargs = request, kwargs
        if request.user.is_authenticated:
            return HttpResponseRedirect(self.done_url())
        if not is_awaited(request):
            if request.method == "POST":
                messages.error(request, _("The code has expired. Ask for a new one; your answers are kept."))
            return HttpResponseRedirect(self.start_url())
        return super().dispatch(request, *args, **kwargs)

    def _verify_form_valid(self, form: Any) -> HttpResponse:
        answer = self._process.finish(self.done_url())
        return self.proven(answer) if self.request.user.is_authenticated else answer

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        try:
            count_one_code(self.request, self._process.state["email"])
        except TooManyCodes as refusal:
            messages.error(self.request, str(refusal))
        else:
            self._process.resend()
        return HttpResponseRedirect(self.request.get_full_path())

    def form_invalid(self, form: Any) -> HttpResponse:
        if self._process.record_invalid_attempt():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        messages.error(self.request, _("The code was wrong three times. Ask for a new one; your answers are kept."))
        return HttpResponseRedirect(self.start_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"start_url": self.start_url()}
