import json
from datetime import timedelta

import pytest
from django.utils import timezone

from courseware.quizzes import actions as quizzes
from courseware.quizzes import personal_data as answers
from courseware.quizzes.models import Attempt
from courseware.reading import actions as reading
from courseware.reading import personal_data as progress
from courseware.reading.models import Dwell, Note, Progress, SectionRead
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def learners():
    """Two people who have read a section and answered a question of the same module."""
    quiz, people = factories.quiz(questions=1), (factories.person(), factories.person())
    for someone in people:
        section = quiz.module.sections.first()
        reading.mark_read(section, person=someone, at=AT)
        beat = reading.Beat(someone.code, {section.code: 3})
        reading.note_reading(quiz.module, beat, person=someone, at=AT + timedelta(seconds=5))
        reading.keep_note(section, person=someone, quote="says", text="My own words", at=AT)
        attempt = quizzes.start(quiz, person=someone, at=AT)
        quizzes.answer(attempt, 1, [attempt.responses.get().question.choices.get(text="Right").key], at=AT)
    return people


def test_a_person_gets_what_was_read_and_answered(learners):
    told = {**progress.collect(learners[0]), **answers.collect(learners[0])}
    assert len(told["sections_read"]) == len(told["places"]) == len(told["quiz_attempts"]) == 1
    assert told["quiz_attempts"][0]["answers"][0]["chosen"] == ["Right"]
    assert told["notes"][0]["text"] == "My own words"
    assert [row["seconds"] for row in told["time_on_sections"]] == [3]
    assert json.loads(json.dumps(told)) == told


def test_forgetting_one_person_leaves_the_other(learners):
    for room in (progress, answers):
        room.forget(learners[0])
    for rows in (SectionRead.objects, Progress.objects, Dwell.objects, Note.objects, Attempt.objects):
        assert rows.get().person == learners[1]
