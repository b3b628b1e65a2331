"""One visitor's program: sends its requests one after the other over a kept connection. Knows no Django, so that
sixteen of them cost the machine little.

Standard input: a line of JSON {port, requests: [{path, cookies, body}]}, then any line as the word to go. Standard
output: "ready", then a line of JSON with [status, location, seconds] for each request; status 0 is a broken connection.
"""

import http.client
import json
import sys
import time

HERE = "127.0.0.1"


def main() -> None:
    job = json.loads(sys.stdin.readline())
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    line = http.client.HTTPConnection(HERE, job["port"], timeout=120)
    print(json.dumps([answer(line, request) for request in job["requests"]]))  # noqa: T201


def answer(line: http.client.HTTPConnection, request: dict[str, str]) -> tuple[int, str, float]:
    began = time.monotonic()
    try:
        line.request("POST", request["path"], request["body"], headers(line, request["cookies"]))
        got = line.getresponse()
        got.read()
    except (OSError, http.client.HTTPException):
        line.close()
        return 0, "", time.monotonic() - began
    return got.status, got.getheader("Location") or "", time.monotonic() - began


def headers(line: http.client.HTTPConnection, cookies: str) -> dict[str, str]:
    """As a proxy that ends TLS passes them on, which is how the site is served."""
    origin = f"https://{HERE}:{line.port}"
    kind = "application/x-www-form-urlencoded"
    proxied = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
    return {"Cookie": cookies, "Origin": origin, "Content-Type": kind, **proxied}


if __name__ == "__main__":
    main()
