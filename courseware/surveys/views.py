"""Filling in a survey: signed in, or by the link of a letter. GET shows, POST keeps."""

from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.people.models import Person
from courseware.reading.errors import Refused
from courseware.surveys import actions, links
from courseware.surveys.forms import AnswerForm
from courseware.surveys.models import Asked, Filled, Survey
from courseware.surveys.states import SurveyState

LINK_LASTS = timedelta(weeks=26)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def for_course(request: HttpRequest, slug: str) -> HttpResponse:
    return evaluation(request, course__slug=slug)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def for_event(request: HttpRequest, slug: str) -> HttpResponse:
    return evaluation(request, event__slug=slug)


def evaluation(request: HttpRequest, **of: str) -> HttpResponse:
    at = timezone.now()
    shown = Survey.objects.shown_to(request.user, at).select_related("course", "event")
    return fill_in(request, get_object_or_404(shown, **of), request.user, at=at)


@never_cache
@require_http_methods(["GET", "POST"])
def by_letter(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever holds the link; the page names nobody."""
    at = timezone.now()
    asked = asked_of(token, at=at)
    response = fill_in(request, asked.survey, asked.person, at=at)
    # The address holds the right itself, so no site is told it as the page one came from.
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def asked_of(token: str, *, at: datetime) -> Asked:
    """Raises Http404 for a token that is not ours, one that is too old, or of somebody who was erased."""
    code = links.code_in(token)
    rows = Asked.objects.filter(at__gt=at - LINK_LASTS).select_related("person", "survey__course", "survey__event")
    found = rows.filter(code=code).first() if code else None
    if found is None:
        raise Http404
    return found


def fill_in(request: HttpRequest, survey: Survey, person: Person, *, at: datetime) -> HttpResponse:
    """The form; after it, and ever after, thanks."""
    done = Filled.objects.filter(survey=survey, person=person).exists()
    data = request.POST if request.method == "POST" else None
    form = AnswerForm(data, questions=list(survey.questions.standing()))
    if request.method == "POST" and form.is_valid():
        try:
            actions.fill_in(survey, person=person, answers=form.answers, at=at)
            return redirect(request.path)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"survey": survey, "form": form, "done": done, "is_open": survey.state == SurveyState.OPEN}
    return render(request, "courseware/surveys/fill_in.html", context, status=422 if form.errors else 200)
