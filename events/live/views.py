from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from events.live import actions
from events.live.errors import CannotJoin
from events.programme.models import Event


@require_POST
@never_cache
@login_required
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """Leads a registered person on to the meeting; the link stands in no other page, letter or calendar.

    An answer that leads on by itself would be a form sent to another site, which the content security policy forbids;
    so the answer is a page that carries the link.
    """
    event = get_object_or_404(Event.objects.shown(), slug=slug)
    try:
        link = actions.join(event, person=request.user, at=timezone.now())
    except CannotJoin as refusal:
        messages.error(request, str(refusal))
        return redirect("registration:registered", slug=slug)
    return render(request, "events/live/joining.html", {"event": event, "link": link})
