"""What all makers of questions share, and the questions on figures and names: a gap to fill, a statement to judge."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from courseware.quizzes.drafting.clauses import MILESTONE, content
from courseware.quizzes.drafting.distractors import in_order, wrong_figures, wrong_names
from courseware.quizzes.drafting.drafts import ChoiceDraft, Kind, QuestionDraft
from courseware.quizzes.drafting.facts import Fact, FactKind, figures
from courseware.quizzes.drafting.headings import place_of
from courseware.quizzes.drafting.made_up import amount
from courseware.quizzes.drafting.names import Catalogue, named, names_in
from courseware.quizzes.drafting.passages import DATELINE, Passage
from courseware.quizzes.drafting.reading import FIGURE, Reading, may_be_judged
from courseware.quizzes.drafting.wordings import (
    FALSE,
    GAP,
    TRUE,
    TYPE_OF,
    Setting,
    asks,
    gap_feedback,
    gap_stem,
    statement_feedback,
    statement_stem,
)
from courseware.quizzes.drafting.worth import is_inserted, worth_of
from courseware.reading.drafting import ModuleDraft

_LEAST_FROM_TEXT, _LEAST_NAMES = 2, 3  # a body is soon guessed among three
_HEDGES = (
    "more than", "less than", "fewer than", "at least", "over", "under", "up to", "almost", "nearly", "some", "about",
    "around", "roughly", "approximately", "just", "only", "well", "below", "above", "most", "within", "no later than",
)  # fmt: skip
_TRUE_FALSE_LOSS = 0.25
_LONGEST_STATEMENT, _LEAST_POINTS = 25, 2
_PLAINLY = 1.3  # times as much
_MEASURED = ("percent", "number", "small_number", "amount", "duration")
_DATES: tuple[FactKind, ...] = ("year", "years", "date")  # asked for where something began, ended or was agreed
_IN_PASSING = re.compile(r"\b(?:which|that|who|whose|where)\b[^,;]*$")
_ASIDE = re.compile(r", (?:with|which|who|whose|where|an?)\b[^,;]*$")  # "the village, with 2,200 inhabitants, lost"
_YEAR = re.compile(r"(?:1[1-9]|20)\d\d")
# "The lowest for six years" is the lowest for five as well.
_LOWEST_FOR = re.compile(r"\b(?:[a-z]+est|most|least|first|record)\b[^,;]*\b(?:for|in|over|of)(?: the (?:last|past))?$")
_BORDERS = re.compile(r"\b(?:(?:border|frontier)(?:s|ing)? (?:of|to|with)|neighbou?r\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what it was made from. `keys` are the words of the text that it turns on.

    `statement` is the sentence in the stem, with its gap or its changed figure; `shown` has the context too. A name
    that was put for another is `exchanged`.
    """

    question: QuestionDraft
    fact_kind: FactKind | None
    keys: tuple[str, ...]
    statement: str
    passage: Passage
    exchanged: str = ""

    @property
    def shown(self) -> str:
        return f"{self.passage.context} {self.statement}".strip()


@dataclass(frozen=True, slots=True)
class Workshop:
    """What items of one module are made with. `fit` are the passages that a question may rest on, with their context;
    `alone` those that can be understood without any.

    `values` give for each kind the figures of the text with the sentence that each is first met in.
    """

    module: ModuleDraft
    reading: Reading
    known: Catalogue
    fit: tuple[Passage, ...]
    alone: tuple[Passage, ...]
    values: Mapping[FactKind, Mapping[str, str]]

    @property
    def lead(self) -> tuple[str, ...]:
        """What a question on statements from all over the text begins with."""
        return place_of(None, self.reading)


def figure_items(workshop: Workshop) -> Iterator[Item]:
    for passage in workshop.fit:
        for fact in figures(passage.statement, workshop.reading.language):
            yield from _on_figure(passage, fact, workshop)


def name_items(workshop: Workshop) -> Iterator[Item]:
    """Gaps for names, and statements in which another name of the same type may stand."""
    for passage in workshop.fit:
        shown = f"{passage.context} {passage.statement}"
        for fact in named(passage.statement, workshop.module, workshop.known):
            wrong = wrong_names(fact, shown, workshop.known)
            if len(wrong) >= _LEAST_NAMES and not _tells_itself(fact, passage.statement):
                yield _gap(passage, fact, sorted([fact.text, *wrong]), workshop)
                if _may_be_judged(passage, fact, workshop.reading):
                    yield _statement(passage, fact, fact.text, workshop)
                    yield _statement(passage, fact, wrong[0], workshop)


def _tells_itself(fact: Fact, statement: str) -> bool:
    """What a place is like (", at 2,140 metres,") or borders on tells which of several it is."""
    return fact.kind != "organisation" and (fact.start == 0 or _BORDERS.search(statement) is not None)


