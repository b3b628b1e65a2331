from datetime import datetime

from accounts.outbox import actions as outbox
from courseware.surveys import links
from courseware.surveys.models import Asked


def follow_up(asked: Asked, *, at: datetime) -> None:
    """Once for each person and survey: the key says so too."""
    person, survey = asked.person, asked.survey
    outbox.post(
        "survey_follow_up",
        key=f"survey_follow_up:{asked.code}",
        to=person.email,
        language=person.language,
        time_zone=person.time_zone,
        at=at,
        about=survey.about,
        name=person.name,
        title=survey.subject.title,
        is_course=survey.course_id is not None,
        url=links.by_letter(asked),
    )
