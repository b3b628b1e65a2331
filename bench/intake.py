"""How long reading takes, and how much memory: `python bench/intake.py`. Every figure includes the child's start.

Exits with 1 where a limit is passed. Files are made here, of words without sense.
"""

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from courseware.quizzes.drafting import draft_questions
from courseware.reading.drafting import draft_course
from events.programme.drafting import draft_event
from intake.blocks import Document
from intake.reading import SECONDS_IN_BACKGROUND, read_guarded
from tests.intake.files import docx, paragraph, paragraphs, pdf, text

TRIES = 5
MOST_MEMORY = 400  # MB
WORDS = (  # noqa: SIM905
    "officers ports posts borders what they find containers papers travel ahead write down compare books gates lamps"
    " vessels pilots wardens schools lessons reports figures years crews seals wires numbers signs copies"
).split()
HEAVY = "pdfplumber,pdfminer,pypdf,lxml,PIL,pypdfium2,charset_normalizer"
WEB_PROCESS = (
    "import sys; from config.wsgi import application; import intake.actions, intake.forms, intake.readers;"
    f"print(','.join(name for name in {HEAVY!r}.split(',') if name in sys.modules) or 'none')"
)


def sentence(letters: int) -> str:
    words = [random.choice(WORDS)]
    while sum(map(len, words)) + len(words) < letters:
        words.append(random.choice(WORDS))
    return " ".join(words).capitalize() + "."


def pdf_of(pages: int) -> bytes:
    bodies = [paragraphs(72, *[sentence(80) for _ in range(46)]) for _ in range(pages)]
    return pdf(*[f"{body}\n{text(290, 810, str(n))}" for n, body in enumerate(bodies, 1)])


def note() -> bytes:
    """Three pages of a Word document."""
    return docx("".join(paragraph(sentence(90), style="H1" if n % 10 == 0 else "") for n in range(120)))


def articles() -> bytes:
    """100 kB of plain text in articles with facts to ask about."""
    parts = []
    while sum(map(len, parts)) < 100_000:
        parts += ["The Keeping Of Harbour Books", f"By Tessa Example, {random.randint(1, 28)} March 2026"]
        for _ in range(12):
            year, figure = random.randint(1990, 2025), random.randint(20, 900)
            parts.append(" ".join([sentence(120), f"In {year} the post counted {figure} vessels.", sentence(140)]))
    return "\n\n".join(parts).encode()


def drafted(name: str, data: bytes) -> Document:
    document = read_guarded(name, data)
    for module in draft_course(document).modules:
        draft_questions(module)
    return document


def noted(name: str, data: bytes) -> Document:
    document = read_guarded(name, data)
    draft_event(document)
    return document


def unhurried(name: str, data: bytes) -> Document:
    """As a worker reads it."""
    return read_guarded(name, data, seconds=SECONDS_IN_BACKGROUND)


def best_of(read: Callable[[str, bytes], Document], name: str, data: bytes) -> float:
    """Seconds of the quickest of TRIES: what the machine does besides is not ours."""
    times = []
    for _ in range(TRIES):
        began = time.perf_counter()
        read(name, data)
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> int:
    random.seed(4)
    rows = (
        ("a note of 3 pages (DOCX), drafted", noted, "note.docx", note(), 0.3),
        ("a note of 3 pages (text), drafted", noted, "note.txt", articles()[:9000], 0.3),
        ("a note of 3 pages (PDF), drafted", noted, "note.pdf", pdf_of(3), 0.3),
        ("40 pages (PDF)", read_guarded, "long.pdf", pdf_of(40), 5.0),
        ("100 pages (PDF)", unhurried, "longest.pdf", pdf_of(100), None),
        ("100 kB of articles, with questions", drafted, "page.txt", articles(), 2.0),
    )
    print(f"{'what':38} {'kB':>6} {'seconds':>8} {'limit':>6}")
    failed = False
    for what, read, name, data, limit in rows:
        took = best_of(read, name, data)
        failed |= limit is not None and took > limit
        print(f"{what:38} {len(data) // 1000:6} {took:8.2f} {limit or '':>6}")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{'most memory of a child, MB':38} {'':6} {memory:8} {MOST_MEMORY:6}")
    own = {**os.environ, "DEMO": "yes", "DJANGO_SETTINGS_MODULE": "config.settings"}
    loaded = subprocess.run([sys.executable, "-c", WEB_PROCESS], env=own, capture_output=True, text=True, check=True)
    print(f"readers' libraries in the web process: {loaded.stdout.strip()}")
    return int(failed or memory > MOST_MEMORY or loaded.stdout.strip() != "none")


if __name__ == "__main__":
    raise SystemExit(main())
