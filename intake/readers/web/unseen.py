"""Which elements of a page are no part of its text: hidden ones, machinery, and what its markup calls navigation."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from intake.readers.calls import with_address
from intake.readers.web.sheets import sheet_of

_MACHINERY = {
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "select", "datalist", "textarea", "button", "input", "head", "title", "link", "meta", "map", "progress", "meter",
    "dialog", "rt", "rp", "amp-ad", "amp-analytics", "amp-consent", "amp-list", "amp-sidebar", "amp-social-share",
}  # fmt: skip
_AROUND = {"aside", "form", "footer"}  # beside the text where the page says which part is its text
_AROUND_ROLES = {"complementary", "search", "contentinfo", "banner", "form"}
_NEVER_ROLES = {"navigation", "menu", "menubar", "toolbar", "dialog", "alertdialog", "doc-endnotes", "doc-footnote"}
_NOTES = {"footnotes", "footnote", "endnotes", "doc-endnotes", "doc-footnote", "footnote-list", "reflist"}
_HIDDEN_STYLE = re.compile(
    r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-element\s{0,5}:\s{0,5}(?:footnote|header|footer)"
    r"|font-size\s{0,5}:\s{0,5}0(?:px|pt|em)?\s{0,5}(?:;|$)|mso-hide\s{0,5}:\s{0,5}all",
    re.IGNORECASE,
)
_HIDDEN_NAMES = {"sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "d-none", "hidden", "skip-link"}
_NOISE_NAMES = re.compile(
    r"(?:cookies?|consent|gdpr|newsletters?|subscribe|subscription|breadcrumbs?|pagination|pager|navbar|menu|nav"
    r"|related|recommended|read-?more|more-?news|see-?also|share|sharing|social|comments?|respond|disqus|advert\w{0,20}"
    r"|ads?|banner|promo|popup|modal|sidebar|toolbar|tags)"
    r"(?:[-_](?:list|links?|box|bar|area|section|wrapper|container|block|posts?|articles?|items?|form|notice|buttons?"
    r"|widget|menu|nav|overlay|dialog|popup|signup|media|icons?|content|banner|message|text|consent|title)){0,2}",
    re.IGNORECASE,
)
# Words in the names of small boxes of a page ("c-share-bar", "toc_container"), whatever else the names say.
_NOISE_WORDS = {
    "share", "sharing", "sharedaddy", "social", "newsletter", "subscribe", "subscription", "promo", "ad", "ads", "adv",
    "advert", "advertisement", "adsbygoogle", "sponsored", "related", "relatedposts", "recommended", "recirc",
    "breadcrumbs", "crumbs", "toc", "cookie", "cookies", "consent", "paywall", "listen", "player", "print", "rating",
    "views", "counter", "tools", "toolbar", "leftnav", "topnav", "topbar", "tagcloud", "authorbox", "teaser",
    "editsection", "navbox", "catlinks", "sitesub",
}  # fmt: skip
_LINK_WORDS = {"more", "next", "prev", "previous", "links", "quicklinks", "menu", "nav", "follow", "buy", "shop"}
_BUTTON_WORDS = {"btn", "button"}
_WORD_OF_NAME = re.compile(r"[^a-z]{1,5}")
_OPENS, _FOLDS = {"h2", "h3", "h4", "h5", "h6", "dt", "summary"}, {"div", "dd", "section", "p", "ul", "ol"}
_MOST_IN_A_BOX, _MOST_ON_A_BUTTON = 60, 6  # words
_MOST_HIDDEN = 40  # words; more are hidden until somebody opens them, unless they stand elsewhere as well
_WIDTH = re.compile(r"(?P<n>\d{1,4})(?:px)?(?P<unit>%)?")
_NARROW, _NARROW_SHARE, _MOST_IN_A_COLUMN = 250, 30, 80  # pixels, per cent, words
_LONG_TEXT, _LEAST_FOLDED = 40, 4  # characters, words
_COMMENTS = re.compile(r"comments?\b|respond|disqus", re.IGNORECASE)


class Unseen:
    """Answers for the elements of one page."""

    def __init__(self, body: etree._Element) -> None:
        self.mains = [e for e in body.iter("main", "article") if not self.is_comment(e)]
        self.mains += body.xpath(".//*[@role='main' or @role='article']")
        self.has_main = bool(self.mains)
        self.main_headings = any(next(main.iter("h1"), None) is not None for main in self.mains)
        self._sheet = sheet_of(body.getroottree().getroot())
        self._texts = Counter(_long_texts(body)) if self._sheet.hidden else Counter[str]()
        self._with_main = {ancestor for main in self.mains for ancestor in main.iterancestors()} | set(self.mains)

    def leaves_out(self, element: etree._Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or (tag in _MACHINERY and not _is_words_of_a_heading(element)):
            return True
        if is_hidden(element) and not _is_folded(element):
            return True
        if self._is_hidden_by_sheet(element):
            return True
        role = element.get("role", "").lower()
        if (tag == "nav" or role in _NEVER_ROLES) and element not in self._with_main:
            return True
        if self.has_main and element not in self._with_main and self._is_around(element, tag, role):
            return True
        return self._is_named_noise(element) or (element not in self._with_main and _is_small_box(element))

    def _is_hidden_by_sheet(self, element: etree._Element) -> bool:
        if element in self._with_main or self._sheet.hidden.isdisjoint(_names(element)):
            return False
        long = list(_long_texts(element))
        copied = sum(self._texts[text] > 1 for text in long)
        return copied * 2 > len(long) or _words_in(element) <= _MOST_HIDDEN

    def stands_apart(self, element: etree._Element) -> bool:
        """By a rule of the page's style sheet."""
        return not self._sheet.blocks.isdisjoint(_names(element))

    def is_notes(self, element: etree._Element) -> bool:
        """A list of footnotes."""
        names = _names(element) | {element.get("role", "").lower()}
        return not names.isdisjoint(_NOTES) and element not in self._with_main

    @staticmethod
    def is_side_column(cell: etree._Element) -> bool:
        """A narrow cell of few words beside the one that has the page's heading, in a page laid out by a table."""
        told = _WIDTH.fullmatch(cell.get("width", "").strip())
        if told is None or int(told["n"]) > (_NARROW_SHARE if told["unit"] else _NARROW):
            return False
        if next(cell.iter("h1", "table"), None) is not None or _words_in(cell) > _MOST_IN_A_COLUMN:
            return False
        row = cell.getparent()
        return any(next(other.iter("h1"), None) is not None for other in row.iterchildren("td") if other is not cell)

    def _is_around(self, element: etree._Element, tag: str, role: str) -> bool:
        if tag in _AROUND or role in _AROUND_ROLES:
            return not any(ancestor.tag == "blockquote" for ancestor in element.iterancestors())
        return tag == "header" and not any(ancestor in self.mains for ancestor in element.iterancestors())

    def only_title_of(self, element: etree._Element) -> etree._Element | None:
        """The page's heading, where it stands in a header that is left out and the text itself has none."""
        if element.tag != "header" or self.main_headings or is_hidden(element):
            return None
        return next(element.iter("h1"), None)

    def _is_named_noise(self, element: etree._Element) -> bool:
        """By class or id, such as "cookie-banner"; never what holds the text itself."""
        if element in self._with_main or element.tag in {"body", "h1", "article"}:
            return False
        if not any(_NOISE_NAMES.fullmatch(name) for name in _names(element)):
            return False
        return self.is_comment(element) or next(element.iter("h1", "article", "main"), None) is None

    @staticmethod
    def is_comment(element: etree._Element) -> bool:
        """Whether a reader of the page wrote it, as its markup says."""
        around = [element, *element.iterancestors()][:6]
        return any(_COMMENTS.match(name) for one in around for name in _names(one))


