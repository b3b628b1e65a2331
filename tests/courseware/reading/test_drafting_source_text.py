"""The page of four articles that the drafting was built for. It is not ours, so it is not in the repository."""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from courseware.reading.drafting import CourseDraft, ModuleDraft, draft_course
from intake.language import words
from intake.readers import read

FURNITURE = {
    "Connect with us", "Central Asia", "Published", "on", "Continue Reading", "Comments", "Publications", "Latest",
    "Trending",
}  # fmt: skip


@pytest.fixture(scope="module")
def page() -> Path:
    folder = os.environ.get("SOURCE_TEXTS")
    if not folder:
        pytest.skip("SOURCE_TEXTS does not name the folder of the source texts")
    return next(Path(folder).glob("004_*.txt"))


@pytest.fixture(scope="module")
def lines(page: Path) -> list[str]:
    return [line.strip() for line in page.read_text().splitlines() if line.strip()]


@pytest.fixture(scope="module")
def draft(page: Path) -> CourseDraft:
    return draft_course(read(page.name, page.read_bytes()))


def texts(module: ModuleDraft) -> list[str]:
    headings = [section.heading for section in module.sections if section.heading]
    paragraphs = [paragraph for section in module.sections for paragraph in section.paragraphs]
    return [module.title, *headings, *paragraphs, *module.captions]


def test_there_are_four_modules_with_the_titles_of_the_page(draft: CourseDraft, lines: list[str]):
    titles = [line for line, below in pairwise(lines) if below == "Published"]
    assert [module.title for module in draft.modules] == titles
    assert len(titles) == 4


def test_the_sub_headings_of_the_second_article_are_its_sections(draft: CourseDraft):
    assert [section.heading for section in draft.modules[1].sections] == [
        None,
        "Factionalization of IMU",
        "Global Jihad and Taliban Nationalism",
        "Foggy Future of Central Asian Jihadism",
        "ISK Threatens the US",
    ]


def test_both_captions_are_recognised_and_no_other_line(draft: CourseDraft):
    assert [len(module.captions) for module in draft.modules] == [0, 2, 0, 0]
    assert draft.modules[1].captions[0].startswith("The ISK founding")


def test_no_furniture_is_left_in_any_text(draft: CourseDraft):
    assert not FURNITURE & {text for module in draft.modules for text in texts(module)}
    assert set(draft.discarded) == FURNITURE


def test_every_line_of_the_articles_is_kept(draft: CourseDraft, lines: list[str]):
    kept = sum(len(words(text)) for module in draft.modules for text in texts(module))
    whole = sum(len(words(line)) for line in lines if line not in FURNITURE)
    assert kept >= 0.99 * whole


def test_nothing_is_invented_about_author_date_and_source(draft: CourseDraft):
    assert {(module.author, module.published, module.source) for module in draft.modules} == {(None, None, None)}


def test_reading_minutes_follow_from_the_length(draft: CourseDraft):
    assert [module.reading_minutes for module in draft.modules] == [6, 12, 3, 4]
