"""From the lines of a page to its articles: title, particulars and the lines of text, free of the page's furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath

from courseware.reading.drafting.anchors import Anchor, anchors
from courseware.reading.drafting.boxes import text_of, without_author_box
from courseware.reading.drafting.furniture import furniture, opens_other_articles
from courseware.reading.drafting.issues import with_issue
from courseware.reading.drafting.lines import NO_HEADING, Line
from courseware.reading.drafting.names import is_label, is_person
from courseware.reading.drafting.particulars import Particulars, opens, stated_in_text
from courseware.reading.drafting.shapes import CUT_OFF, is_credit, is_running_text, says_caption, words_in
from intake.blocks import Remark

_LEAST_WORDS = 35
_LEAST_WORDS_IF_CUT_OFF = 150
_LEAST_WORDS_ALONE = 8
_LEAST_WORDS_BESIDE_LINKS = 60
_LEAST_LINKS = 4
_LONGEST_TEASER = 80
_LEAST_BEGINNINGS = 4  # so many articles of one short paragraph each are a list of teasers
_FARTHEST_LABEL = 40  # lines
_LONG = 40
_LEADS_ON = re.compile(
    r"(?:continue reading|read more|keep reading|full story|read the full (?:story|article)|more|читать далее|подробнее"
    r"|читать дальше|читать полностью)\W{0,5}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Article:
    """`dropped` are the lines near the text that belong to the page; `alone` allows a very short text.

    `listed`: it stands in a list of other articles, or a "Read more" follows its only paragraph.
    """

    title: str
    particulars: Particulars
    body: tuple[Line, ...]
    dropped: tuple[Line, ...] = ()
    alone: bool = False
    listed: bool = False

    @property
    def words(self) -> int:
        return sum(words_in(line.text) for line in self.body if is_running_text(line.text))

    @property
    def paragraphs(self) -> int:
        return sum(is_running_text(line.text) for line in self.body)

    def is_short(self) -> bool:
        return self.paragraphs < 2 and self.words < _LONGEST_TEASER

    def is_whole(self) -> bool:
        """An article and not the teaser of one: long enough, not cut off with dots, no list of links."""
        if not self.words or (CUT_OFF.search(self.body[-1].text) and self.words < _LEAST_WORDS_IF_CUT_OFF):
            return False
        links = sum(line.kind == "item" and not is_running_text(line.text) for line in self.body)
        if (links >= _LEAST_LINKS and self.words < _LEAST_WORDS_BESIDE_LINKS) or (self.listed and self.is_short()):
            return False
        return self.words >= (_LEAST_WORDS_ALONE if self.alone else _LEAST_WORDS)


@dataclass(frozen=True, slots=True)
class Page:
    articles: tuple[Article, ...]
    discarded: tuple[str, ...]
    warnings: tuple[Remark, ...]


def split_page(lines: Sequence[Line], name: str) -> Page:
    """Cut a page into its articles. `name` is the file's name, the title of last resort."""
    found = with_issue(lines, anchors(lines))
    if not found:
        return _untitled(lines, name)
    before = list(lines[: found[0].begins_at])
    ends = [*(after.begins_at for _before, after in pairwise(found)), len(lines)]
    parts = [_article(lines, anchor, end, len(found) == 1) for anchor, end in zip(found, ends, strict=True)]
    beginnings = len(parts) >= _LEAST_BEGINNINGS and all(part.is_short() for part in parts)
    whole = tuple(part for part in parts if part.is_whole() and not beginnings and not _is_cover(part, parts))
    taken = {id(part) for part in whole}
    teasers = [part for part in parts if id(part) not in taken]
    lost = [text for part in teasers for text in (part.title, *(line.text for line in part.body))]
    dropped = before + [line for part in parts for line in part.dropped]
    warnings = _left_out(dropped) + [Remark("teaser_left_out", {"title": part.title}) for part in teasers if part.body]
    return Page(whole, (*(line.text for line in dropped), *lost), tuple(warnings))


def _is_cover(part: Article, parts: Sequence[Article]) -> bool:
    """The title of a collection and a line or two about it, above articles."""
    return (
        part is parts[0] and part.words < _LEAST_WORDS and any(other.words > _LEAST_WORDS_IF_CUT_OFF for other in parts)
    )


def _article(lines: Sequence[Line], anchor: Anchor, end: int, alone: bool) -> Article:
    title = lines[anchor.title_at]
    body, dropped = _body(lines[anchor.body_at : end])
    credits = (at for at in range(anchor.title_at + 1, anchor.body_at) if is_credit(lines[at].text))
    chosen = {*anchor.between, *credits}
    above = [_as_text(lines[at]) for at in sorted(chosen)]
    around = [lines[at] for at in range(anchor.title_at + 1, anchor.body_at) if at not in chosen]
    buttons = [line for line in around if furniture(line.text) or is_label(line.text)]
    kept = [line for line in (*above, *body) if line.text.casefold() != title.text.casefold()]
    listed = _is_listed(lines, anchor) or _leads_on(lines[anchor.body_at : end])
    lonely = alone or title.level == 1
    signed = replace(anchor.particulars, author=anchor.particulars.author or _signed(lines[:end], body))
    kept, of_author = without_author_box(kept, signed.author)
    return Article(title.text, signed, tuple(kept), (*buttons, *dropped, *of_author), lonely, listed and not alone)


def _as_text(line: Line) -> Line:
    """What stands between a title and its byline heads no section, however short it is."""
    return line if line.level else replace(line, level=NO_HEADING)


def _signed(lines: Sequence[Line], body: Sequence[Line]) -> str | None:
    """The name right below the last line of the text, where what comes then is the page's and no text."""
    at = max((at for at, line in enumerate(lines) if body and line is body[-1]), default=len(lines)) + 1
    if at >= len(lines) or lines[at].level or furniture(lines[at].text) or not is_person(lines[at].text):
        return None
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return lines[at].text if not below or furniture(below) or opens(below) else None


def _is_listed(lines: Sequence[Line], anchor: Anchor) -> bool:
    """Whether a line such as "Related articles" stands above, with nothing but other beginnings in between."""
    for at in range(anchor.begins_at - 1, max(-1, anchor.begins_at - _FARTHEST_LABEL), -1):
        if opens_other_articles(lines[at].text):
            return True
        if words_in(lines[at].text) > _LONGEST_TEASER:
            return False
    return False


def _leads_on(lines: Sequence[Line]) -> bool:
    return any(_LEADS_ON.fullmatch(line.text) for line in lines)


def _body(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the lines after a title into text and what the page adds to it."""
    text, _page = text_of(lines)
    tail = len(text)
    while tail and _is_loose(text[tail - 1]):
        tail -= 1
    kept = text[:tail] + [line for line in text[tail:] if says_caption(line.text)]
    chosen = {id(line) for line in kept}
    return kept, [line for line in lines if id(line) not in chosen]


def _is_loose(line: Line) -> bool:
    """A short line after the last paragraph: the label of the next article, a link, a heading without text."""
    if stated_in_text(line.text):
        return False
    return line.kind not in ("item", "table", "caption", "quote") and not is_running_text(line.text)


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
