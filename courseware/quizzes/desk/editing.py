"""The form of a question, of any kind: on the bench of a module, and in the bank of the course."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from courseware.quizzes import actions
from courseware.quizzes.actions import QuestionText
from courseware.quizzes.actions.picking import order_of
from courseware.quizzes.asking import lost_passages, suggestions_for
from courseware.quizzes.drafting.suggestions import Suggestion
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import (
    ChoiceForms,
    KindForm,
    QuestionForm,
    changed,
    choice_forms,
    question_text,
    taken_from,
)
from courseware.quizzes.models import Question, Quiz, Response, Tag
from courseware.quizzes.states import Kind, Review
from courseware.quizzes.views.showing import ShownQuestion
from courseware.quizzes.wording import KINDS, beginning
from courseware.reading.desk.posted import posted
from courseware.reading.models import Course, Module
from courseware.reading.reading_aids import with_passage

# Buttons that change the form and save nothing.
QUIET = ("more", "take", "up", "down")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is edited: its course, its module if it has one, and the page that one comes back to."""

    course: Course
    module: Module | None
    back: str


@dataclass(slots=True)
class Editor:
    form: QuestionForm
    lines: ChoiceForms
    kind: str
    template: str = ""
    offered: list[Suggestion] = field(default_factory=list)


def editable(request: HttpRequest, questions: Any, code: str) -> Question:
    """What is posted about a question replaced meanwhile still finds it: the refusal then keeps what was typed."""
    gone = [] if request.method == "POST" else [Review.REPLACED]
    return get_object_or_404(questions.exclude(review__in=gone).select_related("module", "course"), code=code)


def question_form(request: HttpRequest, place: Place, question: Question | None) -> HttpResponse:
    """First the kind, where nothing says it; then the form. `approve` approves what is saved; `preview` only shows."""
    editor = opened(request, place, question)
    if editor is None:
        return choose_kind(request, place)
    quiet = any(name in request.POST for name in QUIET)
    sent = request.method == "POST" and not quiet
    if sent and "preview" not in request.POST and saved(request, place, question, editor):
        return redirect(place.back)
    shown = preview(editor, question, typed=sent)
    wrong = sent and shown is None
    context = {"place": place, "course": place.course, "module": place.module, "question": question, "wrong": wrong}
    context |= {"form": editor.form, "choices": editor.lines, "kind": editor.kind, "help": KINDS.get(editor.kind)}
    context |= {"template": editor.template, "offered": editor.offered, "answers": editor.lines.typed()}
    context |= {"shown": shown, "tags": Tag.objects.filter(course=place.course)} | standing_of(question)
    return render(request, "courseware/quizzes/edit_question.html", context, status=422 if wrong else 200)


def opened(request: HttpRequest, place: Place, question: Question | None) -> Editor | None:
    """The form as it stands; None where the kind is to be chosen first."""
    template, data = request.GET.get("template", "") if place.module else "", posted(request)
    kind = kind_of(request, question, template)
    if not kind:
        return None
    offered = suggestions_for(place.module, template) if template else []
    quiet = any(name in request.POST for name in QUIET)
    begun = beginning(template, place.module.language) if place.module else {}
    if quiet:
        data = changed(data, taken_from(offered, request.POST.get("take")))
        begun |= data.dict()
    given = {"course": place.course, "module": place.module, "kind": kind, "instance": question}
    form = QuestionForm(None if quiet else data, **given, initial={"kind": kind} | begun)
    lines = choice_forms(kind, question, data, begun=true_and_false(kind, place.module))
    return Editor(form, lines, kind, template, offered)


def kind_of(request: HttpRequest, question: Question | None, template: str) -> str:
    """The questions that a template begins have one right answer."""
    if request.method == "POST":
        return request.POST.get("kind", "") or Kind.SINGLE
    if question:
        return question.kind
    wished = request.GET.get("kind", "")
    return wished if wished in Kind.values else Kind.SINGLE if template else ""


def true_and_false(kind: str, module: Module | None) -> tuple[str, ...]:
    if kind != Kind.TRUE_FALSE:
        return ()
    with override(module.language if module and module.language else None):
        return _("True"), _("False")


def choose_kind(request: HttpRequest, place: Place) -> HttpResponse:
    context = {"course": place.course, "module": place.module, "place": place}
    context |= {"kinds": [(kind.value, kind.label, KINDS[kind]) for kind in Kind]}
    context |= {"form": KindForm(course=place.course)}
    return render(request, "courseware/quizzes/choose_kind.html", context)


def preview(editor: Editor, question: Question | None, *, typed: bool) -> ShownQuestion | None:
    """As trainees will see it: what was typed, else what is saved. None where that cannot be asked."""
    if typed:
        if not (editor.form.is_valid() and editor.lines.is_valid()):
            return None
        text = question_text(editor.form, editor.lines)
    elif question:
        text = actions.as_text(question)
    else:
        return None
    return shown_as(text)


def shown_as(text: QuestionText) -> ShownQuestion:
    order = order_of(text.item, Random(0), shuffle=False)
    asked = Question(kind=text.kind, stem=text.stem)
    shown = ShownQuestion(Response(question=asked, position=1, order=order))
    shown.item = text.item
    return shown


def standing_of(question: Question | None) -> dict[str, Any]:
    """What else the page says of a question that there is: its passage, and which quizzes hold answers to it."""
    if question is None:
        return {}
    lost = bool(question.module and lost_passages(question.module, [question]))
    held = Quiz.objects.filter(attempts__responses__question__series=question.series)
    quizzes = held.select_related("module").order_by("pk").distinct()
    return {"section": section_of(question), "is_lost": lost, "quizzes": quizzes}


def section_of(question: Question | None) -> str:
    """The text that a question rests on, with its passage marked; empty where it names no section."""
    section = question.section if question else None
    return with_passage(section.body, question.passage) if section else ""


def saved(request: HttpRequest, place: Place, question: Question | None, editor: Editor) -> bool:
    """False where something is wrong; the forms then say what, with everything that was typed."""
    if not (editor.form.is_valid() and editor.lines.is_valid()):
        return False
    try:
        save_question(request, place, question, question_text(editor.form, editor.lines), editor.form.cleaned_data)
    except Refused as refusal:
        editor.form.add_error(None, str(refusal))
        return False
    return True


def save_question(
    request: HttpRequest, place: Place, question: Question | None, text: QuestionText, given: QueryDict
) -> None:
    written = {"tags": given["tags"], "by": request.user, "at": timezone.now()}
    if question is None:
        actions.add_question(place.course, text, module=place.module, **written)
        messages.success(request, _("Added; trainees get it from the next try on."))
        return
    standing = actions.correct_question(question, text, **written)
    if "approve" in request.POST:
        actions.review(standing, Review.APPROVED, by=request.user, at=written["at"])
    is_new = standing.pk != question.pk
    new = _("Saved as a new version. If the key was wrong, mark the past tries again: see the page of the question.")
    messages.success(request, new if is_new else _("Saved."))
