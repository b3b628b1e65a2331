"""What the drafting of questions hands back: proposals that a person approves, edits or rejects one by one."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["single", "multiple", "true_false"]


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """`feedback` is content in the language of the text, for the organiser to edit."""

    text: str
    correct: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """`quote` is the supporting sentence, verbatim from a paragraph under the heading `section`.

    `score` ranks drafts from 0 to 1. It is a rule of thumb set by hand, not a measured difficulty. `type` says how the
    question was made (wordings.TYPES); `lint` names the rules that advise a second look (lint.ADVICE).
    """

    kind: Kind
    stem: str
    choices: tuple[ChoiceDraft, ...]
    section: str | None
    quote: str
    score: float
    type: str = ""
    lint: tuple[str, ...] = ()
