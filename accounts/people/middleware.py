from collections.abc import Callable
from contextlib import nullcontext
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]


def language_and_zone(get_response: Answer) -> Answer:
    """Each request is answered in the person's language and zone: profile first, then cookie, then browser."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = chosen_language(request)
        with translation.override(language), chosen_zone(request):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return middleware


def chosen_language(request: HttpRequest) -> str:
    person = request.user
    own = person.language if person.is_authenticated else ""
    return own or translation.get_language_from_request(request)


def chosen_theme(request: HttpRequest) -> str:
    """ "light" or "dark"; nothing where the system decides."""
    theme = request.COOKIES.get("theme", "")
    return theme if theme in {"light", "dark"} else ""


def chosen_zone(request: HttpRequest) -> object:
    name = request.user.time_zone if request.user.is_authenticated else ""
    try:
        return timezone.override(ZoneInfo(name)) if name else nullcontext()
    except (ZoneInfoNotFoundError, ValueError):  # a zone that the data no longer knows is as good as none
        return nullcontext()
