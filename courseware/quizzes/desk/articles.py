"""Files of articles become courses."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from courseware.quizzes import actions
from courseware.quizzes.actions import DraftedCourse
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import UploadForm
from courseware.quizzes.wording import sentence
from courseware.reading.desk.managed import course_of
from courseware.reading.desk.posted import posted
from courseware.reading.errors import AlreadyInCourse
from courseware.reading.models import Course
from intake.errors import Refused as FileRefused
from intake.forms import contents
from intake.models import SourceDocument
from intake.wording import sentence as words_for_file


@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """A page of articles becomes a draft course, or more modules of one."""
    wished = {"course": request.GET.get("course")}
    form = UploadForm(posted(request), request.FILES or None, person=request.user, initial=wished)
    if not form.fields["team"].queryset.exists():
        raise Http404
    if request.method == "POST" and form.is_valid() and (course := draft(request, form)):
        waits = SourceDocument.objects.filter(purpose=actions.purpose_of(course)).exists()
        return redirect("quizzes:files" if waits else "reading:desk", slug=course.slug)
    return render(request, "courseware/quizzes/upload.html", {"form": form}, status=422 if form.errors else 200)


def draft(request: HttpRequest, form: UploadForm) -> Course | None:
    """One course with the modules of all files that were fine. None where none was; the form then says why."""
    given = form.cleaned_data
    course, drafted, refusals = given["course"], [], []
    for file in given["file"]:
        try:
            drafted.append(hand_in(request, file, course, given))
            course = drafted[-1].course
        except Refused as refusal:
            refusals.append(f"{file.name}: {refusal}")
        except FileRefused as refusal:
            refusals.append(f"{file.name}: {words_for_file(refusal.code, refusal.values)}")
    if not drafted:
        form.add_error("file", refusals)
        return None
    messages.success(request, _("Drafted. Please read and correct it before you publish."))
    for words in refusals:
        messages.error(request, words)
    if remarks := [sentence(remark) for one in drafted for remark in one.remarks]:
        messages.warning(request, " ".join(remarks))
    return course


def hand_in(request: HttpRequest, file: UploadedFile, course: Course | None, given: dict[str, Any]) -> DraftedCourse:
    team, at = course.team if course else given["team"], timezone.now()
    return actions.hand_in_articles(
        file.name, contents(file), team=team, course=course, title=given["title"], by=request.user, at=at
    )


WORDS_FOR_FILE = {
    "no_article": gettext_lazy("No article was found in this file."),
    "in_course_already": AlreadyInCourse.message,
    "not_drafted": gettext_lazy("The file was read, but no module could be made of it. Please tell support."),
}


@login_required
@never_cache
def files(request: HttpRequest, slug: str) -> HttpResponse:
    """How far the reading of long files is. The page asks again by itself until all are modules, or refused."""
    course = course_of(request, slug)
    sources = SourceDocument.objects.filter(purpose=actions.purpose_of(course)).without_bytes()
    rows = [(source, reason_of(source)) for source in sources.order_by("taken_in_at", "pk")]
    context = {"course": course, "rows": rows, "reading": any(not source.is_refused for source, _reason in rows)}
    whole = "courseware/quizzes/files.html"
    return render(request, f"{whole}#files" if request.htmx else whole, context)


def reason_of(source: SourceDocument) -> str:
    """Why nothing came of a file; empty while it is read."""
    if not source.is_refused:
        return ""
    code, values = source.refusal
    return str(WORDS_FOR_FILE.get(code) or words_for_file(code, values))
