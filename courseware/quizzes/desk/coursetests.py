"""The tests before and after a course, from one blueprint."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courseware.quizzes import actions
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import BlueprintForm
from courseware.quizzes.models import Quiz, Tag
from courseware.quizzes.states import Purpose, Review
from courseware.reading.desk.managed import course_of
from courseware.reading.desk.posted import posted
from courseware.reading.models import Course


@login_required
@never_cache
def tests(request: HttpRequest, slug: str) -> HttpResponse:
    """Posting makes a test (`make`), opens one to trainees (`open`) or withdraws it (`withdraw`)."""
    course = course_of(request, slug)
    of_course = Quiz.objects.of_course(course).select_related("course").with_size()
    found = {quiz.purpose: quiz for quiz in of_course.annotate(tried=Count("attempts"))}
    form = BlueprintForm(posted(request) if request.POST.get("make") == "pre" else None, objectives=objectives(course))
    if request.method == "POST" and changed(request, course, found, form):
        return redirect("quizzes:tests", slug=slug)
    context = {"course": course, "pre": found.get(Purpose.PRE), "post": found.get(Purpose.POST), "form": form}
    context |= {"supply": actions.supply(found[Purpose.PRE]) if Purpose.PRE in found else None}
    return render(request, "courseware/quizzes/tests.html", context, status=422 if form.errors else 200)


def objectives(course: Course) -> list[Tag]:
    """`approved`: how many questions there are to draw from."""
    approved = Count("questions", filter=Q(questions__review=Review.APPROVED))
    return list(Tag.objects.filter(course=course, is_objective=True).annotate(approved=approved))


def changed(request: HttpRequest, course: Course, found: dict[str, Quiz], form: BlueprintForm) -> bool:
    """False where the form says what is wrong with it."""
    given, by, at = request.POST, request.user, timezone.now()
    try:
        if given.get("make") == "pre":
            if not form.is_valid():
                return False
            actions.make_pre_test(course, form.draws(), by=by, at=at)
        elif given.get("make") == "post":
            actions.make_post_test(course, by=by, at=at)
        elif quiz := found.get(given.get("open", "")):
            actions.open_test(quiz, by=by, at=at)
        elif quiz := found.get(given.get("withdraw", "")):
            actions.withdraw_test(quiz, by=by, at=at)
        else:
            return True
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved."))
    return True
