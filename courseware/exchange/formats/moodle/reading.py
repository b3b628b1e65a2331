"""Questions out of Moodle XML, whoever wrote it. What cannot be taken is told question by question."""

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from xml.etree.ElementTree import Element

from courseware.exchange.formats.course import NO_LIMIT, NotHeld, NotTaken, Reading, Taken, Unreadable, beginning, tidy
from courseware.exchange.formats.markup import text_of
from courseware.exchange.formats.moodle.cloze import item_of
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
from courseware.exchange.formats.weights import NOTHING, share_of
from courseware.exchange.formats.xml import parsed
from courseware.quizzes.items import Item, Option


def read(data: bytes, most: int = NO_LIMIT) -> Reading:
    """Raises Unreadable: those of xml.parsed, not_moodle_xml, no_questions, too_many."""
    root = parsed(data)
    if root.tag != "quiz":
        raise Unreadable("not_moodle_xml")
    taken: list[Taken] = []
    refused: list[NotTaken] = []
    for number, category, question in _questions(root):
        if number > most:
            raise Unreadable("too_many")
        try:
            taken.append(_taken(number, category, question))
        except NotHeld as reason:
            refused.append(NotTaken(number, _title(question), reason.code))
    if not taken and not refused:
        raise Unreadable("no_questions")
    return Reading(tuple(taken), tuple(refused))


def _questions(root: Element) -> Iterator[tuple[int, str, Element]]:
    number, category = 0, ""
    for question in root.iter("question"):
        if question.get("type") == "category":
            category = last_of(question.findtext("category/text", ""))
            continue
        number += 1
        yield number, category, question


def _title(question: Element) -> str:
    stem = _words(question.find("questiontext"), question)[0]
    return beginning(question.findtext("name/text", "").strip() or stem)


def _taken(number: int, category: str, question: Element) -> Taken:
    kind = question.get("type", "")
    if kind not in BODIES:
        raise NotHeld("description" if kind == "description" else "essay" if kind == "essay" else "unknown_type")
    if len(question.findall("answer")) + len(question.findall("subquestion")) > MOST_ANSWERS:
        raise NotHeld("too_many_answers")
    item, pictures = BODIES[kind](question)
    item = sound(item)
    tags, difficulty = tags_and_difficulty(tag.findtext("text", "") for tag in question.iterfind("tags/tag"))
    left = {"pictures": pictures, "hints": question.find("hint") is not None} | _left_of(question, item)
    return Taken(
        number=number,
        title=_title(question),
        item=item,
        tags=tags,
        difficulty=difficulty,
        code=question.findtext("idnumber", "").strip(),
        category=category,
        left=tuple(code for code, is_so in left.items() if is_so),
    )


def _left_of(question: Element, item: Item) -> dict[str, bool]:
    answers = len(question.findall("answer")) if item.kind in ("short", "numeric") else 0
    capitals = question.findtext("usecase", "0").strip() == "1"
    units = question.find("units/unit") is not None
    return {"wrong_answers": answers > len(item.options), "capitals": capitals, "units": units}


def _words(element: Element | None, question: Element) -> tuple[str, bool]:
    """Its text without markup, and whether it held pictures. The format of an answer is that of the question."""
    if element is None:
        return "", False
    raw = element.findtext("text", "")
    whole = question.find("questiontext")
    default = whole.get("format", "html") if whole is not None else "html"
    kind = element.get("format", default)
    if kind in ("plain_text", "markdown"):
        return raw.strip(), False
    text, pictures = text_of(raw.strip().replace("\n", "<br>") if kind == "moodle_auto_format" else raw)
    return text, pictures or element.find("file") is not None


def _with(question: Element, kind: str, options: tuple[Option, ...], pictures: bool = False) -> tuple[Item, bool]:
    stem, of_stem = _words(question.find("questiontext"), question)
    feedback, of_feedback = _words(question.find("generalfeedback"), question)
    return Item(kind, stem, options, feedback), of_stem or of_feedback or pictures


def _feedback(answer: Element, question: Element) -> str:
    return _words(answer.find("feedback"), question)[0]


