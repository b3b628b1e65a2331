from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from events.live import actions
from events.live.errors import CannotJoin
from events.programme.models import Event


@require_POST
@login_required
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """Sends a registered person on to the meeting; the link stands in no page, letter or calendar."""
    event = get_object_or_404(Event.objects.shown(), slug=slug)
    try:
        return redirect(actions.join(event, person=request.user, at=timezone.now()))
    except CannotJoin as refusal:
        messages.error(request, str(refusal))
    return redirect("registration:registered", slug=slug)
