"""Taking a course elsewhere, and questions in: the pages of organizers."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from courseware.exchange import actions
from courseware.exchange.actions import FORMATS, WITH_MODULES
from courseware.exchange.errors import Refused
from courseware.exchange.formats.course import Written
from courseware.exchange.forms import FeedForm, ModulesForm, OrderingForm, TakeForm, UploadForm
from courseware.exchange.models import LrsFeed, QuestionUpload
from courseware.exchange.states import SendingState
from courseware.exchange.wording import (
    FORMAT_WORDS,
    faults_in_words,
    left_in_words,
    losses_in_words,
    reason_in_words,
)
from courseware.reading.desk.managed import course_of
from courseware.reading.models import Course

TYPES = {
    "moodle": "application/xml; charset=utf-8",
    "gift": "text/plain; charset=utf-8",
    "aiken": "text/plain; charset=utf-8",
    "scorm": "application/zip",
    "cartridge": "application/zip",
}


@login_required
@never_cache
@require_safe
def exports(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a course can go, and what each way is for."""
    context = {"course": course_of(request, slug), "formats": [(form, FORMAT_WORDS[form]) for form in FORMATS]}
    return render(request, "courseware/exchange/exports.html", context)


def made(request: HttpRequest, course: Course, form: str) -> Written:
    """The file that the address asks for."""
    if form not in FORMATS:
        raise Http404
    chosen = ModulesForm(request.GET, course=course).chosen if form in WITH_MODULES else ()
    ordering = form == "moodle" and OrderingForm(request.GET).chosen
    return actions.written(course, form, modules=chosen, ordering=ordering)


@login_required
@never_cache
@require_safe
def export(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """One format: what the file holds, what it has lost, and what reading it again has shown."""
    course = course_of(request, slug)
    written = made(request, course, form)
    options = {"moodle": OrderingForm(request.GET)} | {
        each: ModulesForm(request.GET, course=course) for each in WITH_MODULES
    }
    context = {
        "course": course,
        "form": form,
        "words": FORMAT_WORDS[form],
        "options": options.get(form),
        "written": written,
        "size": filesizeformat(len(written.data)),
        "losses": losses_in_words(written.losses),
        "faults": faults_in_words(written.faults),
        "is_empty": not (written.questions or written.modules),
    }
    return render(request, "courseware/exchange/export.html", context)


@login_required
@never_cache
@require_safe
def download(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    written = made(request, course_of(request, slug), form)
    headers = {"Content-Disposition": f'attachment; filename="{written.name}"'}
    return HttpResponse(written.data, content_type=TYPES[form], headers=headers)


@login_required
@never_cache
def record(request: HttpRequest, slug: str) -> HttpResponse:
    """The record of learners; posting gives it out, for that stands in the trail."""
    course = course_of(request, slug)
    if request.method == "POST":
        try:
            lines = actions.record_lines(course, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("exchange:record", slug=slug)
        headers = {"Content-Disposition": f'attachment; filename="{course.slug}-xapi.jsonl"'}
        return StreamingHttpResponse(lines, content_type="application/x-ndjson", headers=headers)
    context = {"course": course, "is_ready": bool(settings.XAPI_ACTOR_KEY), "endpoint": settings.XAPI_ENDPOINT}
    return render(request, "courseware/exchange/record.html", context | sending_of(course))


def sending_of(course: Course) -> dict[str, object]:
    feed = LrsFeed.objects.filter(course=course, is_on=True).first()
    if feed is None:
        return {"feed": None, "feed_form": FeedForm()}
    states = feed.statements.values_list("state", flat=True)
    counts = {"sent": 0, "refused": 0, "waiting": 0}
    for state in states:
        counts[state if state in (SendingState.SENT, SendingState.REFUSED) else "waiting"] += 1
    trouble = feed.statements.exclude(error="").order_by("-next_at").first()
    return {"feed": feed, "counts": counts, "trouble": trouble.error if trouble else ""}


@login_required
@require_POST
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin to send the record of a course, or stop it."""
    course, at = course_of(request, slug), timezone.now()
    form = FeedForm(request.POST)
    try:
        if "stop" in request.POST:
            actions.turn_off(course, by=request.user, at=at)
            messages.success(request, _("Nothing more is sent."))
        elif form.is_valid():
            actions.turn_on(course, from_start=form.cleaned_data["from_start"], by=request.user, at=at)
            messages.success(request, _("The record is sent from now on."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("exchange:record", slug=slug)


@login_required
@never_cache
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """A file of questions is looked at first; nothing is taken here."""
    course = course_of(request, slug)
    form = UploadForm(request.POST or None, request.FILES or None, course=course)
    if request.method == "POST" and form.is_valid() and (kept := received(request, course, form)):
        return redirect("exchange:preview", slug=slug, code=kept.code)
    status = 422 if request.method == "POST" else 200
    return render(request, "courseware/exchange/upload.html", {"course": course, "form": form}, status=status)


def received(request: HttpRequest, course: Course, form: UploadForm) -> QuestionUpload | None:
    """None where the file cannot be read at all; the form then says why."""
    file, module = form.cleaned_data["file"], form.cleaned_data["module"]
    try:
        return actions.receive(course, file.name, file.read(), module=module, by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return None


def upload_of(request: HttpRequest, slug: str, code: str) -> QuestionUpload:
    return get_object_or_404(QuestionUpload, course=course_of(request, slug), code=code)


@login_required
@never_cache
def preview(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """What would be taken and what not, and why; posting takes it."""
    upload = upload_of(request, slug, code)
    if request.method == "POST":
        return taken(request, upload)
    found = actions.preview(upload)
    context = {
        "course": upload.course,
        "upload": upload,
        "form": TakeForm(),
        "taken": [(each, left_in_words(each.left)) for each in found.taken],
        "not_taken": [(each, reason_in_words(each.reason)) for each in found.not_taken],
    }
    return render(request, "courseware/exchange/preview.html", context)


def taken(request: HttpRequest, upload: QuestionUpload) -> HttpResponse:
    form = TakeForm(request.POST)
    approve = form.is_valid() and form.cleaned_data["approve"]
    try:
        count = len(actions.take(upload, approve=approve, by=request.user, at=timezone.now()))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("exchange:upload", slug=upload.course.slug)
    words = ngettext("%(count)s question was taken in.", "%(count)s questions were taken in.", count)
    messages.success(request, words % {"count": count})
    return redirect("reading:desk", slug=upload.course.slug)


@login_required
@require_POST
def discard(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    actions.discard(upload_of(request, slug, code))
    messages.success(request, _("Nothing was taken; the file is gone."))
    return redirect("exchange:upload", slug=slug)
