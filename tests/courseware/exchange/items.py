"""Questions of every kind, made up: by hand for a test that looks at one, at random for one that looks at many."""

import random
import uuid
from decimal import Decimal
from fractions import Fraction

from courseware.exchange.formats.course import CourseFile, Entry, ModuleText, SectionText
from courseware.quizzes.items import Item, Option

KINDS = ("single", "multiple", "true_false", "matching", "ordering", "numeric", "short", "cloze")
WORDS = (
    *(
        "Пограничный",
        "контроль",
        "Ўзбекистон",
        "қарор",
        "тоҷикӣ",
        "river",
        "Amu Darya",
        "“quoted”",
        "'s",
        "line\nbreak",
    ),
    *("42 %", "%50%", "R&D", "&amp;", "&", "a < b", "<b>", '"', "*", "…", "/", "//", "\\", r"\n", "C:\\temp", "->"),
    *("{1:MC:=x}", "}", "{", "~", "=", "#", "####", ":", "::", "[plain]", "]", "ANSWER: B", "A. x", "$CATEGORY:"),
)


class Making:
    """Items at random, always the same for the same seed; each can be asked."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 6)))

    def maybe(self) -> str:
        return self.words() if self.random.random() < 0.4 else ""

    def text(self, number: int) -> str:
        """No two alike."""
        return f"{self.words()} n{number}"

    def item(self, kind: str) -> Item:
        stem = f"{self.words()} what"
        return getattr(self, f"_{kind}")(stem, self.maybe())

    def _options(self, count: int, right: set[int]) -> tuple[Option, ...]:
        return tuple(Option(n, self.text(n), n in right, self.maybe()) for n in range(1, count + 1))

    def _single(self, stem: str, feedback: str) -> Item:
        count = self.random.randint(2, 6)
        return Item("single", stem, self._options(count, {self.random.randint(1, count)}), feedback)

    def _multiple(self, stem: str, feedback: str) -> Item:
        count = self.random.randint(3, 7)
        right = set(self.random.sample(range(1, count + 1), self.random.randint(1, count - 1)))
        return Item("multiple", stem, self._options(count, right), feedback)

    def _true_false(self, stem: str, feedback: str) -> Item:
        true = self.random.random() < 0.5
        options = (Option(1, "True", true, self.maybe()), Option(2, "False", not true, self.maybe()))
        return Item("true_false", stem, options, feedback)

    def _matching(self, stem: str, feedback: str) -> Item:
        pairs = [Option(n, self.text(n), match=f"to {self.text(n)}") for n in range(1, self.random.randint(3, 6))]
        return Item("matching", stem, (*pairs, Option(len(pairs) + 1, "", match=f"spare {self.text(9)}")), feedback)

    def _ordering(self, stem: str, feedback: str) -> Item:
        return Item("ordering", stem, tuple(Option(n, self.text(n)) for n in range(1, 5)), feedback)

    def _numeric(self, stem: str, feedback: str) -> Item:
        number, tolerance = self.random.choice(("12.5", "-3", "0.001", "1900")), self.random.choice(("0", "0.5"))
        more = Option(2, "77", feedback=self.maybe(), weight=Fraction(1, 2), tolerance=Decimal(1))
        first = Option(1, number, feedback=self.maybe(), tolerance=Decimal(tolerance))
        return Item("numeric", stem, (first, *([more] if self.random.random() < 0.5 else [])), feedback)

    def _short(self, stem: str, feedback: str) -> Item:
        more = Option(2, self.text(2), feedback=self.maybe(), weight=Fraction(1, 3))
        return Item("short", stem, (Option(1, self.text(1), feedback=self.maybe()), more), feedback)

    def _cloze(self, stem: str, feedback: str) -> Item:
        options = tuple(
            Option(2 * gap + n - 2, self.text(n), n == 1, self.maybe(), gap=gap) for gap in (1, 2) for n in (1, 2)
        )
        return Item("cloze", f"{stem} [[1]] {self.words()}\nthen [[2]] end", options, feedback)


def entry(item: Item, **fields: object) -> Entry:
    values = {"code": str(uuid.uuid4()), "tags": ("border", "tag [with] bracket"), "difficulty": 3}
    return Entry(item, **(values | fields))


def choice(stem: str = "Which river?", right: str = "Amu Darya", wrong: str = "Volga", **fields: object) -> Item:
    return Item("single", stem, (Option(1, right, True), Option(2, wrong)), **fields)


def course(*items: Item, **fields: object) -> CourseFile:
    """A course of one module, whose quiz asks these questions."""
    entries = tuple(entry(item, module="rivers") for item in items)
    sections = (
        SectionText(str(uuid.uuid4()), "Источники", "<p>Вода &amp; жизнь.</p>"),
        SectionText(str(uuid.uuid4()), "", "<p>The second part.</p>"),
    )
    module = ModuleText("rivers", "Rivers / Реки", "en", "A source", sections, entries)
    return CourseFile("rivers-and-borders", "Rivers & borders", "en", "Summary.", (module,), entries, **fields)
