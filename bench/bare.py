"""The site, and in the same processes the bare view that event_page.py measures it against.

/bare/ is one query and bytes compressed beforehand, without any middleware; /behind/ is that view behind the site's.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from config.wsgi import application as site
from events.programme.models import Event

BYTES = Path(os.environ["BARE_BYTES"]).read_bytes()


def bare(request: HttpRequest, slug: str) -> HttpResponse:
    Event.objects.values_list("code", "state", "version").get(slug=slug)
    return HttpResponse(BYTES, headers={"Content-Encoding": "gzip", "Content-Length": str(len(BYTES))})


urlpatterns = [path("bare/<slug:slug>/", bare), path("behind/<slug:slug>/", bare)]


class Handler(WSGIHandler):
    def get_response(self, request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        return super().get_response(request)


def handler(middleware: list[str]) -> Handler:
    """Django reads the list once, when a handler is made."""
    with override_settings(MIDDLEWARE=middleware):
        return Handler()


HANDLERS = {"bare": handler([]), "behind": handler(settings.MIDDLEWARE)}


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    chosen = HANDLERS.get(environ["PATH_INFO"].split("/")[1], site)
    return chosen(environ, start_response)
