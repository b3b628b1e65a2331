from collections.abc import Callable

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
