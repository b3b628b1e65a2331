from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from courseware.quizzes.grading.certainty import bands, certainty_mark
from courseware.quizzes.models import Attempt, Response
from courseware.quizzes.standing import told_of
from courseware.quizzes.states import Behaviour, Reviewed
from courseware.quizzes.views.quizzes import page_of
from courseware.quizzes.views.showing import ShownQuestion


@login_required
@never_cache
def result(request: HttpRequest, slug: str, code: str, attempt: str) -> HttpResponse:
    """The person's own result, as much of it as may be seen now; it stays readable when the course is closed later."""
    own = Attempt.objects.of(request.user).submitted().select_related("quiz__module", "quiz__course")
    found = get_object_or_404(own, code=attempt, quiz__code=code, quiz__course__slug=slug)
    told = told_of(found, timezone.now())
    responses = list(found.responses.in_full())
    questions = [ShownQuestion(response, told, quiz=found.quiz) for response in responses]
    context = page_of(found.quiz) | {"attempt": found, "questions": questions, "told": told}
    if found.quiz.behaviour == Behaviour.CERTAINTY and Reviewed.SCORE in told:
        context |= certainty_of(responses)
    return render(request, "courseware/quizzes/result.html", context)


def certainty_of(responses: list[Response]) -> dict[str, object]:
    """The score by certainty, what could be had at most, and how well each level was judged."""
    rows = [(row.mark / row.max_mark, row.certainty) for row in responses if row.answered_at and row.max_mark]
    score = sum(certainty_mark(fraction, level) for fraction, level in rows)
    return {"certainty_score": float(score), "certainty_most": 3 * len(responses), "bands": bands(rows)}
