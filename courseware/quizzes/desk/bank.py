"""The bank of a course: all its questions, of any module and of none."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes import actions
from courseware.quizzes.desk.editing import Place, editable, question_form
from courseware.quizzes.forms import FilterForm, KindForm, TaggingForm
from courseware.quizzes.models import Question, Quiz, Response, Tag
from courseware.quizzes.states import Review
from courseware.reading.desk.managed import course_of
from courseware.reading.models import Course, Module

ON_A_PAGE = 25


@login_required
@never_cache
def bank(request: HttpRequest, slug: str) -> HttpResponse:
    course = course_of(request, slug)
    form = filter_of(request, course, FilterForm)
    page = Paginator(rows_of(course, form), ON_A_PAGE).get_page(request.GET.get("page"))
    near = Response.objects.near_misses().filter(attempt__quiz__course=course)
    context = {"course": course, "form": form, "page": page, "tags": form.tags, "is_filtered": form.is_filtered}
    context |= {"near": Quiz.objects.filter(pk__in=near.values("attempt__quiz")).select_related("module")}
    return render(request, "courseware/quizzes/bank.html", context)


def filter_of(request: HttpRequest, course: Course, form: type[FilterForm]) -> FilterForm:
    modules = list(Module.objects.originals().filter(course=course))
    return form(request.GET, modules=modules, tags=list(Tag.objects.filter(course=course)))


def rows_of(course: Course, form: FilterForm) -> QuerySet[Question]:
    return in_order(form.found(Question.objects.standing().filter(course=course)).distinct())


def in_order(questions: QuerySet[Question]) -> QuerySet[Question]:
    """By module in their order, those of no module last; with what a row shows."""
    ordered = questions.order_by("module__position", "module", "position", "pk")
    return ordered.select_related("module").prefetch_related(Prefetch("tags", Tag.objects.only("name")))


@login_required
@never_cache
def bank_add(request: HttpRequest, slug: str) -> HttpResponse:
    """A question of the module that the address names, or of none."""
    course = course_of(request, slug)
    wished = KindForm(request.GET, course=course)
    module = wished.is_valid() and wished.cleaned_data["module"]
    return question_form(request, Place(course, module or None, back_to(course)), None)


@login_required
@never_cache
def bank_question(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    course = course_of(request, slug)
    question = editable(request, course.questions.all(), code)
    return question_form(request, Place(course, question.module, back_to(course)), question)


def back_to(course: Course) -> str:
    return reverse("quizzes:bank", args=[course.slug])


@login_required
@require_POST
def bank_retire(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Ask it no longer, or bring it back (`to` = approved)."""
    course = course_of(request, slug)
    question = get_object_or_404(course.questions.standing().select_related("module", "course"), code=code)
    if request.POST.get("to") == Review.APPROVED:
        actions.review(question, Review.APPROVED, by=request.user, at=timezone.now())
        messages.success(request, _("Approved: it is asked again."))
    else:
        actions.retire(question, by=request.user, at=timezone.now())
        messages.success(request, _("It is no longer asked. Past answers stay as they are."))
    return redirect(came_from(request, course))


@login_required
@require_POST
def bank_tag(request: HttpRequest, slug: str) -> HttpResponse:
    """Put tags on the questions that are ticked, or take them off."""
    course = course_of(request, slug)
    standing = course.questions.standing().select_related("course")
    form = TaggingForm(request.POST, questions=standing)
    if not form.is_valid():
        messages.error(request, " ".join(words for errors in form.errors.values() for words in errors))
        return redirect(came_from(request, course))
    verb = actions.untag if "off" in request.POST else actions.tag
    found = list(form.cleaned_data["questions"])
    verb(found, form.cleaned_data["names"], by=request.user, at=timezone.now())
    words = ngettext("Tags of %(n)s question changed.", "Tags of %(n)s questions changed.", len(found))
    messages.success(request, words % {"n": len(found)})
    return redirect(came_from(request, course))


def came_from(request: HttpRequest, course: Course) -> str:
    """The list as it was filtered."""
    page = back_to(course)
    came = request.POST.get("next", "")
    safe = came.startswith(f"{page}?") and url_has_allowed_host_and_scheme(came, allowed_hosts=None)
    return came if safe else page
