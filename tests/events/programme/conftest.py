import pytest

from tests import factories


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def team(organizer):
    return factories.team(organizer=organizer)


@pytest.fixture
def desk(client, organizer):
    """A browser in which the organizer is signed in."""
    client.force_login(organizer)
    return client
