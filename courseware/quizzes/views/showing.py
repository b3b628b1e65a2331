"""A question as it stands on a page: what may be answered, what was, and as much of the key as may be seen."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from courseware.quizzes.grading import is_blank, parts
from courseware.quizzes.items import GAP, Item, Option, as_read
from courseware.quizzes.models import Quiz, Response
from courseware.quizzes.states import TOLD_AT_ONCE, Behaviour, Kind, Reviewed

GROUPS = {
    Kind.SINGLE: "choice", Kind.MULTIPLE: "choice", Kind.TRUE_FALSE: "choice",
    Kind.MATCHING: "matching", Kind.ORDERING: "ordering", Kind.CLOZE: "cloze",
    Kind.NUMERIC: "text", Kind.SHORT: "text",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a question: a choice, a prompt, a step, a gap.

    `value` is the key of what was matched or filled in, or the place given; `given` and `right` are the same in words.
    """

    key: int
    text: str
    is_chosen: bool = False
    is_right: bool | None = None
    correct: bool = False
    feedback: str = ""
    value: int | None = None
    given: str = ""
    right: str = ""
    offered: tuple[Option, ...] = ()


@dataclass
class ShownQuestion:
    """`told` names what may be seen of the key (states.Reviewed); nothing while the answer can still change."""

    response: Response
    told: Collection[str] = ()
    error: str = ""
    quiz: Quiz | None = None
    typed: dict[str, object] = field(default_factory=dict)

    @cached_property
    def item(self) -> Item:
        return self.response.question.item

    @property
    def group(self) -> str:
        return GROUPS[self.item.kind]

    @property
    def fields(self) -> str:
        return f"courseware/quizzes/fields/{self.group}.html"

    @property
    def answered(self) -> str:
        return f"courseware/quizzes/answered/{self.group}.html"

    @property
    def is_answered(self) -> bool:
        return not is_blank(self.response.answer)

    @property
    def sequence(self) -> int:
        """What a form or script says that sends the next answer."""
        return self.response.sequence + 1

    @property
    def tells_at_once(self) -> bool:
        return bool(self.quiz) and self.quiz.behaviour in TOLD_AT_ONCE

    @property
    def asks_certainty(self) -> bool:
        return bool(self.quiz) and self.quiz.behaviour == Behaviour.CERTAINTY

    @property
    def tries_left(self) -> int:
        return max(self.quiz.tries - len(self.response.tries), 0) if self.quiz else 0

    @cached_property
    def right(self) -> dict[int, bool]:
        return parts(self.item, self.response.answer)

    @property
    def hints(self) -> list[str]:
        """The feedback of wrong choices just checked, while another try is left."""
        wrong = {key for key, is_right in self.right.items() if not is_right}
        return [each.feedback for each in self.item.options if each.key in wrong and each.feedback]

    @cached_property
    def lines(self) -> list[Line]:
        options = {each.key: each for each in self.item.options}
        ordered = [options[key] for key in self.response.order if key in options] or list(self.item.options)
        return LINES[self.group](self, ordered)

    @property
    def matches(self) -> list[Option]:
        """What prompts may go with: each text once, in the order of this attempt."""
        options = {each.key: each for each in self.item.options}
        seen: dict[str, Option] = {}
        for key in self.response.order:
            if key in options:
                seen.setdefault(options[key].match, options[key])
        return list(seen.values())

    @property
    def pieces(self) -> list[str | Line]:
        """The sentence of a cloze: words and gaps in turn."""
        gaps = {line.key: line for line in self.lines}
        found: list[str | Line] = []
        for n, piece in enumerate(GAP.split(self.item.stem)):
            found.append(gaps.get(int(piece), "…") if n % 2 else piece)
        return found

    @property
    def stem(self) -> str:
        return as_read(self.item.kind, self.item.stem)

    @property
    def right_answers(self) -> list[str]:
        """Of a question that was typed: what is worth the whole mark."""
        return [_with_tolerance(each) for each in self.item.options if each.weight in (None, 1)]

    @property
    def right_order(self) -> list[str]:
        return [each.text for each in self.item.options]


def _with_tolerance(option: Option) -> str:
    return f"{option.text} ± {option.tolerance.normalize():f}" if option.tolerance else option.text


def _choices(shown: ShownQuestion, options: list[Option]) -> list[Line]:
    chosen = shown.response.answer or []
    return [Line(e.key, e.text, e.key in chosen, correct=e.correct, feedback=e.feedback) for e in options]


def _prompts(shown: ShownQuestion, _options: list[Option]) -> list[Line]:
    given, words = shown.response.answer or {}, {each.key: each.match for each in shown.item.options}
    same = {each.match: each.key for each in reversed(shown.matches)}
    found = []
    for each in shown.item.options:
        if each.text:
            word = words.get(given.get(str(each.key)), "")
            is_right, value = shown.right.get(each.key), same.get(word)
            found.append(Line(each.key, each.text, bool(word), is_right, True, each.feedback, value, word, each.match))
    return found


def _steps(shown: ShownQuestion, options: list[Option]) -> list[Line]:
    """As they were put in order, once they were."""
    places = {key: n for n, key in enumerate(shown.response.answer or [], 1)}
    ordered = sorted(options, key=lambda each: places.get(each.key, 0))
    return [
        Line(each.key, each.text, bool(places), shown.right.get(each.key), value=places.get(each.key))
        for each in ordered
    ]


def _gaps(shown: ShownQuestion, options: list[Option]) -> list[Line]:
    given, found = shown.response.answer or {}, []
    for gap in dict.fromkeys(each.gap for each in shown.item.options):
        offered = tuple(each for each in options if each.gap == gap)
        value = given.get(str(gap))
        chosen = next((each for each in offered if each.key == value), None)
        right = next((each.text for each in offered if each.correct), "")
        is_right = chosen.correct if chosen else (False if shown.is_answered else None)
        words, feedback = (chosen.text, chosen.feedback) if chosen else ("", "")
        found.append(Line(gap, "", bool(chosen), is_right, True, feedback, value, words, right, offered))
    return found


def _typed(shown: ShownQuestion, options: list[Option]) -> list[Line]:
    """The accepted answers that were met, for their feedback."""
    return [Line(e.key, e.text, True, True, feedback=e.feedback) for e in options if shown.right.get(e.key)]


LINES = {"choice": _choices, "matching": _prompts, "ordering": _steps, "cloze": _gaps, "text": _typed}
ALL = frozenset(Reviewed)


def told_now(response: Response) -> Collection[str]:
    """While the attempt goes on: everything about an answer that was checked for the last time."""
    return ALL if response.closed else ()
