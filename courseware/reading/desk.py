from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.reading import actions
from courseware.reading.errors import Refused
from courseware.reading.forms import CourseForm, ModuleForm, MoveForm, SectionForms, module_text, section_forms
from courseware.reading.models import Course, Module
from courseware.reading.reading_aids import readability_of
from courseware.reading.states import Shown
from courseware.reading.wording import reading_ease
from intake.models import SourceBlock
from intake.wording import sentence

# Around the text of a module: its title, its date, what the drafting code left out at its edges.
BLOCKS_AROUND = 6
STEPS = {"up": -1, "down": 1}


def posted(request: HttpRequest) -> QueryDict | None:
    """None where nothing was posted; an empty post is a post."""
    return request.POST if request.method == "POST" else None


@login_required
@never_cache
def course(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Course.objects.run_by(request.user).select_related("team", "event"), slug=slug)
    modules = list(found.modules.with_progress(request.user).select_related("document"))
    context = {
        "course": found,
        "modules": modules,
        "drafts": sum(module.state == Shown.DRAFT for module in modules),
        "may_change": Course.objects.managed_by(request.user).filter(pk=found.pk).exists(),
    }
    return render(request, "courseware/reading/desk.html", context)


@login_required
def edit_course(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Course.objects.managed_by(request.user), slug=slug)
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
    course = get_object_or_404(Course.objects.managed_by(request.user), slug=slug)
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


@login_required
@never_cache
def edit_module(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """A module beside the passages it was drafted from; the button `more` adds a section and saves nothing."""
    mine = Module.objects.managed_by(request.user).select_related("course", "document")
    found = get_object_or_404(mine, course__slug=slug, slug=module)
    data, more = posted(request), "more" in request.POST
    form, sections = ModuleForm(data, instance=found), section_forms(found, data, more=more)
    if request.method == "POST" and not more and saved(request, found, form, sections):
        messages.success(request, _("Saved."))
        return redirect("reading:edit_module", slug=slug, module=module)
    blocks = source_of(found)
    context = {"course": found.course, "module": found, "form": form, "sections": sections}
    context |= {"blocks": blocks, "remarks": remarks_on(found, blocks), "checks": checks_of(found)}
    wrong = request.method == "POST" and not more
    return render(request, "courseware/reading/edit_module.html", context, status=422 if wrong else 200)


def checks_of(module: Module) -> dict[str, object]:
    """What is worth a look before publishing: how hard the text is, and what we added to it from our own lists."""
    ease = readability_of(module)
    return {
        "ease": ease,
        "ease_words": reading_ease(ease.level) if ease else "",
        "bodies": [each for each in module.abbreviations if not each.get("stated", True)],
        "drafted_from": [each for each in module.objectives if each.get("evidence")],
    }


def saved(request: HttpRequest, module: Module, form: ModuleForm, sections: SectionForms) -> bool:
    """False where something is wrong; the forms then say what, with everything that was typed."""
    if not (form.is_valid() and sections.is_valid()):
        return False
    text, seen = module_text(form, sections), form.cleaned_data["seen"]
    try:
        actions.correct_module(module, text, by=request.user, at=timezone.now(), seen=seen)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def source_of(module: Module) -> list[SourceBlock]:
    """The numbered passages of the file around the module's text; those that went into the module carry `used`."""
    sections = module.sections.values_list("heading", "blocks")
    used = {n for _heading, blocks in sections for n in blocks}
    if module.document_id is None or not used:
        return []
    titles = {module.title, *module.captions, *(heading for heading, _blocks in sections)}
    span = (min(used) - BLOCKS_AROUND, max(used) + BLOCKS_AROUND)
    blocks = list(SourceBlock.objects.filter(document=module.document_id, n__range=span))
    for block in blocks:
        block.used = block.n in used or block.text in titles or bool(module.source and module.source in block.text)
    return blocks


def remarks_on(module: Module, blocks: list[SourceBlock]) -> list[str]:
    """What the reader mended in the passages shown, in words; a remark that names no passage is about all of them."""
    if not blocks:
        return []
    shown = {None, *(block.n for block in blocks)}
    return [sentence(code, values) for code, values in module.document.warnings if values.get("block") in shown]
