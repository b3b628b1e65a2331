from collections.abc import Iterator

import pytest

from events.registration.invariants import broken


@pytest.fixture(autouse=True)
def every_invariant_holds(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test did to seats: afterwards the counters tell the rows."""
    uses_rows = request.node.get_closest_marker("django_db")
    if uses_rows:
        request.getfixturevalue("transactional_db" if uses_rows.kwargs.get("transaction") else "db")
    yield
    if uses_rows:
        assert list(broken()) == []
