"""Questions out of a GIFT text. What cannot be taken is told question by question."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from courseware.exchange.formats.course import NO_LIMIT, NotHeld, NotTaken, Reading, Taken, Unreadable, beginning
from courseware.exchange.formats.gift.escapes import masked, split, unescaped
from courseware.exchange.formats.markup import text_of
from courseware.exchange.formats.shapes import (
    MOST_ANSWERS,
    TRUTH,
    judged,
    last_of,
    number_of,
    sound,
    tags_and_difficulty,
    without_wildcards,
)
from courseware.exchange.formats.weights import NOTHING, WHOLE, share_of
from courseware.quizzes.items import Item, Option

_NOTE = re.compile(r"\[(id|tag):((?:\\\]|[^\]\n]){1,200})\]")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_SHARE = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_TRUE, _FALSE = {"T", "TRUE"}, {"F", "FALSE"}
_BLANK = "_____"


@dataclass(frozen=True, slots=True)
class _Written:
    """The parts of one question, signs still escaped; `answers` is None where there are no braces."""

    title: str
    stem: str
    answers: str | None
    feedback: str
    form: str  # html, moodle, plain or markdown: how its texts are to be understood


@dataclass(frozen=True, slots=True)
class _Answer:
    share: Fraction
    text: str
    feedback: str


def read(text: str, most: int = NO_LIMIT) -> Reading:
    """Raises Unreadable: no_questions, too_many."""
    taken: list[Taken] = []
    refused: list[NotTaken] = []
    for number, category, notes, body in _questions(text):
        if number > most:
            raise Unreadable("too_many")
        try:
            taken.append(_taken(number, category, notes, _written(body)))
        except NotHeld as reason:
            refused.append(NotTaken(number, beginning(unescaped(_named(body) or body)), reason.code))
    if not taken and not refused:
        raise Unreadable("no_questions")
    return Reading(tuple(taken), tuple(refused))


def _questions(text: str) -> Iterator[tuple[int, str, str, str]]:
    """A blank line ends a question: its number, its category, the comments about it and its text."""
    number, category = 0, ""
    for part in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in part.split("\n")]
        notes = "\n".join(line for line in lines if line.startswith("//"))
        places = [line for line in lines if line.startswith("$CATEGORY:")]
        category = last_of(places[-1].removeprefix("$CATEGORY:")) if places else category
        body = "\n".join(line for line in lines if not line.startswith(("//", "$CATEGORY:"))).strip()
        if body:
            number += 1
            yield number, category, notes, body


def _named(body: str) -> str:
    """The title between double colons, with its signs still escaped."""
    end = masked(body).find("::", 2) if body.startswith("::") else -1
    return body[2:end] if end > 0 else ""


def _written(body: str) -> _Written:
    title = _named(body)
    rest = body[len(title) + 4 :].strip() if title else body
    plain = masked(rest)
    start, finish = plain.find("{"), plain.find("}")
    if start < 0 and finish < 0:
        return _Written(title, rest, None, "", "moodle")
    if start < 0 or finish < start:
        raise NotHeld("braces")
    after = rest[finish + 1 :].strip()
    stem = f"{rest[:start].rstrip()} {_BLANK} {after}" if after else rest[:start].strip()
    answers = rest[start + 1 : finish].strip()
    general = masked(answers).rfind("####")
    answers, feedback = (answers[:general].strip(), answers[general + 4 :]) if general >= 0 else (answers, "")
    form = _FORMAT.match(stem)
    return _Written(title, stem, answers, feedback, form[1] if form else "moodle")


def _taken(number: int, category: str, notes: str, written: _Written) -> Taken:
    if not written.answers:
        raise NotHeld("description" if written.answers is None else "essay")
    plain = masked(written.answers)
    if plain.count("~") + plain.count("=") > MOST_ANSWERS:
        raise NotHeld("too_many_answers")
    kind = _kind(written.answers)
    stem, of_stem = _words(written.stem, written.form)
    feedback, of_feedback = _words(written.feedback, written.form)
    item = Item(kind, stem, BODIES[kind](written), feedback)
    found = _NOTE.findall(notes)
    tags, difficulty = tags_and_difficulty(value.replace(r"\]", "]") for note, value in found if note == "tag")
    return Taken(
        number=number,
        title=beginning(unescaped(written.title) or stem),
        item=sound(item),
        tags=tags,
        difficulty=difficulty,
        code=next((value.strip() for note, value in found if note == "id"), ""),
        category=category,
        left=("pictures",) if of_stem or of_feedback else (),
    )


def _kind(answers: str) -> str:
    plain = masked(answers)
    if plain.startswith("#"):
        return "numeric"
    if plain.startswith(">"):
        raise NotHeld("unknown_type")  # an add-on's ordering: its options are not those of Moodle itself
    if "~" in plain:
        return "single" if "=" in plain else "multiple"
    if "=" in plain and "->" in plain:
        return "matching"
    return "true_false" if plain.partition("#")[0].strip() in _TRUE | _FALSE else "short"


def _words(text: str, form: str) -> tuple[str, bool]:
    """What is meant by a text, and whether it holds pictures."""
    text = text.strip()
    if own := _FORMAT.match(text):
        form, text = own[1], text[own.end() :]
    text = unescaped(text)
    if form in ("plain", "markdown"):
        return text.strip(), False
    return text_of(text.replace("\n", "<br>") if form == "moodle" else text)


def _answers(text: str, form: str) -> Iterator[_Answer]:
    """The accepted answers of a text or a number, parted by signs of equality."""
    for part in filter(str.strip, split(text, "=")):
        yield _answer(part.strip(), form, WHOLE)


def _answer(part: str, form: str, usual: Fraction) -> _Answer:
    """`usual` is its share of the mark where it begins with none of its own."""
    found = _SHARE.match(part)
    if not found:
        return _told(part, form, usual)
    try:
        return _told(part[found.end() :], form, share_of(found[1]))
    except ValueError:
        raise NotHeld("odd_share") from None


def _told(part: str, form: str, share: Fraction) -> _Answer:
    text, *feedback = split(part, "#", 1)
    return _Answer(share, _words(text, form)[0], _words(feedback[0], form)[0] if feedback else "")


def _offered(written: _Written) -> Iterator[_Answer]:
    """Choices: the right one after a sign of equality, the others after a tilde, with or without a share."""
    for piece in split(written.answers, "~"):
        first, *right = split(piece, "=")
        if first.strip():
            yield _answer(first.strip(), written.form, NOTHING)
        yield from (_told(each.strip(), written.form, WHOLE) for each in right)


def _choices(written: _Written) -> tuple[Option, ...]:
    marks = []
    for key, answer in enumerate(_offered(written), 1):
        if not answer.text:
            raise NotHeld("empty_answer")
        marks.append((Option(key, answer.text, feedback=answer.feedback), answer.share))
    return judged(_kind(written.answers), marks)


def _truth(written: _Written) -> tuple[Option, ...]:
    word, *told = split(written.answers, "#", 2)
    wrong, right = ([_words(each, written.form)[0] for each in told] + ["", ""])[:2]
    true = word.strip() in _TRUE
    return (
        Option(1, TRUTH[0], true, right if true else wrong),
        Option(2, TRUTH[1], not true, wrong if true else right),
    )


def _pairs(written: _Written) -> tuple[Option, ...]:
    options = []
    for piece in filter(str.strip, split(written.answers, "=")):
        text, *match = split(piece, "->", 1)
        if not match or not match[0].strip():
            raise NotHeld("empty_answer")
        options.append(Option(len(options) + 1, _words(text, written.form)[0], match=unescaped(match[0]).strip()))
    return tuple(options)


def _numbers(written: _Written) -> tuple[Option, ...]:
    marks = []
    right = split(written.answers.removeprefix("#"), "~", 1)[0]
    for answer in _answers(right if right.strip().startswith("=") else f"={right}", "plain"):
        if answer.share > NOTHING:
            number, tolerance = _range(answer.text)
            marks.append((Option(len(marks) + 1, number, feedback=answer.feedback, tolerance=tolerance), answer.share))
    return judged("numeric", marks)


def _range(text: str) -> tuple[str, Decimal]:
    """From "12.5:0.1", "12.5" or "1..5": the number, and how far off is still right."""
    low, dots, high = text.partition("..")
    if dots:
        first, last = Decimal(number_of(low)), Decimal(number_of(high))
        return number_of(str((first + last) / 2)), abs(last - first) / 2
    number, _colon, tolerance = text.partition(":")
    return number_of(number), Decimal(number_of(tolerance or "0"))


def _accepted(written: _Written) -> tuple[Option, ...]:
    marks = []
    text = written.answers if written.answers.startswith("=") else f"={written.answers}"
    for answer in _answers(text, written.form):
        if answer.share > NOTHING:
            accepted = without_wildcards(answer.text)
            marks.append((Option(len(marks) + 1, accepted, feedback=answer.feedback), answer.share))
    return judged("short", marks)


BODIES: dict[str, Callable[[_Written], tuple[Option, ...]]] = {
    "single": _choices,
    "multiple": _choices,
    "true_false": _truth,
    "matching": _pairs,
    "numeric": _numbers,
    "short": _accepted,
}
