"""Which elements of a page are no part of its text: hidden ones, machinery, and what its markup calls navigation."""

import re

from lxml import etree

_MACHINERY = {
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "select", "datalist", "textarea", "button", "input", "head", "title", "link", "meta", "map", "progress", "meter",
    "dialog", "rt", "rp",
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
_COMMENTS = re.compile(r"comments?\b|respond|disqus", re.IGNORECASE)


class Unseen:
    """Answers for the elements of one page."""

    def __init__(self, body: etree._Element) -> None:
        self.mains = [e for e in body.iter("main", "article") if not self._is_comment(e)]
        self.mains += body.xpath(".//*[@role='main' or @role='article']")
        self.has_main = bool(self.mains)
        self.main_headings = any(next(main.iter("h1"), None) is not None for main in self.mains)
        self._with_main = {ancestor for main in self.mains for ancestor in main.iterancestors()} | set(self.mains)

    def leaves_out(self, element: etree._Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _MACHINERY or is_hidden(element):
            return True
        role = element.get("role", "").lower()
        if (tag == "nav" or role in _NEVER_ROLES) and element not in self._with_main:
            return True
        if self.has_main and element not in self._with_main and self._is_around(element, tag, role):
            return True
        return self._is_named_noise(element)

    def is_notes(self, element: etree._Element) -> bool:
        """A list of footnotes."""
        names = _names(element) | {element.get("role", "").lower()}
        return not names.isdisjoint(_NOTES) and element not in self._with_main

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
        return self._is_comment(element) or next(element.iter("h1", "article", "main"), None) is None

    @staticmethod
    def _is_comment(element: etree._Element) -> bool:
        around = [element, *element.iterancestors()][:6]
        return any(_COMMENTS.match(name) for one in around for name in _names(one))


def _names(element: etree._Element) -> set[str]:
    return {name.lower() for name in f"{element.get('class', '')} {element.get('id', '')}".split()}


def is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true":
        return True
    if _HIDDEN_STYLE.search(element.get("style", "")[:2000]):
        return True
    return not _names(element).isdisjoint(_HIDDEN_NAMES)
