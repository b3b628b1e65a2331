"""Open Badges: what the holder downloads, and the documents that a badge refers to, for programs of any site."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from accounts.teams.models import Team
from courseware.certificates import actions, links
from courseware.certificates.badges import enveloped, profile
from courseware.certificates.badges.credentials import CONTEXTS
from courseware.certificates.models import Award, Certificate
from courseware.certificates.views.own import own_certificate

for_a_while = cache_control(public=True, max_age=300)


def signed_badge(request: HttpRequest, code: str) -> tuple[Certificate, str]:
    """The holder's own; Http404 where the site gives out no badges."""
    certificate = own_certificate(request.user, code)
    if not actions.keyring().keys:
        raise Http404
    return certificate, actions.token_of(certificate)


@never_cache
@login_required
@require_safe
def badge_jwt(request: HttpRequest, code: str) -> HttpResponse:
    certificate, token = signed_badge(request, code)
    return attached(HttpResponse(token, content_type="application/vc+jwt"), certificate, "jwt")


@never_cache
@login_required
@require_safe
def badge_json(request: HttpRequest, code: str) -> HttpResponse:
    certificate, token = signed_badge(request, code)
    return attached(JsonResponse(enveloped(token), content_type="application/vc"), certificate, "json")


def attached(response: HttpResponse, certificate: Certificate, ending: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="badge-{certificate.printed_code}.{ending}"'
    return response


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Programs in a browser read it from other sites; there is nothing in it of any person."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


def linked_data(document: dict[str, Any]) -> HttpResponse:
    return open_to_all(JsonResponse(document, content_type="application/ld+json"))


@for_a_while
@require_safe
def issuer(request: HttpRequest, slug: str) -> HttpResponse:
    team = get_object_or_404(Team.objects.filter(certificates__isnull=False).distinct(), slug=slug)
    return linked_data({"@context": CONTEXTS} | profile(links.issuer(slug), team.name))


@for_a_while
@require_safe
def achievement(request: HttpRequest, code: UUID) -> HttpResponse:
    """As its award has it; of an award that is gone, as its latest certificate keeps it."""
    found = Award.objects.filter(code=code).select_related("team").first()
    found = found or Certificate.objects.filter(achievement=code).select_related("team").first()
    if found is None:
        raise Http404
    return linked_data(
        {
            "@context": CONTEXTS,
            "id": links.achievement(code),
            "type": ["Achievement"],
            "name": found.badge_name,
            "description": found.badge_description,
            "criteria": {"narrative": found.badge_criteria},
            "creator": profile(links.issuer(found.team.slug), found.issuer),
        }
    )


@for_a_while
@require_safe
def status_list(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    team = get_object_or_404(Team, slug=slug)
    if not actions.keyring().keys or not 0 <= number < 1000:
        raise Http404
    token = actions.list_token(team, number, at=timezone.now())
    return open_to_all(HttpResponse(token, content_type="application/vc+jwt"))


@for_a_while
@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """Every key that ever signed, public parts only (RFC 7517)."""
    found = [key.jwk(links.key(key.name)) for key in actions.keyring().keys]
    return open_to_all(JsonResponse({"keys": found}, content_type="application/jwk-set+json"))


@for_a_while
@require_safe
def key(request: HttpRequest, name: str) -> HttpResponse:
    """The one that the `kid` of a badge leads to."""
    found = actions.keyring().named(name)
    if found is None:
        raise Http404
    return open_to_all(JsonResponse(found.jwk(links.key(name)), content_type="application/jwk+json"))
