"""Language versions at the desk: a new one, and one beside its original."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.reading import actions
from courseware.reading.desk.managed import original_of
from courseware.reading.desk.posted import posted
from courseware.reading.errors import Refused
from courseware.reading.forms import BesideForm, VersionForm
from courseware.reading.models import Module
from intake.forms import small_int


@login_required
def add_version(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    found = original_of(request, slug, module)
    form = VersionForm(posted(request), module=found)
    if request.method == "POST" and form.is_valid():
        try:
            version = actions.add_version(found, **form.cleaned_data, by=request.user, at=timezone.now())
            return redirect("reading:beside", slug=slug, module=version.slug)
        except Refused as refusal:
            form.add_error("language", str(refusal))
    context = {"course": found.course, "module": found, "form": form}
    return render(request, "courseware/reading/add_version.html", context, status=422 if form.errors else 200)


def version_or_404(request: HttpRequest, slug: str, module: str) -> Module:
    mine = Module.objects.managed_by(request.user).exclude(original=None).select_related("course", "original")
    return get_object_or_404(mine, course__slug=slug, slug=module)


@login_required
@never_cache
def beside(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """A language version beside its original, section by section."""
    version = version_or_404(request, slug, module)
    form = BesideForm(posted(request), version=version, sections=list(version.original.sections.all()))
    if request.method == "POST" and form.is_valid() and saved(request, version, form):
        messages.success(request, _("Saved."))
        return redirect("reading:beside", slug=slug, module=module)
    context = {"course": version.course, "module": version, "original": version.original, "form": form}
    return render(request, "courseware/reading/beside.html", context, status=422 if form.errors else 200)


def saved(request: HttpRequest, version: Module, form: BesideForm) -> bool:
    seen = form.cleaned_data["seen"]
    try:
        actions.correct_module(version, form.module_text(), by=request.user, at=timezone.now(), seen=seen)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@login_required
@require_POST
def up_to_date(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """The version says what the original says in the revision that was `seen`."""
    version = version_or_404(request, slug, module)
    seen = small_int(request.POST.get("seen", ""))
    if seen is not None:
        actions.confirm_version(version, seen=seen, by=request.user, at=timezone.now())
        messages.success(request, _("Noted: this version says what the original says."))
    return redirect("reading:beside", slug=slug, module=module)
