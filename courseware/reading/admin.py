from django.contrib import admin

from courseware.reading.models import Course, Module


class LookOnly(admin.ModelAdmin):
    """To look things up only: courses change at the desk, where the rules are."""

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False


@admin.register(Course)
class CourseAdmin(LookOnly):
    list_display = ["title", "team", "state", "access", "created_at"]
    list_filter = ["state", "team"]
    search_fields = ["title"]
    list_select_related = ["team"]


@admin.register(Module)
class ModuleAdmin(LookOnly):
    list_display = ["title", "course", "state", "position", "reading_minutes"]
    list_filter = ["state"]
    search_fields = ["title", "course__title"]
    list_select_related = ["course"]
