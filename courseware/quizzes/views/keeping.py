"""An attempt to take along where the line may drop: all questions on one page, and an answer file as last resort."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courseware.quizzes import actions
from courseware.quizzes.errors import AttemptOver, Refused
from courseware.quizzes.forms import AnswerFileForm
from courseware.quizzes.models import Attempt, Quiz
from courseware.quizzes.views.quizzes import address, page_of, quiz_of
from courseware.quizzes.views.showing import ShownQuestion
from courseware.quizzes.views.taking import keep_all


@login_required
@never_cache
def attempt(request: HttpRequest, slug: str, attempt: str) -> HttpResponse:
    """The questions of an open attempt, with the own answers and nothing of the key, whatever the quiz tells elsewhere.

    Without a script, posting keeps what was filled in. An attempt that is over leads to its quiz.
    """
    own = Attempt.objects.of(request.user).filter(quiz__in=Quiz.objects.open_to(request.user), quiz__course__slug=slug)
    found = get_object_or_404(own.select_related("quiz__course", "quiz__module"), code=attempt)
    at, errors = timezone.now(), {}
    if found.is_over(at):
        if request.method == "POST":
            messages.error(request, AttemptOver.message)
        return redirect(address(found.quiz, "quiz"))
    responses = list(found.responses.in_full())
    if request.method == "POST":
        errors = keep_all(found, responses, request.POST, at)
        if not errors:
            messages.success(request, _("Saved. You can go on now or come back later."))
            return redirect("quizzes:attempt", slug=slug, attempt=found.code)
    questions = [ShownQuestion(row, (), errors.get(row.position, ""), found.quiz) for row in responses]
    seconds = max(int((found.due_at - at).total_seconds()), 0) if found.due_at else None
    context = page_of(found.quiz) | {"attempt": found, "questions": questions, "seconds_left": seconds}
    return render(request, "courseware/quizzes/attempt.html", context, status=422 if errors else 200)


@login_required
@never_cache
def answer_file(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Hand in what a device could not send. What is taken, what is not and why is told answer by answer."""
    quiz = quiz_of(request, slug, code)
    form = AnswerFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    context = page_of(quiz) | {"form": form}
    if request.method == "POST" and form.is_valid():
        try:
            told = actions.hand_in_file(form.cleaned_data["file"], quiz=quiz, person=request.user, at=timezone.now())
            return render(request, "courseware/quizzes/answer_file_taken.html", context | {"verdicts": told})
        except Refused as refusal:
            form.add_error("file", str(refusal))
    return render(request, "courseware/quizzes/answer_file.html", context, status=422 if form.errors else 200)
