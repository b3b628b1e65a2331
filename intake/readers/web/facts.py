"""What a page says of itself in its head: its title, who published it, who wrote it, when."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from intake.blocks import Remark
from intake.readers.decoding import cleaned

_PUBLISHER = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
)
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author")
_DATE = ("article:published_time", "datepublished", "dc.date", "dcterms.date", "citation_publication_date", "date")
_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "headline", "twitter:title")
_BEFORE_SITE = re.compile(r"\s{1,5}[|–—·•»«:-]{1,2}\s{1,5}")  # "Toll chain - The Example Encyclopaedia"
_DAY = re.compile(r"(?:19|20)\d\d[-/](?:0\d|1[0-2])[-/](?:[0-2]\d|3[01])")
_LONGEST, _LONGEST_TITLE = 120, 300
_LONGEST_DATA = 100_000
_DEEPEST = 4


def facts(root: etree._Element) -> tuple[Remark, ...]:
    """One remark for each: title_of_page (name), publisher_of_page (name), author_of_page (name), day_of_page (day,
    ISO 8601).

    The meta elements come first, then linked data (schema.org) in a script; last the page's <title>, which often names
    the publisher behind the heading that stands in the text.
    """
    told = {}
    for name, value in (*_of_meta(root), *_of_linked_data(root)):
        told.setdefault(name, value)
    publisher, author = _name(_first(told, _PUBLISHER)), _name(_first(told, _AUTHOR))
    title = _without_site(_plain(_first(told, _TITLE)), publisher)[:_LONGEST_TITLE]
    publisher = publisher or _name(_site_in_title(root))
    day = _DAY.match(_first(told, _DATE).strip())
    found = (
        title and Remark("title_of_page", {"name": title}),
        publisher and Remark("publisher_of_page", {"name": publisher}),
        author and Remark("author_of_page", {"name": author}),
        day and Remark("day_of_page", {"day": day.group().replace("/", "-")}),
    )
    return tuple(remark for remark in found if remark)


def _first(told: dict[str, str], names: tuple[str, ...]) -> str:
    return next((told[name] for name in names if told.get(name, "").strip()), "")


def _plain(text: str) -> str:
    return " ".join(cleaned(text).split())


def _without_site(title: str, publisher: str) -> str:
    parts = _BEFORE_SITE.split(title)
    same = len(parts) > 1 and parts[-1].casefold() == publisher.casefold()
    return title[: title.rindex(parts[-1])].rstrip(" |–—·•»«:-") if same else title


def _site_in_title(root: etree._Element) -> str:
    """What stands behind the last bar or dash of the <title>, where the rest stands in the page as it is."""
    title = _plain(root.findtext(".//title") or "")
    bars, body = list(_BEFORE_SITE.finditer(title)), root.find(".//body")
    if not bars or body is None:
        return ""
    before = title[: bars[-1].start()].casefold()
    texts = (text for text in body.itertext() if len(text) < 2 * _LONGEST_TITLE)
    return title[bars[-1].end() :] if any(_plain(text).casefold() == before for text in texts) else ""


def _name(text: str) -> str:
    """The text, unless it is an address or too long for a name."""
    plain = _plain(text)
    return "" if len(plain) > _LONGEST or "://" in plain or "@" in plain else plain


def _of_meta(root: etree._Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            yield name.strip().lower(), meta.get("content")


def _of_linked_data(root: etree._Element) -> Iterator[tuple[str, str]]:
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json" and len(script.text or "") <= _LONGEST_DATA:
            try:
                yield from _of_thing(json.loads(script.text or "null"), 0)
            except (ValueError, RecursionError):
                continue  # damaged data of a page is as good as none


def _of_thing(thing: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Of an article, wherever it stands in the data; the names of other things are not the page's."""
    if isinstance(thing, list):
        for one in thing[:50]:
            yield from _of_thing(one, depth)
    elif isinstance(thing, dict) and depth < _DEEPEST:
        if any(str(kind).endswith(("Article", "Posting")) for kind in _listed(thing.get("@type"))):
            yield from (("og:site_name", name) for name in _names(thing.get("publisher")))
            yield from (("author", name) for name in _names(thing.get("author")))
            yield "headline", str(thing.get("headline") or "")
            yield "datepublished", str(thing.get("datePublished") or "")
        yield from _of_thing(thing.get("@graph"), depth + 1)


def _names(value: Any) -> list[str]:
    """Of one body or person; several authors are left to the text of the page."""
    named = [one.get("name") if isinstance(one, dict) else one for one in _listed(value)]
    return [name for name in named if isinstance(name, str)] if len(named) == 1 else []


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
