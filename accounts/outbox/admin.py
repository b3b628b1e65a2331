from django.contrib import admin

from accounts.outbox.models import Letter


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin):
    """Whether letters arrive, for support. The text is not shown: it may hold a code."""

    list_display = ["kind", "to", "state", "attempts", "error", "created_at", "sent_at"]
    list_filter = ["state", "kind"]
    search_fields = ["to", "about"]
    fields = readonly_fields = [
        "kind", "about", "to", "subject", "state", "attempts", "error", "created_at", "next_at", "sent_at",
    ]  # fmt: skip

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False
