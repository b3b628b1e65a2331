"""Questions brought to the shape in which Moodle's two formats hold them, and what is lost by it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from courseware.exchange.formats.course import Entry, Loss, NotHeld, beginning, tidied, tidy
from courseware.exchange.formats.weights import NOTHING, WHOLE, fitting, nearest, share, usual
from courseware.quizzes.grading.faults import fault_of
from courseware.quizzes.grading.numbers import read_number
from courseware.quizzes.items import Item, Option

Shaping = Callable[[Item], tuple[Item, list[str]]]
TRUTH = ("True", "False")
_TRUE = {"true", "yes", "right", "верно", "да", "правда", "истина", "истинно", "правильно"}
_FALSE = {"false", "no", "wrong", "неверно", "нет", "неправда", "ложь", "ложно", "неправильно"}
# What SCORM and xAPI call the kinds of questions (cmi.interactions.n.type, cmi.interaction).
INTERACTIONS = {
    "single": "choice",
    "multiple": "choice",
    "true_false": "true-false",
    "matching": "matching",
    "ordering": "sequencing",
    "numeric": "numeric",
    "short": "fill-in",
    "cloze": "matching",
}
MEDIUM = 2
MOST_ANSWERS = 100  # of one question: what judges them looks at each beside all others
_DIFFICULTY = re.compile(r"difficulty-([123])$")
NOTICED = Fraction(1, 200)  # a share of the mark that is changed by less is not told


def held_of(entries: Iterable[Entry], shaping: Shaping) -> tuple[list[Entry], list[Loss]]:
    """The questions in the shape that a format holds, and what is lost, by the beginnings of the questions."""
    kept, losses = [], []
    for entry in entries:
        item = tidied(entry.item)
        title = beginning(str(item))
        try:
            held, lost = shaping(item)
        except NotHeld as reason:
            losses.append(Loss(reason.code, title))
            continue
        losses += [Loss(code, title) for code in (*lost, *(["passage"] if entry.passage else []))]
        kept.append(replace(entry, item=held))
    return kept, losses


def shaped(item: Item) -> tuple[Item, list[str]]:
    """As Moodle has it, with codes of what is lost. Raises NotHeld."""
    return SHAPES[item.kind](item)


def _as_it_is(item: Item) -> tuple[Item, list[str]]:
    return item, []


def _without_feedback(item: Item) -> tuple[Item, list[str]]:
    bare = tuple(replace(option, feedback="") for option in item.options)
    return replace(item, options=bare), ["option_feedback"] if bare != item.options else []


def _choice(item: Item) -> tuple[Item, list[str]]:
    if sum(option.correct for option in item.options) != 1:
        raise NotHeld("no_right_answer")
    shares = [WHOLE if each.correct else min(nearest(share(item, each)), Fraction(9, 10)) for each in item.options]
    return _weighed(item, shares)


def _ticks(item: Item) -> tuple[Item, list[str]]:
    try:
        return _weighed(item, fitting(item))
    except ValueError:
        raise NotHeld("too_many_right") from None


def _accepted(item: Item) -> tuple[Item, list[str]]:
    shares = [nearest(share(item, option)) for option in item.options]
    if WHOLE not in shares:
        raise NotHeld("no_right_answer")
    return _weighed(item, shares)


def _number(item: Item) -> tuple[Item, list[str]]:
    return _accepted(replace(item, options=tuple(map(_with_number, item.options))))


def _with_number(option: Option) -> Option:
    return replace(option, text=number_of(option.text), tolerance=option.tolerance or Decimal(0))


def number_of(text: str) -> str:
    """As a computer writes it: "12,5" is 12.5. Raises NotHeld: not_a_number."""
    number = read_number(text)
    if number is None:
        raise NotHeld("not_a_number")
    return f"{number:f}"


def _truth(item: Item) -> tuple[Item, list[str]]:
    """The answer that says true first, both in the words that every reader of ours gives them.

    Where neither is a known word for it, the first is taken to say so. Raises NotHeld: not_two_answers.
    """
    if len(item.options) != 2 or sum(option.correct for option in item.options) != 1:
        raise NotHeld("not_two_answers")
    first, second = item.options
    words = first.text.casefold(), second.text.casefold()
    if words[1] in _TRUE or words[0] in _FALSE:
        first, second, words = second, first, words[::-1]
    known = words[0] in _TRUE and words[1] in _FALSE
    options = (replace(first, key=1, text=TRUTH[0], weight=None), replace(second, key=2, text=TRUTH[1], weight=None))
    return replace(item, options=options), [] if known else ["answer_words"]


def _weighed(item: Item, shares: list[Fraction]) -> tuple[Item, list[str]]:
    wanted = [share(item, option) for option in item.options]
    options = tuple(
        replace(option, weight=None if mark == usual(item, option) else mark)
        for option, mark in zip(item.options, shares, strict=True)
    )
    changed = any(abs(mark - wish) > NOTICED for mark, wish in zip(shares, wanted, strict=True))
    return replace(item, options=options), ["weights"] if changed else []


SHAPES: dict[str, Shaping] = {
    "single": _choice,
    "multiple": _ticks,
    "true_false": _truth,
    "matching": _without_feedback,
    "ordering": _without_feedback,
    "numeric": _number,
    "short": _accepted,
    "cloze": _as_it_is,
}


def judged(kind: str, marks: list[tuple[Option, Fraction]]) -> tuple[Option, ...]:
    """Options that were read with shares of the mark: right or wrong, and a weight where it is not the usual one.

    Raises NotHeld: too_many_answers, no_right_answer, no_wrong_answer, one_answer_only.
    """
    if len(marks) > MOST_ANSWERS:
        raise NotHeld("too_many_answers")
    if len(marks) < 2 and kind in ("single", "multiple"):
        raise NotHeld("one_answer_only")
    options = tuple(replace(option, correct=_is_right(kind, mark)) for option, mark in marks)
    if not any(option.correct for option in options):
        raise NotHeld("no_right_answer")
    if kind == "multiple" and all(option.correct for option in options):
        raise NotHeld("no_wrong_answer")
    item = Item(kind, "", options)
    return tuple(
        replace(option, weight=None if mark == usual(item, option) else mark, correct=_keeps_correct(kind, option))
        for option, (_read, mark) in zip(options, marks, strict=True)
    )


def _is_right(kind: str, mark: Fraction) -> bool:
    return mark > NOTHING if kind == "multiple" else mark == WHOLE


def _keeps_correct(kind: str, option: Option) -> bool:
    """Of a typed answer `correct` says nothing: its weight does."""
    return option.correct and kind not in ("numeric", "short")


def without_wildcards(text: str) -> str:
    """An accepted answer of Moodle as it is meant. Raises NotHeld: wildcard, for an asterisk that stands for anything;
    empty_answer."""
    if re.search(r"(?<!\\)\*", text):
        raise NotHeld("wildcard")
    if not text.strip():
        raise NotHeld("empty_answer")
    return text.replace(r"\*", "*").strip()


def tags_with(entry: Entry) -> list[str]:
    """The difficulty goes as a tag: neither format has a place for it."""
    return [*(tidy(" ".join(tag.split())) for tag in entry.tags), f"difficulty-{entry.difficulty}"]


def tags_and_difficulty(names: Iterable[str]) -> tuple[tuple[str, ...], int]:
    tags = list(dict.fromkeys(tidy(name) for name in names if name.strip()))
    found = [int(match[1]) for match in map(_DIFFICULTY.match, tags) if match]
    return tuple(tag for tag in tags if not _DIFFICULTY.match(tag)), found[0] if found else MEDIUM


def path_of(*names: str) -> str:
    """A category of Moodle: a slash within a name is written twice; "$course$" is the course that takes the file in."""
    return "/".join(["$course$", "top", *(tidy(" ".join(name.split())).replace("/", "//") for name in names if name)])


def last_of(path: str) -> str:
    return re.split(r"(?<!/)/(?!/)", path)[-1].replace("//", "/").strip()


def sound(item: Item) -> Item:
    """The item, tidied. Raises NotHeld with the codes of grading.fault_of where it could not be asked."""
    if len(item.options) > MOST_ANSWERS:
        raise NotHeld("too_many_answers")
    tidy_item = tidied(item)
    if not tidy_item.stem:
        raise NotHeld("no_text")
    if fault := fault_of(tidy_item):
        raise NotHeld(fault)
    return tidy_item
