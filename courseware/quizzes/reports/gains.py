"""Learning gain: the pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courseware.quizzes.gain import FEWEST, Estimate, Gain
from courseware.quizzes.reports.pairs import AT_EVENT, EVERYBODY, Learned, learned
from courseware.quizzes.reports.tables import csv_answer
from courseware.quizzes.states import Purpose
from courseware.reading.desk.managed import course_of

# Bands of the normalised gain: Hake 1998, as gain.py names him.
HIGH, MEDIUM = 0.7, 0.3


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. `gain` is None where too few took both tests."""

    key: str
    label: str
    gain: Gain | None

    @property
    def ends(self) -> dict[str, str] | None:
        """Before and after as places on a line of 100."""
        return self.gain and {"before": f"{100 * self.gain.before:.1f}%", "after": f"{100 * self.gain.after:.1f}%"}

    @property
    def figures(self) -> dict[str, Any] | None:
        """In points of 100; the normalised gain as a share, with two decimals."""
        if self.gain is None:
            return None
        told = {"before": 100 * self.gain.before, "after": 100 * self.gain.after}
        return told | {"raw": points(self.gain.raw), "normalised": self.gain.normalised}


def points(estimate: Estimate) -> dict[str, float]:
    return {"value": 100 * estimate.value, "low": 100 * estimate.low, "high": 100 * estimate.high}


@login_required
@never_cache
@require_safe
def gains(request: HttpRequest, slug: str) -> HttpResponse:
    course = course_of(request, slug)
    found = learned(course)
    cohort = request.GET.get("cohort", EVERYBODY)
    if cohort not in found.cohorts:
        cohort = EVERYBODY
    rows = by_objective(found, cohort)
    context = {
        "course": course,
        "tests": {quiz.purpose: quiz for quiz in course.quizzes.exclude(purpose=Purpose.MODULE)},
        "learned": found,
        "people": len(found.pairs),
        "cohort": cohort,
        "cohort_label": label_of(cohort),
        "cohorts": by_cohort(found),
        "rows": rows,
        "words": words(rows[0].gain),
        "fewest": FEWEST,
    }
    return render(request, "courseware/quizzes/reports/gains.html", context)


def by_objective(found: Learned, cohort: str) -> list[Row]:
    """The whole test first."""
    whole = Row("", _("The whole test"), found.gain(cohort))
    named = sorted(found.objectives.items(), key=lambda one: one[1])
    return [whole, *(Row(str(pk), name, found.gain(cohort, pk)) for pk, name in named)]


def by_cohort(found: Learned) -> list[Row]:
    return [Row(cohort, label_of(cohort), found.gain(cohort)) for cohort in found.cohorts]


def label_of(cohort: str) -> str:
    if cohort == EVERYBODY:
        return _("Everybody who took both tests")
    if cohort == AT_EVENT:
        return _("People registered for the event")
    month = date.fromisoformat(f"{cohort}-01")
    return _("Test after the course in %(month)s") % {"month": date_format(month, "F Y")}


def words(gain: Gain | None) -> list[str]:
    """What the figures of the whole test say, sentence by sentence."""
    if gain is None:
        return []
    return [of_raw(gain), *([of_normalised(gain.normalised.value)] if gain.normalised else [])]


def of_raw(gain: Gain) -> str:
    told = {"before": round(100 * gain.before), "after": round(100 * gain.after), "n": gain.n}
    if gain.raw.low > 0:
        return _("%(n)s people rose from %(before)s to %(after)s of 100 points, more than chance explains.") % told
    if gain.raw.high < 0:
        return _("%(n)s people fell from %(before)s to %(after)s of 100 points: look at the questions.") % told
    return _("%(n)s people went from %(before)s to %(after)s of 100 points, which may be chance.") % told


def of_normalised(value: float) -> str:
    told = {"percent": round(100 * value)}
    if value >= HIGH:
        return _("They gained %(percent)s %% of what there was left to learn, which counts as a high gain.") % told
    if value >= MEDIUM:
        return _("They gained %(percent)s %% of what there was left to learn, which counts as a medium gain.") % told
    return _("They gained %(percent)s %% of what there was left to learn, which counts as a low gain.") % told


@login_required
@never_cache
@require_safe
def gains_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Every cohort by every objective; what too few people stand behind keeps its line and has no figures."""
    course = course_of(request, slug)
    found = learned(course)
    heads = [
        _("People"), _("Objective"), _("n"), _("Before, %"), _("After, %"), _("Raw gain, points"),
        _("from (95 %)"), _("to (95 %)"), _("Normalised gain"), _("from (95 %)"), _("to (95 %)"),
    ]  # fmt: skip
    rows = [line_of(cohort, row) for cohort in found.cohorts for row in by_objective(found, cohort)]
    return csv_answer(f"gain-{slug}", [heads, *rows])


def line_of(cohort: str, row: Row) -> list[object]:
    told = row.figures
    if told is None:
        return [label_of(cohort), row.label, _("fewer than %(fewest)s") % {"fewest": FEWEST}]
    raw, normalised = told["raw"], told["normalised"]
    of_room = [normalised.value, normalised.low, normalised.high] if normalised else [None] * 3
    return [
        label_of(cohort), row.label, row.gain.n, told["before"], told["after"],
        raw["value"], raw["low"], raw["high"], *of_room,
    ]  # fmt: skip