def _share(answer: Element) -> Fraction:
    try:
        return share_of(answer.get("fraction", "0"))
    except (ValueError, ZeroDivisionError):
        raise NotHeld("odd_share") from None


def _choices(question: Element) -> tuple[Item, bool]:
    kind = "single" if question.findtext("single", "true").strip() in ("true", "1") else "multiple"
    marks, pictures = [], False
    for key, answer in enumerate(question.iterfind("answer"), 1):
        text, of_answer = _words(answer, question)
        if not text:
            raise NotHeld("picture_as_answer" if of_answer else "empty_answer")
        pictures |= of_answer
        marks.append((Option(key, text, feedback=_feedback(answer, question)), _share(answer)))
    if kind == "single" and sum(mark == 1 for _option, mark in marks) > 1:
        raise NotHeld("several_right_answers")
    return _with(question, kind, judged(kind, marks), pictures)


def _true_false(question: Element) -> tuple[Item, bool]:
    found = {answer.findtext("text", "").strip().casefold(): answer for answer in question.iterfind("answer")}
    if not {"true", "false"} <= set(found):
        raise NotHeld("not_two_answers")
    marks = [
        (Option(key, word, feedback=_feedback(found[word.casefold()], question)), _share(found[word.casefold()]))
        for key, word in enumerate(TRUTH, 1)
    ]
    return _with(question, "true_false", judged("true_false", marks))


def _pairs(question: Element) -> tuple[Item, bool]:
    options, pictures = [], False
    for key, pair in enumerate(question.iterfind("subquestion"), 1):
        text, of_pair = _words(pair, question)
        match = tidy(pair.findtext("answer/text", ""))
        if not match or (of_pair and not text):
            raise NotHeld("picture_as_answer" if of_pair else "empty_answer")
        pictures |= of_pair
        options.append(Option(key, text, match=match))
    if sum(bool(option.text) for option in options) < 2:
        raise NotHeld("one_pair_only")
    return _with(question, "matching", tuple(options), pictures)


def _order(question: Element) -> tuple[Item, bool]:
    found = [_words(answer, question) for answer in question.iterfind("answer")]
    if len(found) < 2 or not all(text for text, _pictures in found):
        raise NotHeld("empty_answer")
    options = tuple(Option(key, text) for key, (text, _pictures) in enumerate(found, 1))
    return _with(question, "ordering", options, any(pictures for _text, pictures in found))


def _numbers(question: Element) -> tuple[Item, bool]:
    marks = []
    for answer in question.iterfind("answer"):
        if (mark := _share(answer)) > NOTHING:
            number, told = number_of(answer.findtext("text", "")), _feedback(answer, question)
            marks.append((Option(len(marks) + 1, number, feedback=told, tolerance=_tolerance(answer)), mark))
    return _with(question, "numeric", judged("numeric", marks))


def _tolerance(answer: Element) -> Decimal:
    try:
        return abs(Decimal(answer.findtext("tolerance", "0").strip().replace(",", ".") or "0"))
    except InvalidOperation:
        raise NotHeld("not_a_number") from None


def _accepted(question: Element) -> tuple[Item, bool]:
    marks = []
    for answer in question.iterfind("answer"):
        if (mark := _share(answer)) > NOTHING:
            text = without_wildcards(answer.findtext("text", ""))
            marks.append((Option(len(marks) + 1, text, feedback=_feedback(answer, question)), mark))
    return _with(question, "short", judged("short", marks))


def _gaps(question: Element) -> tuple[Item, bool]:
    feedback, of_feedback = _words(question.find("generalfeedback"), question)
    item, pictures = item_of(question.findtext("questiontext/text", ""), feedback)
    return item, pictures or of_feedback


BODIES: dict[str, Callable[[Element], tuple[Item, bool]]] = {
    "multichoice": _choices,
    "truefalse": _true_false,
    "matching": _pairs,
    "ordering": _order,
    "numerical": _numbers,
    "shortanswer": _accepted,
    "cloze": _gaps,
    "multianswer": _gaps,
}
