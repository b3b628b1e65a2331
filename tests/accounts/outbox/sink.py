"""A mail server that keeps what it is given: enough of RFC 5321 for Python's smtplib, on a port of its own."""

import socketserver
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage


class Sink(socketserver.ThreadingTCPServer):
    """Answers as told in `answers` (first word of a command → reply); `hold` set makes it silent after DATA."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.letters: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.hold = threading.Event()
        self.received = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def addresses(self) -> list[str]:
        return sorted(str(letter["To"]) for letter in self.letters)

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class Conversation(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        self.say("220 sink")
        while line := self.rfile.readline():
            word = line.decode().split(None, 1)[0].upper().rstrip(":")
            self.say(self.server.answers.get(word) or self.usual(word))
            if word == "QUIT":
                return

    def usual(self, word: str) -> str:
        if word != "DATA":
            return {"QUIT": "221 bye"}.get(word, "250 ok")
        self.say("354 go on")
        self.server.letters.append(self.letter())
        self.server.received.set()
        while self.server.hold.is_set():
            self.server.hold.wait(0.01)
        return "250 kept"

    def letter(self) -> EmailMessage:
        lines = iter(self.rfile.readline, b".\r\n")
        raw = b"".join(line[1:] if line.startswith(b"..") else line for line in lines)
        return message_from_bytes(raw, policy=policy.default)

    def say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")
