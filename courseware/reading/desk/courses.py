"""A course at the desk: its details, its order, what is shown."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.reading import actions
from courseware.reading.desk.managed import course_of
from courseware.reading.desk.posted import posted
from courseware.reading.errors import Refused
from courseware.reading.forms import CourseForm, MoveForm
from courseware.reading.models import Course, Module
from courseware.reading.reading_aids import families
from courseware.reading.states import Shown

STEPS = {"up": -1, "down": 1}


@login_required
@never_cache
def course(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Course.objects.run_by(request.user).select_related("team", "event"), slug=slug)
    every = found.modules.with_progress(request.user).with_size().select_related("document")
    modules = families(every.prefetch_related("requires"), "", missing=False)
    context = {
        "course": found,
        "modules": modules,
        "drafts": sum(module.state == Shown.DRAFT for module in modules),
        "may_change": Course.objects.managed_by(request.user).filter(pk=found.pk).exists(),
    }
    return render(request, "courseware/reading/desk.html", context)


@login_required
def edit_course(request: HttpRequest, slug: str) -> HttpResponse:
    found = course_of(request, slug)
    form = CourseForm(posted(request), instance=found, person=request.user)
    if request.method == "POST" and form.is_valid():
        actions.correct_course(found, form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("reading:desk", slug=slug)
    context = {"course": found, "form": form}
    return render(request, "courseware/reading/edit_course.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish or take back what the form names (MoveForm)."""
    course = course_of(request, slug)
    form = MoveForm(request.POST, course=course)
    if not form.is_valid():
        raise Http404
    thing, state = form.cleaned_data["module"] or course, form.cleaned_data["state"]
    try:
        if form.cleaned_data["everything"]:
            actions.publish_everything(course, by=request.user, at=timezone.now())
        else:
            actions.move(thing, state, by=request.user, at=timezone.now())
        messages.success(request, words_of(state) % {"title": thing.title})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("reading:desk", slug=slug)


def words_of(state: str) -> str:
    return _("“%(title)s” is published.") if state == Shown.PUBLISHED else _("“%(title)s” is a draft again.")


@login_required
@require_POST
def place(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """The module goes one place `up` or `down` in its course; the way back leads to where it stands then."""
    found = get_object_or_404(Module.objects.managed_by(request.user), course__slug=slug, slug=module)
    if step := STEPS.get(request.POST.get("step", "")):
        number = actions.move_module(found, step, by=request.user, at=timezone.now())
        messages.success(request, _("“%(title)s” is module %(number)s now.") % {"title": found.title, "number": number})
    page = redirect("reading:desk", slug=slug)
    page["Location"] += f"#module-{found.slug}"
    return page
