"""Documents in two languages: which blocks only say again, in another script, what stands elsewhere."""

import itertools
import re
from collections.abc import Iterable

from intake.blocks import Block, Document, Remark
from intake.language import is_cyrillic

_LEAST_BLOCKS, _LEAST_FIGURES = 4, 3
_FIGURE = re.compile(r"\d+")


def told_again(document: Document) -> tuple[frozenset[int], list[Remark]]:
    """The runs of blocks that translate others, with a warning for each; the language that comes first stays.

    A run is a translation if it has about as many words as what is in the other script, and hardly a figure of its own.
    """
    runs = [(script, list(run)) for script, run in itertools.groupby(document.blocks, key=_in_cyrillic)]
    first = runs[0][0] if runs else False
    own = [block for script, run in runs if script == first for block in run]
    again = [run for script, run in runs if script != first and _translates(run, own)]
    remarks = [Remark("translation_left_out", {"first": run[0].n, "last": run[-1].n}) for run in again]
    return frozenset(block.n for run in again for block in run), remarks


def _translates(run: list[Block], own: list[Block]) -> bool:
    figures, known = _figures(run), set(_figures(own))
    told = [figure for figure in figures if figure in known]
    size, other = _words(run), _words(own)
    is_whole = len(run) >= _LEAST_BLOCKS and size > 30 and size * 4 > other
    return is_whole and len(figures) >= _LEAST_FIGURES and len(told) * 5 >= len(figures) * 4


def _figures(blocks: Iterable[Block]) -> list[str]:
    return [figure for block in blocks for figure in _FIGURE.findall(block.text)]


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _in_cyrillic(block: Block) -> bool:
    return is_cyrillic(block.text[:2_000])
