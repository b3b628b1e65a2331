"""XML from elsewhere, read without entities, without the network and without depth; and XML of our own, written."""

import io
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from courseware.exchange.formats.course import Unreadable

LARGEST = 10_000_000  # bytes
DEEPEST = 60
MOST_ELEMENTS = 200_000


class _Builder(TreeBuilder):
    """A document type can define entities that grow without end or name files; none of our formats has one."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.elements = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise Unreadable("document_type")

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST or self.elements > MOST_ELEMENTS:
            raise Unreadable("too_much_xml")
        return super().start(tag, attributes)

    def end(self, tag: str) -> Element:
        self.depth -= 1
        return super().end(tag)


def parsed(data: bytes) -> Element:
    """The root. Raises Unreadable: empty, too_big, document_type, too_much_xml, broken_xml."""
    if len(data) > LARGEST:
        raise Unreadable("too_big")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Unreadable("empty")
    parser = XMLParser(target=_Builder())
    try:
        parser.feed(data.lstrip(b" \t\r\n"))
        return parser.close()
    except (ParseError, ValueError, LookupError):  # the last two: an encoding that is wrong or unknown
        raise Unreadable("broken_xml") from None


def written(root: Element) -> bytes:
    """UTF-8 with a declaration. Names carry their prefix and the root declares it, as attributes: ElementTree keeps its
    own list of prefixes for the whole process, and two of our formats want the same one."""
    ElementTree.indent(root)
    stream = io.BytesIO()
    ElementTree.ElementTree(root).write(stream, encoding="UTF-8", xml_declaration=True)
    return stream.getvalue() + b"\n"


def child(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    made = ElementTree.SubElement(parent, tag, attributes)
    made.text = text
    return made
