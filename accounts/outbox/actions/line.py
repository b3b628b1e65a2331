import smtplib
from dataclasses import dataclass, field

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

NOT_AVAILABLE = 421  # "closing transmission channel": busy, or enough letters for one connection (RFC 5321)


@dataclass
class Line:
    """One connection to the mail server, opened for the first letter, kept for the next, opened again when it broke.

    `unreachable` says that the last opening failed: the trouble is the server's, not a letter's.
    """

    backend: BaseEmailBackend = field(default_factory=get_connection)
    is_open: bool = False
    unreachable: bool = False

    def send(self, mail: EmailMessage) -> None:
        """A kept connection may have been dropped meanwhile, so there the letter gets a second try at once.

        Should the server have taken it and dropped the line before saying so, this makes the second copy that a later
        try would make too; both carry the same Message-ID.
        """
        was_kept = self.is_open
        try:
            self.send_once(mail)
        except (smtplib.SMTPException, OSError) as trouble:
            if not (was_kept and is_dropped(trouble)):
                raise
            self.send_once(mail)

    def send_once(self, mail: EmailMessage) -> None:
        self.open()
        try:
            self.backend.send_messages([mail])
        except Exception as trouble:
            if not is_about_the_letter(trouble) or is_dropped(trouble):
                self.close()
            raise

    def open(self) -> None:
        if self.is_open:
            return
        self.unreachable = True
        self.backend.open()
        self.is_open, self.unreachable = True, False

    def close(self) -> None:
        self.is_open = False
        try:
            self.backend.close()
        except (smtplib.SMTPException, OSError):
            # It is gone either way; what matters about the letter is known by now.
            self.backend = get_connection()


def reply(trouble: Exception) -> tuple[int, str] | None:
    """The server's code and words, where it said any."""
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(trouble.recipients.values()))
    elif isinstance(trouble, smtplib.SMTPResponseException):
        code, words = trouble.smtp_code, trouble.smtp_error
    else:
        return None
    return code, words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def is_about_the_letter(trouble: Exception) -> bool:
    """Its address or its text; a refused password, sender or greeting is the operator's to mend."""
    return isinstance(trouble, (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError))


def is_dropped(trouble: Exception) -> bool:
    said = reply(trouble)
    return isinstance(trouble, smtplib.SMTPServerDisconnected) or (said is not None and said[0] == NOT_AVAILABLE)


def judged(trouble: Exception) -> tuple[str, bool]:
    """The words to keep, and whether it is final: only when the recipient or the letter itself is refused for good.

    What the operator can mend is not final; the letters wait for it.
    """
    said = reply(trouble)
    if said is None:
        return type(trouble).__name__, False
    return f"{said[0]} {said[1]}", is_about_the_letter(trouble) and said[0] >= 500
