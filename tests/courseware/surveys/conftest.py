import pytest

from tests import factories


@pytest.fixture
def person():
    return factories.person()


@pytest.fixture
def survey():
    """An open evaluation of a course, with one question."""
    survey = factories.survey()
    factories.survey_question(survey)
    return survey
