from collections.abc import Iterator

import pytest

from tests.accounts.outbox.sink import Sink


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    yield sink
    sink.hold.clear()
    sink.close()


@pytest.fixture
def by_smtp(sink: Sink, settings) -> Sink:
    """Letters sent by this process go to the sink, through Django's real SMTP."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = sink.server_address
    settings.EMAIL_TIMEOUT = 2
    return sink
