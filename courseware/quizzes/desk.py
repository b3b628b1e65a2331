from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.actions import DraftedCourse, QuestionText
from courseware.quizzes.asking import lost_passages, suggestions_for
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import (
    ChoiceForms,
    QuestionForm,
    QuizForm,
    UploadForm,
    choice_forms,
    question_text,
    taken_from,
)
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.states import Reason, Review
from courseware.quizzes.wording import TYPES, beginning, findings_on, sentence
from courseware.reading.desk import posted
from courseware.reading.errors import AlreadyInCourse
from courseware.reading.models import Course, Module
from courseware.reading.reading_aids import with_passage
from intake.errors import Refused as FileRefused
from intake.forms import contents
from intake.models import SourceDocument
from intake.wording import sentence as words_for_file

WORDS_FOR = {
    Review.APPROVED: gettext_lazy("Approved."),
    Review.REJECTED: gettext_lazy("Rejected."),
    Review.DRAFTED: gettext_lazy("To be reviewed again."),
}


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
    course = get_object_or_404(Course.objects.managed_by(request.user), slug=slug)
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


def module_of(request: HttpRequest, slug: str, module: str) -> Module:
    mine = Module.objects.managed_by(request.user).select_related("course")
    return get_object_or_404(mine, course__slug=slug, slug=module)


@login_required
@never_cache
def questions(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """The questions of a module: one under review beside its passage, the others in lists. Posting sets up the quiz."""
    found = module_of(request, slug, module)
    quiz = Quiz.objects.filter(module=found).first() or Quiz(module=found)
    form = QuizForm(posted(request), instance=quiz)
    if request.method == "POST" and form.is_valid():
        actions.set_up_quiz(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("quizzes:questions", slug=slug, module=module)
    context = review_page(found, request.GET.get("question", "")) | {"form": form}
    return render(request, "courseware/quizzes/questions.html", context, status=422 if form.errors else 200)


def review_page(module: Module, code: str) -> dict[str, object]:
    """The question to look at is the one asked for by its code, else the first that waits for review.

    An approved question whose passage the text has just lost waits too, though its row is not put back yet.
    """
    rows = list(module.questions.exclude(review=Review.REPLACED).select_related("section").prefetch_related("choices"))
    lost = lost_passages(module, rows)
    groups = {
        name: [row for row in rows if row.review == name and row not in lost] for name in ("approved", "rejected")
    }
    waiting = [row for row in rows if row.review == Review.DRAFTED or (row.review == Review.APPROVED and row in lost)]
    current = next((row for row in rows if str(row.code) == code), waiting[0] if waiting else None)
    listed = [*waiting, *(row for row in rows if row.review == Review.REJECTED or row in groups["approved"])]
    return {"course": module.course, "module": module, "waiting": waiting, **groups} | bench(current, listed, lost)


def bench(current: Question | None, listed: list[Question], lost: list[Question]) -> dict[str, object]:
    """What is shown about the question under review. `listed` are all, in the order of the page."""
    if current is None:
        return {"current": None}
    at = listed.index(current) if current in listed else 0
    return {
        "current": current,
        "section": section_of(current),
        "is_lost": current in lost,
        "findings": findings_on(current),
        "type": TYPES.get(current.type, ""),
        "reasons": Reason.choices,
        "previous": listed[at - 1] if at else None,
        "next": listed[at + 1] if at + 1 < len(listed) else None,
    }


def section_of(question: Question | None) -> str:
    """The text that a question rests on, with its passage marked; empty where it names no section."""
    section = question.section if question else None
    return with_passage(section.body, question.passage) if section else ""


@login_required
@require_POST
def review(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    mine = module_of(request, slug, module).questions.exclude(review=Review.REPLACED)
    question = get_object_or_404(mine.select_related("module__course"), code=code)
    verdict = request.POST.get("verdict")
    if verdict in WORDS_FOR:
        reason = request.POST.get("reason", "")
        actions.review(question, verdict, by=request.user, at=timezone.now(), reason=reason)
        messages.success(request, WORDS_FOR[verdict])
    return on_to_next(question)


def on_to_next(question: Question) -> HttpResponse:
    """To the next question that waits, so that nobody is led back to one that was passed over."""
    page, module = (
        reverse("quizzes:questions", args=[question.module.course.slug, question.module.slug]),
        question.module,
    )
    later = module.questions.to_review().filter(position__gt=question.position).first()
    return redirect(f"{page}?question={later.code}" if later else page)


@login_required
@never_cache
def add_question(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    return question_form(request, module_of(request, slug, module), None)


@login_required
@never_cache
def edit_question(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    """What is posted about a question replaced meanwhile still finds it: the refusal then keeps what was typed."""
    found = module_of(request, slug, module)
    gone = [] if request.method == "POST" else [Review.REPLACED]
    return question_form(request, found, get_object_or_404(found.questions.exclude(review__in=gone), code=code))


def question_form(request: HttpRequest, module: Module, question: Question | None) -> HttpResponse:
    """The buttons `more` and `take` add an answer and save nothing; `approve` approves what is saved."""
    template = request.GET.get("template", "")
    offered, data = suggestions_for(module, template), posted(request)
    taken = taken_from(offered, request.POST.get("take"))
    more = "more" in request.POST or "take" in request.POST
    begun = beginning(template, module.language) | (data.dict() if more else {})
    form = QuestionForm(None if more else data, instance=question, module=module, initial=begun)
    choices = choice_forms(question, data, more=more, taken=taken)
    if request.method == "POST" and not more and saved(request, module, question, form, choices):
        return redirect("quizzes:questions", slug=module.course.slug, module=module.slug)
    context = {"course": module.course, "module": module, "question": question, "form": form, "choices": choices}
    wrong = request.method == "POST" and not more
    context |= {"template": template, "offered": offered, "answers": choices.typed(), "wrong": wrong}
    context |= {"section": section_of(question), "is_lost": bool(question and lost_passages(module, [question]))}
    return render(request, "courseware/quizzes/edit_question.html", context, status=422 if wrong else 200)


def saved(
    request: HttpRequest, module: Module, question: Question | None, form: QuestionForm, choices: ChoiceForms
) -> bool:
    """False where something is wrong; the forms then say what, with everything that was typed."""
    if not (form.is_valid() and choices.is_valid()):
        return False
    try:
        save_question(request, module, question, question_text(form, choices))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def save_question(request: HttpRequest, module: Module, question: Question | None, text: QuestionText) -> None:
    at = timezone.now()
    if question is None:
        actions.add_question(module, text, by=request.user, at=at)
        messages.success(request, _("Added; trainees get it from the next try on."))
        return
    standing = actions.correct_question(question, text, by=request.user, at=at)
    if "approve" in request.POST:
        actions.review(standing, Review.APPROVED, by=request.user, at=at)
    messages.success(request, _("Saved."))
