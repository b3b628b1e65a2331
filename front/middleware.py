from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
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
