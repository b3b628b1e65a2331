"""How the plain text of a letter is drawn in its HTML part. The text is the letter; nothing is said in HTML alone.

Paragraphs are parted by empty lines. An address of a page on a line of its own becomes a link; where the words before
it are one short phrase with a colon, on the line above or the same line, they become the label of a button:

    Add it to your calendar:
    https://…
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

LONGEST_LABEL = 60
ADDRESS = re.compile(r"https?://\S+")
LABELLED = re.compile(rf"(?P<label>.*\S):\s+(?P<url>{ADDRESS.pattern})")
CODE = re.compile(r"[A-Z0-9]{3,}(-[A-Z0-9]{3,})*")
SENTENCE_END = re.compile(r"[.!?…:]")


@dataclass(frozen=True, slots=True)
class Part:
    """`kind` is text, link, button or code; `first` marks the letter's first button, `leads` the words of a link."""

    kind: str
    text: str
    url: str = ""
    first: bool = False
    leads: bool = False


def parts(body: str, *, has_code: bool = False) -> list[Part]:
    """The pieces of a letter in order; a line that is a code stands out only where `has_code` says there is one."""
    lines = (line.strip() for line in body.splitlines())
    found: list[Part] = []
    for filled, paragraph in groupby(lines, key=bool):
        if filled:
            found += paragraph_parts(list(paragraph), has_code)
    first = next((part for part in found if part.kind == "button"), None)
    return [Part("button", part.text, part.url, first=True) if part is first else part for part in found]


def paragraph_parts(lines: list[str], has_code: bool) -> Iterator[Part]:
    text: list[str] = []
    for line in lines:
        label, url = labelled(line, text)
        if not url and not (has_code and CODE.fullmatch(line)):
            text.append(line)
            continue
        if text:
            yield Part("text", "\n".join(text), leads=True)
            text = []
        yield Part("code", line) if not url else Part("button" if label else "link", label or url, url)
    if text:
        yield Part("text", "\n".join(text))


def labelled(line: str, before: list[str]) -> tuple[str, str]:
    """Label and address of a line; a label on the line above is taken away from `before`. Empty where there is none."""
    if ADDRESS.fullmatch(line):
        label = before[-1].removesuffix(":") if before and before[-1].endswith(":") else ""
        return (phrase(before.pop()), line) if is_label(label) else ("", line)
    found = LABELLED.fullmatch(line)
    if found and is_label(found["label"]):
        return phrase(found["label"]), found["url"]
    return "", ""


def is_label(words: str) -> bool:
    return 0 < len(words) <= LONGEST_LABEL and not SENTENCE_END.search(words)


def phrase(words: str) -> str:
    return words.removesuffix(":").strip()
