"""Drafting modules from a page of articles. Pure: a document goes in, drafts and remarks come out.

Remark codes and their values: `no_article_found` (name), `teaser_left_out` (title), `article_twice` (title),
`long_text_left_out` (words, start), `title_from_file_name` (title), `date_unclear` (title, text).
"""

from courseware.reading.drafting.articles import Article, split_page
from courseware.reading.drafting.drafts import (
    CourseDraft,
    ModuleDraft,
    ObjectiveDraft,
    OpinionDraft,
    SectionDraft,
    TermDraft,
)
from courseware.reading.drafting.headings import with_joined_headings
from courseware.reading.drafting.letterheads import without_letterhead
from courseware.reading.drafting.lines import lines_of
from courseware.reading.drafting.mastheads import with_stated_title
from courseware.reading.drafting.modules import draft_module
from courseware.reading.drafting.particulars import stated_by_page
from courseware.reading.drafting.twins import without_twins
from intake.blocks import Document, Remark

__all__ = [
    "CourseDraft",
    "ModuleDraft",
    "ObjectiveDraft",
    "OpinionDraft",
    "SectionDraft",
    "TermDraft",
    "draft_course",
    "with_joined_headings",
]


def draft_course(document: Document) -> CourseDraft:
    """Draft one module for each article of a page; no module and a remark where the page holds no article."""
    lines = without_letterhead(with_stated_title(lines_of(document), document.facts))
    page = split_page(lines, document.name)
    articles, twice = without_twins(page.articles)
    told = stated_by_page(document.facts, page.discarded, alone=len(articles) == 1)
    none = [] if articles else [Remark("no_article_found", {"name": document.name})]
    return CourseDraft(
        modules=tuple(draft_module(article, document.language, told) for article in articles),
        discarded=tuple(dict.fromkeys(page.discarded)),
        warnings=(*none, *page.warnings, *twice, *_unclear_dates(articles)),
    )


def _unclear_dates(articles: list[Article]) -> list[Remark]:
    unclear = [(one.title, one.particulars.unclear_date) for one in articles if one.particulars.published is None]
    return [Remark("date_unclear", {"title": title, "text": text}) for title, text in unclear if text]
