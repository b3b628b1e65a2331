"""A module on screen, for the printer, and as a PDF."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courseware.reading.models import Course, Module, Section
from courseware.reading.paper import Paper, PaperSection, PaperWord, typeset
from courseware.reading.reading_aids import Word, families, seconds_to_read, with_highlights, with_words, words_of
from intake.markup import to_html


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it stands on the page: safe HTML, and for how many seconds it has to be on screen to be read."""

    section: Section
    html: SafeString
    seconds: int


def shown(section: Section, waiting: list[Word]) -> ShownSection:
    """With the reader's own highlights, and the first of each of the `waiting` words explained."""
    html = with_words(with_highlights(to_html(section.body), section.own_notes), waiting)
    return ShownSection(section, html, seconds_to_read(section.body))


@never_cache
def module(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    found, heads = module_or_404(request, slug, module)
    if not found.is_open:
        return closed(request, found)
    return render(request, "courseware/reading/module.html", module_page(request, found, heads))


def module_or_404(request: HttpRequest, slug: str, module: str) -> tuple[Module, list[Module]]:
    """The module, and the originals of its course as `families` has them, in one query."""
    visible = Module.objects.visible_to(request.user).filter(course__slug=slug).select_related("course__event")
    modules = list(visible.with_progress(request.user).with_access(request.user))
    heads = families(modules, get_language(), missing=False)
    for each in modules:
        if each.slug == module:
            return each, heads
    raise Http404


def closed(request: HttpRequest, module: Module) -> HttpResponse:
    """Why the module cannot be read, and what to do; where others come first, which of them."""
    first = Prefetch("requires", Module.objects.only("pk"))
    modules = list(Module.objects.visible_to(request.user).filter(course=module.course).with_progress(request.user))
    prefetch_related_objects(modules, first)
    head = next(each for each in families(modules, get_language()) if each.pk == (module.original_id or module.pk))
    is_in = Course.objects.open_to(request.user).filter(pk=module.course_id).exists()
    context = {"module": module, "course": module.course, "missing": head.missing if is_in else []}
    return render(request, "courseware/reading/closed.html", context, status=403)


def module_page(request: HttpRequest, module: Module, heads: list[Module]) -> dict[str, object]:
    number = [each.pk for each in heads].index(module.original_id or module.pk)
    own, elsewhere = sections_of(request, module)
    words = words_of(module)
    waiting = list(words)
    return {
        "course": module.course,
        "module": module,
        "original": heads[number],
        "languages": [each for each in family_of(heads[number]) if each is not module],
        "number": number + 1,
        "count": len(heads),
        "previous_module": heads[number - 1].shown if number else None,
        "next_module": heads[number + 1].shown if number + 1 < len(heads) else None,
        "sections": [shown(section, waiting) for section in own],
        "elsewhere": elsewhere,
        "words": words,
        "place": next((section for section in own if section.code == module.place), None),
    }


def family_of(head: Module) -> list[Module]:
    return [head.shown, *head.others]


def sections_of(request: HttpRequest, module: Module) -> tuple[list[Section], list[Section]]:
    """Its own sections, with progress and notes, and those that it does not have in its language. Two queries."""
    family = Section.objects.filter(Q(module=module) | Q(module=module.original_id))
    sections = list(family.with_progress(request.user).with_notes(request.user))
    own = [section for section in sections if section.module_id == module.pk]
    here = {section.original_id for section in own}
    return own, [section for section in sections if section.module_id != module.pk and section.pk not in here]


@never_cache
def print_view(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """Everything on one plain page, without what only a screen can use."""
    found, _heads = module_or_404(request, slug, module)
    if not found.is_open:
        return closed(request, found)
    context = {"module": found, "course": found.course, "words": words_of(found)}
    context["sections"] = [(section, to_html(section.body)) for section in found.sections.all()]
    return render(request, "courseware/reading/print.html", context)


@never_cache
def pdf(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    found, _heads = module_or_404(request, slug, module)
    if not found.is_open:
        return closed(request, found)
    headers = {"Content-Disposition": f'inline; filename="{found.slug}.pdf"'}
    return HttpResponse(typeset(paper_of(found)), content_type="application/pdf", headers=headers)


def paper_of(module: Module) -> Paper:
    published = formats.date_format(module.published_on, "j E Y") if module.published_on else ""
    sections = [PaperSection(section.heading, to_html(section.body)) for section in module.sections.all()]
    return Paper(
        title=module.title,
        course=module.course.title,
        language=module.language,
        byline=" · ".join(filter(None, [module.author, published, module.publisher])),
        source=module.source,
        author=[module.author] if module.author else [],
        objectives=[each["text"] for each in module.objectives],
        sections=sections,
        captions=module.captions,
        glossary=[PaperWord(word.term, word.meaning) for word in words_of(module)],
        words=words_on_paper(),
        words_language=get_language(),
    )


def words_on_paper() -> dict[str, str]:
    return {
        "objectives": _("After reading you can"),
        "captions": _("Pictures in the original"),
        "glossary": _("Words used here"),
        "source": _("Source"),
        "page": _("Page {n} of {all}"),
        "boxes": _("Some letters of this text are in none of our fonts and stand here as boxes; the site shows them."),
    }
