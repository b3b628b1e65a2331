from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.reading import actions
from courseware.reading.models import Course, Module, Progress, Section, SectionRead
from courseware.reading.reading_aids import seconds_to_read, where_to_go_on, with_abbreviations
from courseware.reading.states import Shown
from events.programme.models import Event
from intake.markup import to_html


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it stands on the page: safe HTML, and for how many seconds it has to be on screen to be read."""

    section: Section
    html: SafeString
    seconds: int


def shown(section: Section, module: Module) -> ShownSection:
    html = with_abbreviations(to_html(section.body), module.abbreviations)
    return ShownSection(section, html, seconds_to_read(section.body))


def courses(request: HttpRequest) -> HttpResponse:
    found = Course.objects.visible_to(request.user).filter(state=Shown.PUBLISHED)
    context = {"courses": found.with_size().with_progress(request.user)}
    return render(request, "courseware/reading/courses.html", context)


@never_cache
def course(request: HttpRequest, slug: str) -> HttpResponse:
    course = get_object_or_404(Course.objects.visible_to(request.user).with_size().select_related("event"), slug=slug)
    modules = list(modules_of(request, course))
    place = Progress.objects.of(request.user).filter(module__course=course).select_related("module", "section")
    context = {
        "course": course,
        "modules": modules,
        "is_open": Course.objects.open_to(request.user).filter(pk=course.pk).exists(),
        "go_on": where_to_go_on(modules, place.order_by("-at").first()),
        "sections": sum(module.section_count for module in modules),
        "read": sum(module.read_count for module in modules),
    }
    return render(request, "courseware/reading/course.html", context)


def modules_of(request: HttpRequest, course: Course) -> object:
    return Module.objects.visible_to(request.user).filter(course=course).with_progress(request.user)


@never_cache
def module(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    visible = Module.objects.visible_to(request.user).select_related("course__event")
    found = get_object_or_404(visible, course__slug=slug, slug=module)
    if not Module.objects.open_to(request.user).filter(pk=found.pk).exists():
        return render(request, "courseware/reading/closed.html", {"module": found, "course": found.course}, status=403)
    return render(request, "courseware/reading/module.html", module_page(request, found))


def module_page(request: HttpRequest, module: Module) -> dict[str, object]:
    siblings = list(modules_of(request, module.course))
    number = [each.pk for each in siblings].index(module.pk) + 1
    sections = [shown(section, module) for section in module.sections.with_progress(request.user)]
    return {
        "course": module.course,
        "module": module,
        "number": number,
        "count": len(siblings),
        "next_module": siblings[number] if number < len(siblings) else None,
        "sections": sections,
        "read": sum(each.section.is_read for each in sections),
        "place": Progress.objects.of(request.user).filter(module=module).select_related("section").first(),
    }


@login_required
@require_POST
def section_read(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    """Answers the script with the figures of the module, and a form with the way back to where one was."""
    open_ones = Section.objects.open_to(request.user).filter(module__slug=module, module__course__slug=slug)
    section = get_object_or_404(open_ones.select_related("module"), code=code)
    actions.mark_read(section, person=request.user, at=timezone.now())
    if request.headers.get("Accept") == "application/json":
        read = SectionRead.objects.of(request.user).filter(section__module=section.module_id)
        return JsonResponse({"read": read.count(), "sections": section.module.sections.count()})
    page = redirect("reading:module", slug=slug, module=module)
    page["Location"] += f"#{section.anchor}"
    return page


def for_event(request: HttpRequest, slug: str) -> HttpResponse:
    """The event's courses: a fragment for the page of the event, a page of its own without a script."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    found = Course.objects.visible_to(request.user).filter(event=event, state=Shown.PUBLISHED)
    name = "courseware/reading/for_event.html" + ("#readings" if request.htmx else "")
    return render(request, name, {"event": event, "courses": found.with_size()})
