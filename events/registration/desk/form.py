"""The builder of an event's form: its questions in order, one of them, and the form as people see it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.people.models import Person
from events.programme.models import Event
from events.registration import actions, asking
from events.registration.errors import Refused
from events.registration.forms import QuestionForm, RegistrationForm
from events.registration.models import Question


def own_event(person: Person, slug: str) -> Event:
    return get_object_or_404(Event.objects.managed_by(person).select_related("rules"), slug=slug)


def own_question(person: Person, slug: str, code: UUID) -> Question:
    asked = Question.objects.asked().filter(event__in=Event.objects.managed_by(person)).select_related("event")
    return get_object_or_404(asked, event__slug=slug, code=code)


@login_required
def show_questions(request: HttpRequest, slug: str) -> HttpResponse:
    event = own_event(request.user, slug)
    questions = actions.asked_of(event)
    by_key = {question.key: question for question in questions}
    for question in questions:
        on = by_key.get(question.shown_if_key)
        question.condition = asking.only_if(question, on) if on else ""
    proposed = actions.propose_form(event)
    context = {
        "event": event,
        "sections": actions.by_section(questions),
        "from_draft": [one for one in proposed if one.why],
        "ready_made": [one for one in proposed if not one.why],
    }
    return render(request, "events/registration/form.html", context)


@require_POST
@login_required
def questions_propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Add the proposed questions that were ticked."""
    event = own_event(request.user, slug)
    added = actions.add_proposed(event, request.POST.getlist("add"), by=request.user, at=timezone.now())
    if added:
        told = ngettext("%(n)s question is added.", "%(n)s questions are added.", len(added))
        messages.success(request, told % {"n": len(added)})
    else:
        messages.info(request, _("Nothing was ticked, so nothing is added."))
    return redirect("registration:form", slug=slug)


@login_required
def question_add(request: HttpRequest, slug: str) -> HttpResponse:
    event = own_event(request.user, slug)
    form = QuestionForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and form.may_be_saved() and saved(request, form):
        return redirect("registration:form", slug=slug)
    return show_question(request, form)


@login_required
def edit_question(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    question = own_question(request.user, slug, code)
    form = QuestionForm(request.POST if request.method == "POST" else None, event=question.event, question=question)
    if request.method == "POST" and form.may_be_saved() and saved(request, form):
        return redirect("registration:form", slug=slug)
    return show_question(request, form)


def show_question(request: HttpRequest, form: QuestionForm) -> HttpResponse:
    answered = form.question is not None and form.question.answers.exists()
    context = {"event": form.event, "form": form, "question": form.question, "answered": answered}
    status = 422 if form.errors or form.warning else 200
    return render(request, "events/registration/question.html", context, status=status)


def saved(request: HttpRequest, form: QuestionForm) -> bool:
    told = {"by": request.user, "at": timezone.now()}
    try:
        if form.question:
            actions.change_question(form.question, form.values(), **told)
        else:
            actions.add_question(form.event, form.values(), **told)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The question is saved."))
    return True


@require_POST
@login_required
def question_move(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """`what` is the question or its whole section; `to` is up or down."""
    question = own_question(request.user, slug, code)
    move = actions.move_section if request.POST.get("what") == "section" else actions.move_question
    try:
        move(question, up=request.POST.get("to") == "up", by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("registration:form", slug=slug)


@login_required
def question_remove(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """GET asks, POST removes."""
    question = own_question(request.user, slug, code)
    if request.method == "POST":
        try:
            actions.retire_question(question, by=request.user, at=timezone.now())
            messages.success(request, _("The question is asked no more."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("registration:form", slug=slug)
    context = {"event": question.event, "question": question, "answered": question.answers.exists()}
    return render(request, "events/registration/question_remove.html", context)


@login_required
def form_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The form as people see it; nothing of it is sent."""
    event = own_event(request.user, slug)
    form = RegistrationForm(person=AnonymousUser(), event=event)
    return render(request, "events/registration/form_preview.html", {"event": event, "form": form})
