"""What does a short form stand for: the wrong answers have the same letters and other words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from courseware.quizzes.drafting.clauses import content
from courseware.quizzes.drafting.drafts import ChoiceDraft
from courseware.quizzes.drafting.items import Item, Workshop, draft
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.wordings import expansion_feedback, expansion_stem, led
from intake.language import Abbreviation

_SCORE = 0.75
# Words that name a body or its field, in groups that may take each other's place in such names.
_GROUPS = (
    ("Organization", "Office"),
    ("Organisation", "Office"),
    ("Conference", "Council"),
    ("Commission", "Council"),
    ("Committee", "Commission"),
    ("Cooperation", "Coordination"),
    ("Co-operation", "Co-ordination"),
    ("Security", "Stability"),
    ("Migration", "Mobility"),
    ("International", "Intergovernmental"),
    ("Interaction", "Integration"),
    ("Building", "Backing"),
    ("Development", "Dialogue"),
    ("Agency", "Authority"),
    ("Association", "Alliance"),
    ("Assistance", "Action"),
    ("Programme", "Project"),
    ("Rights", "Relations"),
    ("Refugees", "Returnees"),
    ("Treaty", "Trade"),
    ("Economic", "Energy"),
    ("Customs", "Commerce"),
    ("Health", "Heritage"),
    ("Labour", "Liaison"),
    ("Labor", "Liaison"),
)
_OTHER = {word: partner for group in _GROUPS for word, partner in (group, group[::-1])}


def expansion_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """One item for each short form whose long form has two words that can be exchanged.

    The four answers combine both exchanges, so that no answer stands out as the one most like the others.
    """
    for abbreviation in workshop.module.abbreviations:
        options = _options(abbreviation.long, workshop.reading.title)
        passage = next((p for p in passages if _spells_out(p, abbreviation)), None)
        if passage is None or not options:
            continue
        short, long = abbreviation.short, abbreviation.long
        choices = tuple(ChoiceDraft(o, o == long, expansion_feedback(o == long, short, long)) for o in sorted(options))
        stem = led(expansion_stem(short), workshop.lead)
        question = draft("single", "acronym", stem, choices, passage, _SCORE)
        yield Item(replace(question, quote=_spelled_out(passage.quote, abbreviation)), None, (long,), stem, passage)


def _options(long: str, title: str) -> list[str]:
    """What stands in the title is not exchanged: nobody would take "Port Heritage" under "Health at Ports of Entry"."""
    words, told = long.split(" "), content(title)
    places = [i for i, word in enumerate(words) if word in _OTHER and not content(word) & told][:2]
    if len(places) < 2:
        return []
    first, second = places
    other_first = [*words[:first], _OTHER[words[first]], *words[first + 1 :]]
    other_second = [*words[:second], _OTHER[words[second]], *words[second + 1 :]]
    other_both = [*other_first[:second], _OTHER[words[second]], *words[second + 1 :]]
    return [long, " ".join(other_first), " ".join(other_second), " ".join(other_both)]


def _spelled_out(sentence: str, abbreviation: Abbreviation) -> str:
    """The words that say it, as they stand there, and no more: the rest of the sentence may be on delicate matters."""
    ends = [(sentence.find(part), sentence.find(part) + len(part)) for part in (abbreviation.short, abbreviation.long)]
    first, last = min(start for start, _ in ends), max(end for _, end in ends)
    return sentence[first : last + (sentence[last : last + 1] == ")")]


def _spells_out(passage: Passage, abbreviation: Abbreviation) -> bool:
    return abbreviation.long in passage.quote and abbreviation.short in passage.quote
