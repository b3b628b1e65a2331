from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.actions import DraftedCourse, QuestionText
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import ChoiceForms, QuestionForm, QuizForm, UploadForm, choice_forms, question_text
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.states import Review
from courseware.quizzes.wording import sentence
from courseware.reading.desk import posted
from courseware.reading.models import Module
from courseware.reading.reading_aids import with_passage
from intake.errors import Refused as FileRefused
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
    if request.method == "POST" and form.is_valid() and (drafted := draft(request, form)):
        messages.success(request, _("Drafted. Please read and correct it before you publish."))
        for remark in drafted.remarks:
            messages.warning(request, sentence(remark))
        return redirect("reading:desk", slug=drafted.course.slug)
    return render(request, "courseware/quizzes/upload.html", {"form": form}, status=422 if form.errors else 200)


def draft(request: HttpRequest, form: UploadForm) -> DraftedCourse | None:
    """None where the file is refused; the form then says why."""
    given = form.cleaned_data
    course, file, at = given["course"], given["file"], timezone.now()
    team = course.team if course else given["team"]
    try:
        return actions.draft_course_from_file(
            file.name, file.read(), team=team, course=course, title=given["title"], by=request.user, at=at
        )
    except Refused as refusal:
        form.add_error("file", str(refusal))
    except FileRefused as refusal:
        form.add_error("file", words_for_file(refusal.code, refusal.values))
    return None


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
    """The question to look at is the one asked for by its code, else the first that waits for review."""
    rows = list(module.questions.exclude(review=Review.REPLACED).select_related("section").prefetch_related("choices"))
    waiting = [row for row in rows if row.review == Review.DRAFTED]
    current = next((row for row in rows if str(row.code) == code), waiting[0] if waiting else None)
    return {
        "course": module.course,
        "module": module,
        "current": current,
        "section": with_passage(current.section.body, current.passage) if current and current.section else "",
        "waiting": waiting,
        "approved": [row for row in rows if row.review == Review.APPROVED],
        "rejected": [row for row in rows if row.review == Review.REJECTED],
    }


@login_required
@require_POST
def review(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    mine = module_of(request, slug, module).questions.exclude(review=Review.REPLACED)
    question = get_object_or_404(mine.select_related("module"), code=code)
    verdict = request.POST.get("verdict")
    if verdict in WORDS_FOR:
        actions.review(question, verdict, by=request.user, at=timezone.now())
        messages.success(request, WORDS_FOR[verdict])
    return redirect("quizzes:questions", slug=slug, module=module)


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
    """The button `more` adds an answer and saves nothing; `approve` approves what is saved."""
    data, more = posted(request), "more" in request.POST
    form = QuestionForm(data, instance=question, module=module)
    choices = choice_forms(question, data, more=more)
    if request.method == "POST" and not more and saved(request, module, question, form, choices):
        return redirect("quizzes:questions", slug=module.course.slug, module=module.slug)
    context = {"course": module.course, "module": module, "question": question, "form": form, "choices": choices}
    wrong = request.method == "POST" and not more
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
