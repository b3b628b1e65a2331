"""The fixed words of drafted questions: content in the language of the text, which the organiser may edit."""

from courseware.quizzes.drafting.facts import FactKind

GAP = "____"
TRUE, FALSE = "True", "False"

_ASKED: dict[FactKind, str] = {
    "year": "Which year does the text give at the gap?",
    "years": "Which years does the text give at the gap?",
    "date": "Which date does the text give at the gap?",
    "percent": "Which percentage does the text give at the gap?",
    "number": "Which figure does the text give at the gap?",
    "small_number": "Which number does the text give at the gap?",
    "country": "Which country does the text name at the gap?",
    "organisation": "Which body does the text name at the gap?",
    "short_name": "Which abbreviation does the text use at the gap?",
}


def gap_stem(kind: FactKind, gapped: str, language: str) -> str:
    """A sentence with a gap, and in English the question about it; elsewhere the gap speaks for itself."""
    return f"{_ASKED[kind]} {quoted(gapped)}" if language == "en" else gapped


def list_stem(gapped: str) -> str:
    return f"Which of these does the text name at the gap? Choose all that apply. {quoted(gapped)}"


def statement_stem(statement: str) -> str:
    return f"According to the text, is this statement true or false? {quoted(statement)}"


def expansion_stem(short: str) -> str:
    return f"What does {short} stand for in the text?"


def quoted(text: str) -> str:
    """Put in quotation marks; marks within become single ones."""
    inner = text.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def gap_feedback(choice: str, key: str, elsewhere: bool, sentence: str, language: str) -> str:
    """What is told about a choice. In a language without templates the sentence itself answers."""
    if language != "en":
        return sentence
    if choice == key:
        return f"Right: the text says {key} here."
    if elsewhere:
        return f"No: the text mentions {choice} in another place; here it says {key}."
    return f"No: here the text says {key}."


def list_feedback(choice: str, correct: bool) -> str:
    if correct:
        return f"Right: {choice} is named in this sentence."
    return f"No: the text mentions {choice} in another place, not in this sentence."


def statement_feedback(chosen_rightly: bool, is_true: bool, key: str) -> str:
    verdict = "Right" if chosen_rightly else "No"
    return f"{verdict}: this is what the text says." if is_true else f"{verdict}: the text says {key}."


def expansion_feedback(correct: bool, short: str, long: str) -> str:
    return f"{'Right' if correct else 'No'}: the text spells out {short} as {long}."
