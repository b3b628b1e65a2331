"""What must be true of surveys at any moment, recounted from the rows. People who are erased, or forgotten by
retention, stay in the counters: these may say more than the rows, never less."""

from collections.abc import Iterator

from django.db.models import Count, F

from accounts.outbox.invariants import Broken
from courseware.surveys.models import Question, Survey

SENTENCES = {
    "survey_filled": "{about}: the counter says {says} people filled it in, the rows name {is_}.",
    "survey_asked": "{about}: the counter says {says} people were asked, the rows name {is_}.",
    "survey_answers": "{about}: {says} people were asked a question that has {is_} answers.",
}


def broken() -> Iterator[Broken]:
    counted = Survey.objects.annotate(rows=Count("filled", distinct=True), letters=Count("asked", distinct=True))
    for survey in counted.filter(filled_count__lt=F("rows")):
        yield Broken("survey_filled", survey.about, survey.filled_count, survey.rows)
    for survey in counted.filter(asked_count__lt=F("letters")):
        yield Broken("survey_asked", survey.about, survey.asked_count, survey.letters)
    for question in Question.objects.annotate(rows=Count("answers")).filter(asked__lt=F("rows")):
        yield Broken("survey_answers", f"survey:{question.survey_id}", question.asked, question.rows)
