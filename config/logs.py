"""What the log must not hold although requests and errors do: addresses of people, query strings, and the tokens of
personal links, which are a right in themselves."""

import logging
import re

from django.http import HttpRequest

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
QUERY = re.compile(r"(?<=/)\?\S+")
TOKEN = re.compile(r"(?<=/)(?P<door>r|invited|invitations?)/[^/\s?]{20,}")


def impersonal(text: str) -> str:
    return TOKEN.sub(r"\g<door>/…", QUERY.sub("?…", ADDRESS.sub("…@…", text)))


class Impersonal(logging.Filter):
    """Lets every record through, with what is personal masked in its message.

    Django's messages about a request name its path; the pattern of that path stands in its place
    ("/desk/events/<slug:slug>/"), so that no new address of the site can bring a token into the log.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            for path in (request.path, request.path.encode("unicode_escape").decode("ascii")):  # Django writes the last
                text = text.replace(path, pattern(request)) if len(path) > 1 else text
        record.msg, record.args = impersonal(text), ()
        return True


def pattern(request: HttpRequest) -> str:
    match = request.resolver_match
    return f"/{match.route}" if match else "(an address that leads nowhere)"


class Plain(logging.Formatter):
    """One whose tracebacks are masked too: a database quotes the values that it refuses."""

    def formatException(self, ei: object) -> str:
        """Without PostgreSQL's "DETAIL:  Key (name)=(…) already exists."."""
        lines = super().formatException(ei).splitlines()
        return impersonal("\n".join(line for line in lines if not line.startswith(("DETAIL:", "CONTEXT:"))))
