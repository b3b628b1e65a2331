"""What browsers need to keep courses readable without a connection: docs/architecture.md, "When the line drops"."""

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import conditional_page, require_safe


@require_safe
@conditional_page
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, under a name that never changes: a hashed one could not be replaced by the next."""
    return HttpResponse(source(), content_type="text/javascript")


@cache
def source() -> bytes:
    return Path(finders.find("js/sw.js")).read_bytes()


@require_safe
@never_cache
def on_this_device(request: HttpRequest) -> HttpResponse:
    """What is kept here, as device.js lists it. The service worker shows it in the place of a page that is not kept."""
    return render(request, "courseware/reading/on_this_device.html")
