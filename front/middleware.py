from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def refuse_nul(get_response: Answer) -> Answer:
    """No text of a person holds the character NUL, and PostgreSQL cannot keep it: it is a mistake or a probe."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if any("\0" in value for values in (request.GET, request.POST) for _, each in values.lists() for value in each):
            raise BadRequest("NUL")
        return get_response(request)

    return middleware


def content_security_policy(get_response: Answer) -> Answer:
    """The same for every answer. The middleware of django-csp builds it each time, for nonces that we have not."""
    policy = build_policy()

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault(HEADER, policy)
        return response

    return middleware


def empty_the_device(get_response: Answer) -> Answer:
    """Whoever signs out leaves nothing behind in the browser: no pages kept for reading offline, no answers, nor
    (therefore "cache") pages held in memory that the key Back would show to the next person. An expired session is no
    such wish, and what waits to be sent then stays."""

    def middleware(request: HttpRequest) -> HttpResponse:
        was_in = request.method == "POST" and SESSION_KEY in request.session
        response = get_response(request)
        if was_in and SESSION_KEY not in request.session:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return middleware
