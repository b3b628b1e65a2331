from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.people.middleware import chosen_theme
from accounts.teams.models import memberships


def page(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page asks: colours, and whether there is a desk to show. Asked lazily, once."""
    person = getattr(request, "user", None)
    return {
        "theme": chosen_theme(request),
        "may_use_desk": SimpleLazyObject(lambda: bool(person) and memberships(person).exists()),
        "demo": settings.DEMO,
    }
