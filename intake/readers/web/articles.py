"""Pages whose markup says that they hold several articles."""

from collections.abc import Iterator

from lxml import etree

from intake.readers.web.unseen import Unseen

_LEAST_WORDS = 60  # fewer are the beginning of an article on another page
_HEADINGS = ("h1", "h2", "h3", "h4")


def raise_titles(body: etree._Element) -> None:
    """Make the first heading of each of several <article> elements one of the first level, in place.

    Only where each has one: pages also put parts of one article into such elements.
    """
    titles = [next(article.iter(*_HEADINGS), None) for article in _articles(body)]
    found = [title for title in titles if title is not None]
    if len(found) > 1 and len(found) == len(titles) and len({title.tag for title in found}) == 1:
        for title in found:
            title.tag = "h1"


def _articles(body: etree._Element) -> Iterator[etree._Element]:
    for element in body.iter("article"):
        is_within = any(ancestor.tag == "article" for ancestor in element.iterancestors())
        long = sum(len(text.split()) for text in element.itertext()) >= _LEAST_WORDS
        if long and not is_within and not Unseen.is_comment(element):
            yield element
