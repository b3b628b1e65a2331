from django.contrib import admin

from courseware.quizzes.models import Attempt, Question
from courseware.reading.admin import LookOnly


@admin.register(Question)
class QuestionAdmin(LookOnly):
    list_display = ["__str__", "course", "module", "kind", "version", "review", "drafted"]
    list_filter = ["review", "kind"]
    search_fields = ["stem", "module__title"]
    list_select_related = ["course", "module"]


@admin.register(Attempt)
class AttemptAdmin(LookOnly):
    """Without names: a result concerns the person and the team, not whoever keeps the site."""

    list_display = ["code", "quiz", "started_at", "submitted_at", "right_count", "question_count", "passed"]
    list_filter = ["passed"]
    list_select_related = ["quiz__module"]
    fields = [
        "quiz",
        "started_at",
        "submitted_at",
        "ended_by",
        "right_count",
        "question_count",
        "mark",
        "max_mark",
        "passed",
    ]