def _on_figure(passage: Passage, fact: Fact, workshop: Workshop) -> Iterator[Item]:
    language = workshop.reading.language
    others, shown = workshop.values.get(fact.kind, ()), " ".join([*passage.lead, passage.context, passage.statement])
    wrong = wrong_figures(fact, shown, others, workshop.reading.figures, workshop.reading.years)
    if len(wrong) < _LEAST_FROM_TEXT or not asks(fact.kind, language):
        return
    if language == "en" and fact.kind in _DATES and not _is_milestone(passage, fact):
        return
    yield _gap(passage, fact, in_order([fact.text, *wrong]), workshop)
    if language == "en" and _may_be_judged(passage, fact, workshop.reading):
        yield _statement(passage, fact, fact.text, workshop)
        yield _statement(passage, fact, _plainly_other(fact, wrong), workshop)


def _plainly_other(fact: Fact, wrong: Sequence[str]) -> str:
    """The first that is far enough from it, of shares two points at the least: 31 for 37 would be a trap."""
    if fact.kind not in _MEASURED:
        return wrong[0]
    right = amount(fact.text)
    apart = [each for each in wrong if max(amount(each), right) >= _PLAINLY * min(amount(each), right)]
    least = _LEAST_POINTS if fact.kind == "percent" else 0
    return next((each for each in apart if abs(amount(each) - right) >= least), (apart or wrong)[0])


def _is_milestone(passage: Passage, fact: Fact) -> bool:
    """Whether something began, ended or was agreed in that year that title or heading speak of; not said in passing."""
    before = passage.statement[: fact.start]
    is_said = MILESTONE.search(passage.statement) and not _IN_PASSING.search(before)
    return bool(is_said and content(passage.statement) & content(" ".join(passage.lead)))


def _may_be_judged(passage: Passage, fact: Fact, reading: Reading) -> bool:
    """Not where "more than 40" would be as true of another figure, nor where there is too much to weigh.

    Only what begins a paragraph, so that nothing need be quoted before it, and tells no other figure.
    """
    statement = passage.statement
    around = f"{statement[: fact.start]} {statement[fact.end :]}"
    others = (each for each in FIGURE.findall(around) if not _YEAR.fullmatch(each))
    if passage.before or any(others) or is_inserted(fact, statement):
        return False
    if fact.kind == "share" or len(statement.split()) > _LONGEST_STATEMENT or not may_be_judged(passage, reading):
        return False
    before = statement[: fact.start].rstrip()
    if _ASIDE.search(before) and "," in statement[fact.end :]:
        return False
    return not before.lower().endswith(_HEDGES) and not _LOWEST_FOR.search(before)


def _gap(passage: Passage, fact: Fact, options: Iterable[str], workshop: Workshop) -> Item:
    gapped = put(passage.statement, fact.start, fact.end, GAP)
    language = workshop.reading.language
    choices = tuple(
        ChoiceDraft(o, o == fact.text, gap_feedback(o, fact.text, _source(o, fact.kind, workshop), language))
        for o in options
    )
    stem = gap_stem(fact.kind, gapped, setting_of(passage, language))
    question = draft("single", TYPE_OF[fact.kind], stem, choices, passage, _worth(passage, fact, workshop))
    return Item(question, fact.kind, (fact.text,), gapped, passage)


def _source(option: str, kind: FactKind, workshop: Workshop) -> str | None:
    """The sentence that an option comes from."""
    return workshop.values.get(kind, {}).get(option) or workshop.known.quotes.get(option)


def _statement(passage: Passage, fact: Fact, value: str, workshop: Workshop) -> Item:
    said = put(passage.statement, fact.start, fact.end, value)
    is_true = value == fact.text
    score = _worth(passage, fact, workshop) - _TRUE_FALSE_LOSS
    if TYPE_OF[fact.kind] != "cloze_name":
        return judged("true_false_figure", said, is_true, passage, score, fact.kind, (fact.text,))
    item = judged("true_false_name", said, is_true, passage, score, fact.kind, (fact.text,))
    return item if is_true else replace(item, exchanged=value)


def judged(
    type_: str, said: str, is_true: bool, passage: Passage, score: float, kind: FactKind | None, keys: tuple[str, ...]
) -> Item:
    """A statement to call true or false."""
    choices = tuple(
        ChoiceDraft(text, right, statement_feedback(right, is_true, passage.quote))
        for text, right in ((TRUE, is_true), (FALSE, not is_true))
    )
    return Item(
        draft("true_false", type_, statement_stem(said, setting_of(passage)), choices, passage, score),
        kind,
        keys,
        said,
        passage,
    )


def setting_of(passage: Passage, language: str = "en") -> Setting:
    return Setting(DATELINE.sub("", passage.context), passage.lead, language)


def draft(
    kind: Kind, type_: str, stem: str, choices: Iterable[ChoiceDraft], passage: Passage, score: float
) -> QuestionDraft:
    rounded = round(min(1.0, max(0.0, score)), 2)
    return QuestionDraft(kind, stem, tuple(choices), passage.section, passage.evidence, rounded, type_)


def _worth(passage: Passage, fact: Fact, workshop: Workshop) -> float:
    is_named = bool(names_in(passage.statement, workshop.module, workshop.known))
    is_on_matter = any(term in passage.statement for term in workshop.module.key_terms)
    return worth_of(passage, fact, workshop.reading.language, is_named=is_named, is_on_matter=is_on_matter)


def put(text: str, start: int, end: int, value: str) -> str:
    return text[:start] + value + text[end:]
