"""Questions as GIFT, a text that people read and edit: less than Moodle XML, more than Aiken."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from courseware.exchange.formats.course import CourseFile, Entry, NotHeld, Outcome, beginning
from courseware.exchange.formats.gift.escapes import escaped
from courseware.exchange.formats.shapes import held_of, path_of, shaped, tags_with
from courseware.exchange.formats.weights import percent, share
from courseware.quizzes.items import Item, Option

ARROW = "->"


def write(course: CourseFile) -> Outcome:
    kept, losses = held_of(course.entries, _fitted)
    titles = {module.slug: module.title for module in course.modules}
    parts = []
    for slug, entries in groupby(kept, key=lambda entry: entry.module):
        parts.append(f"$CATEGORY: {path_of(course.title, titles.get(slug, ''))}")
        parts += map(_question, entries)
    return Outcome(("\n\n".join(parts) + "\n").encode(), kept, losses)


def _fitted(item: Item) -> tuple[Item, list[str]]:
    """GIFT has no ordering and no gaps with choices; where an arrow would read as a pair, it becomes a real one."""
    if item.kind in ("ordering", "cloze"):
        raise NotHeld(item.kind)
    held, lost = shaped(item)
    if item.kind not in ("matching", "short"):
        return held, lost
    straight = tuple(map(_without_arrows, held.options))
    return replace(held, options=straight), [*lost, "arrow"] if straight != held.options else lost


def _without_arrows(option: Option) -> Option:
    return replace(
        option, **{name: getattr(option, name).replace(ARROW, "→") for name in ("text", "match", "feedback")}
    )


def _question(entry: Entry) -> str:
    item = entry.item
    tags = "".join(" [tag:" + tag.replace("]", r"\]") + "]" for tag in tags_with(entry))
    lines = [f"\t{line}" for line in BODIES[item.kind](item)]
    if item.feedback:
        lines.append(f"\t####{_text(item.feedback)}")
    mark = "#" if item.kind == "numeric" else ""
    head = f"::{escaped(beginning(item.stem))}::[plain]{escaped(item.stem)}{{{mark}"
    return "\n".join([f"// [id:{entry.code}]{tags}", head, *lines, "}"])


def _text(text: str) -> str:
    """A text that begins with a bracket would be taken to name its format."""
    return ("[plain]" if text.startswith("[") else "") + escaped(text)


def _feedback(option: Option) -> str:
    return f"#{_text(option.feedback)}" if option.feedback else ""


def _choice(item: Item) -> Iterator[str]:
    for option in item.options:
        yield ("=" if option.correct else _marked("~", item, option)) + _text(option.text) + _feedback(option)


def _marked(sign: str, item: Item, option: Option) -> str:
    """The share is written for a wrong answer too: its text might begin as a share does."""
    return f"{sign}%{percent(share(item, option))}%"


def _ticks(item: Item) -> Iterator[str]:
    for option in item.options:
        yield _marked("~", item, option) + _text(option.text) + _feedback(option)


def _truth(item: Item) -> Iterator[str]:
    """What is said about the wrong answer stands first."""
    true = item.options[0].correct
    right, wrong = (option.feedback for option in sorted(item.options, key=lambda option: not option.correct))
    told = f"#{_text(wrong)}#{_text(right)}" if wrong or right else ""
    yield ("TRUE" if true else "FALSE") + told


def _pairs(item: Item) -> Iterator[str]:
    for option in item.options:
        yield f"={_text(option.text)} {ARROW} {escaped(option.match)}"


def _numbers(item: Item) -> Iterator[str]:
    for option in item.options:
        yield f"{_marked('=', item, option)}{option.text}:{option.tolerance or 0:f}{_feedback(option)}"


def _accepted(item: Item) -> Iterator[str]:
    """An asterisk in an answer would stand for anything."""
    for option in item.options:
        yield _marked("=", item, option) + _text(option.text.replace("*", r"\*")) + _feedback(option)


BODIES = {
    "single": _choice,
    "multiple": _ticks,
    "true_false": _truth,
    "matching": _pairs,
    "numeric": _numbers,
    "short": _accepted,
}
