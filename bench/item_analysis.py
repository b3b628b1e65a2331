"""Item analysis of 10,000 attempts at 40 questions, loading included: seconds, and the most memory of the process.

The answers are invented: an ability for each learner, a difficulty for each question. Each measurement is a process of
its own, so that its memory is what an organizer's page would take. Run by `.venv/bin/python bench/item_analysis.py`;
ends with status 1 above the aims, 2 s and 200 MB on SQLite.
"""

import random
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime
from math import exp
from statistics import median

from serving import on_each_database

ATTEMPTS, QUESTIONS, ROUNDS = 10_000, 40, 5
SECONDS, MEGABYTES = 2.0, 200
AT = datetime(2026, 1, 1, tzinfo=UTC)


def main(database: str) -> int:
    # What knows Django can be imported only when the environment of a new site is there.
    import django  # noqa: PLC0415

    django.setup()
    fill()
    runs = [measured() for _ in range(ROUNDS)]
    seconds, processor = (median(run[n] for run in runs) for n in (0, 1))
    megabytes = max(run[2] for run in runs)
    print(f"\n{database}: {ATTEMPTS} attempts x {QUESTIONS} questions, {ROUNDS} runs")
    print(f"  median {seconds:.2f} s, of the processor {processor:.2f} s; at most {megabytes:.0f} MB")
    return int(seconds > SECONDS or megabytes > MEGABYTES) if database == "SQLite" else 0


def fill() -> None:
    from django.core.management import call_command  # noqa: PLC0415

    from accounts.people.models import Person  # noqa: PLC0415
    from courseware.quizzes.models import Attempt, Quiz  # noqa: PLC0415
    from tests import factories  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    quiz = factories.quiz(factories.module(sections=0))
    for _ in range(QUESTIONS):
        factories.question(quiz.module, wrong=("Wrong", "Also wrong", "Wrong as well"))
    people = Person.objects.bulk_create(
        (Person(email=f"{n}@example.org", password="!") for n in range(ATTEMPTS)), batch_size=2000
    )
    values = {"quiz": quiz, "started_at": AT, "submitted_at": AT, "question_count": QUESTIONS, "max_mark": QUESTIONS}
    attempts = Attempt.objects.bulk_create((Attempt(person=each, **values) for each in people), batch_size=2000)
    answer(Quiz.objects.get(pk=quiz.pk), attempts)


def answer(quiz: object, attempts: list) -> None:
    from courseware.quizzes.models import Attempt, Response  # noqa: PLC0415

    dice = random.Random(1)
    questions = list(quiz.module.questions.order_by("pk"))
    difficulty = [dice.gauss(0, 1) for _ in questions]
    rows = []
    for attempt in attempts:
        ability = dice.gauss(0, 1)
        marks = [int(dice.random() < 1 / (1 + exp(each - ability))) for each in difficulty]
        attempt.mark, attempt.percent = sum(marks), 100 * sum(marks) // QUESTIONS
        for position, (question, mark) in enumerate(zip(questions, marks, strict=True), 1):
            chosen = [1] if mark else [dice.choice((2, 2, 3, 4))]
            given = {"position": position, "answer": chosen, "mark": mark, "closed": True, "order": [1, 2, 3, 4]}
            rows.append(Response(attempt=attempt, question=question, sequence=1, answered_at=AT, **given))
        if len(rows) >= 40_000:
            Response.objects.bulk_create(rows, batch_size=4000)
            rows.clear()
    Response.objects.bulk_create(rows, batch_size=4000)
    Attempt.objects.bulk_update(attempts, ["mark", "percent"], batch_size=1000)


def measured() -> list[float]:
    """Seconds, processor seconds and megabytes of a new process that makes the report once.

    On a busy machine the first two part; on PostgreSQL the second leaves out what its server does.
    """
    told = subprocess.run([sys.executable, __file__, "once"], capture_output=True, text=True, check=True)
    return [float(figure) for figure in told.stdout.split()[-3:]]


def once() -> None:
    import django  # noqa: PLC0415

    django.setup()
    from courseware.quizzes.models import Quiz  # noqa: PLC0415
    from courseware.quizzes.reports.loading import report  # noqa: PLC0415

    quiz = Quiz.objects.get()
    began, worked = time.perf_counter(), time.process_time()
    made = report(quiz)
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    assert (made.n, len(made.items)) == (ATTEMPTS, QUESTIONS)
    print(seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    if sys.argv[1:] == ["once"]:
        once()
    else:
        sys.exit(main(sys.argv[1]) if len(sys.argv) > 1 else on_each_database(__file__))
