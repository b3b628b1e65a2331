"""The questions of a package: what its page shows, and what its player marks by."""

import random
from collections.abc import Callable, Sequence
from html import escape
from typing import Any, TypeVar

from courseware.exchange.formats.course import Entry, NotHeld, tidied
from courseware.exchange.formats.markup import html_of
from courseware.exchange.formats.shapes import INTERACTIONS, number_of, shaped
from courseware.exchange.formats.weights import share
from courseware.quizzes.grading.faults import fault_of
from courseware.quizzes.grading.words import evened
from courseware.quizzes.items import GAP, Item, Option

Words = dict[str, str]
T = TypeVar("T")
LONGEST_PATTERN = 250


def playable(item: Item) -> Item:
    """Raises NotHeld where the question could not be asked."""
    tidy_item = tidied(item)
    if fault := fault_of(tidy_item):
        raise NotHeld(fault)
    return tidy_item


def shown_in_order(things: Sequence[T], seed: str) -> list[T]:
    """Shuffled, always in the same way for the same question, and never in the order they were written in."""
    drawn = list(things)
    random.Random(seed).shuffle(drawn)
    return [*drawn[1:], drawn[0]] if drawn == list(things) and len(drawn) > 1 else drawn


# What the player marks by.


def data_of(number: int, entry: Entry) -> dict[str, Any]:
    """`id` is printable ASCII without spaces, as SCORM 1.2 asks; keys are those of the item."""
    item = entry.item
    data: dict[str, Any] = {
        "id": f"q{number}_{entry.code[:8]}",
        "kind": item.kind,
        "interaction": INTERACTIONS[item.kind],
        "points": float(entry.points),
        "pattern": pattern_of(item)[:LONGEST_PATTERN],
        "feedback": item.feedback,
        "passage": entry.passage,
        "options": [_option(item, option) for option in item.options],
    }
    if item.kind == "matching":
        groups = _groups(item)
        sides = [{"key": each.key, "group": groups[evened(each.match)]} for each in item.options]
        prompts = {each.key for each in item.options if each.text}
        data |= {"matches": sides, "prompts": [each for each in sides if each["key"] in prompts]}
    if item.kind == "ordering":
        data["order"] = [each.key for each in item.options]
    if item.kind == "cloze":
        data["gaps"] = [{"number": each.gap, "right": each.key} for each in item.options if each.correct]
    return data


def _groups(item: Item) -> dict[str, int]:
    return {match: n for n, match in enumerate(dict.fromkeys(evened(each.match) for each in item.options))}


def _option(item: Item, option: Option) -> dict[str, Any]:
    told: dict[str, Any] = {"key": option.key, "feedback": option.feedback}
    if item.kind in ("single", "multiple", "true_false", "numeric", "short"):
        told["share"] = float(share(item, option))
    if item.kind == "short":
        told["text"] = evened(option.text)
    if item.kind == "numeric":
        told |= {"number": float(number_of(option.text)), "tolerance": float(option.tolerance or 0)}
    if item.kind == "true_false":
        true = shaped(item)[0].options[0]
        told["sign"] = "t" if option.correct == true.correct else "f"
    return told


def letter(key: int) -> str:
    return chr(96 + key) if key <= 26 else str(key)


def pattern_of(item: Item) -> str:
    """The right answer, as a platform's report writes it."""
    right = [each for each in item.options if each.correct]
    if item.kind == "true_false":
        return "t" if shaped(item)[0].options[0].correct else "f"
    if item.kind in ("single", "multiple"):
        return ",".join(letter(each.key) for each in right)
    if item.kind == "matching":
        return ",".join(f"{each.key}.{letter(each.key)}" for each in item.options if each.text)
    if item.kind == "ordering":
        return ",".join(letter(each.key) for each in item.options)
    if item.kind == "cloze":
        return ",".join(f"{each.gap}.{letter(each.key)}" for each in right)
    return number_of(item.options[0].text) if item.kind == "numeric" else item.options[0].text


# What the page shows.


def html_of_question(at: int, entry: Entry, words: Words) -> str:
    """A fieldset, its fields named q<at> or q<at>-<key>; `at` counts from 0."""
    item = entry.item
    stem = "" if item.kind == "cloze" else f" {html_of(item.stem)}"
    number = words["question"].replace("%(number)s", str(at + 1))
    legend = f'<legend><span class="number">{number}</span>{stem}</legend>'
    told = f'<div class="told" id="told{at}" hidden></div>'
    return f"<fieldset>{legend}{FIELDS[item.kind](at, entry, words)}{told}</fieldset>"


def _choices(at: int, entry: Entry, words: Words) -> str:
    item = entry.item
    options = item.options if item.kind == "true_false" else shown_in_order(item.options, entry.code)
    kind = "checkbox" if item.kind == "multiple" else "radio"
    hint = f'<p class="quiet">{words["several"]}</p>' if item.kind == "multiple" else ""
    return hint + "".join(
        f'<label class="choice"><input type="{kind}" name="q{at}" value="{each.key}"> '
        f"<span>{html_of(each.text)}</span></label>"
        for each in options
    )


def _select(name: str, label: str, options: Sequence[tuple[int, str]]) -> str:
    """`label` says which attribute names it."""
    offered = "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in options)
    return f'<select name="{name}" {label}><option value="">…</option>{offered}</select>'


def _rows(at: int, rows: Sequence[Option], options: Sequence[tuple[int, str]]) -> str:
    return "".join(
        f'<div class="row"><label for="q{at}-{row.key}">{html_of(row.text)}</label>'
        + _select(f"q{at}-{row.key}", f'id="q{at}-{row.key}"', options)
        + "</div>"
        for row in rows
    )


def _pairs(at: int, entry: Entry, words: Words) -> str:
    matches = {evened(each.match): (each.key, each.match) for each in reversed(entry.item.options)}
    offered = shown_in_order(list(matches.values()), entry.code)
    return _rows(at, [each for each in entry.item.options if each.text], offered)


def _order(at: int, entry: Entry, words: Words) -> str:
    places = [(n, str(n)) for n in range(1, len(entry.item.options) + 1)]
    hint = f'<p class="quiet">{words["places"]}</p>'
    return hint + _rows(at, shown_in_order(entry.item.options, entry.code), places)


def _typed(at: int, entry: Entry, words: Words) -> str:
    label = words["a_number" if entry.item.kind == "numeric" else "answer"]
    mode = ' inputmode="decimal"' if entry.item.kind == "numeric" else ""
    field = f'<input type="text" name="q{at}" id="q{at}" maxlength="200" autocomplete="off"{mode}>'
    return f'<div class="row"><label for="q{at}">{label}</label>{field}</div>'


def _gaps(at: int, entry: Entry, words: Words) -> str:
    pieces = GAP.split(entry.item.stem)
    return (
        "<p>" + "".join(_gap(at, int(p), entry, words) if n % 2 else html_of(p) for n, p in enumerate(pieces)) + "</p>"
    )


def _gap(at: int, gap: int, entry: Entry, words: Words) -> str:
    options = [(each.key, each.text) for each in entry.item.options if each.gap == gap]
    label = escape(words["gap"].replace("%(number)s", str(gap)))
    return _select(f"q{at}-{gap}", f'aria-label="{label}"', shown_in_order(options, f"{entry.code}{gap}"))


FIELDS: dict[str, Callable[[int, Entry, Words], str]] = {
    "single": _choices,
    "multiple": _choices,
    "true_false": _choices,
    "matching": _pairs,
    "ordering": _order,
    "numeric": _typed,
    "short": _typed,
    "cloze": _gaps,
}
