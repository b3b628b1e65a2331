"""What the styles of a Word document say: which are headings, captions, quotes, lists; bold and size by inheritance."""

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from intake.readers.word.names import is_on, number, value, w

# Word writes the built-in names in English whatever its language; LibreOffice and converters may write their own.
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|rubrik|kop|nagłówek|başlık|заголовок|тақырып)\s{0,3}([1-9])\b"
)
_TITLES = {
    "title",
    "titel",
    "название",
    "заголовок",
    "título",
    "titolo",
    "titre",
    "document title",
    "dokumenttitel",
    "main title",
}
_SUBTITLES = {"subtitle", "untertitel", "подзаголовок", "sous-titre", "subtítulo"}
_CAPTIONS = (
    "caption",
    "beschriftung",
    "название объекта",
    "légende",
    "illustration",
    "table caption",
    "figure caption",
)
_QUOTES = ("quote", "intense quote", "block text", "quotations", "zitat", "цитата", "выделенная цитата", "citation")
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|verzeichnis|оглавление|содержание)\s{0,3}(?:heading|\d)?")
_NOTES = ("footnote text", "endnote text", "header", "footer", "колонтитул", "верхний колонтитул", "нижний колонтитул")
_DEEPEST_STYLE = 12
_BODY_OUTLINE = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph gets from its style. `outline` counts headings from 1; `numbering` is a list's id and level."""

    name: str = ""
    outline: int | None = None
    numbering: tuple[str, int] | None = None
    bold: bool = False
    size: float = 0.0
    hidden: bool = False

    @property
    def heading(self) -> int | None:
        """1 to 6; 0 for the title of the document, which stands above them."""
        told = _HEADING.match(self.name)
        if self.name in _TITLES:
            return 0
        if self.name in _SUBTITLES:
            return 1
        return min(self.outline or (int(told.group(1)) if told else 0), 6) or None

    @property
    def is_caption(self) -> bool:
        return self.name.startswith(_CAPTIONS)

    @property
    def is_quote(self) -> bool:
        return self.name.startswith(_QUOTES)

    @property
    def is_furniture(self) -> bool:
        """A table of contents, or what belongs to notes and margins."""
        return bool(_CONTENTS.fullmatch(self.name)) or self.name in _NOTES


class Styles:
    def __init__(self, root: etree._Element | None) -> None:
        every = [] if root is None else root.findall(w("style"))
        self._elements = {style.get(w("styleId")): style for style in every}
        self._default = next(
            (
                s.get(w("styleId"))
                for s in every
                if s.get(w("type")) == "paragraph" and s.get(w("default")) in ("1", "true")
            ),
            None,
        )
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._size = (number(None if defaults is None else defaults.find(w("sz"))) or 20) / 2
        self.of = cache(self._of)

    def _of(self, identifier: str | None) -> Style:
        """The style by its id; unknown ones are as plain as the default."""
        chain = self._chain(identifier or self._default)
        if not chain:
            return Style(size=self._size)
        return Style(
            name=(value(chain[0].find(w("name"))) or "").strip().lower(),
            outline=self._outline(chain),
            numbering=self._numbering(chain),
            bold=bool(self._first_said(chain, "b")),
            size=self._first_size(chain),
            hidden=bool(self._first_said(chain, "vanish")),
        )

    def _chain(self, identifier: str | None) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while identifier in self._elements and len(chain) < _DEEPEST_STYLE:
            chain.append(self._elements[identifier])
            identifier = value(chain[-1].find(w("basedOn")))
        return chain

    @staticmethod
    def _outline(chain: list[etree._Element]) -> int | None:
        for style in chain:
            level = number(style.find(f"{w('pPr')}/{w('outlineLvl')}"))
            if level is not None:
                return level + 1 if level < _BODY_OUTLINE else None
        return None

    @staticmethod
    def _numbering(chain: list[etree._Element]) -> tuple[str, int] | None:
        for style in chain:
            found = style.find(f"{w('pPr')}/{w('numPr')}")
            if found is not None and value(found.find(w("numId"))):
                return value(found.find(w("numId"))), number(found.find(w("ilvl"))) or 0
        return None

    @staticmethod
    def _first_said(chain: list[etree._Element], switch: str) -> bool | None:
        said = (is_on(style.find(w("rPr")), switch) for style in chain)
        return next((answer for answer in said if answer is not None), None)

    def _first_size(self, chain: list[etree._Element]) -> float:
        sizes = (number(style.find(f"{w('rPr')}/{w('sz')}")) for style in chain)
        return next((half_points / 2 for half_points in sizes if half_points), self._size)
