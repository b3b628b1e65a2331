"""A module on paper: HTML becomes blocks, blocks become a PDF. Pure: values in, values out."""

from courseware.reading.paper.blocks import Block, Run, blocks_of
from courseware.reading.paper.typesetting import Paper, PaperSection, PaperWord, typeset

__all__ = ["Block", "Paper", "PaperSection", "PaperWord", "Run", "blocks_of", "typeset"]
