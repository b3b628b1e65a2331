"""Names of WordprocessingML (ECMA-376, part 1, clause 17)."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


def w(name: str) -> str:
    return W + name


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    return None if element is None else element.get(W + attribute)


def number(element: etree._Element | None, attribute: str = "val") -> int | None:
    """A whole number of at most six digits, else None."""
    text = value(element, attribute) or ""
    return int(text) if text.isdecimal() and len(text) <= 6 else None


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """A switch such as bold: present means on unless it says otherwise; None where it is not mentioned."""
    element = None if parent is None else parent.find(W + name)
    return None if element is None else value(element) not in {"0", "false", "off", "none"}


def identifier(element: etree._Element) -> str:
    """Of the relationship that an element refers to, in the usual and in the strict form; "" where it has none."""
    return next((str(said) for name, said in element.items() if str(name).endswith("/relationships}id")), "")
