"""Answers one by one, as a script saves them, in JSON: four queries, the session's and the person's included."""

import json
from json import JSONDecodeError
from typing import Any

from django.http import HttpRequest, JsonResponse, RawPostDataException
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.quizzes.actions import save_answer
from courseware.quizzes.errors import AnswerShown, AttemptOver, NotOffered, Refused, Superseded
from courseware.quizzes.models import Response


@never_cache
@require_POST
def answer(request: HttpRequest, slug: str, attempt: str, position: int) -> JsonResponse:
    """{"answer": …, "certainty": 1–3 or none, "sequence": n}: 200 kept; 401 not signed in; 409 something newer, given
    `age` seconds ago, is kept; 410 nothing is kept any more; 422 no answer to this question."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": _("Please sign in again.")}, status=401)
    held = get_object_or_404(
        Response.objects.to_save().filter(attempt__person=request.user, attempt__quiz__course__slug=slug),
        attempt__code=attempt,
        position=position,
    )
    try:
        given = read(request)
        save_answer(held, given.get("answer"), at=timezone.now(), sequence=given.get("sequence"),
                    certainty=given.get("certainty"))  # fmt: skip
    except Superseded:
        kept = {"saved": False, "sequence": held.sequence, "answer": held.answer, "certainty": held.certainty}
        return JsonResponse(kept | {"age": (timezone.now() - held.answered_at).total_seconds()}, status=409)
    except (AttemptOver, AnswerShown) as refusal:
        told = {"saved": False, "closed": True, "shown": isinstance(refusal, AnswerShown), "error": str(refusal)}
        return JsonResponse(told, status=410)
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=422)
    return JsonResponse({"saved": True, "sequence": held.sequence})


def read(request: HttpRequest) -> dict[str, Any]:
    """Raises NotOffered for what is no JSON object; a form was read before, when its token was looked for."""
    try:
        given = json.loads(request.body)
    except (JSONDecodeError, UnicodeDecodeError, RecursionError, RawPostDataException):
        raise NotOffered from None
    if not isinstance(given, dict):
        raise NotOffered
    return given
