"""How well drafting knows which sentences are understood with their paragraph: prints what a reader said of them.

    python bench/references.py           the table
    python bench/references.py --faults  also each sentence that is shown though something stays unresolved

tests/corpus/references.csv holds sentences with a figure from the articles in tests/corpus/articles_unseen. A reader
who saw title, heading and paragraph up to the sentence, and nothing else, said how many sentences before it have to be
shown at the least (`needed`), or X where even all of them leave something open, and which `words` that were. The rules
were set on these sentences: the table shows how they divide them; bench/questions.py shows how they do on others.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from courseware.quizzes.drafting.contexts import in_context  # noqa: E402
from courseware.quizzes.drafting.passages import Passage, passages  # noqa: E402
from courseware.quizzes.drafting.reading import Reading, reading_of  # noqa: E402
from courseware.quizzes.drafting.vocabulary import VOCABULARIES  # noqa: E402
from courseware.reading.drafting import draft_course  # noqa: E402
from intake.readers import read  # noqa: E402

CORPUS = HERE / "tests" / "corpus"
Row = dict[str, str]


def judged() -> Iterator[tuple[Row, Passage, Reading]]:
    """What was said of each sentence, with the sentence as drafting reads it."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    with (CORPUS / "references.csv").open(newline="") as source:
        for row in csv.DictReader(source):
            by_article[row["article"]].append(row)
    for name, rows in by_article.items():
        page = CORPUS / "articles_unseen" / name
        for module in draft_course(read(page.name, page.read_bytes())).modules:
            vocabulary = VOCABULARIES["en"]
            found = passages(module, vocabulary)
            reading, by_quote = reading_of(module, found, vocabulary), {passage.quote: passage for passage in found}
            yield from ((row, by_quote[row["sentence"]], reading) for row in rows if row["sentence"] in by_quote)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true")
    told = list(judged())
    shown = [(row, seen) for row, passage, reading in told if (seen := in_context(passage, reading))]
    cut = [(row, seen) for row, seen in shown if seen.context != " ".join(seen.before)]
    print(f"{'':32}{'sentences':>10}{'unresolved':>12}{'share':>8}")
    for name, rows, is_open in (
        ("with their paragraph", [(row, passage) for row, passage, _ in told], is_unresolved),
        ("shown", shown, is_unresolved),
        ("of these with a part of it", cut, lacks_some),
    ):
        open_ones = sum(is_open(*row) for row in rows)
        print(f"{name:32}{len(rows):10}{open_ones:12}{100 * open_ones / len(rows):7.1f}%")
    if parser.parse_args().faults:
        for row, passage in [one for one in shown if is_unresolved(*one)] + [one for one in cut if lacks_some(*one)]:
            print(f"\n{row['article']}: {row['words']}\n  {' '.join([*passage.before, passage.quote])}")


def is_unresolved(row: Row, _passage: Passage) -> bool:
    return row["needed"] == "X"


def lacks_some(row: Row, passage: Passage) -> bool:
    """Whether less of the paragraph is shown than the reader said is needed."""
    return is_unresolved(row, passage) or not passage.context.endswith(
        " ".join(_last(passage.before, int(row["needed"])))
    )


def _last(sentences: tuple[str, ...], count: int) -> tuple[str, ...]:
    return sentences[len(sentences) - count :]


if __name__ == "__main__":
    main()
