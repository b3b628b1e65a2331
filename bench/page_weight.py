"""What a first visit of an event's page costs to receive: every response with its headers, compressed, and the favicon.

Serves a fresh demonstration with the real server and opens it in Chromium with an empty cache.
Run by `.venv/bin/python bench/page_weight.py [path]`, after `make test` has installed what it needs; without a path
the first event of the list is taken. Ends with status 1 above the budget.
"""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

BUDGET = 40_000  # bytes
ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def demonstration() -> Iterator[int]:
    """A site with nothing but the seeds; gives its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="convoke-bench-") as var:
        values = os.environ | {"DEMO": "yes", "VAR_DIR": var, "PORT": str(port)}
        command = [sys.executable, "manage.py", "serve", "--prepare"]
        site = subprocess.Popen(command, cwd=ROOT, env=values, stdout=subprocess.DEVNULL)
        try:
            wait_for(port, site)
            yield port
        finally:
            site.terminate()
            site.wait()


def wait_for(port: int, site: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if site.poll() is not None:
            sys.exit("The site did not start; its words are above.")
        try:
            fetch(port, "/")
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The site did not answer within two minutes.")


def fetch(port: int, path: str) -> tuple[int, str]:
    """Bytes received, headers included, and the text of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": "identity" if path.endswith("/") else "br"})
    answer = connection.getresponse()
    body = answer.read()
    head = sum(len(name) + len(value) + len(": \r\n") for name, value in answer.getheaders())
    return head + len(f"HTTP/1.1 {answer.status} {answer.reason}\r\n\r\n") + len(body), body.decode("utf-8", "replace")


def first_event(port: int) -> str:
    found = re.search(r'href="(/events/[\w-]+/)"', fetch(port, "/events/")[1])
    if found is None:
        sys.exit("The list of events is empty.")
    return found.group(1)


def visit(port: int, path: str) -> dict[str, int]:
    """Address → bytes received for it, headers included, as the browser itself counts them."""
    addresses: dict[str, str] = {}
    weights: dict[str, int] = {}
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = browser.new_context().new_page()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", lambda it: addresses.update({it["requestId"]: it["request"]["url"]}))
        network.on("Network.loadingFinished", lambda it: weights.update({it["requestId"]: it["encodedDataLength"]}))
        page.goto(f"http://127.0.0.1:{port}{path}", wait_until="load")
        page.wait_for_timeout(1500)  # what scripts fetch after loading
        icon = page.locator("link[rel~=icon]").first.get_attribute("href") or "/favicon.ico"
        browser.close()
    found = {re.sub(r"^https?://[^/]+", "", addresses[request]): int(size) for request, size in weights.items()}
    return found | {icon: fetch(port, icon)[0]}  # the browser fetches it, and does not count it


def main() -> None:
    if CHROMIUM is None:
        sys.exit("There is no Chromium on this machine. Install it (Debian and Ubuntu: sudo apt install chromium).")
    with demonstration() as port:
        path = sys.argv[1] if len(sys.argv) > 1 else first_event(port)
        weights = visit(port, path)
    for address, size in sorted(weights.items(), key=lambda row: -row[1]):
        print(f"{size:>8,}  {address}")
    total = sum(weights.values())
    print(f"{total:>8,}  in all, first visit of {path} (budget {BUDGET:,})")
    sys.exit(total > BUDGET)


if __name__ == "__main__":
    main()
