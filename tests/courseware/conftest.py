from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

SENTENCES = (
    "The Amu Darya is a long river that runs along the borders of several countries of the region.",
    "In 2021 the United Nations Regional Centre for Preventive Diplomacy for Central Asia (UNRCCA) held 12 meetings.",
    "According to the Ministry of Transport, 34 per cent of the officers in Kyrgyzstan took part in the training.",
    "Their work is described in detail by the authors, who visited three of the crossing points themselves.",
)


@pytest.fixture
def page() -> bytes:
    """An article of our own, long enough to be taken for one."""
    paragraphs = [" ".join(SENTENCES[n:] + SENTENCES[:n]) for n in range(4)]
    lines = ["Rivers and Borders in the Region", *paragraphs[:2], "Work at the Crossing Points", *paragraphs[2:]]
    return "\n\n".join(lines).encode()


@pytest.fixture
def reader(client):
    """Somebody who is signed in, and of no team."""
    someone = factories.person()
    client.force_login(someone)
    return someone


@pytest.fixture
def queries_of(client) -> Callable[[str], int]:
    """How many queries a page takes, once it has been opened a first time."""

    def count(url: str) -> int:
        assert client.get(url).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    return count
