from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.people.models import Person
from courseware.reading.desk.managed import course_of
from courseware.reading.errors import Refused
from courseware.reading.models import Course
from courseware.surveys import actions, links
from courseware.surveys.forms import AnswerForm, SurveyForm
from courseware.surveys.models import Survey
from courseware.surveys.standing import expected
from courseware.surveys.states import SurveyKind, SurveyState
from events.programme.models import Event

MOVED = {
    SurveyState.OPEN: gettext_lazy("The survey is open."),
    SurveyState.CLOSED: gettext_lazy("The survey is closed; nobody can fill it in any more."),
}


def own_survey(person: Person, code: UUID) -> Survey:
    mine = Survey.objects.managed_by(person).select_related("course", "event")
    return get_object_or_404(mine, code=code)


@login_required
@never_cache
def of_course(request: HttpRequest, slug: str) -> HttpResponse:
    return listing(request, course_of(request, slug))


@login_required
@never_cache
def of_event(request: HttpRequest, slug: str) -> HttpResponse:
    return listing(request, get_object_or_404(Event.objects.managed_by(request.user), slug=slug))


def listing(request: HttpRequest, subject: Course | Event) -> HttpResponse:
    """The evaluation and the follow-up of one course or event. Posting `kind` begins the one that is missing."""
    if request.method == "POST":
        if request.POST.get("kind") not in SurveyKind.values:
            raise Http404
        survey = actions.start(subject, request.POST["kind"], by=request.user, at=timezone.now())
        return redirect("surveys:desk", code=survey.code)
    there = {survey.kind: survey for survey in subject.surveys.select_related("course", "event")}
    rows = [(kind, there.get(kind)) for kind in SurveyKind]
    is_course = isinstance(subject, Course)
    context = {"subject": subject, "is_course": is_course, "rows": rows}
    return render(request, "courseware/surveys/listing.html", context)


@login_required
@never_cache
def desk(request: HttpRequest, code: UUID) -> HttpResponse:
    """One survey: its questions, what stands above them, and whether it is open."""
    survey = own_survey(request.user, code)
    form = SurveyForm(request.POST if request.method == "POST" else None, survey=survey)
    if request.method == "POST" and form.is_valid():
        weeks = form.cleaned_data["weeks"] or survey.weeks
        actions.set_up(survey, introduction=form.introduction, weeks=weeks, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("surveys:desk", code=code)
    context = {"survey": survey, "form": form, "questions": survey.questions.standing(), "expected": expected(survey)}
    context["address"] = links.public(survey) if survey.kind == SurveyKind.EVALUATION else ""
    return render(request, "courseware/surveys/desk.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def move(request: HttpRequest, code: UUID) -> HttpResponse:
    survey, state = own_survey(request.user, code), request.POST.get("state")
    if state not in MOVED:
        raise Http404
    try:
        actions.move(survey, state, by=request.user, at=timezone.now())
        messages.success(request, MOVED[SurveyState(state)])
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("surveys:desk", code=code)


@login_required
@require_safe
def preview(request: HttpRequest, code: UUID) -> HttpResponse:
    survey = own_survey(request.user, code)
    form = AnswerForm(questions=list(survey.questions.standing()))
    context = {"survey": survey, "form": form, "is_open": True, "is_preview": True}
    return render(request, "courseware/surveys/fill_in.html", context)
