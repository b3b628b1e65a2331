"""Answering by forms, page by page or all on one; works without a script."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.errors import AttemptOver, Refused, Unanswered
from courseware.quizzes.forms import Given, given_by, positions_in
from courseware.quizzes.models import Attempt, Quiz, Response
from courseware.quizzes.states import TOLD_AT_ONCE, Layout
from courseware.quizzes.views.quizzes import address, page_of, quiz_of
from courseware.quizzes.views.showing import ShownQuestion, told_now
from intake.forms import small_int


def open_attempt(request: HttpRequest, quiz: Quiz, at: datetime) -> Attempt | None:
    """The one that can still be answered. Only a form that is sent hands in one whose time is up."""
    if request.method == "POST":
        attempt = actions.open_attempt(quiz, request.user, at=at)
    else:
        attempt = Attempt.objects.of(request.user).open().filter(quiz=quiz).first()
    if attempt:
        attempt.quiz, attempt.person = quiz, request.user
    return attempt if attempt and not attempt.is_over(at) else None


@login_required
@never_cache
def question(request: HttpRequest, slug: str, code: str, position: int) -> HttpResponse:
    """One question, or all where the quiz is laid out on one page. Posting keeps what is given, and checks it where the
    quiz tells at once."""
    found, at = quiz_of(request, slug, code), timezone.now()
    attempt = open_attempt(request, found, at)
    if attempt is None:
        if request.method == "POST":
            messages.error(request, AttemptOver.message)
        return redirect(address(found, "quiz"))
    responses = list(attempt.responses.in_full())
    wanted = [each for each in responses if found.layout == Layout.ALL or each.position == position]
    if not wanted:
        raise Http404
    checked = position if found.layout == Layout.ONE_BY_ONE else small_int(request.POST.get("check", ""))
    errors = keep_all(attempt, wanted, request.POST, at, checked=checked) if request.method == "POST" else {}
    if request.method == "POST" and not errors:
        return redirect(after_saving(request, attempt, responses, position))
    return show(request, attempt, responses, position, errors, at, status=422 if errors else 200)


def keep_all(
    attempt: Attempt, responses: Iterable[Response], data: QueryDict, at: datetime, *, checked: int | None = None
) -> dict[int, str]:
    """Keep the answers that the page sends, and check the one that is to be; what is wrong with each, by position.

    The question to check has to be answered. Others may be left open, unless they were answered before: an empty answer
    never takes the place of another.
    """
    errors = {}
    for response in responses:
        response.attempt = attempt
        given = given_by(response, data) or (Given(None, None, 1) if response.position == checked else None)
        if given is None or (not given.answer and response.position != checked and response.answer is None):
            continue
        try:
            actions.save_answer(response, given.answer, at=at, sequence=given.sequence, certainty=given.certainty)
            if response.position == checked:
                actions.check_answer(attempt, response.position, at=at)
        except Refused as refusal:
            errors[response.position] = str(refusal)
    return errors


def after_saving(request: HttpRequest, attempt: Attempt, responses: list[Response], position: int) -> str:
    """Where the feedback is; without any, the next question that is open, the same one after the last."""
    quiz = attempt.quiz
    if quiz.layout == Layout.ALL:
        checked = small_int(request.POST.get("check", ""))
        if checked is None:
            messages.success(request, _("Saved. You can go on now or come back later."))
        return address(quiz, "question", 1) + (f"#q{checked}" if checked else "")
    if quiz.behaviour in TOLD_AT_ONCE:
        return address(quiz, "question", position)
    return address(quiz, "question", next_open(responses, position) or position)


def next_open(responses: list[Response], position: int) -> int | None:
    """The next question without an answer, from the beginning again after the last."""
    opened = [each.position for each in responses if each.answered_at is None and each.position != position]
    return next((n for n in opened if n > position), next(iter(opened), None))


def show(
    request: HttpRequest,
    attempt: Attempt,
    responses: list[Response],
    position: int,
    errors: dict[int, str],
    at: datetime,
    *,
    status: int,
) -> HttpResponse:
    quiz = attempt.quiz
    questions = [ShownQuestion(row, told_now(row), errors.get(row.position, ""), quiz) for row in responses]
    seconds = max(int((attempt.due_at - at).total_seconds()), 0) if attempt.due_at else None
    context = page_of(quiz) | {
        "attempt": attempt,
        "questions": questions,
        "answered": sum(row.answered_at is not None for row in responses),
        "seconds_left": seconds,
    }
    if quiz.layout == Layout.ALL:
        return render(request, "courseware/quizzes/all.html", context, status=status)
    shown = next(each for each in questions if each.response.position == position)
    context |= {"shown": shown, "response": shown.response, "next": next_open(responses, position)}
    return render(request, "courseware/quizzes/question.html", context, status=status)


@login_required
@require_POST
def submit(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Finish the attempt; with open questions only after asking (`anyway`). A second click leads to the same result.

    What somebody has begun is theirs to hand in, also where the quiz is no longer open to them.
    """
    at, own = timezone.now(), Attempt.objects.of(request.user).filter(quiz__code=code, quiz__course__slug=slug)
    attempt = own.open().select_related("quiz__course", "quiz__module__original").first()
    if attempt is None or actions.hand_in_if_over(attempt, at=at):
        finished = own.submitted().order_by("-number")
        return redirect("quizzes:result", slug, code, get_object_or_404(finished[:1]).code)
    attempt.person, late = request.user, is_late(attempt, at)
    errors = keep_all(attempt, sent_with(attempt, request.POST), request.POST, at)
    if errors and not late:
        return show(request, attempt, list(attempt.responses.in_full()), min(errors), errors, at, status=422)
    try:
        actions.submit(attempt, at=at, anyway=late or "anyway" in request.POST)
    except Unanswered as refusal:
        context = page_of(attempt.quiz) | {"attempt": attempt, "unanswered": refusal.positions}
        return render(request, "courseware/quizzes/unanswered.html", context, status=422)
    return redirect("quizzes:result", slug, code, attempt.code)


def sent_with(attempt: Attempt, data: QueryDict) -> Iterable[Response]:
    """The questions that a page sends along; most pages that hand in send none, and none is looked for."""
    positions = positions_in(data)
    return attempt.responses.filter(position__in=positions).select_related("question") if positions else ()


def is_late(attempt: Attempt, at: datetime) -> bool:
    """In the time of grace: nobody is asked anything any more, what was saved counts."""
    return attempt.due_at is not None and at >= attempt.due_at
