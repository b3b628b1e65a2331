"""Where an article ends, and where it goes on below a box of the page that interrupts it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from courseware.reading.drafting.furniture import Furniture, furniture, is_box_heading, is_invitation, is_rule
from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.shapes import CUT_OFF, is_running_text, is_subheading, words_in

_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
_WORK = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DOES = re.compile(r"(?:is|was|writes|wrote|covers|reports|works|lives|teaches|leads|heads|studies|researches)\b")
_LEAST_BROKEN = 10  # words
_MOST_IN_A_BOX = 12
_LEAST_BELOW_A_BUTTON = 25
_LEAST_BELOW_A_BOX = 40
_LEAST_BELOW_LINKS = 30
_LONGEST_BEGINNING = 60  # of another article, in one paragraph
_LONGEST_IMPRINT = 60
_LONGEST_OFFER = 12
_MOST_ON_AUTHOR, _LONGEST_ON_AUTHOR = 4, 70  # lines, words


def text_of(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the lines below a title into the article's and the page's."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        if kept and (_interrupts_list(lines, at) or _invites(lines, at)):
            at += 2
            continue
        what = furniture(lines[at].text) if lines[at].kind != "table" else None
        if _ends_here(what, kept, lines[at:]):
            break
        if what == "box" and not _heads_references(lines[at:]):
            at = _below_box(lines, at, {line.level for line in kept if line.level})
            continue
        if what in (None, "box"):
            kept.append(lines[at])
        elif what == "passing" and kept and _is_heading_of_box(kept[-1]):
            kept.pop()
        at += 1
    chosen = {id(line) for line in _without_imprint(kept, lines)}
    text = [line for line in kept if id(line) in chosen]
    return _healed(text, lines), [line for line in lines if id(line) not in chosen]


def _interrupts_list(lines: Sequence[Line], at: int) -> bool:
    """A label and one short sentence between the words that announce a list and the list: an offer of the page."""
    if at + 2 >= len(lines) or not lines[at - 1].text.endswith(":") or lines[at + 2].kind != "item":
        return False
    return lines[at].kind != "item" and not is_running_text(lines[at].text) and _is_offer(lines[at + 1])


def _invites(lines: Sequence[Line], at: int) -> bool:
    """An invitation to subscribe and the one short sentence below it."""
    if not is_invitation(lines[at].text) or at + 1 == len(lines) or not _is_offer(lines[at + 1]):
        return False
    return lines[at].level > 0 or furniture(lines[at].text) is not None


def _is_offer(line: Line) -> bool:
    return line.kind == "paragraph" and line.text.endswith((".", "!")) and words_in(line.text) <= _LONGEST_OFFER


def _healed(text: list[Line], lines: Sequence[Line]) -> list[Line]:
    """The paragraphs that something of the page stood in the middle of, made whole."""
    place = {id(line): at for at, line in enumerate(lines)}
    done: list[Line] = []
    for before, line in zip([None, *text], text, strict=False):
        parted = before is not None and place[id(line)] > place[id(before)] + 1
        if parted and _goes_on(done[-1], line):
            done[-1] = replace(done[-1], text=f"{done[-1].text} {line.text}")
        else:
            done.append(line)
    return done


def _goes_on(before: Line, line: Line) -> bool:
    same = before.kind == line.kind == "paragraph"
    return same and line.text[:1].islower() and words_in(before.text) > _LEAST_BROKEN and not _ENDS.search(before.text)


def _ends_here(what: Furniture | None, kept: Sequence[Line], rest: Sequence[Line]) -> bool:
    return (what == "end" and _is_end(kept, rest)) or (what == "passing" and bool(kept) and _heads_the_rest(rest))


def _is_end(kept: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether nothing of the article stands below: "112 comments" may also stand above its first paragraph, and what
    looks like the copyright line of the page may be that of a picture."""
    is_picture = rest[0].text.lstrip().startswith(("©", "(c)"))
    if any(is_running_text(line.text) for line in kept) and not is_picture:
        return True
    below = [line for line in rest[1 : 2 + _MOST_IN_A_BOX] if _is_text(line)]
    return len(below) < 2 or sum(words_in(line.text) for line in below) < _LEAST_BELOW_A_BOX


def _heads_the_rest(rest: Sequence[Line]) -> bool:
    """A button that the file marks as a heading, with no more than a note of a few words below it."""
    below = sum(words_in(line.text) for line in rest[1:] if is_running_text(line.text) or line.kind == "table")
    return rest[0].level > 0 and below < _LEAST_BELOW_A_BUTTON


def _heads_references(rest: Sequence[Line]) -> bool:
    """ "Further reading" over works with their years, and not over links to other articles."""
    end = next((at for at, line in enumerate(rest) if at and line.level), len(rest))
    works = [line.text for line in rest[1:end] if furniture(line.text) is None]
    return rest[0].level > 0 and bool(works) and all(_WORK.search(text) and is_running_text(text) for text in works)


