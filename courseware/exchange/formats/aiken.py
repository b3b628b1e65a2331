"""Aiken: a question, its choices by letters, and the letter of the one that is right. Nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_uppercase

from courseware.exchange.formats.course import (
    NO_LIMIT,
    CourseFile,
    Entry,
    NotHeld,
    NotTaken,
    Outcome,
    Reading,
    Taken,
    Unreadable,
    beginning,
)
from courseware.exchange.formats.shapes import held_of, shaped, sound
from courseware.quizzes.items import Item, Option

_CHOICE = re.compile(r"([A-Z])[.)]\s*(.*)")
_KEY = re.compile(r"ANSWER:\s*(\S*)")


def write(course: CourseFile) -> Outcome:
    kept, losses = held_of(course.entries, _fitted)
    return Outcome(("\n\n".join(map(_question, kept)) + "\n").encode(), kept, losses)


def _fitted(item: Item) -> tuple[Item, list[str]]:
    if item.kind not in ("single", "true_false") or len(item.options) > len(ascii_uppercase):
        raise NotHeld("not_one_choice")
    held, _changes = shaped(item)
    options = item.options if item.kind == "true_false" else held.options
    bare = tuple(replace(each, text=_line(each.text), feedback="", weight=None) for each in options)
    fitted = Item("single", _line(item.stem), bare)
    if _CHOICE.match(fitted.stem) or _KEY.match(fitted.stem):
        raise NotHeld("reads_as_choice")
    return fitted, [code for code, is_so in _lost(item, fitted).items() if is_so]


def _lost(item: Item, fitted: Item) -> dict[str, bool]:
    texts = [item.stem, *(option.text for option in item.options)]
    return {
        "line_ends": any("\n" in text for text in texts),
        "feedback": bool(item.feedback or any(option.feedback for option in item.options)),
        "weights": any(option.weight is not None for option in item.options),
        "true_false_as_choice": item.kind != fitted.kind,
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _question(entry: Entry) -> str:
    lettered = list(zip(ascii_uppercase, entry.item.options, strict=False))
    key = next(letter for letter, option in lettered if option.correct)
    choices = [f"{letter}. {option.text}" for letter, option in lettered]
    return "\n".join([entry.item.stem, *choices, f"ANSWER: {key}"])


def read(text: str, most: int = NO_LIMIT) -> Reading:
    """Raises Unreadable: no_questions, too_many."""
    taken: list[Taken] = []
    refused: list[NotTaken] = []
    for number, lines in enumerate(_questions(text), 1):
        if number > most:
            raise Unreadable("too_many")
        try:
            item = sound(_item(lines))
            taken.append(Taken(number, beginning(item.stem), item))
        except NotHeld as reason:
            refused.append(NotTaken(number, beginning(lines[0]), reason.code))
    if not any(_KEY.match(line.strip()) for line in text.split("\n")):
        raise Unreadable("no_questions")
    return Reading(tuple(taken), tuple(refused))


def _questions(text: str) -> Iterator[list[str]]:
    """A question ends with the line that gives its answer; what no such line ends is a question too, and faulty."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        lines.append(line)
        if _KEY.match(line):
            yield lines
            lines = []
    if lines:
        yield lines


def _item(lines: list[str]) -> Item:
    """Raises NotHeld: no_key, no_choices, key_unknown, letters."""
    *body, last = lines
    key = _KEY.match(last)
    if not key:
        raise NotHeld("no_key")
    stem = [line for line in body if not _CHOICE.match(line)]
    choices = [found for found in map(_CHOICE.match, body) if found]
    if [found[1] for found in choices] != list(ascii_uppercase[: len(choices)]):
        raise NotHeld("letters")
    if choices and key[1] not in {found[1] for found in choices}:
        raise NotHeld("key_unknown")
    options = tuple(Option(n, found[2], found[1] == key[1]) for n, found in enumerate(choices, 1))
    return Item("single", "\n".join(stem), options)
