"""What a quiz as a whole must not be. `shown` are its questions in order."""

from collections import Counter
from collections.abc import Callable, Sequence

from courseware.quizzes.drafting.drafts import QuestionDraft
from courseware.quizzes.drafting.wordings import TRUE

MOST_OF_A_TYPE = 4
_OF_MANY_KINDS = "cloze_figure"  # shares, sums, lengths of time, numbers of people and of things


def most_of_a_type(type_: str, size: int) -> int:
    """Four questions of one type, or three in five; any number of those on figures, which ask for much that differs."""
    return size if type_ == _OF_MANY_KINDS else max(MOST_OF_A_TYPE, -(-size * 3 // 5))


def _too_many_of_a_type(shown: Sequence[QuestionDraft]) -> bool:
    types = Counter(question.type for question in shown)
    return any(count > most_of_a_type(type_, len(shown)) for type_, count in types.items())


def _one_sided_statements(shown: Sequence[QuestionDraft]) -> bool:
    """True and false statements differ by more than one in number."""
    keys = [_right(question) for question in shown if question.kind == "true_false"]
    return abs(2 * keys.count(TRUE) - len(keys)) > 1


def _key_always_in_one_place(shown: Sequence[QuestionDraft]) -> bool:
    """In three or more questions with one answer, the right one stands in the same place each time."""
    places = [_place(question) for question in shown if question.kind == "single"]
    return len(places) >= 3 and len(set(places)) == 1


def _repeated_stem(shown: Sequence[QuestionDraft]) -> bool:
    return len({question.stem for question in shown}) < len(shown)


def _right(question: QuestionDraft) -> str:
    return next(choice.text for choice in question.choices if choice.correct)


def _place(question: QuestionDraft) -> int:
    return next(n for n, choice in enumerate(question.choices) if choice.correct)


QUIZ_RULES: dict[str, Callable[[Sequence[QuestionDraft]], bool]] = {
    "too_many_of_a_type": _too_many_of_a_type,
    "one_sided_statements": _one_sided_statements,
    "key_always_in_one_place": _key_always_in_one_place,
    "repeated_stem": _repeated_stem,
}


def quiz_flaws(shown: Sequence[QuestionDraft]) -> tuple[str, ...]:
    return tuple(name for name, breaks in QUIZ_RULES.items() if breaks(shown))
