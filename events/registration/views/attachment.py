from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from events.registration.models import attachments_for


@require_GET
@login_required
@never_cache
def send_attachment(request: HttpRequest, code: str) -> HttpResponse:
    """A file that was handed in: saved, never shown. A browser that opens it all the same runs nothing of it."""
    found = get_object_or_404(attachments_for(request.user), code=code)
    answer = HttpResponse(bytes(found.data), content_type=found.type)
    answer["Content-Disposition"] = content_disposition_header(True, found.name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
