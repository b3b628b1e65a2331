from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import AnswerForm
from courseware.quizzes.grading import in_drawn_order
from courseware.quizzes.models import Attempt, Choice, Quiz, Response
from courseware.quizzes.states import Kind, Layout
from courseware.reading.models import Module


@dataclass(frozen=True, slots=True)
class ShownChoice:
    choice: Choice
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question as it stands on a page: its choices in the order of this try, what was chosen, what is wrong."""

    response: Response
    choices: list[ShownChoice]
    error: str = ""


def shown(response: Response, error: str = "") -> ShownQuestion:
    """Needs ResponseQuerySet.in_full. Choices are shuffled for each try, except true and false."""
    choices, chosen = list(response.question.choices.all()), {choice.pk for choice in response.chosen.all()}
    if response.question.kind != Kind.TRUE_FALSE:
        choices = in_drawn_order(choices, f"{response.attempt_id}:{response.position}")
    return ShownQuestion(response, [ShownChoice(choice, choice.pk in chosen) for choice in choices], error)


def quiz_of(request: HttpRequest, slug: str, module: str) -> Quiz:
    """The quiz of a module that the person may read, with how the person stands in it."""
    module_ = get_object_or_404(Module.objects.open_to(request.user), course__slug=slug, slug=module)
    quizzes = Quiz.objects.with_size().with_standing(request.user).select_related("module__course")
    return get_object_or_404(quizzes, module=module_)


def open_attempt(request: HttpRequest, quiz: Quiz) -> Attempt | None:
    attempt = Attempt.objects.of(request.user).open().filter(quiz=quiz).first()
    if attempt:
        attempt.quiz = quiz
    return attempt


def address(quiz: Quiz, name: str, *args: object) -> str:
    return reverse(f"quizzes:{name}", args=[quiz.module.course.slug, quiz.module.slug, *args])


@login_required
@never_cache
def quiz(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """What to expect and past tries; posting starts a try or goes on with the open one."""
    found = quiz_of(request, slug, module)
    if request.method == "POST":
        try:
            attempt = actions.start(found, person=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("reading:module", slug=slug, module=module)
        return redirect(address(found, "question", first_unanswered(attempt)))
    attempt = open_attempt(request, found)
    results = Attempt.objects.of(request.user).submitted().filter(quiz=found)
    context = page_of(found) | {"attempt": attempt, "results": results}
    if attempt:
        context["answered"] = attempt.question_count - attempt.responses.unanswered().count()
    return render(request, "courseware/quizzes/quiz.html", context)


def page_of(quiz: Quiz) -> dict[str, object]:
    return {"quiz": quiz, "module": quiz.module, "course": quiz.module.course}


def first_unanswered(attempt: Attempt) -> int:
    """Its position; the last question when all are answered."""
    return attempt.responses.unanswered().values_list("position", flat=True).first() or attempt.question_count


@login_required
@never_cache
def question(request: HttpRequest, slug: str, module: str, position: int) -> HttpResponse:
    """One question and, once it is answered, its feedback; or all of them, where the quiz is laid out on one page."""
    found = quiz_of(request, slug, module)
    attempt = open_attempt(request, found)
    if attempt is None:
        if request.method == "POST":
            messages.error(request, _("This try is finished; its answers can no longer be changed."))
        return redirect(address(found, "quiz"))
    if found.layout == Layout.ALL:
        return all_questions(request, attempt)
    response = get_object_or_404(attempt.responses.in_full(), position=position)
    if request.method != "POST":
        return show_question(request, attempt, shown(response))
    if error := save_answer(attempt, response, request.POST):
        return show_question(request, attempt, shown(response, error), status=422)
    return redirect(address(found, "question", position))


def show_question(request: HttpRequest, attempt: Attempt, shown: ShownQuestion, status: int = 200) -> HttpResponse:
    unanswered = list(attempt.responses.unanswered().values_list("position", flat=True))
    context = page_of(attempt.quiz) | {
        "attempt": attempt,
        "shown": shown,
        "unanswered": unanswered,
        "answered": attempt.question_count - len(unanswered),
        "next": next((n for n in unanswered if n > shown.response.position), next(iter(unanswered), None)),
    }
    return render(request, "courseware/quizzes/question.html", context, status=status)


def all_questions(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Posting saves what is given; a script posts each question as it is answered, a button the whole page."""
    errors = save_answers(attempt, request.POST) if request.method == "POST" else {}
    if request.method == "POST" and not errors:
        if request.htmx:
            return HttpResponse(status=204)
        messages.success(request, _("Saved. You can go on now or come back later."))
        return redirect(address(attempt.quiz, "question", 1))
    return show_all(request, attempt, errors, status=422 if errors else 200)


def save_answers(attempt: Attempt, given: QueryDict) -> dict[int, str]:
    """Keep every answer of the page; what is wrong with others, by position. A question left open is not wrong here."""
    errors: dict[int, str] = {}
    for response in attempt.responses.select_related("question").prefetch_related("question__choices"):
        name = f"q{response.position}"
        is_cleared = f"{name}-shown" in given and response.answered_at is not None
        if f"{name}-choice" not in given and not is_cleared:
            continue
        if error := save_answer(attempt, response, given):
            errors[response.position] = error
    return errors


def save_answer(attempt: Attempt, response: Response, given: QueryDict) -> str:
    """What is wrong with the answer, in words; nothing when it is kept. Needs the question with its choices."""
    form = AnswerForm(given, question=response.question, position=response.position)
    if not form.is_valid():
        return form.errors["choice"][0]
    try:
        actions.answer(attempt, response.position, form.cleaned_data["choice"], at=timezone.now())
    except Refused as refusal:
        return str(refusal)
    return ""


def show_all(request: HttpRequest, attempt: Attempt, errors: dict[int, str], status: int = 200) -> HttpResponse:
    questions = [shown(each, errors.get(each.position, "")) for each in attempt.responses.in_full()]
    context = page_of(attempt.quiz) | {"attempt": attempt, "questions": questions}
    return render(request, "courseware/quizzes/all.html", context, status=status)


@login_required
@require_POST
def submit(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """Finish the try; with open questions only after asking (`anyway`). A second click leads to the same result."""
    found = quiz_of(request, slug, module)
    attempt = open_attempt(request, found)
    if attempt is None:
        last = get_object_or_404(Attempt.objects.of(request.user).submitted().filter(quiz=found)[:1])
        return redirect(address(found, "result", last.code))
    if found.layout == Layout.ALL and (errors := save_answers(attempt, request.POST)):
        return show_all(request, attempt, errors, status=422)
    unanswered = list(attempt.responses.unanswered().values_list("position", flat=True))
    if unanswered and "anyway" not in request.POST:
        context = page_of(found) | {"attempt": attempt, "unanswered": unanswered}
        return render(request, "courseware/quizzes/unanswered.html", context, status=422)
    actions.submit(attempt, at=timezone.now())
    return redirect(address(found, "result", attempt.code))


@login_required
@never_cache
def result(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    """The person's own result; it stays readable when the course is closed later."""
    own = Attempt.objects.of(request.user).submitted().select_related("quiz__module__course")
    attempt = get_object_or_404(own, code=code, quiz__module__slug=module, quiz__module__course__slug=slug)
    questions = [shown(response) for response in attempt.responses.in_full()]
    context = page_of(attempt.quiz) | {"attempt": attempt, "questions": questions}
    return render(request, "courseware/quizzes/result.html", context)
