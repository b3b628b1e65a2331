"""The tags of a course: names, objectives, merging."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courseware.quizzes import actions
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import TagForm
from courseware.quizzes.models import Slot, Tag
from courseware.quizzes.states import Review
from courseware.reading.desk.managed import course_of


@login_required
@never_cache
def tags(request: HttpRequest, slug: str) -> HttpResponse:
    """Posting does one thing to one tag."""
    course = course_of(request, slug)
    form = TagForm(request.POST if request.method == "POST" else None, course=course)
    if request.method == "POST" and form.is_valid() and done(request, form):
        return redirect("quizzes:tags", slug=slug)
    standing = Count("questions", filter=~Q(questions__review=Review.REPLACED))
    approved = Count("questions", filter=Q(questions__review=Review.APPROVED))
    rows = Tag.objects.filter(course=course).annotate(standing=standing, approved=approved, held=Count("questions"))
    rows = rows.annotate(is_drawn=Exists(Slot.objects.filter(tag=OuterRef("pk"))))
    context = {"course": course, "rows": rows, "form": form, "wrong": request.POST.get("tag")}
    return render(request, "courseware/quizzes/tags.html", context, status=422 if form.errors else 200)


def done(request: HttpRequest, form: TagForm) -> bool:
    """False where it was refused; the form then says why."""
    given, by, at = form.cleaned_data, request.user, timezone.now()
    tag, do = given["tag"], given["do"]
    try:
        if do == "rename":
            actions.rename_tag(tag, given["name"], by=by, at=at)
        elif do == "merge":
            actions.merge_tags(tag, given["into"], by=by, at=at)
        elif do == "remove":
            actions.remove_tag(tag, by=by, at=at)
        else:
            actions.set_objective(tag, do == "objective", by=by, at=at)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Saved."))
    return True
