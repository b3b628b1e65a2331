from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.outbox.models import Letter


def mailbox(request: HttpRequest) -> HttpResponse:
    """Every letter of the demo, newest first, in place of a mail server. Wired in demo mode only."""
    page = Paginator(Letter.objects.order_by("-created_at"), 20).get_page(request.GET.get("page"))
    return render(request, "accounts/outbox/mailbox.html", {"page": page})
