import pytest

from tests import factories


@pytest.fixture
def organizer(client):
    someone = factories.person()
    client.force_login(someone)
    return someone


@pytest.fixture
def team(organizer):
    return factories.team(organizer=organizer)


@pytest.fixture
def module(team):
    return factories.module(factories.course(team=team))
