"""Reads a list of people to invite: a table as CSV, or nominees written one per line. Pure: text in, values out.

What is wrong with a line is said in codes (Problem), which forms/problems.py puts into words.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO

MOST_LINES = 500
LONGEST = {"name": 150, "email": 254, "agency": 200, "position": 200}
HEADERS = {
    "name": ("name", "full name", "фио", "ф.и.о.", "имя", "фамилия и имя", "имя и фамилия"),
    "email": ("email", "e-mail", "mail", "e-mail address", "email address", "электронная почта", "эл. почта", "почта",
              "адрес", "адрес электронной почты", "эл. адрес"),
    "country": ("country", "страна"),
    "agency": ("agency", "organisation", "organization", "institution", "ведомство", "организация", "учреждение"),
    "position": ("position", "job title", "title", "должность"),
    "category": ("category", "категория"),
    "language": ("language", "язык"),
}  # fmt: skip
CATEGORIES = {
    "participant": ("participant", "участник", "участница"),
    "observer": ("observer", "наблюдатель"),
    "speaker": ("speaker", "докладчик", "докладчица", "спикер"),
    "interpreter": ("interpreter", "переводчик", "переводчица"),
}
LANGUAGES = {"en": ("en", "english", "английский"), "ru": ("ru", "russian", "русский")}
ADDRESS = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])"
)
NOTHING = {"-", "–", "—", "n/a"}  # written where there is nothing to write
FORMULA = tuple("=+-@")  # a spreadsheet would run what begins with one of these; no name or agency does
SEPARATORS = ";,\t"


class Unreadable(Exception):
    """The list as a whole: `code` is empty, not_text, no_email_column, broken or too_many (`figure` lines)."""

    def __init__(self, code: str, figure: int = 0) -> None:
        super().__init__(code)
        self.code, self.figure = code, figure


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` is no_email, bad_email, twice (`value`: the line before), formula, too_long (`value`: the column),
    country, category or language (`value`: what is written)."""

    code: str
    value: str = ""


@dataclass(slots=True)
class Line:
    """One person; `number` is where the line stands in the list, for people to find it. Values are what was meant:
    addresses in lower case, codes of country, category and language."""

    number: int
    values: dict[str, str]
    problems: list[Problem] = field(default_factory=list)

    @property
    def email(self) -> str:
        return self.values.get("email", "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`ignored` are the headings of columns that were not understood."""

    lines: list[Line]
    ignored: list[str]


def decoded(data: bytes) -> str:
    """UTF-8 with or without mark, UTF-16 with one, else the Cyrillic code page of Windows. Raises Unreadable."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data or data.startswith((b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1")):
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1251"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("not_text")


def invitees(text: str, countries: Mapping[str, str]) -> Sheet:
    """The people of a table whose first line names its columns, in any order; only an address is needed.

    `countries` maps names in lower case to codes of ISO 3166. Raises Unreadable.
    """
    rows = table(text)
    if not rows:
        raise Unreadable("empty")
    columns, ignored = columns_of(rows[0][1])
    if "email" not in columns:
        raise Unreadable("no_email_column")
    known = {"country": countries, "category": CATEGORIES_BY_NAME, "language": LANGUAGES_BY_NAME}
    people = [line_of(number, zip(columns, cells, strict=False), known) for number, cells in rows[1:]]
    return Sheet(checked(people), ignored)


def nominees(text: str) -> Sheet:
    """The people of a list with name, address and position in each line, in this order; a line may begin with the
    address. Raises Unreadable."""
    people = [line_of(number, nominee_cells(cells), {}) for number, cells in table(text)]
    return Sheet(checked(people), [])


def nominee_cells(cells: list[str]) -> Iterator[tuple[str, str]]:
    address = next((cell for cell in cells if "@" in cell), "")
    others = [cell for cell in cells if cell != address]
    yield "email", address
    yield from zip(("name", "position"), others, strict=False)


def table(text: str) -> list[tuple[int, list[str]]]:
    """Rows that hold anything, with their line numbers."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    reader = csv.reader(StringIO(text), delimiter=separator_of(text), skipinitialspace=True)
    try:
        return [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise Unreadable("broken") from error


def separator_of(text: str) -> str:
    """Whatever stands most often in the first line that is not empty, outside quotation marks."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(SEPARATORS, key=bare.count)


def columns_of(headings: list[str]) -> tuple[list[str], list[str]]:
    """Our name of each column, empty where there is none; and the headings that were not understood."""
    names = [COLUMN_BY_HEADING.get(clean(heading).casefold().rstrip(":*"), "") for heading in headings]
    once = [name if name and name not in names[:place] else "" for place, name in enumerate(names)]
    return once, [clean(heading) for heading, name in zip(headings, once, strict=True) if not name and clean(heading)]


def line_of(number: int, cells: Iterable[tuple[str, str]], known: Mapping[str, Mapping[str, str]]) -> Line:
    """`known` maps what may be written in a column to what it means."""
    line = Line(number, {name: clean(cell) for name, cell in cells if name})
    line.values["email"] = line.email.removeprefix("mailto:").lower()
    for name, value in list(line.values.items()):
        if name in known and value:
            line.values[name] = known[name].get(value.casefold(), "")
            if not line.values[name]:
                line.problems.append(Problem(name, value[:60]))
        elif len(value) > LONGEST.get(name, 254):
            line.problems.append(Problem("too_long", name))
        elif value.startswith(FORMULA):
            line.problems.append(Problem("formula", name))
    if not ADDRESS.fullmatch(line.email):
        line.problems.append(Problem("bad_email", line.email[:60]) if line.email else Problem("no_email"))
    return line


def clean(cell: str) -> str:
    """Blanks made single, characters that cannot be seen left out."""
    words = " ".join("".join(c for c in cell if c.isprintable() or c.isspace()).split())
    return "" if words.casefold() in NOTHING else words


def checked(lines: list[Line]) -> list[Line]:
    """Raises Unreadable: empty, too_many. The second line with one address is a problem, the first is not."""
    if not lines:
        raise Unreadable("empty")
    if len(lines) > MOST_LINES:
        raise Unreadable("too_many", len(lines))
    first: dict[str, int] = {}
    for line in lines:
        if line.email and first.setdefault(line.email, line.number) != line.number:
            line.problems.append(Problem("twice", str(first[line.email])))
    return lines


def by_name(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: code for code, spoken in words.items() for word in spoken}


COLUMN_BY_HEADING, CATEGORIES_BY_NAME, LANGUAGES_BY_NAME = by_name(HEADERS), by_name(CATEGORIES), by_name(LANGUAGES)
