"""The learning record store at the other end, over HTTP."""

import base64
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from courseware.exchange.errors import NoEndpoint

VERSION = "1.0.3"
SECONDS = 15  # that an answer is waited for
UNREACHABLE = 0  # as a status: no answer at all


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A store that has moved is told to the operator: the key must not follow to wherever it points."""

    def redirect_request(self, *_ignored: Any) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirects)


def post(statements: Sequence[dict[str, Any]]) -> int:
    """The status of the answer, or UNREACHABLE. All are taken, or none."""
    return _sent("POST", "", list(statements))


def put(statement: dict[str, Any]) -> int:
    """As post, for one. 409: the store has another statement with this id."""
    return _sent("PUT", "?" + urlencode({"statementId": statement["id"]}), statement)


def _sent(method: str, query: str, body: Any) -> int:
    if not settings.XAPI_ENDPOINT:
        raise NoEndpoint
    secret = base64.b64encode(f"{settings.XAPI_KEY}:{settings.XAPI_SECRET}".encode()).decode()
    headers = {
        "Authorization": f"Basic {secret}",
        "Content-Type": "application/json",
        "X-Experience-API-Version": VERSION,
    }
    address = f"{settings.XAPI_ENDPOINT.rstrip('/')}/statements{query}"
    request = urllib.request.Request(address, json.dumps(body).encode(), headers, method=method)
    try:
        with _opener.open(request, timeout=SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        refusal.close()
        return int(refusal.code)
    except OSError:
        return UNREACHABLE
