"""The kept page of an event, answered before sessions, people and messages are looked for.

Most who open the page of an event come by a link, and bring no cookie: they are nobody yet, so nothing is to be looked
up about them but the event. Whoever brings one, and a page that has to be drawn first, goes the whole way.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from events.programme.kept import Page, Visitor, answer, shelf
from events.programme.models import Event
from events.programme.states import SHOWN

PAGE = re.compile(r"^/events/(?P<slug>[-\w]{1,80})/$", re.ASCII)
Answer = Callable[[HttpRequest], HttpResponse]


def kept_for_strangers(get_response: Answer) -> Answer:
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or "HTTP_COOKIE" in request.META or not (asked := PAGE.match(request.path_info)):
            return get_response(request)
        language = get_language_from_request(request)
        page = kept(asked["slug"], Visitor.stranger(language))
        if page is None:
            return get_response(request)
        response = answer(request, page)
        response["Content-Language"], response["Content-Length"] = language, str(len(response.content))
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return middleware


def kept(slug: str, stranger: Visitor) -> Page | None:
    found = Event.objects.filter(slug=slug, state__in=SHOWN).order_by().values_list("code", "version")
    for code, version in found:
        page = shelf.get((code, stranger))
        return page if page and page.is_good(version, timezone.now()) else None
    return None
