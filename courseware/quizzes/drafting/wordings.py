"""The fixed words of drafted questions: content in the language of the text, which the organiser may edit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from courseware.quizzes.drafting.facts import FactKind

GAP = "____"
TRUE, FALSE = "True", "False"
_LONGEST_SNIPPET = 180
_STRAIGHT = re.compile(r'"([^"]*)"')

TYPES = (
    "cloze_figure", "cloze_date", "cloze_name", "acronym", "cause", "purpose", "enumeration", "order_by_year",
    "best_supported", "opinion_or_fact", "term", "true_false_figure", "true_false_name", "true_false_antonym",
)  # fmt: skip
TYPE_OF: dict[FactKind, str] = {
    "year": "cloze_date",
    "years": "cloze_date",
    "date": "cloze_date",
    "percent": "cloze_figure",
    "amount": "cloze_figure",
    "duration": "cloze_figure",
    "number": "cloze_figure",
    "small_number": "cloze_figure",
    "share": "cloze_figure",
    "country": "cloze_name",
    "organisation": "cloze_name",
}
_ASKED: dict[str, dict[FactKind, str]] = {
    "en": {
        "year": "Which year does the text give at the gap?",
        "years": "Which years does the text give at the gap?",
        "date": "Which date does the text give at the gap?",
        "percent": "Which percentage does the text give at the gap?",
        "amount": "Which figure does the text give at the gap?",
        "duration": "Which length of time does the text give at the gap?",
        "number": "Which figure does the text give at the gap?",
        "small_number": "Which number does the text give at the gap?",
        "share": "Which share does the text give at the gap?",
        "country": "Which country does the text name at the gap?",
        "organisation": "Which body does the text name at the gap?",
    },
    "ru": {
        "year": "Какой год указан в тексте на месте пропуска?",
        "percent": "Сколько процентов указано в тексте на месте пропуска?",
    },
}
_IN = {"en": "In", "ru": "В тексте"}
OPINION_STEM = "Which of these statements from the text is a recommendation or opinion, not a report of what is or was?"
ORDER_STEM = "Going by the dates in the text, which of these came first?"
SUPPORTED_STEM = "Which of these statements agrees with the text?"


def asks(kind: FactKind, language: str) -> bool:
    """Whether there are words in that language to ask for a fact of that kind."""
    return kind in _ASKED.get(language, {})


@dataclass(frozen=True, slots=True)
class Setting:
    """What a question shows around the sentence it asks about: the sentences before it, the title and its heading."""

    context: str = ""
    lead: tuple[str, ...] = ()
    language: str = "en"


def gap_stem(kind: FactKind, gapped: str, setting: Setting) -> str:
    return _set_out(_ASKED[setting.language][kind], gapped, setting)


def list_stem(gapped: str, setting: Setting) -> str:
    return _set_out("Which of these does the text name at the gap? Choose all that apply.", gapped, setting)


def cause_stem(gapped: str, setting: Setting) -> str:
    return _set_out("Which reason does the text give at the gap?", gapped, setting)


def purpose_stem(gapped: str, setting: Setting) -> str:
    return _set_out("Which purpose does the text give at the gap?", gapped, setting)


def term_stem(gapped: str, setting: Setting) -> str:
    return _set_out("Which term does the text explain here?", gapped, setting)


def statement_stem(statement: str, setting: Setting) -> str:
    if not setting.context:
        asked = "According to the text, is this statement true or false?"
        return _below(led(asked, setting.lead), quoted(statement))
    asked = "According to the text, is the statement that follows true or false?"
    return _below(led("The text says:", setting.lead), quoted(setting.context), asked, quoted(statement))


def _set_out(asked: str, gapped: str, setting: Setting) -> str:
    shown = f"{setting.context} {gapped}" if setting.context else gapped
    return _below(led(asked, setting.lead, setting.language), quoted(shown, setting.language))


def _below(*paragraphs: str) -> str:
    """What is quoted stands in a paragraph of its own: it is read, not asked."""
    return "\n\n".join(paragraphs)


def led(asked: str, lead: Sequence[str], language: str = "en") -> str:
    """Begun with the title and the heading, where there is one to begin with."""
    places = ", ".join(quoted(place.rstrip(".:"), language) for place in lead)
    return f"{_IN[language]} {places}: {asked[0].lower()}{asked[1:]}" if lead else asked


def expansion_stem(short: str) -> str:
    return f"What does {short} stand for in the text?"


def quoted(text: str, language: str = "en") -> str:
    """Put in quotation marks; marks within become those of the second level."""
    if language == "ru":
        return f"«{text.replace('«', '„').replace('»', '“')}»"
    inner = _STRAIGHT.sub(r"‘\1’", text).replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def snippet(sentence: str, language: str = "en") -> str:
    """A sentence to quote in feedback, cut at a word where it is long."""
    if len(sentence) <= _LONGEST_SNIPPET:
        return quoted(sentence, language)
    return quoted(sentence[:_LONGEST_SNIPPET].rsplit(" ", 1)[0].rstrip(",;:") + " …", language)


def gap_feedback(choice: str, key: str, elsewhere: str | None, language: str) -> str:
    """What is told about a choice. `elsewhere` is the other sentence that the choice comes from, if it does.

    Nothing is said of a choice that cannot be shown in its place: a figure may stand in words or in a heading.
    """
    if language == "ru":
        return _gap_feedback_in_russian(choice, key, elsewhere)
    if choice == key:
        return f"Right: the text gives {key} here."
    if elsewhere and choice in snippet(elsewhere):
        return f"No: the text gives {choice} for something else: {snippet(elsewhere)}"
    return f"No: here the text gives {key}."


def _gap_feedback_in_russian(choice: str, key: str, elsewhere: str | None) -> str:
    if choice == key:
        return f"Верно: здесь в тексте указано {key}."
    if elsewhere and choice in snippet(elsewhere, "ru"):
        return f"Нет: {choice} относится в тексте к другому: {snippet(elsewhere, 'ru')}"
    return f"Нет: здесь в тексте указано {key}."


def list_feedback(choice: str, elsewhere: str | None) -> str:
    if elsewhere is None:
        return f"Right: the text names {choice} here."
    return f"No: the text names {choice} in another place: {snippet(elsewhere)}"


def clause_feedback(word: str, elsewhere: str | None) -> str:
    """For a reason or a purpose (`word`)."""
    if elsewhere is None:
        return f"Right: this is the {word} that the text gives."
    return f"No: the text says this of something else: {snippet(elsewhere)}"


def term_feedback(choice: str, key: str) -> str:
    if choice == key:
        return f"Right: this is how the text explains “{key}”."
    return f"No: the text uses “{choice}” too, but explains “{key}” here."


def order_feedback(is_first: bool, when: str) -> str:
    return (
        f"Right: the text dates this to {when}." if is_first else f"No: the text dates this to {when}, which is later."
    )


def supported_feedback(correct: bool, quote: str) -> str:
    return "Right: these are the words of the text." if correct else f"No: the text says {snippet(quote)}"


def opinion_feedback(correct: bool) -> str:
    if correct:
        return "Right: the wording marks what somebody thinks or recommends."
    return "No: the text reports this as a fact or an event."


def statement_feedback(chosen_rightly: bool, is_true: bool, quote: str) -> str:
    verdict = "Right" if chosen_rightly else "No"
    return f"{verdict}: this is what the text says." if is_true else f"{verdict}: the text says {snippet(quote)}"


def expansion_feedback(correct: bool, short: str, long: str) -> str:
    return f"{'Right' if correct else 'No'}: the text spells out {short} as {long}."
