"""From the lines of a page to its articles: title, particulars and the lines of text, free of the page's furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from courseware.reading.drafting.anchors import Anchor, anchors
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.particulars import Particulars
from courseware.reading.drafting.shapes import is_caption, is_running_text, words_in
from intake.blocks import Remark

_LEAST_WORDS = 35
_LEAST_WORDS_IF_CUT_OFF = 150
_LEAST_WORDS_ALONE = 8
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s{0,5}$")
_LONG = 40


@dataclass(frozen=True, slots=True)
class Article:
    """`dropped` are the lines near the text that belong to the page; `alone` allows a very short text."""

    title: str
    particulars: Particulars
    body: tuple[Line, ...]
    dropped: tuple[Line, ...] = ()
    alone: bool = False

    @property
    def words(self) -> int:
        return sum(words_in(line.text) for line in self.body if is_running_text(line.text))

    def is_whole(self) -> bool:
        """An article and not the teaser of one: long enough, and not cut off with dots."""
        if not self.words or (_CUT_OFF.search(self.body[-1].text) and self.words < _LEAST_WORDS_IF_CUT_OFF):
            return False
        return self.words >= (_LEAST_WORDS_ALONE if self.alone else _LEAST_WORDS)


@dataclass(frozen=True, slots=True)
class Page:
    articles: tuple[Article, ...]
    discarded: tuple[str, ...]
    warnings: tuple[Remark, ...]


def split_page(lines: Sequence[Line], name: str) -> Page:
    """Cut a page into its articles. `name` is the file's name, the title of last resort."""
    found = anchors(lines)
    if not found:
        return _untitled(lines, name)
    before = list(lines[: found[0].title_at])
    ends = [*(after.title_at for _before, after in pairwise(found)), len(lines)]
    parts = [_article(lines, anchor, end, len(found) == 1) for anchor, end in zip(found, ends, strict=True)]
    teasers = [part for part in parts if not part.is_whole()]
    lost = [text for part in teasers for text in (part.title, *(line.text for line in part.body))]
    dropped = before + [line for part in parts for line in part.dropped]
    warnings = _left_out(dropped) + [Remark("teaser_left_out", {"title": part.title}) for part in teasers if part.body]
    whole = tuple(part for part in parts if part.is_whole())
    return Page(whole, (*(line.text for line in dropped), *lost), tuple(warnings))


def _article(lines: Sequence[Line], anchor: Anchor, end: int, alone: bool) -> Article:
    title = lines[anchor.title_at]
    body, dropped = _body(lines[anchor.body_at : end])
    above = [lines[anchor.standfirst_at]] if anchor.standfirst_at is not None else []
    buttons = [line for line in lines[anchor.title_at + 1 : anchor.body_at] if furniture(line.text)]
    kept = [line for line in (*above, *body) if line.text.casefold() != title.text.casefold()]
    return Article(title.text, anchor.particulars, tuple(kept), (*buttons, *dropped), alone or title.level > 0)


def _body(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the lines after a title into text and what the page adds to it."""
    end = next((i for i in range(len(lines)) if _ends_here(lines, i)), len(lines))
    text = [line for line in lines[:end] if not furniture(line.text)]
    tail = len(text)
    while tail and _is_loose(text[tail - 1]):
        tail -= 1
    kept = text[:tail] + [line for line in text[tail:] if is_caption(line.text)]
    chosen = {id(line) for line in kept}
    return kept, [line for line in lines if id(line) not in chosen]


def _ends_here(lines: Sequence[Line], at: int) -> bool:
    """A closing line, unless the text goes on right below it (a "Continue reading" button within an article)."""
    if furniture(lines[at].text) != "end":
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is None or not (is_running_text(below.text) and words_in(below.text) >= _LONG)


def _is_loose(line: Line) -> bool:
    """A short line after the last paragraph: the label of the next article, a link, a heading without text."""
    return line.kind not in ("item", "table", "caption") and not is_running_text(line.text)


def _untitled(lines: Sequence[Line], name: str) -> Page:
    """A text that begins without any title is one article under the name of its file."""
    body, dropped = _body(lines)
    title = PurePath(name).stem.replace("_", " ").replace("-", " ").strip() or name
    article = Article(title, Particulars(), tuple(body), tuple(dropped))
    if not article.is_whole():
        return Page((), tuple(line.text for line in lines), ())
    remarks = [Remark("title_from_file_name", {"title": title}), *_left_out(dropped)]
    return Page((article,), tuple(line.text for line in dropped), tuple(remarks))


def _left_out(lines: Sequence[Line]) -> list[Remark]:
    """One remark for each long text that went into no article: it may be worth a look."""
    long = [(words_in(line.text), line.text) for line in lines if words_in(line.text) >= _LONG]
    return [Remark("long_text_left_out", {"words": n, "start": " ".join(text.split()[:8])}) for n, text in long]
