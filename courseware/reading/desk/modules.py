"""The text of a module at the desk, beside its source, and when it is complete."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from courseware.reading import actions
from courseware.reading.desk.managed import original_of
from courseware.reading.desk.posted import posted
from courseware.reading.errors import Refused
from courseware.reading.forms import ModuleForm, RuleForm, SectionForms, module_text, section_forms
from courseware.reading.models import Module
from courseware.reading.reading_aids import readability_of
from courseware.reading.wording import reading_ease
from intake.models import SourceBlock
from intake.wording import sentence

# Around the text of a module: its title, its date, what the drafting code left out at its edges.
BLOCKS_AROUND = 6


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


@login_required
@never_cache
def rule(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """When a module is complete, and what comes before it. A language version has the rule of its original."""
    found = original_of(request, slug, module)
    form = RuleForm(posted(request), module=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_rule(found, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect("reading:desk", slug=slug)
        except Refused as refusal:
            form.add_error("requires", str(refusal))
    context = {"course": found.course, "module": found, "form": form}
    return render(request, "courseware/reading/rule.html", context, status=422 if form.errors else 200)
