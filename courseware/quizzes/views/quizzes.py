"""The first page of a quiz: what to expect, past attempts, and the way in."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.people.models import Person
from courseware.quizzes import actions
from courseware.quizzes.errors import Refused
from courseware.quizzes.models import Allowance, Attempt, Quiz
from courseware.quizzes.models.quizzes import QuizQuerySet
from courseware.quizzes.standing import told_of


def quizzes_of(request: HttpRequest) -> QuizQuerySet:
    """Those that are open to the person."""
    return Quiz.objects.open_to(request.user).select_related("course", "module")


def quiz_of(request: HttpRequest, slug: str, code: str) -> Quiz:
    return get_object_or_404(quizzes_of(request), course__slug=slug, code=code)


def address(quiz: Quiz, name: str, *args: object) -> str:
    return reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.code, *args])


def page_of(quiz: Quiz) -> dict[str, object]:
    """`back`: where the person came from, the module or the course."""
    slug = quiz.course.slug
    back = reverse("reading:module", args=[slug, quiz.module.slug]) if quiz.module else ""
    course = reverse("reading:course", args=[slug])
    return {"quiz": quiz, "module": quiz.module, "course": quiz.course, "back": back or course, "course_url": course}


@login_required
@never_cache
def quiz(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    found = get_object_or_404(quizzes_of(request).with_size(), course__slug=slug, code=code)
    at = timezone.now()
    own = list(Attempt.objects.of(request.user).filter(quiz=found).order_by("-number"))
    for each in own:
        each.quiz = found
    attempt = next((each for each in own if each.submitted_at is None), None)
    results = [(each, told_of(each, at)) for each in own if each.submitted_at]
    context = page_of(found) | {"results": results} | entrance(found, request.user, len(own), attempt, at)
    return render(request, "courseware/quizzes/quiz.html", context)


def entrance(quiz: Quiz, person: Person, begun: int, attempt: Attempt | None, at: datetime) -> dict[str, object]:
    """The open attempt and how far it is, or whether another may start and why not. `left`: attempts, None for any."""
    allowance = Allowance.objects.filter(quiz=quiz, person=person).first() or Allowance()
    minutes = quiz.time_limit_minutes and quiz.time_limit_minutes + allowance.extra_minutes
    left = quiz.attempts_allowed + allowance.extra_attempts - begun if quiz.attempts_allowed else None
    context: dict[str, object] = {"minutes": minutes, "left": left, "attempt": attempt, "refusal": ""}
    if attempt:
        is_over = attempt.is_over(at)
        return context | {"is_over": is_over, "answered": attempt.responses.exclude(answered_at=None).count()}
    try:
        actions.check_may_start(quiz, person, allowance, at=at)
    except Refused as refusal:
        context["refusal"] = str(refusal)
    return context


@login_required
@require_POST
def start(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Starts an attempt, or goes on with the open one."""
    found = quiz_of(request, slug, code)
    try:
        attempt = actions.start(found, person=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(address(found, "quiz"))
    if "take" in request.POST:
        return redirect("quizzes:attempt", slug=slug, attempt=attempt.code)
    return redirect(address(found, "question", first_unanswered(attempt)))


def first_unanswered(attempt: Attempt) -> int:
    """Its position; the last question when all are answered."""
    return attempt.responses.unanswered().values_list("position", flat=True).first() or attempt.question_count
