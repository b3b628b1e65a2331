"""A narrow column beside the text, as a browser prints it, and tables that only look like one."""

from tests.intake.files import text
from tests.intake.readers.test_pdf import LEFT, RIGHT, texts

LINKS = ["Other", "notices", "Library", "closed", "New jetty", "opened", "Find the", "Institute", "Radio"]


def _lines(x: float, lines: list[str], first: float, step: float) -> str:
    return "\n".join(text(x, first + n * step, line) for n, line in enumerate(lines))


def _wide() -> list[str]:
    both = zip([*LEFT, *RIGHT], [*RIGHT, *LEFT], strict=True)
    return [f"{one} {other} so" for one, other in both]


def test_what_stands_beside_the_text_comes_after_it_even_over_the_page():
    page = _lines(72, _wide(), 100, 14) + "\n" + _lines(470, LINKS, 107, 14)
    found = " ".join(words for _, words in texts(page, _lines(72, LEFT, 100, 14)))
    assert found.index("Other notices") > found.rindex(LEFT[-1])
    assert " ".join(_wide()[:3]) in found


def test_cells_on_the_base_lines_of_the_text_are_no_column_of_their_own():
    rows = [(f"{line} and more of the same", f"Ann{n}") for n, line in enumerate(LEFT)]
    drawn = [
        _lines(x, [line], 100 + n * 18, 18)
        for n, row in enumerate(rows)
        for x, line in zip((72, 470), row, strict=True)
    ]
    found = " ".join(words for _, words in texts("\n".join(drawn)))
    assert found.index("Ann0") < found.index("what they find")


def test_a_short_column_of_two_lines_is_no_sidebar():
    page = _lines(72, _wide(), 100, 14) + "\n" + _lines(470, LINKS[:2], 105, 18)
    found = " ".join(words for _, words in texts(page))
    assert found.index("Other") < found.index(_wide()[-1])
