"""Debian's Firefox, driven by what it speaks itself (Marionette): no driver to install, only the browser."""

import json
import os
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any

from tests.processes import wait_until

NAMES = ("firefox", "firefox-esr")
INSTALL = "no Firefox on this machine; install it (Debian: sudo apt install firefox-esr) to run this test"
PATIENCE = 30


def program() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A browser with an empty profile in `folder`, its home, too: nothing of it stays. `quit` it, come what may."""

    def __init__(self, path: str, folder: Path) -> None:
        self.profile = profile = folder / "profile"
        profile.mkdir()
        (profile / "user.js").write_text('user_pref("marionette.port", 0);\n')
        command = [path, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, env=os.environ | {"HOME": str(folder)}, **silent)
        self.line = socket.socket()
        self.count = 0

    def connect(self) -> None:
        port = self.profile / "MarionetteActivePort"
        assert wait_until(lambda: port.exists() and port.read_text(), 60), "Firefox has not started"
        self.line = socket.create_connection(("127.0.0.1", int(port.read_text())), timeout=60)
        self.receive()
        self.tell("WebDriver:NewSession", pageLoadStrategy="normal")

    def receive(self) -> Any:
        """Messages stand after their length: `21:[1,1,null,{}]`."""
        length = b""
        while not length.endswith(b":"):
            length += self.line.recv(1) or b":"
        left, parts = int(length[:-1]), b""
        while len(parts) < left:
            parts += self.line.recv(left - len(parts))
        return json.loads(parts)

    def tell(self, command: str, **parameters: object) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, command, parameters]).encode()
        self.line.sendall(b"%d:%s" % (len(message), message))
        _kind, _number, error, result = self.receive()
        assert error is None, f"{command}: {error['message']}"
        return result

    def open(self, url: str) -> None:
        self.tell("WebDriver:Navigate", url=url)

    def add_cookie(self, cookie: dict[str, str]) -> None:
        self.tell("WebDriver:AddCookie", cookie=cookie)

    def run(self, script: str, *args: object) -> Any:
        """What the function with this body returns; a promise is waited for."""
        return self.tell("WebDriver:ExecuteScript", script=script, args=args)["value"]

    def shows(self, text: str) -> bool:
        return wait_until(lambda: text in self.run("return document.body.innerText"), PATIENCE)

    def quit(self) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.line.close()
