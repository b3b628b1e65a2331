"""The list of courses, a course, its glossary, and what an event has to read."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from courseware.reading.models import Course, Module, Progress
from courseware.reading.reading_aids import Word, families, where_to_go_on, words_of
from courseware.reading.states import Shown
from events.programme.models import Event


def courses(request: HttpRequest) -> HttpResponse:
    found = Course.objects.visible_to(request.user).filter(state=Shown.PUBLISHED)
    context = {"courses": found.with_size().with_progress(request.user)}
    return render(request, "courseware/reading/courses.html", context)


@never_cache
def course(request: HttpRequest, slug: str) -> HttpResponse:
    course = get_object_or_404(Course.objects.visible_to(request.user).with_size().select_related("event"), slug=slug)
    modules = entries_of(request, course)
    place = Progress.objects.of(request.user).filter(module__course=course).select_related("module", "section__module")
    context = {
        "course": course,
        "modules": modules,
        "is_open": Course.objects.open_to(request.user).filter(pk=course.pk).exists(),
        "go_on": where_to_go_on(modules, place.order_by("-at").first()),
        "sections": sum(module.section_count for module in modules),
        "read": sum(module.read_count for module in modules),
        "minutes": sum(min(module.seconds // 60, module.minutes_expected) for module in modules),
        "expected": sum(module.minutes_expected for module in modules),
    }
    return render(request, "courseware/reading/course.html", context)


def entries_of(request: HttpRequest, course: Course) -> list[Module]:
    """The modules of the course, each once, with the person's progress and what is missing to open it. Two queries."""
    visible = Module.objects.visible_to(request.user).filter(course=course).with_progress(request.user)
    first = Prefetch("requires", Module.objects.only("pk"))
    return families(visible.prefetch_related(first), get_language())


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a course: what the modules say of it, each explanation with the modules that give it."""

    term: str
    meanings: list[tuple[Word, list[Module]]]


@never_cache
def glossary(request: HttpRequest, slug: str) -> HttpResponse:
    """The words of the modules that the person may read."""
    course = get_object_or_404(Course.objects.visible_to(request.user).select_related("event"), slug=slug)
    if not Course.objects.open_to(request.user).filter(pk=course.pk).exists():
        return render(request, "courseware/reading/glossary.html", {"course": course}, status=403)
    readable = Module.objects.open_to(request.user).filter(course=course).with_progress(request.user)
    heads = families(readable, get_language(), missing=False)
    context = {"course": course, "is_open": True, "entries": entries_in([head.shown for head in heads])}
    return render(request, "courseware/reading/glossary.html", context)


def entries_in(modules: list[Module]) -> list[Entry]:
    """In the order of the alphabet, capitals or not."""
    found = [(word, module) for module in modules for word in words_of(module)]
    found.sort(key=lambda pair: (pair[0].term.casefold(), pair[0].meaning))
    entries = []
    for _term, same in groupby(found, key=lambda pair: pair[0].term.casefold()):
        meanings: dict[str, tuple[Word, list[Module]]] = {}
        for word, module in same:
            meanings.setdefault(word.meaning, (word, []))[1].append(module)
        entries.append(Entry(next(iter(meanings.values()))[0].term, list(meanings.values())))
    return entries


def for_event(request: HttpRequest, slug: str) -> HttpResponse:
    """The event's courses: a fragment for the page of the event, a page of its own without a script."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    found = Course.objects.visible_to(request.user).filter(event=event, state=Shown.PUBLISHED)
    name = "courseware/reading/for_event.html" + ("#readings" if request.htmx else "")
    return render(request, name, {"event": event, "courses": found.with_size()})
