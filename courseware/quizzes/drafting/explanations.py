"""Questions on what the text gives as a reason, purpose, list or term; the wrong answers stand elsewhere in it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from courseware.quizzes.drafting.clauses import Clause, Listing, clause_of, content, distinct, listing_of
from courseware.quizzes.drafting.distractors import of_like_length, turn
from courseware.quizzes.drafting.drafts import ChoiceDraft
from courseware.quizzes.drafting.items import Item, Workshop, draft, setting_of
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.reading import sensitive
from courseware.quizzes.drafting.wordings import (
    GAP,
    cause_stem,
    clause_feedback,
    list_feedback,
    list_stem,
    purpose_stem,
    term_feedback,
    term_stem,
)
from courseware.quizzes.drafting.worth import comfort

_WANTED, _LEAST = 3, 2
_LENGTHS = 2.2
_CAUSE_WORTH, _PURPOSE_WORTH, _LIST_WORTH, _TERM_WORTH = 0.85, 0.8, 0.75, 0.65
_DEFINES = re.compile(
    r"^(?:A|An|The) (?P<term>[a-z][a-z-]{2,20}(?: [a-z][a-z-]{2,20}){1,2}) (?:is|means) (?P<rest>(?:an?"
    r"|the) [^“”;:]{25,150}\.)$"
)


def clause_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """Gaps for a reason or purpose, wherever the text has two others that could stand there."""
    found = [(passage, clause) for passage in passages if (clause := clause_of(passage.statement))]
    safe = [(passage, clause) for passage, clause in found if not sensitive(passage.quote, workshop.reading)]
    for passage in workshop.fit:
        clause = clause_of(passage.statement)
        others = _other_parts(passage, clause, safe) if clause else {}
        if clause and len(others) >= _LEAST:
            yield _clause_item(passage, clause, others)


def _other_parts(passage: Passage, clause: Clause, found: Sequence[tuple[Passage, Clause]]) -> dict[str, str]:
    """Other reasons or purposes of the same form and of the same matter, each with its sentence."""
    pool = {other.part: p.quote for p, other in found if other.pool == clause.pool and p.n != passage.n}
    own = content(passage.statement)
    near = [text for text in pool if len(content(text) & own) == 1]
    fit = of_like_length(clause.part, distinct(iter([clause.part, *near]))[1:], _LENGTHS)
    return {text: pool[text] for text in _even(clause.part, fit)}


def _even(key: str, options: Sequence[str]) -> list[str]:
    """Up to three of the options that, with the key, do not differ too much in length among themselves."""
    kept = [key]
    for option in options:
        lengths = sorted(map(len, [*kept, option]))
        if len(kept) <= _WANTED and lengths[-1] <= _LENGTHS * lengths[0]:
            kept.append(option)
    return kept[1:]


def _clause_item(passage: Passage, clause: Clause, others: Mapping[str, str]) -> Item:
    word, worth = ("purpose", _PURPOSE_WORTH) if clause.pool in ("purpose", "so that") else ("reason", _CAUSE_WORTH)
    gapped = f"{clause.main} {GAP}."
    stem = (purpose_stem if word == "purpose" else cause_stem)(gapped, setting_of(passage))
    options = sorted([clause.part, *others], key=lambda text: turn(text, 1000))
    choices = [ChoiceDraft(o, o == clause.part, clause_feedback(word, others.get(o))) for o in options]
    type_ = "purpose" if word == "purpose" else "cause"
    question = draft("single", type_, stem, choices, passage, worth + comfort(gapped))
    return Item(question, None, (clause.part,), gapped, passage)


def list_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """Two or three items of a list, and two of the same form from other lists of the text."""
    found = [(passage, listing) for passage in passages if (listing := listing_of(passage.statement))]
    found = [(passage, listing) for passage, listing in found if not sensitive(passage.quote, workshop.reading)]
    for passage in workshop.fit:
        listing = listing_of(passage.statement)
        others = _other_items(passage, listing, found) if listing else {}
        if listing and len(others) >= _LEAST:
            yield _list_item(passage, listing, others)


def _other_items(passage: Passage, listing: Listing, found: Sequence[tuple[Passage, Listing]]) -> dict[str, str]:
    own, form = content(passage.statement), _form(listing.items[1])
    pool = {item: p.quote for p, other in found if p.n != passage.n for item in other.items if _form(item) == form}
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


def _list_item(passage: Passage, listing: Listing, others: Mapping[str, str]) -> Item:
    right = [item for item in listing.items if _form(item) == _form(listing.items[1])][:3]
    right = right if len(right) >= 2 else list(listing.items[1:3])
    wrong = list(others)[:2]
    gapped = f"{passage.statement[: listing.start]}{GAP}."
    options = sorted([*right, *wrong], key=str.casefold)
    choices = [ChoiceDraft(o, o in right, list_feedback(o, None if o in right else others[o])) for o in options]
    question = draft(
        "multiple",
        "enumeration",
        list_stem(gapped, setting_of(passage)),
        choices,
        passage,
        _LIST_WORTH + comfort(gapped),
    )
    return Item(question, None, tuple(right), gapped, passage)


def term_items(workshop: Workshop) -> Iterator[Item]:
    """Which term the text explains, among other terms that it returns to."""
    for passage in workshop.fit:
        match = _DEFINES.match(passage.statement)
        wrong = _other_terms(match["term"], passage, workshop) if match else []
        if match and len(wrong) >= _LEAST:
            yield _term_item(passage, match["term"], match["rest"], wrong)


def _other_terms(term: str, passage: Passage, workshop: Workshop) -> list[str]:
    """Terms of two words or more that share none with the sentence."""
    own = content(passage.statement, 3)
    others = [other for other in workshop.module.key_terms if " " in other and other.islower() and other.isascii()]
    singular = [other for other in others if not other.endswith("s") and not content(other, 3) & own]
    return of_like_length(term, distinct(iter(singular)), _LENGTHS)[:_WANTED]


def _term_item(passage: Passage, term: str, rest: str, wrong: Sequence[str]) -> Item:
    gapped = f"____ is {rest}" if " is " in passage.statement else f"____ means {rest}"
    options = sorted([term, *wrong])
    choices = [ChoiceDraft(o, o == term, term_feedback(o, term)) for o in options]
    question = draft(
        "single", "term", term_stem(gapped, setting_of(passage)), choices, passage, _TERM_WORTH + comfort(gapped)
    )
    return Item(question, None, (term,), gapped, passage)
