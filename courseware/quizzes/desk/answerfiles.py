from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from courseware.quizzes import actions
from courseware.quizzes.desk.quizzes import managed
from courseware.quizzes.errors import Refused
from courseware.quizzes.forms import LateFileForm


@login_required
@never_cache
def admit_file(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Admit answers that reached nobody in time: a broken line, a centre without power."""
    quiz = managed(request, slug, code)
    form = LateFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    context = {"quiz": quiz, "course": quiz.course, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            context["admitted"] = actions.admit_late_file(
                **form.cleaned_data, quiz=quiz, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
    return render(request, "courseware/quizzes/admit_file.html", context, status=422 if form.errors else 200)
