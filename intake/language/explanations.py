"""The sentence that explains a term best: one that says what it is, else an early one that uses it plainly."""

import re
from collections.abc import Sequence

from intake.language.sentences import sentences
from intake.language.words import words

_SAYS_WHAT = re.compile(
    r"^[\"”’»)]{0,2}s?\s{0,2}(?:\([^()]{1,80}\)\s?)?"
    r"(?:,?\s?(?:which )?(?:is|are|was|were) (?:an? |the |one |any |those |defined |understood |meant )"
    r"|(?:means?|refers? to|consists? of|includes?|describes?|stands? for|covers?|comprises?|denotes?)\b"
    r"|,\s(?:an?|the|that is|i\.e\.|known as|also called|or)\s|\s?[—–-]\s(?:это|an?|the|that is)\b|[,—–-]\s?то есть\b"
    r"|(?:означает|включает|представляет собой|называется|состоит из|является|являются|называют)\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:called|known as|termed|defined as|understood as|so-called|meant by|называ\w{2,6}|под|понятие|термин)"
    r"\s[\"“‘«]{0,1}(?:the |an? )?$",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"^(?:this|that|these|those|it|they|he|she|such|but|and|это|этот|эта|эти|он|она|они|но|и)\b", re.IGNORECASE
)
_SHORTEST, _LONGEST = 6, 45


def explaining_sentences(terms: Sequence[str], text: str) -> dict[str, str]:
    """For each term the sentence, word for word, that explains it; a term that no sentence holds is left out."""
    every = sentences(text)
    folded = [sentence.casefold() for sentence in every]
    found = {term: _best(term, every, folded) for term in terms}
    return {term: sentence for term, sentence in found.items() if sentence}


def _best(term: str, every: Sequence[str], folded: Sequence[str]) -> str | None:
    key = term.casefold()
    pattern = re.compile(r"(?<!\w)" + re.escape(term) + r"s?(?!\w)", re.IGNORECASE)
    using = [(n, one) for n, one in enumerate(every) if key in folded[n]]
    rated = [(_rating(match, one), -n, one) for n, one in using if (match := pattern.search(one))]
    return max(rated)[2] if rated else None


def _rating(match: re.Match[str], sentence: str) -> float:
    before, after = sentence[: match.start()], sentence[match.end() : match.end() + 120]
    length = len(words(sentence))
    rating = 4.0 * bool(_SAYS_WHAT.match(after.lstrip(" "))) + 3.0 * bool(_NAMED.search(before))
    rating += 1.0 if _SHORTEST <= length <= _LONGEST else -2.0
    rating -= 1.5 * bool(_POINTING.match(sentence)) + 1.0 * sentence.rstrip('”"’»').endswith("?")
    return rating + 0.5 * (len(before) <= 40)
