"""What a quiz asks: every approved question of its module, or chosen questions and draws from the bank, in order."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.desk.quizzes import managed
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import DrawForm, SlotForm
from courseware.quizzes.models import Question, Quiz, Slot
from courseware.reading.desk.posted import posted
from intake.forms import small_int

STEPS = {"up": -1, "down": 1}


@login_required
@never_cache
def slots(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Posting adds a draw, or gives everything back to the module (`all`)."""
    quiz = managed(request, slug, code)
    form = DrawForm(posted(request), quiz=quiz, prefix="draw")
    if request.method == "POST" and set_by(request, quiz, form):
        return redirect("quizzes:slots", slug=slug, code=code)
    context = page_of(quiz) | {"form": form}
    return render(request, "courseware/quizzes/slots.html", context, status=422 if request.method == "POST" else 200)


def set_by(request: HttpRequest, quiz: Quiz, form: DrawForm) -> bool:
    """False where nothing could be done; the form, or a message, says why."""
    at = timezone.now()
    try:
        if "all" in request.POST and quiz.module_id:
            actions.set_slots(quiz, [], by=request.user, at=at)
        elif not form.is_valid():
            return False
        else:
            actions.add_slots(quiz, [form.slot], by=request.user, at=at)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved."))
    return True


def page_of(quiz: Quiz) -> dict[str, Any]:
    """What the quiz, or its blueprint, asks; beside each draw how many questions the bank has for it."""
    supply = actions.supply(quiz)
    held = Slot.objects.filter(quiz=quiz.blueprint_id or quiz.pk).select_related("question", "module", "tag")
    rows = [(slot, supply.by_slot.get(slot.pk)) for slot in held]
    context = {"quiz": quiz, "course": quiz.course, "rows": rows, "is_enough": supply.is_enough}
    context |= {"size": Quiz.objects.with_size().get(pk=quiz.pk).size, "tried": quiz.attempts.exists()}
    if quiz.module_id:
        context["approved"] = Question.objects.approved().filter(module=quiz.module_id).count()
    return context


@login_required
@require_POST
def slot(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One slot goes `up` or `down`, is removed, or gets another count and points."""
    quiz = managed(request, slug, code)
    page = redirect("quizzes:slots", slug=slug, code=code)
    if quiz.blueprint_id:
        return page
    held = get_object_or_404(quiz.slots, pk=small_int(request.POST.get("slot", "")))
    do, by, at = request.POST.get("do"), request.user, timezone.now()
    if do in STEPS:
        place = actions.move_slot(held, STEPS[do], by=by, at=at)
        messages.success(request, _("It is asked at place %(n)s now.") % {"n": place})
    elif do == "remove":
        actions.remove_slot(held, by=by, at=at)
        messages.success(request, _("Removed from this quiz. The bank keeps its questions."))
    else:
        change(request, held)
    page["Location"] += "#slots"
    return page


def change(request: HttpRequest, held: Slot) -> None:
    form = SlotForm(request.POST)
    if form.is_valid():
        actions.change_slot(held, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
    else:
        messages.error(request, " ".join(words for errors in form.errors.values() for words in errors))
