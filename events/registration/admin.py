from django.contrib import admin

from events.registration.models import Registration


@admin.register(Registration)
class RegistrationAdmin(admin.ModelAdmin):
    """To look things up only: seats change through the rules, never through a form here."""

    list_display = ["event", "name", "country", "agency", "state"]
    list_filter = ["state"]
    search_fields = ["name", "email", "agency"]
    list_select_related = ["event"]

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False
