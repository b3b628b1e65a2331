from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.people.models import Person
from courseware.surveys import actions
from courseware.surveys.desk.surveys import own_survey
from courseware.surveys.forms import QuestionForm
from courseware.surveys.models import Question, Survey

STEPS = {"up": -1, "down": 1}


def own_question(person: Person, code: UUID, question: UUID) -> Question:
    standing = Question.objects.standing().select_related("survey__course", "survey__event")
    return get_object_or_404(standing, survey=own_survey(person, code), code=question)


@login_required
def question_add(request: HttpRequest, code: UUID) -> HttpResponse:
    return question_form(request, own_survey(request.user, code), None)


@login_required
def edit_question(request: HttpRequest, code: UUID, question: UUID) -> HttpResponse:
    found = own_question(request.user, code, question)
    return question_form(request, found.survey, found)


def question_form(request: HttpRequest, survey: Survey, question: Question | None) -> HttpResponse:
    form = QuestionForm(request.POST if request.method == "POST" else None, question=question)
    if request.method == "POST" and form.is_valid():
        if question:
            actions.correct_question(question, form.text, by=request.user, at=timezone.now())
        else:
            actions.add_question(survey, form.text, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("surveys:desk", code=survey.code)
    context = {"survey": survey, "question": question, "form": form}
    return render(request, "courseware/surveys/question.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def move_question(request: HttpRequest, code: UUID, question: UUID) -> HttpResponse:
    found = own_question(request.user, code, question)
    if step := STEPS.get(request.POST.get("to", "")):
        actions.move_question(found, step, by=request.user, at=timezone.now())
    page = redirect("surveys:desk", code=code)
    page["Location"] += f"#question-{found.code}"
    return page


@login_required
def question_remove(request: HttpRequest, code: UUID, question: UUID) -> HttpResponse:
    found = own_question(request.user, code, question)
    if request.method == "POST":
        actions.remove_question(found, by=request.user, at=timezone.now())
        messages.success(request, _("The question is removed."))
        return redirect("surveys:desk", code=code)
    context = {"survey": found.survey, "question": found}
    return render(request, "courseware/surveys/question_remove.html", context)
