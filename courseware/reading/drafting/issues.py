"""What stands above several articles and holds for each: the day and the publisher of an issue."""

from collections.abc import Sequence
from dataclasses import replace

from courseware.reading.drafting.anchors import Anchor
from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.names import is_publication
from courseware.reading.drafting.particulars import MOST_LINES, Particulars, is_keyed, read_particulars
from courseware.reading.drafting.shapes import is_running_text


def with_issue(lines: Sequence[Line], found: Sequence[Anchor]) -> list[Anchor]:
    """The articles, told what front matter or a heading above the first of them states; that heading is no article."""
    if len(found) < 2:
        return list(found)
    if _is_masthead(lines, found):
        name = lines[found[0].title_at].text
        told = replace(found[0].particulars, author=None)
        told = replace(told, publisher=told.publisher or (name if is_publication(name) else None))
        return [_told(one, told) for one in found[1:]]
    above = [line.text for line in lines[: found[0].begins_at][:MOST_LINES]]
    if not above or not is_keyed(above[0]):
        return list(found)
    told = replace(read_particulars([text for text in above if is_keyed(text)]), author=None)
    return [_told(one, told) for one in found]


def _is_masthead(lines: Sequence[Line], found: Sequence[Anchor]) -> bool:
    """A heading above those of all articles, with nothing but its particulars below."""
    first, *others = (lines[one.title_at].level for one in found)
    between = lines[found[0].body_at : found[1].begins_at]
    return 0 < first < min(others) and not any(is_running_text(line.text) for line in between)


def _told(article: Anchor, issue: Particulars) -> Anchor:
    return replace(article, particulars=article.particulars.completed_by(issue))
