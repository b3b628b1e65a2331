"""The same article twice on a page: as a whole and again in a list, or under two headings."""

from collections.abc import Sequence
from dataclasses import replace

from courseware.reading.drafting.articles import Article
from intake.blocks import Remark

_RUN = 5
_SAME = 0.8


def without_twins(articles: Sequence[Article]) -> tuple[list[Article], list[Remark]]:
    """Keep the longer of two articles whose texts are nearly the same, with what either says of author and date, and
    say which one was met twice."""
    kept: list[Article] = []
    remarks: list[Remark] = []
    for article in articles:
        at = next((i for i, other in enumerate(kept) if _same(article, other)), None)
        if at is None:
            kept.append(article)
            continue
        remarks.append(Remark("article_twice", {"title": article.title}))
        kept[at] = _joined(kept[at], article)
    return kept, remarks


def _joined(one: Article, other: Article) -> Article:
    shorter, longer = sorted((other, one), key=lambda article: article.words)
    return replace(longer, particulars=longer.particulars.completed_by(shorter.particulars))


def _same(one: Article, other: Article) -> bool:
    """Four fifths of the shorter text's runs of five words stand in the longer one."""
    runs, other_runs = _runs(one), _runs(other)
    return len(runs & other_runs) >= _SAME * min(len(runs), len(other_runs))


def _runs(article: Article) -> set[tuple[str, ...]]:
    words = " ".join(line.text for line in article.body).casefold().split()
    return {tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
