"""The questions of a module, reviewed beside their passages; and how its quiz is laid out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.asking import lost_passages
from courseware.quizzes.desk.editing import Place, editable, question_form, section_of
from courseware.quizzes.forms import QuizForm
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.states import Reason, Review
from courseware.quizzes.wording import TYPES, findings_on
from courseware.reading.desk.posted import posted
from courseware.reading.models import Module

WORDS_FOR = {
    Review.APPROVED: gettext_lazy("Approved."),
    Review.REJECTED: gettext_lazy("Rejected."),
    Review.DRAFTED: gettext_lazy("To be reviewed again."),
}


def module_of(request: HttpRequest, slug: str, module: str) -> Module:
    mine = Module.objects.managed_by(request.user).select_related("course")
    return get_object_or_404(mine, course__slug=slug, slug=module)


@login_required
@never_cache
def questions(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """The questions of a module: one under review beside its passage, the others in lists. Posting sets up the quiz."""
    found = module_of(request, slug, module)
    quiz = Quiz.objects.filter(module=found).first() or Quiz(course=found.course, module=found)
    form = QuizForm(posted(request), instance=quiz)
    if request.method == "POST" and form.is_valid():
        actions.set_up_quiz(found.course, module=found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("quizzes:questions", slug=slug, module=module)
    context = review_page(found, request.GET.get("question", "")) | {"form": form, "quiz": quiz}
    return render(request, "courseware/quizzes/questions.html", context, status=422 if form.errors else 200)


def review_page(module: Module, code: str) -> dict[str, object]:
    """The question to look at is the one asked for by its code, else the first that waits for review.

    An approved question whose passage the text has just lost waits too, though its row is not put back yet.
    """
    rows = list(module.questions.exclude(review=Review.REPLACED).select_related("section").prefetch_related("choices"))
    lost = lost_passages(module, rows)
    groups = {
        name: [row for row in rows if row.review == name and row not in lost] for name in ("approved", "rejected")
    }
    waiting = [row for row in rows if row.review == Review.DRAFTED or (row.review == Review.APPROVED and row in lost)]
    current = next((row for row in rows if str(row.code) == code), waiting[0] if waiting else None)
    listed = [*waiting, *(row for row in rows if row.review == Review.REJECTED or row in groups["approved"])]
    return {"course": module.course, "module": module, "waiting": waiting, **groups} | bench(current, listed, lost)


def bench(current: Question | None, listed: list[Question], lost: list[Question]) -> dict[str, object]:
    """What is shown about the question under review. `listed` are all, in the order of the page."""
    if current is None:
        return {"current": None}
    at = listed.index(current) if current in listed else 0
    return {
        "current": current,
        "section": section_of(current),
        "is_lost": current in lost,
        "findings": findings_on(current),
        "type": TYPES.get(current.type, ""),
        "reasons": Reason.choices,
        "previous": listed[at - 1] if at else None,
        "next": listed[at + 1] if at + 1 < len(listed) else None,
    }


@login_required
@require_POST
def review(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    mine = module_of(request, slug, module).questions.exclude(review=Review.REPLACED)
    question = get_object_or_404(mine.select_related("module__course"), code=code)
    verdict = request.POST.get("verdict")
    if verdict in WORDS_FOR:
        reason = request.POST.get("reason", "")
        actions.review(question, verdict, by=request.user, at=timezone.now(), reason=reason)
        messages.success(request, WORDS_FOR[verdict])
    return on_to_next(question)


def on_to_next(question: Question) -> HttpResponse:
    """To the next question that waits, so that nobody is led back to one that was passed over."""
    page, module = address(question.module), question.module
    later = module.questions.to_review().filter(position__gt=question.position).first()
    return redirect(f"{page}?question={later.code}" if later else page)


@login_required
@never_cache
def add_question(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    found = module_of(request, slug, module)
    return question_form(request, Place(found.course, found, address(found)), None)


@login_required
@never_cache
def edit_question(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    found = module_of(request, slug, module)
    question = editable(request, found.questions.all(), code)
    return question_form(request, Place(found.course, found, address(found)), question)


def address(module: Module) -> str:
    return reverse("quizzes:questions", args=[module.course.slug, module.slug])
