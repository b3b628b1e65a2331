"""A question as marking, export, import and statistics see it. Pure.

An answer is plain data, as JSON keeps it; keys are those of options:

    single, true_false     [3]
    multiple               [1, 3]
    matching               {"1": 4, "2": 2}     the prompt of option 1 goes with the match of option 4
    ordering               [2, 1, 3]            all keys, in the order given
    numeric, short         "12,5"               as typed
    cloze                  {"1": 5, "2": 8}     gap 1 was filled with option 5

None, [], {} and "" are no answer.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Answer = list[int] | dict[str, int] | str | None


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a question; which fields count depends on the kind.

    single, multiple, true_false: `text`, `correct`, and `weight` where a right or wrong tick is not worth its usual
    share. matching: `text` (empty for an answer that belongs to nothing) and `match`. ordering: `text`, in the right
    order. numeric: `text` holds the number, `tolerance` how far off is right, `weight` its share (None: all).
    short: `text` is an accepted answer, `weight` its share. cloze: `text` offered for `gap`, `correct`.
    """

    key: int
    text: str
    correct: bool = False
    feedback: str = ""
    weight: Fraction | None = None
    match: str = ""
    gap: int = 0
    tolerance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """`kind` as in states.Kind. The stem of a cloze holds its gaps as [[1]], [[2]] …"""

    kind: str
    stem: str
    options: tuple[Option, ...] = ()
    feedback: str = ""

    def __str__(self) -> str:
        return as_read(self.kind, self.stem)


GAP = re.compile(r"\[\[(\d{1,3})\]\]")
_AROUND_A_GAP = 12  # words


def gaps_of(stem: str) -> list[int]:
    """The numbers of the gaps, as they stand in the sentence."""
    return [int(number) for number in GAP.findall(stem)]


def paragraphs_of(stem: str) -> list[tuple[str, bool]]:
    """The paragraphs of a stem, each with whether it is a passage: one in quotation marks, below a question."""
    parts = [part.strip() for part in stem.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return [(part, at > 0 and part[0] in '“«"„') for at, part in enumerate(parts)]


def in_brief(stem: str) -> str:
    """What tells a stem from others in a list: the words around the gap, or else the last paragraph of several."""
    *above, last = [part for part, _is_passage in paragraphs_of(stem)] or [""]
    before, gap, after = last.partition("____")
    if not above or not gap:
        return last
    left, right = before.split(" ")[-_AROUND_A_GAP:], after.split(" ")[:_AROUND_A_GAP]
    start = " ".join(left) if len(left) < _AROUND_A_GAP else f"… {' '.join(left)}"
    end = " ".join(right) if len(right) < _AROUND_A_GAP else f"{' '.join(right)} …"
    return f"{start}{gap}{end}"


def as_read(kind: str, stem: str) -> str:
    """A stem as a person reads it: a gap as ____, with its number before it where there are several."""
    if kind != "cloze":
        return stem
    return GAP.sub(r"(\1) ____" if len(gaps_of(stem)) > 1 else "____", stem)
