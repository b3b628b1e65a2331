"""Signing in by a code from the mailbox: the one place that touches allauth's inner flows (version pinned).

Known and unknown addresses take the same way and get the same letter, so nobody learns who has an account.
"""

from typing import Any

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import EmailAddress
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.account.views import ConfirmLoginCodeView
from allauth.core import ratelimit
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from accounts.people.errors import TooManyCodes
from accounts.people.models import Person


def send(request: HttpRequest, email: str) -> None:
    """Send a code to the address and remember in the session that one is awaited.

    Raises TooManyCodes. An inactive person's address is answered as any other, and nothing is sent.
    """
    email = email.strip().lower()
    if not ratelimit.consume(request, action="request_login_code", key=email):
        raise TooManyCodes
    person = find_or_create(email)
    LoginCodeVerificationProcess.initiate(request=request, user=person if person.is_active else None, email=email)


def find_or_create(email: str) -> Person:
    """The person who has, or claims, this address. Nothing is proven yet: the address is marked unverified."""
    email = email.strip().lower()
    known = EmailAddress.objects.filter(email=email).select_related("user").order_by("-verified").first()
    if known:
        return known.user
    try:
        with transaction.atomic():
            person, _is_new = Person.objects.get_or_create(email=email, defaults={"password": "!"})
            EmailAddress.objects.create(user=person, email=email, primary=True)
    except IntegrityError:  # the same address came in twice at once; the other request made it
        person = Person.objects.get(email=email)
    return person


def awaited(request: HttpRequest) -> bool:
    return LoginStageController.enter(request, LoginByCodeStage.key) is not None


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
        if not awaited(request):
            return HttpResponseRedirect(self.start_url())
        return super().dispatch(request, *args, **kwargs)

    def _verify_form_valid(self, form: Any) -> HttpResponse:
        answer = self._process.finish(self.done_url())
        return self.proven(answer) if self.request.user.is_authenticated else answer

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        super()._resend_form_valid(form)
        return HttpResponseRedirect(self.request.get_full_path())

    def form_invalid(self, form: Any) -> HttpResponse:
        if self._process.record_invalid_attempt():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        messages.error(self.request, _("The code was wrong three times. Ask for a new one; your answers are kept."))
        return HttpResponseRedirect(self.start_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"start_url": self.start_url()}
