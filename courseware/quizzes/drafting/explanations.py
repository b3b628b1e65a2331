"""Questions on what the text gives as a reason, a purpose or a list: the wrong answers are said elsewhere in it."""

import re
from collections.abc import Iterator, Sequence

from courseware.quizzes.drafting.clauses import Clause, Listing, clause_of, content, distinct, listing_of
from courseware.quizzes.drafting.distractors import of_like_length, turn
from courseware.quizzes.drafting.drafts import ChoiceDraft
from courseware.quizzes.drafting.items import Item, Workshop, comfort, draft
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.wordings import GAP, cause_stem, clause_feedback, list_feedback, list_stem, purpose_stem

_WANTED, _LEAST = 3, 2
_LENGTHS = 2.2
_CAUSE_WORTH, _PURPOSE_WORTH, _LIST_WORTH = 0.8, 0.75, 0.7
_FAR = 1
_PLAIN_START = re.compile(r"^(?:The|A|An|Some|Most|New|Paper|Many|Staff|Officers|People|Travellers|Drivers|Traders)\b")
_PAST = re.compile(r"^[^,;:()“”]{25,110}\.$")


def clause_items(workshop: Workshop) -> Iterator[Item]:
    """Gaps for a reason or purpose, wherever the text has two others that could stand there."""
    found = [(passage, clause) for passage in workshop.fit if (clause := clause_of(passage.statement))]
    for passage, clause in found:
        others = _other_parts(passage, clause, found, workshop)
        if len(others) >= _LEAST:
            yield _clause_item(passage, clause, others)


def _other_parts(
    passage: Passage, clause: Clause, found: Sequence[tuple[Passage, Clause]], workshop: Workshop
) -> dict[str, str]:
    """Reasons of the same form first, then for a whole clause other plain statements; each with its sentence."""
    pool = {other.part: p.quote for p, other in found if other.pool == clause.pool and p is not passage}
    if clause.pool == "because":
        pool |= {text: p.quote for p in workshop.fit if (text := _as_clause(p, passage))}
    own = content(passage.statement)
    apart = [text for text in pool if len(content(text) & own) <= 1]
    fit = of_like_length(clause.part, distinct(iter([clause.part, *apart]))[1:], _LENGTHS)
    return {text: pool[text] for text in fit[:_WANTED]}


def _as_clause(other: Passage, passage: Passage) -> str | None:
    """A short plain statement of another paragraph in the form of a clause."""
    far = abs(other.paragraph - passage.paragraph) >= _FAR
    if not far or not _PAST.match(other.statement) or not _PLAIN_START.match(other.statement) or clause_of(other.statement):
        return None
    return other.statement[0].lower() + other.statement[1:-1]


def _clause_item(passage: Passage, clause: Clause, others: dict[str, str]) -> Item:
    word, worth = ("purpose", _PURPOSE_WORTH) if clause.pool == "purpose" else ("reason", _CAUSE_WORTH)
    gapped = f"{clause.main} {GAP}."
    stem = purpose_stem(gapped) if word == "purpose" else cause_stem(gapped)
    options = sorted([clause.part, *others], key=lambda text: turn(text, 1000))
    choices = [ChoiceDraft(o, o == clause.part, clause_feedback(word, others.get(o))) for o in options]
    type_ = "purpose" if word == "purpose" else "cause"
    question = draft("single", type_, stem, choices, passage, worth + comfort(gapped))
    return Item(question, None, (clause.part,), gapped, passage)


def list_items(workshop: Workshop) -> Iterator[Item]:
    """Two or three items of a list, and two of the same form from other lists of the text."""
    found = [(passage, listing) for passage in workshop.fit if (listing := listing_of(passage.statement))]
    for passage, listing in found:
        others = _other_items(passage, listing, found)
        if len(others) >= _LEAST:
            yield _list_item(passage, listing, others)


def _other_items(
    passage: Passage, listing: Listing, found: Sequence[tuple[Passage, Listing]]
) -> dict[str, str]:
    own, form = content(passage.statement), _form(listing.items[1])
    pool = {item: p.quote for p, other in found if p is not passage for item in other.items if _form(item) == form}
    return {item: pool[item] for item in distinct(iter(pool)) if not content(item, 3) & own}


def _form(item: str) -> tuple[str, bool, bool]:
    """How an item begins and ends: only items of the same form go together."""
    first, last = item.split()[0], item.split()[-1]
    if first in ("a", "an", "the"):
        return first if first == "the" else "a", last.endswith("s"), False
    if first[0].isdigit():
        return "figure", last.endswith("s"), False
    is_gerund = first.endswith("ing") and len(first) > 5
    return "gerund" if is_gerund else "noun", last.endswith("s") or is_gerund, first[0].isupper()


def _list_item(passage: Passage, listing: Listing, others: dict[str, str]) -> Item:
    right = [item for item in listing.items if _form(item) == _form(listing.items[1])][:3]
    right = right if len(right) >= 2 else list(listing.items[1:3])
    wrong = list(others)[: 2 if len(right) == 3 else 2]
    gapped = f"{passage.statement[: listing.start]}{GAP}."
    options = sorted([*right, *wrong], key=str.casefold)
    choices = [ChoiceDraft(o, o in right, list_feedback(o, None if o in right else others[o])) for o in options]
    question = draft("multiple", "enumeration", list_stem(gapped), choices, passage, _LIST_WORTH + comfort(gapped))
    return Item(question, None, tuple(right), gapped, passage)