def _without_imprint(kept: list[Line], lines: Sequence[Line]) -> list[Line]:
    """Without the few words below the last rule across the page, where buttons of the page stand below it too."""
    ruled_at = max((at for at, line in enumerate(lines) if is_rule(line.text)), default=len(lines))
    below = lines[ruled_at + 1 :]
    if not any(map(_is_of_buttons, below)) or sum(words_in(line.text) for line in below) >= _LONGEST_IMPRINT:
        return kept
    imprint = {id(line) for line in below}
    return [line for line in kept if id(line) not in imprint]


def _is_of_buttons(line: Line) -> bool:
    """ "Unsubscribe | Change your address": one of a row of links is known for what it is."""
    return any(furniture(part) for part in [line.text, *line.text.split("|")] if part.strip())


def _is_heading_of_box(line: Line) -> bool:
    return not is_running_text(line.text) and is_box_heading(line.text)


def _below_box(lines: Sequence[Line], at: int, levels: set[int]) -> int:
    """The line at which the article goes on; the number of lines where it does not.

    Below a button alone one paragraph is enough. Below a list of links it takes two paragraphs in a row, one that is
    long, or one where the links are marked as a list: short single paragraphs there are the beginnings of other
    articles. A heading that ranks above the box, on one of the article's own `levels`, does not end such a run.
    """
    start = next((i for i in range(at + 1, len(lines)) if _is_text(lines[i])), len(lines))
    skipped = lines[at + 1 : start]
    if start == len(lines) or len(skipped) > _MOST_IN_A_BOX or any(furniture(line.text) == "end" for line in skipped):
        return len(lines)
    run = _run(lines, start, levels, lines[at].level)
    enough = sum(words_in(line.text) for line in run)
    links = [line for line in skipped if not furniture(line.text)]
    heading = bool(links) and links[-1].level > 0 and start - 1 > at and lines[start - 1] is links[-1]
    if not links or (links == [lines[start - 1]] and heading):
        goes_on = enough >= _LEAST_BELOW_A_BUTTON
    elif all(line.kind == "item" for line in links[: len(links) - heading]):
        goes_on = enough >= _LEAST_BELOW_LINKS
    else:
        announces = len(run) > 1 and run[0].text.endswith(":") and run[1].kind == "item"
        goes_on = announces or enough >= (_LEAST_BELOW_A_BOX if len(run) > 1 else _LONGEST_BEGINNING)
    return (start - heading) if goes_on else len(lines)


def without_author_box(lines: list[Line], author: str | None) -> tuple[list[Line], list[Line]]:
    """Part what the page says below an article of its author: the name on a line of its own, and a few words; or the
    name and what the author does ("Ann Example is a reporter of the Courier.")."""
    if author is None:
        return lines, []
    for at in range(max(1, len(lines) - _MOST_ON_AUTHOR), len(lines)):
        own_line = lines[at].text.casefold().removeprefix("written by ") == author.casefold()
        does = lines[at].text.startswith(f"{author} ") and _DOES.match(lines[at].text[len(author) + 1 :])
        if (own_line or does) and sum(words_in(line.text) for line in lines[at:]) <= _LONGEST_ON_AUTHOR:
            return lines[:at], lines[at:]
    return lines, []


def _is_text(line: Line) -> bool:
    return line.kind != "item" and furniture(line.text) is None and is_running_text(line.text)


def _is_item(line: Line) -> bool:
    """A sentence in a list, as against a link in one."""
    return line.kind == "item" and furniture(line.text) is None and is_running_text(line.text)


def _run(lines: Sequence[Line], start: int, levels: set[int], box: int) -> list[Line]:
    """The paragraphs from `start` on that follow each other, none of them cut off with dots."""
    run: list[Line] = []
    for at in range(start, len(lines)):
        line = lines[at]
        ranks_above = 0 < line.level < box or (line.level and not box)
        is_own_heading = ranks_above and line.level in levels and furniture(line.text) is None
        if not (_is_text(line) or _is_item(line) or is_own_heading or (not box and _heads_text(lines, at))):
            break
        run += [line] if _is_text(line) or _is_item(line) else []
    return [] if any(CUT_OFF.search(line.text) for line in run) else run


def _heads_text(lines: Sequence[Line], at: int) -> bool:
    """A short line that no markup calls a heading, between paragraphs too long to be beginnings of other articles."""
    beside = (*lines[at - 1 : at], *lines[at + 1 : at + 2])
    is_plain = lines[at].level == 0 and is_subheading(lines[at].text) and furniture(lines[at].text) is None
    return is_plain and len(beside) > 1 and all(words_in(line.text) >= _LEAST_BELOW_A_BOX for line in beside)
