"""How a quiz is set up, and what is allowed to one person."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courseware.quizzes import actions
from courseware.quizzes.forms import AllowanceForm, SettingsForm
from courseware.quizzes.models import Quiz
from courseware.reading.desk.posted import posted
from intake.forms import small_int


def managed(request: HttpRequest, slug: str, code: str) -> Quiz:
    mine = Quiz.objects.managed_by(request.user).select_related("course", "module", "blueprint")
    return get_object_or_404(mine, course__slug=slug, code=code)


@login_required
@never_cache
def settings(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    quiz = managed(request, slug, code)
    form = SettingsForm(posted(request), instance=quiz)
    if request.method == "POST" and form.is_valid():
        named = {"module": quiz.module, "purpose": quiz.purpose}
        actions.set_up_quiz(quiz.course, **named, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("quizzes:settings", slug=slug, code=code)
    context = {"quiz": quiz, "course": quiz.course, "form": form, "open_now": quiz.attempts.open().count()}
    return render(request, "courseware/quizzes/settings.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
def allowances(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Posting gives an allowance, or takes back the one that `remove` names."""
    quiz = managed(request, slug, code)
    if request.method == "POST" and "remove" in request.POST:
        held = get_object_or_404(quiz.allowances.select_related("person"), pk=small_int(request.POST["remove"]))
        held.quiz = quiz
        actions.take_back_allowance(held, by=request.user, at=timezone.now())
        messages.success(request, _("Taken back."))
        return redirect("quizzes:allowances", slug=slug, code=code)
    form = AllowanceForm(posted(request), quiz=quiz)
    if request.method == "POST" and form.is_valid():
        actions.allow(quiz, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Allowed. A try that is open now has its new end already."))
        return redirect("quizzes:allowances", slug=slug, code=code)
    rows = quiz.allowances.select_related("person").order_by("person__name", "person__email")
    context = {"quiz": quiz, "course": quiz.course, "form": form, "rows": rows}
    return render(request, "courseware/quizzes/allowances.html", context, status=422 if form.errors else 200)
