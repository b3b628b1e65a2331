"""Eighteen pages of different structure: what they tell is drafted, and nothing of the page around it."""

import pytest

from tests.courseware.reading.drafting_cases import PageCase
from tests.courseware.reading.drafting_layouts import LAYOUTS
from tests.courseware.reading.drafting_score import Score, drafted, score
from tests.courseware.reading.drafting_unseen import UNSEEN


@pytest.fixture(params=[*LAYOUTS, *UNSEEN], ids=lambda page: page.name)
def page(request: pytest.FixtureRequest) -> PageCase:
    return request.param


@pytest.fixture
def scored(page: PageCase) -> Score:
    return score(page, drafted(page))


def test_each_article_of_a_page_is_one_module(scored: Score):
    assert scored.modules[0] == scored.modules[1]


def test_title_author_date_and_publisher_are_those_that_the_page_states(scored: Score):
    assert {verdict for told in scored.verdicts.values() for verdict in told.split(", ")} <= {"right", ""}


def test_nothing_of_an_article_is_lost(scored: Score):
    kept, whole = scored.kept
    assert kept >= 0.99 * whole


def test_no_noise_is_left_in_any_text(scored: Score):
    assert scored.noise == ()


def test_headings_of_the_page_are_the_headings_of_its_sections(page: PageCase):
    found = [tuple(one.heading for one in module.sections if one.heading) for module in drafted(page).modules]
    assert found == [told.headings for told in page.told]


def test_pull_quotes_stand_among_the_quotes_alone(page: PageCase):
    for module, told in zip(drafted(page).modules, page.told, strict=True):
        assert set(told.quotes) == set(module.quotes)


def test_a_page_without_an_article_says_so(page: PageCase):
    codes = [remark.code for remark in drafted(page).warnings]
    assert ("no_article_found" in codes) == (not page.told)
