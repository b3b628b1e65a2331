"""Hand-written questions in a plain-text file that can be edited in Notepad.

One file holds the questions of one module. Blank lines and the indentation of a line mean nothing.

    # a comment, for the people who edit the file
    module: Title of the module, as the course shows it

    ? The question
    kind: single
    + A right choice
      > What a reader who took this choice is told
    - A wrong choice
    passage: "The sentences of the reading that support the answer, letter by letter"
    section: Sub-heading under which the passage stands

`kind` is single, multiple or true_false. Left out, it is read from the choices: the two choices True and False
make a true_false question, several right choices make a multiple one, and everything else is single.
`section` is left out when the passage stands before the first sub-heading. Feedback may be left out.
`passage` must stand in quotation marks, which do not belong to it.
"""

import re
from dataclasses import dataclass, field, replace

KINDS = ("single", "multiple", "true_false")
QUOTES = (('"', '"'), ("“", "”"), ("«", "»"))
# word processors turn a leading hyphen into a dash
LINE = re.compile(r"(?:([?+>\-–—])|(module|kind|passage|section)\s*:)\s*(.*)", re.IGNORECASE)


class QuestionFileError(ValueError):
    """The file cannot be read. `line` counts from 1; `code` names the mistake; `values` fill a door's sentence."""

    def __init__(self, line: int, code: str, **values: str) -> None:
        super().__init__(f"line {line}: {code}")
        self.line, self.code, self.values = line, code, values


@dataclass(frozen=True, slots=True)
class WrittenChoice:
    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    kind: str
    stem: str
    choices: tuple[WrittenChoice, ...]
    section: str | None
    passage: str


@dataclass(frozen=True, slots=True)
class QuestionFile:
    module: str
    questions: tuple[WrittenQuestion, ...]


@dataclass(slots=True)
class _Draft:
    """A question whose lines are still being read. `line` is the line of its stem."""

    line: int
    stem: str
    choices: list[WrittenChoice] = field(default_factory=list)
    details: dict[str, str] = field(default_factory=dict)
    follows_choice: bool = False

    def add(self, line: int, start: str, text: str) -> None:
        if start == ">":
            self._add_feedback(line, text)
        elif start in ("kind", "passage", "section"):
            self._add_detail(line, start, text)
        elif any(choice.text.casefold() == text.casefold() for choice in self.choices):
            raise QuestionFileError(line, "duplicate_choice", choice=text)
        else:
            self.choices.append(WrittenChoice(text, correct=start == "+"))
        self.follows_choice = start not in ("kind", "passage", "section")

    def _add_feedback(self, line: int, text: str) -> None:
        if not self.follows_choice:
            raise QuestionFileError(line, "feedback_without_choice")
        if self.choices[-1].feedback:
            raise QuestionFileError(line, "second_feedback", choice=self.choices[-1].text)
        self.choices[-1] = replace(self.choices[-1], feedback=text)

    def _add_detail(self, line: int, name: str, text: str) -> None:
        if name in self.details:
            raise QuestionFileError(line, "second_detail", name=name)
        if name == "kind" and text not in KINDS:
            raise QuestionFileError(line, "unknown_kind", kind=text)
        self.details[name] = _unquoted(line, text) if name == "passage" else text

    def finished(self) -> WrittenQuestion:
        kind = self.details.get("kind") or _kind_of(self.choices)
        mistake = _mistake(kind, self.choices) or ("" if "passage" in self.details else "missing_passage")
        if mistake:
            raise QuestionFileError(self.line, mistake, stem=self.stem)
        section, passage = self.details.get("section"), self.details["passage"]
        return WrittenQuestion(kind, self.stem, tuple(self.choices), section, passage)


def parse(text: str) -> QuestionFile:
    """Raise QuestionFileError; a mistake of a whole question is told at the line of its stem."""
    lines = _written_lines(text)
    if not lines or lines[0][1] != "module":
        raise QuestionFileError(lines[0][0] if lines else 1, "missing_module")
    drafts: list[_Draft] = []
    for number, start, rest in lines[1:]:
        if start == "module":
            raise QuestionFileError(number, "second_module")
        if start == "?":
            if any(draft.stem.casefold() == rest.casefold() for draft in drafts):
                raise QuestionFileError(number, "duplicate_question", stem=rest)
            drafts.append(_Draft(number, rest))
        elif drafts:
            drafts[-1].add(number, start, rest)
        else:
            raise QuestionFileError(number, "line_before_question")
    if not drafts:
        raise QuestionFileError(lines[0][0], "no_questions")
    return QuestionFile(lines[0][2], tuple(draft.finished() for draft in drafts))


def _written_lines(text: str) -> list[tuple[int, str, str]]:
    """For each line that is neither blank nor a comment: its number, its mark or detail name, and what follows."""
    lines = enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), start=1)
    return [_cut(number, line.strip()) for number, line in lines if line.strip() and not line.strip().startswith("#")]


def _cut(number: int, line: str) -> tuple[int, str, str]:
    match = LINE.fullmatch(line)
    if not match:
        raise QuestionFileError(number, "unknown_line", text=line)
    start, rest = (match[1] or match[2]).lower(), match[3]
    if not rest:
        raise QuestionFileError(number, "empty_line", start=start)
    return number, start, rest


def _unquoted(line: int, text: str) -> str:
    for opening, closing in QUOTES:
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing):
            return text[1:-1].strip()
    raise QuestionFileError(line, "passage_not_in_quotes")


def _kind_of(choices: list[WrittenChoice]) -> str:
    if sorted(choice.text.casefold() for choice in choices) == ["false", "true"]:
        return "true_false"
    return "multiple" if sum(choice.correct for choice in choices) > 1 else "single"


def _mistake(kind: str, choices: list[WrittenChoice]) -> str:
    right = sum(choice.correct for choice in choices)
    found = {
        "no_choices": not choices,
        "one_choice_only": len(choices) == 1,
        "no_right_choice": right == 0,
        "no_wrong_choice": right == len(choices),
        "several_right_choices": kind != "multiple" and right > 1,
        "true_false_takes_two_choices": kind == "true_false" and len(choices) != 2,
    }
    return next((code for code, is_so in found.items() if is_so), "")
