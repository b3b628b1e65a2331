"""What a reader should be able to do afterwards, proposed from headings, causes and lists. A person corrects them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from courseware.reading.drafting.drafts import ObjectiveDraft, SectionDraft, TermDraft
from courseware.reading.drafting.shapes import is_title_case, words_in
from intake.language import sentences, words

MOST = 5
_MOST_OF_A_KIND = 2
_LONGEST_CLAUSE = 22
_FARTHEST = 8  # words before a list's own noun: "The form has three parts: …"
_GENERIC = re.compile(
    r"(?:introduction|background|conclusions?|summary|overview|references|sources|notes|abstract|preface|outlook"
    r"|part \d+"
    r"|введение|заключение|выводы?|итоги|часть \d+|источники|предисловие)\W{0,3}",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:this|that|these|those|it|its|they|their|them|he|she|his|her|him|i|we|my|our|you|here|such|former|latter"
    r"|это\w{0,3}|он|она|они|его|её|ее|их|ему|ей|им|я|мы|вы|наш\w{0,3}|здесь|так\w{2,3})\b",
    re.IGNORECASE,
)
_CAUSE = {
    "en": re.compile(
        r"(?P<what>[A-Z][^,;:()—–]{15,160}?),?\s(?:because(?! of)|due to|because of|owing to|as a result of"
        r"|thanks to)\s"
    ),
    "ru": re.compile(
        r"(?P<what>[А-ЯЁ][^;:()—–]{15,160}?),?\s(?:потому что|так как|поскольку|из-за того,? что"
        r"|благодаря тому,? что)\s"
    ),
}
_OWNER = re.compile(r"The ([a-z-]{3,20}(?: [a-z-]{3,20})?) (?:has|have|had|consists of|is made up of|rests on) $")
_COUNT = r"two|three|four|five|six|seven|eight|nine|ten|several|[2-9]|1\d"
_LISTED = {
    "en": re.compile(
        r"\b(?P<what>(?:the |these |those )?(?:following|" + _COUNT + r")\s(?:[a-z-]{3,20}\s){0,2}[a-z-]{3,20}s)\b"
        r"(?:[^.:]{0,60}:|\s(?:are|include)\b)"
    ),
    "ru": re.compile(
        r"\b(?P<what>(?:два|две|три|четыре|пять|шесть|семь|восемь|несколько)\s(?:[а-яё-]{3,25}\s)?[а-яё-]{3,25})\b"
        r"[^.:]{0,60}:"
    ),
}
_WORDS = {
    "en": {
        "why": "Explain why {0}.",
        "question": "Explain {0}.",
        "heading": "Describe {0}.",
        "asked": "Answer the question “{0}”.",
        "other": "Explain what the text says under “{0}”.",
        "whole": "Sum up the main points of “{0}”.",
        "list": "Name {0}.",
        "term": "Explain what the text says about “{0}”.",
    },
    "ru": {
        "why": "Объяснить, почему {0}.",
        "question": "Ответить на вопрос «{0}».",
        "heading": "Изложить содержание раздела «{0}».",
        "asked": "Ответить на вопрос «{0}».",
        "other": "Изложить содержание раздела «{0}».",
        "whole": "Кратко изложить главное в тексте «{0}».",
        "list": "Назвать {0}.",
        "term": "Изложить, что в тексте говорится по теме «{0}».",
    },
}
_SUBJECTS = frozenset({"the", "a", "an", "it", "they", "we", "you", "i", "this", "that"})
_QUESTION = re.compile(r"(?:who|what|why|how|when|where|which)\b.{3,120}", re.IGNORECASE)
_NOUN_HEADING = re.compile(
    r"(?:the|a|an|its|their)\s.{3,100}|.{3,60}\s(?:of|for|in|between|against|towards?)\s.{3,60}", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|must|should|may|do|does|did|gets?|finds?|goes|seeks?|needs?|threatens?"
    r"|faces?|makes?|meets?|takes?|comes?|becomes?|remains?|rises?|falls?|wins?|loses?)\b",
    re.IGNORECASE,
)


def objectives(
    title: str, sections: Sequence[SectionDraft], terms: Sequence[TermDraft], language: str | None
) -> tuple[ObjectiveDraft, ...]:
    """At most five, each with its evidence: headings, up to two causes and two lists, terms to fill up to three.

    Where nothing suggests one, the title does. English and Russian only.
    """
    if language not in _WORDS:
        return ()
    text = "\n\n".join(paragraph for section in sections for paragraph in section.paragraphs)
    every = sentences(text)
    found = [
        *_first(_from_headings(sections, text, language), 3),
        *_first(_from_causes(every, language), _MOST_OF_A_KIND),
        *_first(_from_lists(every, language), _MOST_OF_A_KIND),
    ]
    found += _first(_from_terms(terms, language), max(0, 3 - len(found)))
    found = found or [ObjectiveDraft(_WORDS[language]["whole"].format(title), title)]
    return tuple({one.text.casefold(): one for one in found}.values())[:MOST]


def _first(found: Iterator[ObjectiveDraft], most: int) -> list[ObjectiveDraft]:
    return [one for _n, one in zip(range(most), found, strict=False)]


def _from_headings(sections: Sequence[SectionDraft], text: str, language: str) -> Iterator[ObjectiveDraft]:
    """Headings of the page itself that name a subject."""
    for section in sections:
        heading = (section.heading or "").rstrip(".: ")
        if section.proposed or words_in(heading) < 2 or _GENERIC.fullmatch(heading):
            continue
        yield ObjectiveDraft(_for_heading(heading, text, language), section.heading or "")


def _for_heading(heading: str, text: str, language: str) -> str:
    frames = _WORDS[language]
    if language == "ru":
        return frames["question" if heading.endswith("?") else "heading"].format(heading)
    plain = _lowered(heading.rstrip("?"), text)
    asked = heading.endswith("?")
    if _QUESTION.fullmatch(plain) and (not asked or _is_indirect(plain)):
        return frames["question"].format(plain)
    if not asked and _NOUN_HEADING.fullmatch(plain) and not _VERB.search(plain):
        return frames["heading"].format(plain)
    return frames["asked" if asked else "other"].format(heading)


def _is_indirect(question: str) -> bool:
    """ "who may apply" can follow "Explain"; "how does it work" cannot."""
    inverted = re.match(r"\w+\s(?:is|are|was|were|do|does|did|can|should|must|may|will|has|have)\s(\w+)", question)
    return not inverted or (question.startswith("who ") and inverted[1] not in _SUBJECTS)


def _lowered(heading: str, text: str) -> str:
    """Without the capitals of a title, except on words that the text itself always begins with a capital."""
    small = Counter(words(text))
    first, _, rest = heading.partition(" ")
    lower = first if first.isupper() and len(first) > 1 else (first.lower() if _is_small(first, small) else first)
    if not is_title_case(heading):
        return f"{lower} {rest}".strip()
    return " ".join([lower, *(word.lower() if _is_small(word, small) else word for word in rest.split())])


def _is_small(word: str, counts: Counter[str]) -> bool:
    """Whether the text writes the word with a small letter as often as with a capital, or not at all."""
    bare = word.strip(",;:()“”\"'’")
    return counts[bare.lower()] >= counts[bare]


def _from_causes(every: Sequence[str], language: str) -> Iterator[ObjectiveDraft]:
    for sentence in every:
        match = _CAUSE[language].match(sentence)
        what = match["what"] if match else ""
        if 4 <= words_in(what) <= _LONGEST_CLAUSE and not _POINTING.search(what) and "?" not in sentence:
            yield ObjectiveDraft(_WORDS[language]["why"].format(_as_clause(what, every)), sentence)


def _as_clause(what: str, every: Sequence[str]) -> str:
    """Its first letter small, unless the word is a name: one that has its capital within sentences too."""
    first, _, rest = what.partition(" ")
    inside = {word for sentence in every for word in words(sentence)[1:]}
    named = first in inside and first.lower() not in inside
    return what if named or (first.isupper() and len(first) > 1) else f"{first.lower()} {rest}"


def _from_lists(every: Sequence[str], language: str) -> Iterator[ObjectiveDraft]:
    for sentence in every:
        match = _LISTED[language].search(sentence)
        before = sentence[: match.start()] if match else ""
        if match and words_in(sentence) <= 60 and words_in(before) <= _FARTHEST and not _POINTING.search(before):
            owner = _OWNER.match(sentence[: match.start()]) if language == "en" else None
            what = re.sub(r"^(?:these|those)\s", "the ", match["what"]).strip()
            what = re.sub(r"^the following\s|^following\s", "the ", what)
            what = what if what.startswith("the ") or language == "ru" else f"the {what}"
            what += f" of the {owner[1]}" if owner else ""
            yield ObjectiveDraft(_WORDS[language]["list"].format(what), sentence)


def _from_terms(terms: Sequence[TermDraft], language: str) -> Iterator[ObjectiveDraft]:
    for one in terms:
        if " " in one.term and not (language == "en" and is_title_case(one.term)):
            yield ObjectiveDraft(_WORDS[language]["term"].format(one.term), one.sentence)
