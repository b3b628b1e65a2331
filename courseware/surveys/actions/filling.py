from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from accounts.people.models import Person
from courseware.surveys.errors import AlreadyFilledIn, NothingAnswered, NotOffered, SurveyClosed
from courseware.surveys.models import Answer, Filled, Question, Survey
from courseware.surveys.states import QuestionKind, SurveyState

LONGEST = 4000  # characters of own words


@transaction.atomic
def fill_in(survey: Survey, *, person: Person, answers: Mapping[UUID, int | str | None], at: datetime) -> None:
    """Keep that the person filled it in, and apart from that, what was answered. `answers` are by code of question.

    The trail has no line of this: it would keep the moment, and so the order in which people answered. Raises
    NothingAnswered, NotOffered, SurveyClosed, AlreadyFilledIn.
    """
    rows = [answer_of(question, value) for question, value in _given(survey, answers)]
    if not rows:
        raise NothingAnswered
    is_open = Survey.objects.filter(pk=survey.pk, state=SurveyState.OPEN)
    if not is_open.update(filled_count=F("filled_count") + 1):
        raise SurveyClosed
    _row, is_new = Filled.objects.get_or_create(survey=survey, person=person, defaults={"on": at.date()})
    if not is_new:
        raise AlreadyFilledIn
    answered = Q(pk__in=[row.question_id for row in rows])
    Question.objects.filter(answered | Q(replaced=False), survey=survey).update(asked=F("asked") + 1)
    Answer.objects.bulk_create(rows)


def _given(survey: Survey, answers: Mapping[UUID, int | str | None]) -> list[tuple[Question, int | str]]:
    """What was not left empty. A wording that was replaced while somebody wrote keeps the answers given to it."""
    told = ((code, tidy(value)) for code, value in answers.items())
    given = {code: value for code, value in told if value is not None and value != ""}
    questions = {question.code: question for question in survey.questions.filter(code__in=given)}
    if questions.keys() != given.keys():
        raise NotOffered
    return [(questions[code], value) for code, value in given.items()]


def tidy(value: int | str | None) -> int | str | None:
    return value.replace("\x00", "").strip() if isinstance(value, str) else value


def answer_of(question: Question, value: int | str) -> Answer:
    """Not saved. Raises NotOffered."""
    if question.kind == QuestionKind.TEXT:
        return Answer(question=question, text=str(value)[:LONGEST])
    if value not in dict(question.offered):
        raise NotOffered
    return Answer(question=question, number=value)
