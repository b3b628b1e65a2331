from django.contrib import admin

from accounts.teams.models import Membership, Team


class MembershipInline(admin.TabularInline):
    model = Membership
    """To look things up: roles are given by `make_organizer`, which leaves a trail."""

    extra = 0
    can_delete = False
    fields = readonly_fields = ["person", "role"]

    def has_add_permission(self, request: object, obj: object = None) -> bool:
        return False


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    inlines = [MembershipInline]
