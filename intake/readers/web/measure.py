"""How deep and how large a page may be, counted while it is parsed, before a tree of it stands in memory."""

from lxml import etree

from intake.errors import Refused

DEEPEST, MOST_TAGS = 200, 50_000
_CHUNK = 65_536


class _Count:
    """A target of lxml's parser: it is told of each tag, also of those that a page leaves out."""

    def __init__(self) -> None:
        self.depth = self.tags = 0

    def start(self, tag: str, attributes: object) -> None:
        self.depth += 1
        self.tags += 1
        if self.depth > DEEPEST:
            raise Refused("html_too_deep", limit=DEEPEST)
        if self.tags > MOST_TAGS:
            raise Refused("html_too_many_tags", limit=MOST_TAGS)

    def end(self, tag: str) -> None:
        self.depth -= 1

    def close(self) -> None:
        return None


def check_measure(source: bytes) -> None:
    """Raises Refused html_too_deep, html_too_many_tags."""
    parser = etree.HTMLParser(target=_Count(), encoding="utf-8", no_network=True)
    for start in range(0, len(source), _CHUNK):
        parser.feed(source[start : start + _CHUNK])
    parser.close()
