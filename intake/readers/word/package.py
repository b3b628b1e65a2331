"""The parts of a DOCX file, parsed without fetching or expanding anything."""

import posixpath

from lxml import etree

from intake.errors import Refused
from intake.readers import archive
from intake.readers.word.names import w
from intake.readers.word.numbering import Numbering
from intake.readers.word.styles import Styles

_MAIN = "/officeDocument"  # the end of the relationship's type, in the strict and in the usual form
_LINK = "/hyperlink"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    def __init__(self, data: bytes) -> None:
        """Raises Refused as archive.opened does."""
        self.archive = archive.opened(data)
        self.names = set(self.archive.namelist())
        self.main = self._main_part()

    def body(self) -> etree._Element:
        """Raises Refused docx_damaged where there is none."""
        body = self._parsed(self.main).find(w("body"))
        if body is None:
            raise Refused("docx_damaged")
        return body

    def styles(self) -> Styles:
        return Styles(self._beside_main("styles.xml"))

    def numbering(self) -> Numbering:
        return Numbering(self._beside_main("numbering.xml"))

    def links(self) -> dict[str, str]:
        """The addresses outside the file that the text refers to, by their identifiers."""
        relations = self._beside_main(f"_rels/{posixpath.basename(self.main)}.rels")
        return {
            relation.get("Id", ""): relation.get("Target", "")
            for relation in (() if relations is None else relations)
            if relation.get("Type", "").endswith(_LINK)
        }

    def _main_part(self) -> str:
        if "_rels/.rels" in self.names:
            for relation in self._parsed("_rels/.rels"):
                if relation.get("Type", "").endswith(_MAIN):
                    name = posixpath.normpath(relation.get("Target", "").lstrip("/"))
                    if name in self.names:
                        return name
        if "word/document.xml" not in self.names:
            raise Refused("docx_damaged")
        return "word/document.xml"

    def _beside_main(self, name: str) -> etree._Element | None:
        """A part that a reader can do without: broken ones count as missing."""
        path = posixpath.join(posixpath.dirname(self.main), name)
        if path not in self.names:
            return None
        try:
            return self._parsed(path)
        except Refused:
            return None

    def _parsed(self, name: str) -> etree._Element:
        """No entity is resolved and nothing is fetched; libxml2 itself stops at 256 elements inside each other."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        data = archive.part(self.archive, name).replace(_STRICT, _USUAL)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise Refused("docx_damaged") from error
