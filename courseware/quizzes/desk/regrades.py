"""Marking finished attempts again under corrected questions: worked out first, then carried out, both on record."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.desk.quizzes import managed
from courseware.quizzes.errors import Refused
from courseware.quizzes.models import Question, Regrade
from courseware.reading.desk.posted import posted


class RegradeForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("Kept with the old and the new marks, for everybody in the team to read."),
    )


@login_required
@never_cache
def regrades(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Past regrades of a quiz, texts close to an accepted answer, and the way to a new one. Posting works one out."""
    quiz = managed(request, slug, code)
    form = RegradeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        made = actions.prepare_regrade(quiz, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect("quizzes:regrade", slug=slug, code=code, regrade=made.code)
    context = {
        "quiz": quiz,
        "course": quiz.course,
        "form": form,
        "past": quiz.regrades.exclude(applied_at=None).with_counts(),
        "near": actions.near_misses(quiz),
    }
    return render(request, "courseware/quizzes/regrades.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
def regrade(request: HttpRequest, slug: str, code: str, regrade: str) -> HttpResponse:
    """What a regrade changes, or has changed: each attempt with both marks, without names."""
    quiz = managed(request, slug, code)
    found = get_object_or_404(quiz.regrades, code=regrade)
    rows = found.attempts.select_related("attempt").prefetch_related("responses__response", "responses__question_after")
    context = {"quiz": quiz, "course": quiz.course, "regrade": found, "rows": rows.order_by("attempt__submitted_at")}
    return render(request, "courseware/quizzes/regrade.html", context)


@login_required
@require_POST
def apply_regrade(request: HttpRequest, slug: str, code: str, regrade: str) -> HttpResponse:
    found: Regrade = get_object_or_404(managed(request, slug, code).regrades, code=regrade)
    try:
        count = actions.apply_regrade(found, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("quizzes:regrades", slug=slug, code=code)
    words = ngettext("%(n)s result was changed.", "%(n)s results were changed.", count)
    messages.success(request, words % {"n": count} if count else _("No mark had to be changed."))
    return redirect("quizzes:regrade", slug=slug, code=code, regrade=regrade)


@login_required
@require_POST
def near_miss(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Accept a text from now on (`do` = accept), or leave it wrong; then the page offers to mark again."""
    quiz, by, at = managed(request, slug, code), request.user, timezone.now()
    asked = Question.objects.filter(course=quiz.course_id)
    question, text = get_object_or_404(asked, code=uuid_or_none(request)), request.POST.get("text", "")
    try:
        if request.POST.get("do") == "accept":
            actions.accept_near_miss(quiz, question, text, by=by, at=at)
            messages.success(
                request, _("Accepted from now on. Mark the past tries again below, so that it counts there.")
            )
        else:
            actions.leave_near_miss(quiz, question, text, by=by, at=at)
            messages.success(request, _("It stays wrong and is not shown again."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("quizzes:regrades", slug=slug, code=code)


def uuid_or_none(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("question", ""))
    except ValueError:
        return None
