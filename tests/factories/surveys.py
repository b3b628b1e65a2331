from typing import Any

from django.utils import timezone

from courseware.reading.models import Course
from courseware.surveys.models import Question as SurveyQuestion
from courseware.surveys.models import Survey
from courseware.surveys.states import SurveyState
from events.programme.models import Event
from tests.factories.counting import numbers
from tests.factories.courses import course


def survey(of: Course | Event | None = None, **fields: Any) -> Survey:
    """An open evaluation, without questions; of a course where nothing else is given."""
    of = of or course()
    subject = {"course": of} if isinstance(of, Course) else {"event": of}
    values = {"kind": "evaluation", "state": SurveyState.OPEN, "created_at": timezone.now()}
    return Survey.objects.create(**(subject | values | fields))


def survey_question(of: Survey, **fields: Any) -> SurveyQuestion:
    """A rating from 1 to 5."""
    n = next(numbers)
    values = {"kind": "rating", "words": {"en": f"Question {n}", "ru": f"Вопрос {n}"}, "position": n}
    return SurveyQuestion.objects.create(survey=of, **(values | fields))
