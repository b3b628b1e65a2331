from datetime import UTC, datetime, timedelta

import pytest

from accounts.outbox.models import Letter
from courseware.reading.models import Progress
from courseware.surveys import actions, links
from courseware.surveys.models import Asked
from events.live.models import Attendance
from events.live.states import Source
from events.programme.states import EventState
from events.registration.states import RegistrationState
from tests import factories

pytestmark = pytest.mark.django_db
ENDED = datetime(2026, 3, 1, 12, tzinfo=UTC)
WEEK = timedelta(weeks=1)


@pytest.fixture
def event():
    return factories.event(starts_at=ENDED - timedelta(hours=2), ends_at=ENDED)


@pytest.fixture
def survey(event):
    """Sent four weeks after the event."""
    survey = factories.survey(event, kind="follow_up", weeks=4)
    factories.survey_question(survey)
    return survey


def completed(course, *days, person=None):
    """Somebody who completed a module on each of these days after ENDED."""
    someone = person or factories.person()
    for module, day in zip(course.modules.all(), days, strict=False):
        at = ENDED + timedelta(days=day)
        Progress.objects.create(
            person=someone, module=module, started_at=at, at=at, earned_at=at, state="complete"
        )  # fmt: skip
    return someone


def test_whoever_took_part_is_written_to_when_the_weeks_have_passed(event, survey):
    registration = factories.registration(event)
    assert actions.ask_due(at=ENDED + 4 * WEEK - timedelta(minutes=1)) == 0
    assert actions.ask_due(at=ENDED + 4 * WEEK) == 1
    assert Letter.objects.get().to == registration.person.email
    survey.refresh_from_db()
    assert survey.asked_count == 1


def test_nobody_is_written_to_twice(event, survey):
    factories.registration(event)
    assert [actions.ask_due(at=ENDED + weeks * WEEK) for weeks in (4, 4, 5)] == [1, 0, 0]
    assert Letter.objects.count() == Asked.objects.count() == 1


def test_nobody_is_written_to_long_after(event, survey):
    factories.registration(event)
    assert actions.ask_due(at=ENDED + 13 * WEEK) == 0


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_a_survey_that_is_not_open_goes_to_nobody(event, survey, state):
    factories.registration(event)
    type(survey).objects.update(state=state)
    assert actions.ask_due(at=ENDED + 4 * WEEK) == 0


def test_whoever_withdrew_or_only_waited_is_not_asked(event, survey):
    for state in (RegistrationState.WITHDRAWN, RegistrationState.WAITING):
        factories.registration(event, state=state)
    assert actions.ask_due(at=ENDED + 4 * WEEK) == 0


def test_where_attendance_is_known_the_absent_are_not_asked(event, survey):
    there, away = factories.registration(event), factories.registration(event)
    for registration, minutes in ((there, 90), (away, 0)):
        Attendance.objects.create(registration=registration, minutes=minutes, source=Source.values[0], at=ENDED)
    actions.ask_due(at=ENDED + 4 * WEEK)
    assert [row.person for row in Asked.objects.all()] == [there.person]


def test_a_cancelled_event_is_not_followed_up(event, survey):
    factories.registration(event)
    type(event).objects.update(state=EventState.CANCELLED)
    assert actions.ask_due(at=ENDED + 4 * WEEK) == 0


def test_whoever_completed_a_course_is_asked_weeks_after_the_last_module():
    course = factories.course()
    for _ in range(2):
        factories.module(course)
    factories.survey(course, kind="follow_up", weeks=4)
    person, _halfway = completed(course, 0, 7), completed(course, 0)
    assert actions.ask_due(at=ENDED + 4 * WEEK) == 0
    assert actions.ask_due(at=ENDED + 5 * WEEK) == 1
    assert Asked.objects.get().person == person


def test_an_evaluation_is_not_sent_by_letter(event):
    factories.survey(event)
    factories.registration(event)
    assert actions.ask_due(at=ENDED + 20 * WEEK) == 0


def test_the_letter_speaks_the_readers_language_and_carries_a_link_of_its_own(event, survey):
    factories.registration(event, person=factories.person(language="en", name="Dilorom"))
    actions.ask_due(at=ENDED + 4 * WEEK)
    letter, asked = Letter.objects.get(), Asked.objects.get()
    assert letter.subject == f"What has remained? {event.title}"
    assert letter.body.startswith("Dear Dilorom,")
    assert links.by_letter(asked) in letter.body


def test_one_letter_that_cannot_be_written_holds_up_no_other(event, survey, monkeypatch):
    first, _second = factories.registration(event), factories.registration(event)
    written = links.by_letter

    def fails_once(asked):
        if asked.person == first.person:
            raise ValueError
        return written(asked)

    monkeypatch.setattr(links, "by_letter", fails_once)
    assert actions.ask_due(at=ENDED + 4 * WEEK) == 1
    assert Asked.objects.count() == 1
