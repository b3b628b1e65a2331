"""Names in a module: countries, organisations and short forms, and where in a sentence they stand."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from courseware.quizzes.drafting.countries import COUNTRIES
from courseware.quizzes.drafting.facts import NAMES, Fact, FactKind
from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.places import places
from courseware.reading.drafting import ModuleDraft
from intake.language import Abbreviation, sentences

_COUNTRY = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True)) + r")\b(?! [A-Z])")
# "Islamic Movement of …" does not speak of the country.
_LONGER_NAME = re.compile(r"\b[A-Z][\w’'-]{1,40} of (?:the )?$")
_CAPITAL = r"[A-Z][\w’'-]{1,40}"
_SPAN = re.compile(rf"\b{_CAPITAL}(?:(?: (?:of|for|on|in)(?: the)?)? (?!(?:{MONTHS})\b){_CAPITAL}){{1,8}}")
_LEADING = re.compile(
    r"^(?:(?:The|In|At|On|For|By|With|From|As|Since|When|While|Today|However|First|Finally|Under|Both) )+"
)
_BODY = re.compile(
    r"\b(?:Organi[sz]ation|Nations|Union|Agency|Office|Fund|Council|Commission|Conference|Committee|Assembly|Bank"
    r"|Programme|Program|Centre|Center|Institute|Ministry|Department|Court|Secretariat|Association|Federation"
    r"|Authority|Initiative"
    r"|Forum|Board|University|Academy|Archive|Chamber|Museum|Community|Cooperation|Police|Service)\b"
)
_SHORT = re.compile(r"\b[A-Z]{3,8}(?:-[A-Z]{2,8})?\b(?![-\d])")
_CAPITALS = re.compile(r"(?<!-)\b[A-Z][a-z-]{2,20}(?: [A-Z][a-z-]{2,20})*\b(?![’'])")
_ROMAN = re.compile(r"[IVXLC]+")

# In a list, where others would be as true, or part of a longer name ("Republic of …").
_IN_LIST_BEFORE = re.compile(
    r"(?:[,/;(&]"
    r"|\b(?:and|or|between|including|includes?|like|such as|e\.g\.|particularly|especially|namely|among|except"
    r"|mainly|mostly|chiefly|above all|notably)"
    r"(?: (?:in|of|from|at|to|for|with|by))?)"
    r"\s?(?:(?:even|also|then|now|perhaps|mainly) )?(?:the )?$"
    r"|[A-Z][\w’'-]{1,40} (?:of|in|for)(?: the)? $"
)
# "Ports from ____ to …" gives any two as examples; a line that runs from one to another is a fact.
_FROM = re.compile(
    r"(?:^|[,;:] |\b(?:in|of|by|for|at|the|many|all|several|some|with|to) )(?:[a-z]+ )?(?:[A-Za-z]+s|everything"
    r"|anything|everyone|everywhere|anywhere|all) from (?P<first>[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40})? to )?$"
)
_IN_LIST_AFTER = re.compile(
    r"(?:[’']s?)?(?: \([^)]{1,80}\))?(?:\s?[/&)]|,? (?:and|or|as well as) (?:the )?[A-Z]|, (?:the )?[A-Z])"
    r"|-\w|[’']s? [A-Z]| (?:groups?|agenc(?:y|ies)|bodies|experts?|officials?|officers?|staff|missions?)\b"
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The names of a module with how often each is used; `with_the` are those used with "the" more often than not.

    `quotes` give the sentence that each name is first met in.
    """

    names: dict[FactKind, Counter[str]]
    with_the: frozenset[str]
    aliases: dict[str, str]
    quotes: dict[str, str]
    places: frozenset[str] = frozenset()

    def among(self, kind: FactKind) -> list[str]:
        return [name for name, _count in self.names.get(kind, Counter()).most_common()]


def catalogue(module: ModuleDraft) -> Catalogue:
    names: dict[FactKind, Counter[str]] = {}
    articled: Counter[str] = Counter()
    quotes: dict[str, str] = {}
    paragraphs = (paragraph for section in module.sections for paragraph in section.paragraphs)
    known = places(module)
    for sentence in (sentence for paragraph in paragraphs for sentence in sentences(paragraph)):
        for fact in _spans(sentence, module.abbreviations, known):
            names.setdefault(fact.kind, Counter())[fact.text] += 1
            quotes.setdefault(fact.text, sentence)
            articled[fact.text] += 1 if sentence[: fact.start].endswith(("the ", "The ")) else -1
    aliases = {one.short: one.long for one in module.abbreviations}
    aliases |= {long: short for short, long in aliases.items()}
    with_the = frozenset(name for name, balance in articled.items() if balance > 0)
    return Catalogue(names, with_the, aliases, quotes, known)


def named(statement: str, module: ModuleDraft, known: Catalogue) -> list[Fact]:
    """The names that a question can turn on: not in a list, where others would be as true, and not said twice."""
    facts = _spans(statement, module.abbreviations, known.places)
    return [
        fact
        for fact in facts
        if fact.kind in NAMES
        and fact.text in known.names.get(fact.kind, ())
        and not _IN_LIST_BEFORE.search(statement[: fact.start])
        and not _IN_LIST_AFTER.match(statement[fact.end :])
        and not _is_example(fact, statement)
    ]


def _is_example(fact: Fact, statement: str) -> bool:
    """One end of "from … to …", said of many."""
    many = _FROM.search(statement[: fact.start])
    return bool(many and (many["first"] or statement[fact.end :].startswith(" to ")))


def names_in(statement: str, module: ModuleDraft, known: Catalogue) -> list[Fact]:
    """Every name in a statement, in order, none within another."""
    return sorted(_spans(statement, module.abbreviations, known.places), key=lambda fact: fact.start)


def _spans(text: str, abbreviations: tuple[Abbreviation, ...], known: frozenset[str]) -> list[Fact]:
    found: list[Fact] = []
    for fact in _candidates(text, abbreviations, known):
        if not any(fact.start < other.end and other.start < fact.end for other in found):
            found.append(fact)
    return found


def _candidates(text: str, abbreviations: tuple[Abbreviation, ...], known: frozenset[str]) -> Iterator[Fact]:
    """The longest and surest first: spelled-out names, capitalised spans with a word such as "Council", the rest."""
    longs = sorted((one.long for one in abbreviations if _BODY.search(one.long)), key=len, reverse=True)
    for long in longs:
        yield from (Fact("organisation", long, *match.span()) for match in re.finditer(rf"\b{re.escape(long)}\b", text))
    for match in _SPAN.finditer(text):
        lead = _LEADING.match(match.group())
        name = re.sub(r"[’']s?$", "", match.group()[lead.end() if lead else 0 :])
        if " " in name and _BODY.search(name) and not re.search(r"[’']", name):
            start = match.start() + (lead.end() if lead else 0)
            yield Fact("organisation", name, start, start + len(name))
    countries = (match for match in _COUNTRY.finditer(text) if not _LONGER_NAME.search(text[: match.start()][-60:]))
    yield from (Fact("country", match.group(), *match.span()) for match in countries)
    shorts = (match for match in _SHORT.finditer(text) if not _ROMAN.fullmatch(match.group()))
    yield from (Fact("short_name", match.group(), *match.span()) for match in shorts)
    yield from _places(text, known)


def _places(text: str, known: frozenset[str]) -> Iterator[Fact]:
    """Each place but where its name is part of a longer one, or says whose something is."""
    for match in _CAPITALS.finditer(text):
        if match.group() in known:
            yield Fact("place", match.group(), *match.span())
