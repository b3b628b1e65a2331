"""The real web server on the test's database, for browsers: to be killed as a power cut would, and started again."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from django.conf import settings

from front.management.commands.serve import services
from tests.processes import ROOT, environment, wait_until
from tests.proofs.site import HERE, answers, free_port, static_names


class Server:
    """Without TLS, as the demonstration: browsers take loopback for secure. Needs `transaction=True`."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://{HERE}:{self.port}"
        self.folder = shutil.copytree(Path(settings.ROOT) / "static", static_names(), dirs_exist_ok=True)

    def __enter__(self) -> "Server":
        self.start()
        return self

    def start(self) -> None:
        here = environment(DEMO="yes", STATIC_ROOT=str(self.folder))
        command = services(HERE, self.port)[0].command
        self.process = subprocess.Popen(command, cwd=ROOT, env=here, start_new_session=True)
        assert wait_until(lambda: self.process.poll() is not None or answers(self.port), 60)
        assert self.process.poll() is None

    def kill(self) -> None:
        """All of its processes, at once and without a word."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)

    def __exit__(self, *_: object) -> None:
        self.kill()
