import pytest
from django.utils import timezone

from courseware.certificates import actions
from tests import factories
from tests.courseware.certificates.keys import private_pem


@pytest.fixture
def badge_keys(settings):
    settings.BADGE_KEYS = private_pem(1)


@pytest.fixture
def certificate(badge_keys):
    """Of somebody who was at a webinar for long enough; issued by hand."""
    award = factories.award(minutes=60)
    person = factories.person(name="Aliya Omarova", email="aliya@example.org")
    factories.attendance(award.event, person=person, minutes=90)
    return actions.issue(award, person, by=factories.person(), at=timezone.now())
