"""A reader's own highlights and notes. Nobody else's can be asked for."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.reading import actions
from courseware.reading.errors import Refused
from courseware.reading.forms import NoteForm
from courseware.reading.models import Course, Module, Note, Section
from courseware.reading.reading_aids import words_of
from courseware.reading.views.modules import shown


@login_required
@require_POST
def add_note(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    """Keeps a highlight or a note. The script gets the section's text anew, a form the way back to the section."""
    open_ones = Section.objects.open_to(request.user).filter(module__slug=module, module__course__slug=slug)
    section = get_object_or_404(open_ones.select_related("module__course"), code=code)
    form = NoteForm(request.POST)
    try:
        if form.is_valid():
            actions.keep_note(section, person=request.user, at=timezone.now(), **form.cleaned_data)
            return text_of(request, section)
    except Refused as refusal:
        form.add_error("text", str(refusal))
    except Note.DoesNotExist:
        raise Http404 from None
    context = {"form": form, "course": section.module.course, "module": section.module, "section": section}
    return render(request, "courseware/reading/note.html", context, status=422)


def text_of(request: HttpRequest, section: Section) -> HttpResponse:
    module = section.module
    if not request.htmx:
        return redirect(f"{address(module)}#{section.anchor}")
    fresh = Section.objects.with_notes(request.user).get(pk=section.pk)
    context = {"course": module.course, "module": module, "section": fresh}
    context["html"] = shown(fresh, words_of(module)).html
    return render(request, "courseware/reading/section_text.html", context)


def address(module: Module) -> str:
    return reverse("reading:module", args=[module.course.slug, module.slug])


@login_required
def note(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One note, to be changed, or removed by the button `remove`; leads back to the list."""
    own = Note.objects.of(request.user).filter(module__course__slug=slug).select_related("module__course", "section")
    found = get_object_or_404(own, code=code)
    form = NoteForm(request.POST if request.method == "POST" else None, initial={"text": found.text})
    if request.method == "POST" and "remove" in request.POST:
        actions.remove_note(found)
        return redirect("reading:notes", slug=slug)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_note(found, text=form.cleaned_data["text"], at=timezone.now())
            return redirect("reading:notes", slug=slug)
        except Refused as refusal:
            form.add_error("text", str(refusal))
    context = {"form": form, "note": found, "course": found.module.course, "module": found.module}
    return render(request, "courseware/reading/note.html", context, status=422 if form.errors else 200)


def own_notes(request: HttpRequest, slug: str) -> tuple[Course, list[tuple[Module, list[Note]]]]:
    """By module, in the order of the course. A course that is closed now still gives back what was written in it."""
    notes = Note.objects.of(request.user).filter(module__course__slug=slug).select_related("module", "section")
    found = Course.objects.visible_to(request.user) | Course.objects.filter(modules__notes__person=request.user)
    course = get_object_or_404(found.distinct(), slug=slug)
    rows = notes.order_by("module__position", "module", "section__position", "created_at")
    return course, [(module, list(own)) for module, own in groupby(rows, key=lambda note: note.module)]


@login_required
@never_cache
def notes(request: HttpRequest, slug: str) -> HttpResponse:
    course, modules = own_notes(request, slug)
    return render(request, "courseware/reading/notes.html", {"course": course, "modules": modules})


@login_required
@never_cache
def notes_export(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as Markdown, to keep."""
    course, modules = own_notes(request, slug)
    text = render_to_string("courseware/reading/notes.md", {"course": course, "modules": modules})
    headers = {"Content-Disposition": f'attachment; filename="{course.slug}-notes.md"'}
    return HttpResponse(text, content_type="text/markdown; charset=utf-8", headers=headers)
