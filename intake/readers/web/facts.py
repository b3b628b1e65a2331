"""What a page says of itself in its head: its title, who published it, who wrote it, when."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from intake.blocks import Remark
from intake.language import holder_of_rights
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
_AFTER_SITE = re.compile(r"(?<=\w): ")  # "Notes of a Gardener: The First Frost"
_HEADINGS = {"h1", "h2", "h3", "h4"}
_LONGEST, _LONGEST_TITLE = 120, 300
_LEAST_TEXT = 200  # characters
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
    title_in_head, site = _of_title(root)
    title = _without_site(_plain(_first(told, _TITLE)), publisher)[:_LONGEST_TITLE] or title_in_head
    publisher = publisher or _name(site) or _holder_in_footer(root)
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


def _holder_in_footer(root: etree._Element) -> str:
    """Who "© 2026 Example Review" below the page names, where no more than one does."""
    lines = {_plain(text) for footer in root.iter("footer") for text in footer.itertext()}
    names = {holder_of_rights(line) for line in lines if line.startswith("©") and len(line) <= _LONGEST}
    return (names.pop() or "") if len(names) == 1 else ""


def _of_title(root: etree._Element) -> tuple[str, str]:
    """The title of the article and the name of the site, as the <title> has them; the title may be left to the page.

    Usually the site comes last, and only what is before it stands in the page as it is. Where both stand there, the
    article's is the one that is a heading; of two headings the lower one, as long as no text parts them.
    """
    whole, body = _plain(root.findtext(".//title") or ""), root.find(".//body")
    if not whole or body is None:
        return "", ""
    places = _places(body)
    for bar in (*reversed(list(_BEFORE_SITE.finditer(whole))), *_AFTER_SITE.finditer(whole)):
        before, after = whole[: bar.start()], whole[bar.end() :]
        found = [places.get(part.casefold()) for part in (before, after)]
        if None not in found and any(place and place.is_heading for place in found):
            return (before, after) if max(found) == found[0] else (after, before)
        if found[0] and bar.re is _BEFORE_SITE:
            return "", after
    return "", ""


class _Place(NamedTuple):
    """Where a short text stands in a page; the greatest is the likeliest title."""

    is_heading: bool
    texts_above: int  # below 0
    at: int


def _places(body: etree._Element) -> dict[str, _Place]:
    """Of each short text of a page, the likeliest place where it is a title."""
    found: dict[str, _Place] = {}
    texts = 0
    for at, element in enumerate(body.iter("*")):
        is_heading = element.tag in _HEADINGS
        for text in ["".join(element.itertext())] if is_heading else [element.text or "", element.tail or ""]:
            plain = _plain(text[: 2 * _LONGEST_TITLE]).casefold()
            place = _Place(is_heading, -texts, at)
            found[plain] = max(place, found.get(plain, place))
            texts += len(plain) > _LEAST_TEXT
    return found


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
