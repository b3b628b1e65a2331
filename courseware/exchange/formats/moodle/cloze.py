"""Gaps with choices, as Moodle writes them into the text of a question: {1:MULTICHOICE:=right#feedback~%0%wrong}."""

import re
from collections.abc import Iterator
from fractions import Fraction
from html import unescape

from courseware.exchange.formats.course import NotHeld
from courseware.exchange.formats.markup import html_of, text_of
from courseware.exchange.formats.shapes import MOST_ANSWERS
from courseware.exchange.formats.weights import share_of
from courseware.quizzes.items import GAP, Item, Option, gaps_of

# Each stands for something in the notation. An ampersand goes as a number: after "&amp;" Moodle sees no delimiter.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "{}~#=%\\&/"}
_GAP = re.compile(r"\{\d{0,4}:([A-Z_]{1,20}):((?:\\.|[^\\{}])*)\}", re.DOTALL)
_CHOOSING = re.compile(r"(?:MULTICHOICE|MC)(?:_?[HVS]+)?$")
_ALTERNATIVES = re.compile(r"(?<!\\)~")
_SHARE = re.compile(r"=|%(-?\d+(?:[.,]\d*)?)%")
_FEEDBACK = re.compile(r"(?<![\\&])#")


def html_with_gaps(item: Item) -> str:
    """Raises NotHeld where a gap of the text has no choices, or choices have no gap."""
    offered = {gap: [each for each in item.options if each.gap == gap] for gap in {each.gap for each in item.options}}
    gaps = gaps_of(item.stem)
    if sorted(gaps) != sorted(offered) or not gaps:
        raise NotHeld("gaps_do_not_fit")
    pieces = GAP.split(item.stem)
    return "".join(
        _gap(offered[int(piece)]) if n % 2 else html_of(piece).replace("{", "&#123;") for n, piece in enumerate(pieces)
    )


def _gap(options: list[Option]) -> str:
    return "{1:MULTICHOICE:" + "~".join(map(_alternative, options)) + "}"


def _alternative(option: Option) -> str:
    feedback = f"#{_escaped(option.feedback)}" if option.feedback else ""
    return ("=" if option.correct else "%0%") + _escaped(option.text) + feedback


def _escaped(text: str) -> str:
    return text.translate(_SIGNS).replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")


def item_of(html: str, feedback: str) -> tuple[Item, bool]:
    """The question, and whether the text held pictures. Raises NotHeld: gaps_to_type, no_gap, gap_without_answer."""
    options: list[Option] = []
    stem, after = "", 0
    for number, found in enumerate(_GAP.finditer(html), 1):
        if not _CHOOSING.fullmatch(found[1]):
            raise NotHeld("gaps_to_type")
        options += _choices(found[2], number, len(options))
        stem += html[after : found.start()] + f"[[{number}]]"
        after = found.end()
    if not options:
        raise NotHeld("no_gap")
    text, pictures = text_of(stem + html[after:])
    return Item("cloze", text, tuple(options), feedback), pictures


def _choices(written: str, gap: int, before: int) -> Iterator[Option]:
    found = _ALTERNATIVES.split(written)
    if len(found) + before > MOST_ANSWERS:
        raise NotHeld("too_many_answers")
    alternatives = [_parts(each) for each in found]
    if sum(share == 1 for share, _text, _feedback in alternatives) != 1 or len(alternatives) < 2:
        raise NotHeld("gap_without_answer")
    for key, (share, text, feedback) in enumerate(alternatives, before + 1):
        yield Option(key, text, share == 1, feedback, gap=gap)


def _parts(alternative: str) -> tuple[Fraction, str, str]:
    """Its share of the mark, its words, its feedback."""
    sign = _SHARE.match(alternative)
    share = Fraction(0)
    if sign:
        share = share_of(sign[1]) if sign[1] else Fraction(1)
        alternative = alternative[sign.end() :]
    text, *feedback = _FEEDBACK.split(alternative, maxsplit=1)
    return share, _plain(text), _plain(feedback[0] if feedback else "")


def _plain(written: str) -> str:
    return text_of(unescape_once(re.sub(r"\\([{}~#/\"\\])", r"\1", written)))[0]


def unescape_once(text: str) -> str:
    """A text typed as "a &amp;lt; b" by an editor that escaped entities once more."""
    return re.sub(r"&amp;(#\d{2,6};|#x[0-9a-fA-F]{2,6};|[a-z]{2,8};)", lambda found: unescape("&amp;") + found[1], text)
