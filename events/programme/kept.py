"""Pages of events: each is drawn once for all who see the same of it, and kept in this process, compressed.

A page is good for one version of its event, which every change of what the page shows raises in its own transaction,
and until the clock next changes what it says. It is drawn for a Visitor, who has no name: nothing personal is in it.
"""

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from accounts.people.middleware import chosen_theme

ROOM = 4 * 1024 * 1024  # bytes of compressed pages in one process: several hundred pages
READS_GZIP = re.compile(r"\bgzip\b")


@dataclass(frozen=True, slots=True)
class Visitor:
    """All that the page of an event may know of whoever looks at it; takes the person's place while it is drawn."""

    language: str
    theme: str
    is_authenticated: bool
    time_zone: str
    may_use_desk: bool

    @classmethod
    def of(cls, request: HttpRequest, *, may_use_desk: bool) -> "Visitor":
        person = request.user
        zone = person.time_zone if person.is_authenticated else ""
        return cls(get_language(), chosen_theme(request), person.is_authenticated, zone, may_use_desk)

    @classmethod
    def stranger(cls, language: str) -> "Visitor":
        """Somebody who has never been here: no cookie, no colours chosen."""
        return cls(language, "", is_authenticated=False, time_zone="", may_use_desk=False)

    def request(self, path: str) -> HttpRequest:
        """What this visitor asks for: no session, no token, no cookie but the colours."""
        request = HttpRequest()
        request.method, request.path, request.path_info = "GET", path, path
        request.user, request.COOKIES = self, {"theme": self.theme}
        return request


@dataclass(frozen=True, slots=True)
class Page:
    version: int
    until: datetime | None
    tag: str
    packed: bytes

    @classmethod
    def of(cls, answer: HttpResponse, *, version: int, until: datetime | None) -> "Page":
        tag = f'W/"{sha256(answer.content).hexdigest()[:24]}"'
        return cls(version, until, tag, gzip.compress(answer.content, mtime=0))

    def is_good(self, version: int, at: datetime) -> bool:
        return self.version == version and (self.until is None or at < self.until)


class Shelf:
    """The pages that were used last, as many as there is room for (in bytes). Threads may share it."""

    def __init__(self, room: int) -> None:
        self.room, self.taken = room, 0
        self.pages: OrderedDict[Hashable, Page] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Hashable) -> Page | None:
        with self.lock:
            if key in self.pages:
                self.pages.move_to_end(key)
            return self.pages.get(key)

    def put(self, key: Hashable, page: Page) -> None:
        with self.lock:
            self.drop(key)
            self.pages[key] = page
            self.taken += len(page.packed)
            while self.taken > self.room:
                self.drop(next(iter(self.pages)))

    def drop(self, key: Hashable) -> None:
        if page := self.pages.pop(key, None):
            self.taken -= len(page.packed)


shelf = Shelf(ROOM)


def good_page(key: Hashable, version: int, at: datetime, draw: Callable[[], Page]) -> Page:
    """The kept page, or a fresh one that takes its place. `version` must be read before `draw` reads anything."""
    page = shelf.get(key)
    if page is None or not page.is_good(version, at):
        page = draw()
        shelf.put(key, page)
    return page


def answer(request: HttpRequest, page: Page) -> HttpResponse:
    """As the browser can read it; 304 where it has this very page already. It has to ask each time."""
    headers = {"ETag": page.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if READS_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
        response = HttpResponse(page.packed, headers=headers | {"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(page.packed), headers=headers)
    return get_conditional_response(request, etag=page.tag, response=response)
