"""A mail server that keeps what it is given: enough of RFC 5321 for Python's smtplib, on a port of its own."""

import socketserver
import threading
import time
from email import message_from_bytes, policy
from email.message import EmailMessage

KEPT = "KEPT"  # the moment when a letter was taken and nothing is said yet; counts like a command


class Sink(socketserver.ThreadingTCPServer):
    """Answers as told in `answers` (first word of a command → reply, such as a 4xx or 5xx one).

    `answer_to` holds replies to single addresses. `pauses` (word → seconds) make it slow, `hold` makes it silent once
    it has a letter. `drops` (word → how many times) ends the conversation without an answer; after `most` letters a
    conversation ends with 421.
    """

    allow_reuse_address = daemon_threads = True
    request_queue_size = 128

    def __init__(self, conversation: type["Conversation"] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), conversation or Conversation)
        self.letters: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.answer_to: dict[str, str] = {}
        self.drops: dict[str, int] = {}
        self.pauses: dict[str, float] = {}
        self.most = self.conversations = 0
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

    def drops_now(self, word: str) -> bool:
        left = self.drops.get(word, 0)
        self.drops[word] = max(0, left - 1)
        return left > 0


class Conversation(socketserver.StreamRequestHandler):
    server: Sink
    disable_nagle_algorithm = True
    taken = 0

    def handle(self) -> None:
        self.server.conversations += 1
        self.say("220 sink")
        while line := self.rfile.readline():
            word = line.decode().split(None, 1)[0].upper().rstrip(":")
            said = self.reply(word, line.decode())
            if not said:
                return
            self.say(said)
            if word == "QUIT" or said.startswith("421"):
                return

    def reply(self, word: str, line: str) -> str:
        """Empty when the conversation ends without one."""
        time.sleep(self.server.pauses.get(word, 0))
        if self.server.drops_now(word):
            return ""
        if word == "MAIL" and 0 < self.server.most <= self.taken:
            return "421 4.7.0 Enough for one conversation"
        to_address = self.server.answer_to.get(line[len("RCPT TO:<") :].strip().rstrip(">")) if word == "RCPT" else None
        return to_address or self.server.answers.get(word) or self.usual(word)

    def usual(self, word: str) -> str:
        if word != "DATA":
            return {"QUIT": "221 bye"}.get(word, "250 ok")
        self.say("354 go on")
        self.server.letters.append(self.letter())
        self.taken += 1
        self.server.received.set()
        self.wait()
        return "" if self.server.drops_now(KEPT) else self.server.answers.get(KEPT, "250 kept")

    def wait(self) -> None:
        time.sleep(self.server.pauses.get(KEPT, 0))
        while self.server.hold.is_set():
            time.sleep(0.01)

    def letter(self) -> EmailMessage:
        return message_from_bytes(self.text(), policy=policy.default)

    def text(self) -> bytes:
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(line[1:] if line.startswith(b"..") else line for line in lines)

    def say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")
