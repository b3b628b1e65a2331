import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def support(client):
    client.force_login(factories.person(is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("model", ["event", "session"])
def test_support_staff_look_things_up_and_change_nothing(support, model):
    session = factories.session()
    row = {"event": session.event, "session": session}[model]
    assert support.get(f"/admin/programme/{model}/").status_code == 200
    assert support.get(f"/admin/programme/{model}/{row.pk}/change/").status_code == 200
    assert support.post(f"/admin/programme/{model}/{row.pk}/change/", {"title": "x"}).status_code == 403
    assert support.get(f"/admin/programme/{model}/add/").status_code == 403


def test_the_meeting_link_is_not_shown_to_support_staff(support):
    event = factories.event(meeting_url="https://meet.example.org/secret")
    assert b"secret" not in support.get(f"/admin/programme/event/{event.pk}/change/").content
