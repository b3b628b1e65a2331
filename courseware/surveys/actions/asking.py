import logging
from datetime import datetime

from django.db import DatabaseError, transaction
from django.db.models import F

from accounts.people.models import Person
from courseware.surveys import letters
from courseware.surveys.models import Asked, Survey
from courseware.surveys.standing import due
from courseware.surveys.states import SurveyState

log = logging.getLogger(__name__)


def ask_due(*, at: datetime, most: int = 200) -> int:
    """Write to everybody whose follow-up survey is due, at most that many of each survey; returns to how many.

    A letter that cannot be written holds up no other: it is logged, and tried again with the next sweep.
    """
    told = 0
    for survey in Survey.objects.follow_ups().open().select_related("course", "event"):
        for person in due(survey, at)[:most]:
            try:
                told += ask(survey, person, at=at)
            except DatabaseError:
                raise
            except Exception:
                log.exception("survey %s could not be sent to one person; it is tried again", survey.pk)
    return told


@transaction.atomic
def ask(survey: Survey, person: Person, *, at: datetime) -> bool:
    """Once per person; False where somebody else was first, or the survey is no longer open."""
    is_open = Survey.objects.filter(pk=survey.pk, state=SurveyState.OPEN)
    if not is_open.update(asked_count=F("asked_count")):
        return False
    asked, is_new = Asked.objects.get_or_create(survey=survey, person=person, defaults={"at": at})
    if is_new:
        is_open.update(asked_count=F("asked_count") + 1)
        letters.follow_up(asked, at=at)
    return is_new
