"""What must be true of registrations at any moment, recounted from the rows. Reads only; `manage.py fsck` prints what
it says, and with --repair has `repair` set the counters right."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from accounts.outbox.invariants import Broken
from events.programme.models import Event
from events.programme.states import OPEN
from events.registration.actions.recounting import COUNTERS, recount
from events.registration.models import Answer, Delegation, Invitation, Quota, Registration
from events.registration.standing import rules_of
from events.registration.states import LIMITED, LIVE

SENTENCES = {
    "seats_taken": "{about}: the counter says {says} seats are taken, the registrations hold {is_}.",
    "seats_held": "{about}: the counter says {says} seats are held, invitations and delegations hold {is_}.",
    "people_waiting": "{about}: the counter says {says} people wait, the waiting list has {is_}.",
    "has_limits": "{about}: the event says limits apply: {says}; limits are set: {is_}.",
    "oversold": "{about}: there are {says} seats, and {is_} registrations hold one.",
    "idle_seats": "{about}: {says} seats are free while {is_} people wait who could have them.",
    "shared_invitation": "{about}: it lets {says} person in, and {is_} live registrations came in by it.",
    "strange_answer": "{about}: it belongs to {says}, and was answered to a question of {is_}.",
    "strange_invitation": "{about}: it belongs to {says}, and came in by an invitation to {is_}.",
    "strange_delegation": "{about}: it is of delegation {says}, and its invitation of delegation {is_}.",
    "not_emptied": "{about}: it was emptied on {says}, and still tells {is_}.",
}


def broken() -> Iterator[Broken]:
    yield from miscounted()
    yield from oversold()
    yield from idle_seats()
    yield from shared_invitations()
    yield from strangers()
    yield from not_emptied()


def repair(*, at: datetime) -> Iterator[str]:
    """Set the counters to what the rows say, one event at a time, and tell what was changed."""
    for event_id in sorted({event.pk for event, *_ in miscounts()}):
        for name, (was, is_) in recount(event_id, at=at).items():
            yield f"event:{event_id}: {name} was {was} and is {is_} now."


def miscounted() -> Iterator[Broken]:
    for event, name, recounted in miscounts():
        yield Broken(name, event.about, getattr(event, name), recounted)


def miscounts() -> Iterator[tuple[Event, str, int]]:
    taken = counted(Registration.objects.seated(), Count("pk"))
    waiting = counted(Registration.objects.waiting().order_by(), Count("pk"))
    invited = counted(Invitation.objects.filter(holds_seat=True).order_by(), Count("pk"))
    delegated = counted(Delegation.objects.order_by(), Sum("seats_held"))
    limited = set(Quota.objects.filter(scope__in=LIMITED, limit__isnull=False).values_list("event", flat=True))
    for event in Event.objects.order_by("pk"):
        held = invited.get(event.pk, 0) + delegated.get(event.pk, 0)
        rows = (taken.get(event.pk, 0), held, waiting.get(event.pk, 0), event.pk in limited)
        differing = ((name, found) for name, found in zip(COUNTERS, rows, strict=True) if getattr(event, name) != found)
        yield from ((event, name, found) for name, found in differing)


def counted(rows: object, what: object) -> dict[int, int]:
    return dict(rows.order_by().values("event").annotate(n=what).values_list("event", "n"))


def oversold() -> Iterator[Broken]:
    seated = Count("registrations", filter=Q(registrations__holds_seat=True))
    for event in Event.objects.annotate(seated=seated).filter(seated__gt=F("capacity")):
        yield Broken("oversold", event.about, event.capacity, event.seated)


def idle_seats() -> Iterator[Broken]:
    """Seats that nobody has although people wait who could have them; where limits apply it takes a look to say."""
    crowded = Event.objects.filter(people_waiting__gt=0, state__in=OPEN, has_limits=False).select_related("rules")
    for event in crowded:
        if rules_of(event).promotes(timezone.now()) and event.seats_left != 0:
            yield Broken("idle_seats", event.about, event.seats_left, event.people_waiting)


def shared_invitations() -> Iterator[Broken]:
    live = Count("registrations", filter=Q(registrations__state__in=LIVE))
    for invitation in Invitation.objects.annotate(live=live).filter(live__gt=1):
        yield Broken("shared_invitation", invitation.about, "one", invitation.live)


def strangers() -> Iterator[Broken]:
    """What belongs together belongs to one event, and a nominee to the delegation that nominated."""
    for answer in Answer.objects.exclude(question__event=F("registration__event")).select_related(*ANSWERED):
        row = answer.registration
        yield Broken("strange_answer", row.about, row.event.about, answer.question.event.about)
    invited = Registration.objects.exclude(invitation=None).select_related("event", "delegation", *INVITED)
    for row in invited.exclude(invitation__event=F("event")):
        yield Broken("strange_invitation", row.about, row.event.about, row.invitation.event.about)
    for row in invited.filter(of_another_delegation()):
        yield Broken("strange_delegation", row.about, told(row.delegation), told(row.invitation.delegation))


ANSWERED = ("registration__event", "question__event")
INVITED = ("invitation__event", "invitation__delegation")


def of_another_delegation() -> Q:
    one_alone = Q(delegation=None, invitation__delegation__isnull=False)
    one_alone |= Q(delegation__isnull=False, invitation__delegation=None)
    return one_alone | ~Q(delegation=F("invitation__delegation")) & Q(
        delegation__isnull=False, invitation__delegation__isnull=False
    )


def told(delegation: Delegation | None) -> str:
    return str(delegation.code) if delegation else "nobody"


def not_emptied() -> Iterator[Broken]:
    """What was emptied stays empty: no name, no address, no answer comes back."""
    named = ~Q(name="") | ~Q(email="") | ~Q(agency="") | ~Q(position="")
    answered = Q(answers__value__isnull=False) | Q(answers__file__isnull=False)
    still = Q(person__isnull=False) | named | answered
    for row in Registration.objects.filter(still, purged_at__isnull=False).distinct():
        yield Broken("not_emptied", row.about, f"{row.purged_at:%Y-%m-%d}", "who somebody is")
    for row in Invitation.objects.filter(named, purged_at__isnull=False):
        yield Broken("not_emptied", row.about, f"{row.purged_at:%Y-%m-%d}", "who somebody is")