def _is_small_box(element: etree._Element) -> bool:
    """By one word of a class or id; only few words, as a large part of the page may bear the name of a box in it."""
    named = _words_of_names(element)
    if element.tag in {"body", "h1", "article", "main"} or named.isdisjoint(_NOISE_WORDS | _LINK_WORDS | _BUTTON_WORDS):
        return False
    parent = element.getparent()
    if parent is not None and named & _words_of_names(parent) & (_NOISE_WORDS | _LINK_WORDS):
        return False  # a part of a box that is too large to be left out: its label tells what it is
    if next(element.iter("h1", "article", "main"), None) is not None:
        return False
    count = _words_in(element)
    if not named.isdisjoint(_BUTTON_WORDS) and count <= _MOST_ON_A_BUTTON:
        words = "".join(element.itertext())
        return not (
            any(sign.isdigit() or sign in ":@" for sign in words) or with_address(words, element.get("href", ""), "")
        )
    in_links = sum(map(_words_in, element.iter("a")))
    is_linked = count <= _MOST_IN_A_BOX and in_links * 10 >= count * 6
    return (not named.isdisjoint(_NOISE_WORDS) and count <= _MOST_IN_A_BOX) or (
        not named.isdisjoint(_LINK_WORDS) and is_linked
    )


def _words_of_names(element: etree._Element) -> set[str]:
    return {word for name in _names(element) for word in _WORD_OF_NAME.split(name)}


def _words_in(element: etree._Element) -> int:
    return sum(len(text.split()) for text in element.itertext())


def _long_texts(element: etree._Element) -> Iterator[str]:
    return (plain for text in element.itertext() if len(plain := " ".join(text.split())) >= _LONG_TEXT)


def _names(element: etree._Element) -> set[str]:
    return {name.lower() for name in f"{element.get('class', '')} {element.get('id', '')}".split()}


def _is_words_of_a_heading(element: etree._Element) -> bool:
    """A heading that opens what is below it: "<h3><button>May I bring meat?</button></h3>"."""
    return element.tag == "button" and any(ancestor.tag in _OPENS for ancestor in element.iterancestors())


def _is_folded(element: etree._Element) -> bool:
    """Whether a reader opens it by the heading right above, below which nothing else stands: an answer among many."""
    above, below = element.getprevious(), element.getnext()
    if above is None or element.tag not in _FOLDS or not _names(element).isdisjoint(_HIDDEN_NAMES - {"hidden"}):
        return False
    opens = above.tag in _OPENS | {"button"} or any(each.get("aria-expanded") for each in above.iter())
    return opens and (below is None or below.tag == above.tag) and _words_in(element) >= _LEAST_FOLDED


def is_hidden(element: etree._Element) -> bool:
    """By its own markup, not by that of what it stands in."""
    if element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true":
        return True
    if _HIDDEN_STYLE.search(element.get("style", "")[:2000]):
        return True
    return not _names(element).isdisjoint(_HIDDEN_NAMES)


def is_entry_of_contents(item: etree._Element) -> bool:
    """Whether all that a list item says leads to another place on the page: a table of contents."""
    links = list(item.iter("a"))
    said = sum(len("".join(link.itertext()).strip()) for link in links if link.get("href", "").startswith("#"))
    return bool(links) and said > 0 and said == len("".join("".join(item.itertext()).split("\n")).strip())
