"""How good drafted questions are on articles that were written after the rules: prints the judgements of a reader.

    python bench/questions.py            the table, set by set, and what was found wanting
    python bench/questions.py --now      also how many of today's drafts were judged before, and how

Sets a and f1 served for building the rules; f1 was judged by who wrote them. Each of the other sets was written by
authors who did not know the rules, and judged once (from f2 on by readers who had no part in them), and then used to
improve them: the figures speak of the rules as they were when a set was judged, and of no later ones.
Set r2 are articles written with those of set r, judged after what that set showed had been mended.
Sets re1 and re2 are no such sets: drafts on the articles of earlier ones, read again to find out what goes wrong; re3
are drafts on articles of r2 and s that scored too little to be shown.
Sets u and v were judged by who made the rules, w was written by them and judged by somebody else, who was told to
reject what is not worth asking: the 7 drafts rejected there were found trivial, none of them wrong or unclear. In
those sets more is asked than before: things that "the" points to are taken as known from the article, bodies and
reasons excepted.
Articles and judgements of the sets x1 to x7 are by who made the rules, but for the judgements of x1, which are another
reader's; those of x6 are by another author. The rules were mended after each of them, and what is left of their
questions `--now` tells.
Set y was written and judged by who made the rules, after the last of them: what scores 0.55 and more is shown, and bare
counts score less. Set y2 are 41 of the same drafts, read by two who did not know the rules.
Set z was written by who made the rules, when less was quoted before a sentence and options lay farther apart, and read
by others, of whom three had handed in their verdicts on 46 of 62 drafts. Gaps for figures that score less than
0.65, nine of these, are not shown since, nor samples and bases of rates, which they had rejected.
Set zz was written when forty words at the most were quoted and nothing left out, a part by who made the rules and
twelve articles by two other authors, and read by three who did not know the rules: on the articles of who made the
rules 30 of 37 were usable, on those of others 11 of 22, four of the eleven failing for a section taken as the title.
Such titles are mended since; comparisons count for more, and lengths of trials and what can be reckoned are not asked
for.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from courseware.quizzes.drafting import draft_questions  # noqa: E402
from courseware.reading.drafting import draft_course  # noqa: E402
from intake.readers import read  # noqa: E402

CORPUS = HERE / "tests" / "corpus"
VERDICTS = ("usable", "small edit", "reject")
Row = dict[str, str]
_LEAD = re.compile(r"^In “[^”]*”(?:, “[^”]*”)?: ")


def judgements() -> list[Row]:
    with (CORPUS / "judgements.csv").open(newline="") as source:
        return list(csv.DictReader(source))


def print_table(rows: list[Row]) -> None:
    print(f"{'set':5}{'articles':>9}{'drafts':>8}{'usable':>9}{'after a small edit':>20}{'rejected':>10}")
    for name in sorted({row["set"] for row in rows}):
        own = [row for row in rows if row["set"] == name]
        print(line_of(name, own, len({row["article"] for row in own})))


def line_of(name: str, rows: list[Row], articles: int) -> str:
    counts = Counter(row["verdict"] for row in rows)
    usable, edited = counts["usable"], counts["usable"] + counts["small edit"]
    shares = (100 * usable // len(rows), 100 * edited // len(rows))
    return f"{name:5}{articles:9}{len(rows):8}{shares[0]:8}%{shares[1]:19}%{counts['reject']:10}"


def print_faults(rows: list[Row]) -> None:
    for row in rows:
        if row["verdict"] != "usable":
            print(f"  {row['set']}  {row['verdict']:11}{row['reason']}\n       {row['stem']}")


def asked(stem: str) -> str:
    """Without the title and heading that it begins with."""
    return _LEAD.sub("", " ".join(stem.split())).casefold()


def print_today(rows: list[Row]) -> None:
    """Stems that were judged keep their verdict, whatever they begin with; their answers may have changed since."""
    known = {(row["article"], asked(row["stem"])): row["verdict"] for row in rows}
    drafted = [
        (page.name, asked(question.stem))
        for page in sorted((CORPUS / "articles_unseen").glob("*.txt"))
        for module in draft_course(read(page.name, page.read_bytes())).modules
        for question in draft_questions(module)
    ]
    counts = Counter(known.get(each, "not judged") for each in drafted)
    print(f"today {len(drafted)} drafts: " + ", ".join(f"{counts[name]} {name}" for name in (*VERDICTS, "not judged")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--now", action="store_true")
    rows = judgements()
    print_table(rows)
    print_faults(rows)
    if parser.parse_args().now:
        print_today(rows)


if __name__ == "__main__":
    main()
