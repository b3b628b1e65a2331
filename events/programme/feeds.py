"""The event as a calendar file that anybody who sees the event may fetch."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from events.programme.calendars import calendar_of
from events.programme.models import Event


def calendar(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.visible_to(request.user).with_programme(), slug=slug)
    if not (event.starts_at and event.ends_at):
        raise Http404
    url = request.build_absolute_uri(event.get_absolute_url())
    body = calendar_of(event, url=url).to_ical()
    headers = {"Content-Disposition": f'attachment; filename="{event.slug}.ics"'}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
