"""For support staff: to look things up and to see how they stand. Changes go through the desk, where the rules are."""

from django.contrib import admin
from django.http import HttpRequest

from events.programme.models import Event, Session


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Event)
class EventAdmin(ReadOnly):
    list_display = ("title", "state", "starts_at", "time_zone", "seats_taken", "capacity", "team")
    list_filter = ("state", "format")
    list_select_related = ("team",)
    search_fields = ("title", "slug")
    date_hierarchy = "starts_at"
    exclude = ("meeting_url",)


@admin.register(Session)
class SessionAdmin(ReadOnly):
    list_display = ("title", "event", "kind", "starts_at", "proposed")
    list_filter = ("kind", "proposed")
    list_select_related = ("event",)
    search_fields = ("title", "event__title")
    exclude = ("meeting_url",)
