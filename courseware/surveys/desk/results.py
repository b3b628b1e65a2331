from collections.abc import Iterator
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courseware.quizzes.reports.tables import csv_answer
from courseware.surveys.desk.surveys import own_survey
from courseware.surveys.standing import Result, expected
from courseware.surveys.standing import results as results_of
from courseware.surveys.states import FEWEST


@login_required
@never_cache
@require_safe
def results(request: HttpRequest, code: UUID) -> HttpResponse:
    survey = own_survey(request.user, code)
    could = expected(survey)
    context = {
        "survey": survey,
        "results": results_of(survey),
        "expected": could,
        "rate": round(100 * survey.filled_count / could) if could >= survey.filled_count > 0 else None,
        "fewest": FEWEST,
    }
    return render(request, "courseware/surveys/results.html", context)


@login_required
@never_cache
@require_safe
def results_csv(request: HttpRequest, code: UUID) -> HttpResponse:
    """A line for each choice and each text: question, how many answered, choice, how often."""
    survey = own_survey(request.user, code)
    heads = [_("Question"), _("Wording"), _("People who answered"), _("Answer"), _("How often"), _("%")]
    lines = (line for result in results_of(survey) for line in lines_of(result))
    return csv_answer(f"survey-{survey.kind}-{survey.subject.slug}", [heads, *lines])


def lines_of(result: Result) -> Iterator[list[object]]:
    wording = _("earlier") if result.question.replaced else _("present")
    asked = [str(result.question), wording]
    if result.is_hidden:
        yield [*asked, _("fewer than %(fewest)s") % {"fewest": FEWEST}]
    yield from ([*asked, result.n, bar.label, bar.n, bar.percent] for bar in result.bars)
    yield from ([*asked, result.n, text] for text in result.texts)
