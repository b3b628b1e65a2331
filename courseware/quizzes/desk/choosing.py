"""Questions of the bank for a quiz: found, ticked, added."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from courseware.quizzes import actions
from courseware.quizzes.desk.bank import ON_A_PAGE, filter_of, in_order
from courseware.quizzes.desk.quizzes import managed
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import ChoosingForm, ChosenForm
from courseware.quizzes.models import Question, Quiz
from courseware.reading.desk.posted import posted

MOST_CARRIED = 100


@login_required
@never_cache
def choose(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Posting adds what is ticked, and leads back to the list as it was filtered."""
    quiz = managed(request, slug, code)
    if quiz.blueprint_id:
        return redirect("quizzes:slots", slug=slug, code=code)
    form = ChosenForm(posted(request), free=free(quiz))
    page = f"{reverse('quizzes:choose', args=[slug, code])}?{query_of(request)}"
    if request.method == "POST" and form.is_valid() and added(request, quiz, form):
        return redirect(page)
    asks_all = bool(quiz.module_id) and not quiz.slots.exists()
    context = {"quiz": quiz, "course": quiz.course, "form": form, "here": page, "asks_all": asks_all}
    is_part = request.htmx and not request.htmx.history_restore_request
    whole = "courseware/quizzes/choose.html"
    status = 422 if form.errors else 200
    return render(request, f"{whole}#found" if is_part else whole, context | list_of(request, quiz), status=status)


def free(quiz: Quiz) -> QuerySet[Question]:
    """Approved questions of the course that the quiz does not ask by name yet."""
    held = quiz.slots.exclude(question=None).values("question")
    return in_order(Question.objects.approved().filter(course=quiz.course_id).exclude(pk__in=held))


def list_of(request: HttpRequest, quiz: Quiz) -> dict[str, object]:
    """A page of what was looked for. What was ticked on another page is `carried` along."""
    find = filter_of(request, quiz.course, ChoosingForm)
    page = Paginator(find.found(free(quiz)).distinct(), ON_A_PAGE).get_page(request.GET.get("page"))
    ticked = codes(request)
    others = set(ticked) - {question.code for question in page}
    carried = free(quiz).filter(code__in=others) if others else []
    return {"find": find, "page": page, "ticked": ticked, "carried": carried, "is_filtered": find.is_filtered}


def codes(request: HttpRequest) -> list[UUID]:
    """Of the questions that are ticked; what is no code is left aside."""
    found = []
    for text in (request.POST if request.method == "POST" else request.GET).getlist("questions")[:MOST_CARRIED]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def query_of(request: HttpRequest) -> str:
    """The filter and the page, without the ticks."""
    query = request.GET.copy()
    query.pop("questions", None)
    return query.urlencode()


def added(request: HttpRequest, quiz: Quiz, form: ChosenForm) -> bool:
    try:
        count = len(actions.add_slots(quiz, form.slots, by=request.user, at=timezone.now()))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    words = ngettext("%(n)s question added.", "%(n)s questions added.", count)
    messages.success(request, words % {"n": count})
    return True
