"""Hand-written questions in a plain-text file that can be edited in Notepad.

One file holds the questions of one module. Blank lines and the indentation of a line mean nothing.

    # a comment, for the people who edit the file
    module: Title of the module, as the course shows it
    ? The question
    kind: single
    + A right choice
      > What a reader who took this choice is told; a second such line continues it
    - A wrong choice
    passage: "The sentences of the reading that support the answer, letter by letter"
    section: Sub-heading under which the passage stands

`kind` is single, multiple or true_false. Left out, it is read from the choices: True and False make a true_false
question, several right choices a multiple one, everything else a single one. `section` is left out for a passage
before the first sub-heading; feedback may be left out; the quotation marks around a passage do not belong to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

KINDS = ("single", "multiple", "true_false")
DETAILS = ("kind", "passage", "section")
QUOTED = re.compile(r'^["“«]\s*(\S.*?)\s*["”»]$')
# a word processor turns the hyphen at the start of a line into a dash
LINE = re.compile(r"(?:([?+>\-–—])|(module|kind|passage|section)\s*:)\s*(.*)", re.IGNORECASE)


class QuestionFileError(ValueError):
    """`line` counts from 1; `code` names the mistake; `values` fill the sentence that a door says about it."""

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
    line: int  # where its stem stands
    stem: str
    choices: list[WrittenChoice] = field(default_factory=list)
    details: dict[str, str] = field(default_factory=dict)
    follows_choice: bool = False

    def add(self, line: int, start: str, text: str) -> None:
        if start == ">":
            self._add_feedback(line, text)
        elif start in DETAILS:
            self._add_detail(line, start, text)
        elif any(choice.text.casefold() == text.casefold() for choice in self.choices):
            raise QuestionFileError(line, "duplicate_choice", choice=text)
        else:
            self.choices.append(WrittenChoice(text, correct=start == "+"))
        self.follows_choice = start not in DETAILS

    def _add_feedback(self, line: int, text: str) -> None:
        if not self.follows_choice:
            raise QuestionFileError(line, "feedback_without_choice")
        last = self.choices[-1]
        self.choices[-1] = replace(last, feedback=f"{last.feedback} {text}".strip())

    def _add_detail(self, line: int, name: str, text: str) -> None:
        if name in self.details:
            raise QuestionFileError(line, "second_detail", name=name)
        if name == "kind" and text not in KINDS:
            raise QuestionFileError(line, "unknown_kind", kind=text)
        if name == "passage" and not QUOTED.match(text):
            raise QuestionFileError(line, "passage_not_in_quotes")
        self.details[name] = QUOTED.sub(r"\1", text)

    def finished(self) -> WrittenQuestion:
        kind = self.details.get("kind", self._kind_of_its_choices())
        if mistake := self._mistake(kind):
            raise QuestionFileError(self.line, mistake, stem=self.stem)
        section, passage = self.details.get("section"), self.details["passage"]
        return WrittenQuestion(kind, self.stem, tuple(self.choices), section, passage)

    def _kind_of_its_choices(self) -> str:
        if sorted(choice.text.casefold() for choice in self.choices) == ["false", "true"]:
            return "true_false"
        return "multiple" if sum(choice.correct for choice in self.choices) > 1 else "single"

    def _mistake(self, kind: str) -> str:
        right, total = sum(choice.correct for choice in self.choices), len(self.choices)
        found = {
            "too_few_choices": total < 2,
            "no_right_choice": right == 0,
            "no_wrong_choice": right == total,
            "several_right_choices": kind != "multiple" and right > 1,
            "true_false_takes_two_choices": kind == "true_false" and total != 2,
            "missing_passage": "passage" not in self.details,
        }
        return next((code for code, is_so in found.items() if is_so), "")


def parse(text: str) -> QuestionFile:
    """Raise QuestionFileError; a mistake of a whole question is told at the line of its stem."""
    lines = list(_written_lines(text))
    if not lines or lines[0][1] != "module":
        raise QuestionFileError(lines[0][0] if lines else 1, "missing_module")
    drafts: list[_Draft] = []
    for number, start, rest in lines[1:]:
        if start == "module":
            raise QuestionFileError(number, "second_module")
        if start == "?" and any(draft.stem.casefold() == rest.casefold() for draft in drafts):
            raise QuestionFileError(number, "duplicate_question", stem=rest)
        if start == "?":
            drafts.append(_Draft(number, rest))
        elif drafts:
            drafts[-1].add(number, start, rest)
        else:
            raise QuestionFileError(number, "line_before_question")
    if not drafts:
        raise QuestionFileError(lines[0][0], "no_questions")
    return QuestionFile(lines[0][2], tuple(draft.finished() for draft in drafts))


def _written_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """For each line that is neither blank nor a comment: its number, its mark or detail name, and what follows."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = LINE.fullmatch(line.strip())
        if not match or not match[3]:
            raise QuestionFileError(number, "empty_line" if match else "unknown_line", text=line.strip())
        yield number, (match[1] or match[2]).lower(), match[3]
