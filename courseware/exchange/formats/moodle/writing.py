"""Questions as Moodle XML, the format of its own that keeps most."""

from itertools import groupby
from xml.etree.ElementTree import Element

from courseware.exchange.formats.course import CourseFile, Entry, NotHeld, Outcome, beginning
from courseware.exchange.formats.markup import html_of
from courseware.exchange.formats.moodle.cloze import html_with_gaps
from courseware.exchange.formats.shapes import held_of, path_of, shaped, tags_with
from courseware.exchange.formats.weights import percent, share
from courseware.exchange.formats.xml import child, written
from courseware.quizzes.items import Item

TYPES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "true_false": "truefalse",
    "matching": "matching",
    "ordering": "ordering",
    "numeric": "numerical",
    "short": "shortanswer",
    "cloze": "cloze",
}
ALL_RIGHT, ALL_WRONG = "100", "0"


def write(course: CourseFile, *, ordering: bool = False) -> Outcome:
    """The file, the questions as they stand in it, and what it does not hold.

    `ordering` keeps questions of that kind. Moodle has them since 4.4; an older one refuses the whole file for one.
    """
    kept, losses = held_of(course.entries, lambda item: _fitted(item, ordering))
    root = Element("quiz")
    titles = {module.slug: module.title for module in course.modules}
    for slug, entries in groupby(kept, key=lambda entry: entry.module):
        category = child(child(root, "question", type="category"), "category")
        child(category, "text", path_of(course.title, titles.get(slug, "")))
        for entry in entries:
            _question(root, entry)
    return Outcome(written(root), kept, losses)


def _fitted(item: Item, ordering: bool) -> tuple[Item, list[str]]:
    if item.kind == "ordering" and not ordering:
        raise NotHeld("ordering")
    if item.kind == "cloze":
        html_with_gaps(item)
    return shaped(item)


def _question(root: Element, entry: Entry) -> None:
    item = entry.item
    question = child(root, "question", type=TYPES[item.kind])
    child(child(question, "name"), "text", beginning(str(item), 200))
    _text(question, "questiontext", html_with_gaps(item) if item.kind == "cloze" else html_of(item.stem))
    _text(question, "generalfeedback", html_of(item.feedback))
    child(question, "defaultgrade", f"{float(entry.points):.7f}")
    child(question, "penalty", "0.3333333")
    child(question, "hidden", "0")
    child(question, "idnumber", entry.code)
    BODIES[item.kind](question, item)
    tags = child(question, "tags")
    for tag in tags_with(entry):
        child(child(tags, "tag"), "text", tag)


def _text(parent: Element, tag: str, html: str) -> Element:
    made = child(parent, tag, format="html")
    child(made, "text", html)
    return made


def _answer(question: Element, fraction: str, text: str, feedback: str, **attributes: str) -> Element:
    answer = child(question, "answer", fraction=fraction, **attributes)
    child(answer, "text", text)
    _text(answer, "feedback", html_of(feedback))
    return answer


def _choices(question: Element, item: Item) -> None:
    child(question, "single", "false" if item.kind == "multiple" else "true")
    child(question, "shuffleanswers", "true")
    child(question, "answernumbering", "abc")
    for option in item.options:
        _answer(question, percent(share(item, option)), html_of(option.text), option.feedback, format="html")


def _true_false(question: Element, item: Item) -> None:
    """Moodle knows the two answers by these English words, in any language."""
    for word, option in zip(("true", "false"), item.options, strict=True):
        fraction = ALL_RIGHT if option.correct else ALL_WRONG
        _answer(question, fraction, word, option.feedback, format="moodle_auto_format")


def _pairs(question: Element, item: Item) -> None:
    child(question, "shuffleanswers", "true")
    for option in item.options:
        pair = _text(question, "subquestion", html_of(option.text))
        child(child(pair, "answer"), "text", option.match)


def _order(question: Element, item: Item) -> None:
    for tag, value in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", str(len(item.options))),
        ("gradingtype", "ABSOLUTE_POSITION"),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
    ):
        child(question, tag, value)
    for option in item.options:
        child(child(question, "answer", fraction="0", format="html"), "text", html_of(option.text))


def _numbers(question: Element, item: Item) -> None:
    for option in item.options:
        answer = _answer(question, percent(share(item, option)), option.text, option.feedback)
        child(answer, "tolerance", f"{option.tolerance or 0:f}")


def _accepted(question: Element, item: Item) -> None:
    """An asterisk in an answer would stand for anything."""
    child(question, "usecase", "0")
    for option in item.options:
        _answer(question, percent(share(item, option)), option.text.replace("*", r"\*"), option.feedback)


def _gaps(question: Element, item: Item) -> None:
    """They stand in the text."""


BODIES = {
    "single": _choices,
    "multiple": _choices,
    "true_false": _true_false,
    "matching": _pairs,
    "ordering": _order,
    "numeric": _numbers,
    "short": _accepted,
    "cloze": _gaps,
}
