from collections.abc import Iterator

import pytest
from django.core.cache import cache


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes are no names: those of a ZIP change with the clock, and two workers then collect different tests."""
    return "bytes" if isinstance(val, bytes) else None


OUTSIDE_TRANSACTIONS = {"transactional_db", "live_server"}


@pytest.fixture(autouse=True)
def fresh_counters(request: pytest.FixtureRequest) -> Iterator[None]:
    """Rate limits count in the cache table, which the flush after a transactional test leaves as it is."""
    yield
    if OUTSIDE_TRANSACTIONS & set(request.fixturenames):
        cache.clear()
