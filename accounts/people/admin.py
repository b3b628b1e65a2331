from django.contrib import admin
from django.contrib.auth.models import Group

from accounts.people.models import Person

admin.site.unregister(Group)


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """For support: find somebody, switch an account off. Rights over events come from teams, not from here."""

    list_display = ["email", "name", "country", "agency", "is_active", "is_staff"]
    search_fields = ["email", "name", "agency"]
    list_filter = ["is_active", "is_staff"]
    fields = [
        "email",
        "code",
        "name",
        "country",
        "agency",
        "position",
        "language",
        "time_zone",
        "is_active",
        "is_staff",
    ]
    readonly_fields = ["email", "code"]

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """A person goes by "Erase me", which gives seats back and keeps figures; deleting the row would do neither."""
        return False
