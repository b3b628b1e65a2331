"""Item analysis: the pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courseware.quizzes.desk.quizzes import managed
from courseware.quizzes.reports import wording
from courseware.quizzes.reports.loading import Item, Report, report
from courseware.quizzes.reports.tables import csv_answer
from courseware.quizzes.states import Purpose
from courseware.quizzes.statistics import Advice, Analysis, ItemFigures, Line, advice, analyse, lines, random_guess
from courseware.reading.desk.managed import course_of

FEWEST = 10  # attempts; figures of fewer mislead
IN_ORDER = (Purpose.PRE, Purpose.MODULE, Purpose.POST)


@dataclass(frozen=True, slots=True)
class Row:
    """One question, ready to be shown. `number` is its place in the order of the bank; percentages are whole."""

    number: int
    item: Item
    guess: float | None
    lines: list[Line]
    advice: list[Advice]

    @property
    def figures(self) -> ItemFigures:
        return self.item.figures

    @property
    def answered(self) -> int:
        return self.figures.n

    @property
    def sentences(self) -> list[str]:
        return [wording.words(each) for each in self.advice]

    @property
    def is_serious(self) -> bool:
        return any(each.is_serious for each in self.advice)

    @property
    def facility(self) -> float | None:
        return percent(self.figures.facility)

    @property
    def spread(self) -> float | None:
        """Standard deviation in per cent of what can be earned."""
        return percent(self.figures.sd and self.figures.sd / self.item.column.maximum)

    @property
    def guessed(self) -> float | None:
        return percent(self.guess)

    @property
    def place(self) -> tuple[str, str] | None:
        """Where it stands in the chart, from the left and from the top, in per cent of its sides."""
        if self.facility is None or self.figures.discrimination is None:
            return None
        return f"{self.facility:.2f}%", f"{(100 - self.figures.discrimination) / 2:.2f}%"

    @property
    def versions(self) -> list[tuple[int, int, float | None]]:
        """Attempts and facility of each wording, where it was changed between attempts."""
        analysed = ((version, analyse([column]).items[0]) for version, column in self.item.of_versions())
        return [(version, figures.n, percent(figures.facility)) for version, figures in analysed]


def percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


SORTS: dict[str, Callable[[Row], Any]] = {
    "number": lambda row: row.number,
    "facility": lambda row: row.facility,
    "discrimination": lambda row: row.figures.discrimination,
    "efficiency": lambda row: row.figures.efficiency,
    "weight": lambda row: row.figures.weight,
    "spread": lambda row: row.spread,
    "guess": lambda row: row.guess,
}


@login_required
@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """The quizzes and tests of a course, with how many people have finished each."""
    course = course_of(request, slug)
    done = Count("attempts__person", filter=Q(attempts__submitted_at__isnull=False), distinct=True)
    quizzes = course.quizzes.select_related("module").annotate(people=done).order_by("module__position", "pk")
    in_order = sorted(quizzes, key=lambda quiz: IN_ORDER.index(quiz.purpose))
    context = {"course": course, "quizzes": in_order, "fewest": FEWEST}
    return render(request, "courseware/quizzes/reports/overview.html", context)


@login_required
@never_cache
@require_safe
def items(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    quiz, which = managed(request, slug, code), which_of(request)
    made = report(quiz, which)
    sort = request.GET.get("sort", "number")
    context = {
        "course": quiz.course,
        "quiz": quiz,
        "which": which,
        "ways": wording.WHICH,
        "report": made,
        "fewest": FEWEST,
        "sort": sort,
    }
    if made.n >= FEWEST:
        rows = rows_of(made)
        context |= {"rows": rows, "sorted": ordered(rows, sort), "columns": columns_of(sort)}
        context |= {"verdict": wording.of_reliability(made.analysis.test.reliability), "wanting": wanting(rows)}
    return render(request, "courseware/quizzes/reports/items.html", context)


def which_of(request: HttpRequest) -> str:
    asked = request.GET.get("attempts", "first")
    return asked if asked in wording.WHICH else "first"


def rows_of(made: Report) -> list[Row]:
    return [row_of(number, item) for number, item in enumerate(made.items, 1)]


def row_of(number: int, item: Item) -> Row:
    """Of an item that too few attempts hold, nothing is advised."""
    asked = item.question.item
    guess, found = random_guess(asked), lines(asked, item.given)
    enough = item.figures.n >= FEWEST
    return Row(number, item, guess, found, advice(item.figures, guess, found) if enough else [])


def wanting(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.advice]


def ordered(rows: list[Row], sort: str) -> list[Row]:
    """By a name of SORTS, with "-" before it from the largest down; what has no figure comes last."""
    key = SORTS.get(sort.removeprefix("-"), SORTS["number"])
    known = [row for row in rows if key(row) is not None]
    return sorted(known, key=key, reverse=sort.startswith("-")) + [row for row in rows if key(row) is None]


def columns_of(sort: str) -> list[dict[str, str]]:
    """The heads of the table: what sorting by each leads to, and how it is sorted now."""
    names = {
        "number": _("No."),
        "facility": _("Facility"),
        "discrimination": _("Discrimination"),
        "efficiency": _("Efficiency"),
        "weight": _("Weight"),
        "spread": _("Spread"),
        "guess": _("By guessing"),
    }
    now = {sort: "ascending"} if not sort.startswith("-") else {sort[1:]: "descending"}
    return [
        {"name": name, "label": label, "now": now.get(name, ""), "to": f"-{name}" if sort == name else name}
        for name, label in names.items()
    ]


@login_required
@never_cache
@require_safe
def items_csv(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    quiz, which = managed(request, slug, code), which_of(request)
    made = report(quiz, which)
    rows = rows_of(made) if made.n >= FEWEST else []
    return csv_answer(f"items-{slug}-{which}", [heads(), *(line_of(row) for row in rows), *test_lines(made.analysis)])


def heads() -> list[str]:
    return [
        _("No."), _("Question"), _("Versions"), _("Attempts"), _("Facility, %"), _("Standard deviation, marks"),
        _("By guessing, %"), _("Discrimination index, %"), _("Discriminative efficiency, %"),
        _("Effective weight, %"), _("Choices and how often"), _("What to do"),
    ]  # fmt: skip


def line_of(row: Row) -> list[object]:
    figures, asked = row.figures, " ".join(str(row.item.question).split())
    choices = "; ".join(f"{line.text or _('no answer')}: {line.n}" for line in row.lines)
    versions = ", ".join(map(str, row.item.versions))
    return [
        row.number, asked, versions, figures.n, row.facility, figures.sd, row.guessed,
        figures.discrimination, figures.efficiency, figures.weight, choices, " ".join(row.sentences),
    ]  # fmt: skip


def test_lines(analysis: Analysis) -> list[list[object]]:
    """Nothing below the fewest attempts."""
    test = analysis.test
    if test.n < FEWEST:
        return [[_("Figures are shown from %(fewest)s attempts on.") % {"fewest": FEWEST}]]
    told = {
        _("Attempts"): test.n, _("Mean, marks"): test.mean, _("Median, marks"): test.median,
        _("Standard deviation, marks"): test.sd, _("Skewness"): test.skewness, _("Kurtosis"): test.kurtosis,
        _("Cronbach's alpha, %"): test.reliability, _("Error ratio, %"): test.error_ratio,
        _("Standard error, marks"): test.standard_error,
    }  # fmt: skip
    return [[], *([name, value] for name, value in told.items())]
