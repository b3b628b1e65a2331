"""Which numbered definitions of a Word document draw a sign before a paragraph, and so make it a list item."""

from lxml import etree

from intake.readers.word.names import number, value, w

_NO_LIST = "0"  # how a paragraph takes back the list of its style


class Numbering:
    def __init__(self, root: etree._Element | None) -> None:
        abstracts = [] if root is None else root.findall(w("abstractNum"))
        self._levels = {a.get(w("abstractNumId")): self._formats(a) for a in abstracts}
        self._abstract_of = {
            num.get(w("numId")): value(num.find(w("abstractNumId")))
            for num in ([] if root is None else root.findall(w("num")))
        }

    @staticmethod
    def _formats(abstract: etree._Element) -> dict[int, str]:
        return {
            number(level, "ilvl") or 0: value(level.find(w("numFmt"))) or "decimal"
            for level in abstract.findall(w("lvl"))
        }

    def is_list(self, identifier: str, level: int) -> bool:
        """Unknown definitions count as lists: some writers leave the part out."""
        if identifier == _NO_LIST:
            return False
        formats = self._levels.get(self._abstract_of.get(identifier), {})
        return formats.get(level, "bullet") != "none"
