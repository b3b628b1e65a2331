"""Who may come to earn an award, and which awards somebody is on the way to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from accounts.people.models import Person
from courseware.certificates.models import Award, Certificate
from courseware.certificates.standing.courses import begun_by
from courseware.certificates.standing.records import Lack, Record, record_of
from courseware.quizzes.models import Attempt
from courseware.reading.models import Course, Progress
from events.registration.models import Registration


def candidates(award: Award) -> QuerySet[Person]:
    """Who may come to earn it: those confirmed at its event; without one, those who began its course."""
    if award.event_id:
        found = Q(pk__in=Registration.objects.confirmed().filter(event=award.event_id).values("person"))
    else:
        begun = Progress.objects.filter(module__course=award.course_id).values("person")
        found = Q(pk__in=begun) | Q(pk__in=Attempt.objects.filter(quiz__course=award.course_id).values("person"))
    return Person.objects.filter(found, is_active=True).order_by("name", "pk")


@dataclass(frozen=True, slots=True)
class ToCome:
    """An award that the person is on the way to, what is missing, and the certificate that it would renew."""

    award: Award
    lacks: list[Lack]
    renews: Certificate | None = None


def awards_to_come(person: Person, *, today: date) -> list[ToCome]:
    """Of the events where the person is confirmed and the courses begun; without those earned, or taken away, before.

    What has expired is to come again. A certificate that was revoked is not: it comes back by an organizer's decision
    only.
    """
    registered = Registration.objects.of(person).confirmed().values("event")
    begun = Course.objects.open_to(person).filter(begun_by(person)).values("pk")
    mine = Q(event__in=registered) | Q(event=None, course__in=begun)
    had = Certificate.objects.of(person).exclude(award=None)
    done = Q(pk__in=had.values("award")) & ~Q(pk__in=had.expired_on(today).values("award"))
    return to_come(list(Award.objects.standing().filter(mine).exclude(done).in_full()), person, today=today)


def to_come(awards: Collection[Award], person: Person, *, today: date) -> list[ToCome]:
    record = record_of(awards, [person.pk], today=today) if awards else Record()
    return [ToCome(award, record.lacks(award, person.pk), record.renews(award, person.pk)) for award in awards]
