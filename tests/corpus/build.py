"""Builds the documents of the corpus: `python -m tests.corpus.build FOLDER`.

A case is a file of expectations (`notes/*.toml`, `articles/*.toml`) beside its source. `builds` names what is made of
the source: "one-column.pdf" or "word.docx" of an XML source, "cp1251.txt" of a text in that encoding, "md" of a text as
it is. Nothing that is built is kept in the repository.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tests.corpus.bodies import filled
from tests.corpus.writing import portable, word

HERE = Path(__file__).parent
COMMANDS = {"notes": "draft_event", "articles": "draft_course"}


@dataclass(frozen=True, slots=True)
class Case:
    """One built document, the command that reads it and what is expected of the draft."""

    name: str
    command: str
    build: str
    expected: dict[str, Any]

    def content(self) -> bytes:
        """The bytes of the document."""
        folder = "notes" if self.command == "draft_event" else "articles"
        text = filled((HERE / folder / self.expected["source"]).read_text(encoding="utf-8"))
        variant, _, ending = self.build.rpartition(".")
        if ending == "docx":
            return word.document(etree.fromstring(text.encode()), variant)
        if ending == "pdf":
            return portable.document(etree.fromstring(text.encode()), variant)
        return text.encode(variant or "utf-8")

    def write(self, folder: Path) -> Path:
        path = folder / self.name
        path.write_bytes(self.content())
        return path


def cases(*kinds: str) -> Iterator[Case]:
    """All documents of the corpus that are to be read, notes first."""
    for kind in kinds or COMMANDS:
        for path in sorted((HERE / kind).glob("*.toml")):
            expected = tomllib.loads(path.read_text(encoding="utf-8"))
            for build in expected["builds"]:
                yield Case(f"{path.stem}.{build}", COMMANDS[kind], build, expected)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases():
        print(case.write(folder))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
