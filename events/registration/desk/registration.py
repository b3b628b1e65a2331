from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from events.registration import standing, wording
from events.registration.desk.history import history
from events.registration.models import Answer, Registration
from events.registration.states import MOVES, RegistrationState, SeenBy

TIES = ("event__rules", "person", "delegation", "invitation")


@login_required
def one(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """One registration: who, how it stands and why, what was answered, what happened to it."""
    seen = Registration.objects.run_by(request.user).select_related(*TIES)
    row = get_object_or_404(seen, event__slug=slug, code=code)
    may_decide = Registration.objects.managed_by(request.user).filter(pk=row.pk).exists()
    context = {
        "event": row.event,
        "registration": row,
        "line": place_of(row),
        "answers": answers(row, to_organizer=may_decide),
        "history": history(row),
        "decisions": decisions(row) if may_decide else [],
        "may_decide": may_decide,
        "only_looks": not may_decide,
    }
    return render(request, "events/registration/one.html", context)


def place_of(row: Registration) -> tuple[int, str] | None:
    """The place in the line, and why there is no seat yet; None for whoever does not wait."""
    if row.state != RegistrationState.WAITING:
        return None
    return standing.place_in_line(row), wording.why(standing.why_waiting(row, timezone.now()))


def decisions(row: Registration) -> list[str]:
    """What an organizer can do with it now."""
    leads_to = MOVES[row.state]
    possible = {
        "approve": row.state == RegistrationState.PENDING,
        "decline": RegistrationState.DECLINED in leads_to,
        "withdraw": RegistrationState.WITHDRAWN in leads_to,
    }
    return [name for name, is_possible in possible.items() if is_possible]


def answers(row: Registration, *, to_organizer: bool) -> list[tuple[str, str, Answer]]:
    """The question as it was worded, the answer in words, and the row, as far as the reader may see them."""
    given: QuerySet[Answer] = row.answers.select_related("question", "file").defer("file__data")
    if not to_organizer:
        given = given.exclude(question__seen_by=SeenBy.ORGANIZERS)
    in_order = given.order_by("question__position", "pk")
    return [(answer.question.label, wording.answered(answer.question, answer.value), answer) for answer in in_order]
