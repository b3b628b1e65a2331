"""What an app keeps about a person stands in its personal_data.py; this fails for anything that no file declares."""

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.certificates import actions as certificates
from courseware.certificates.models import Certificate
from courseware.exchange.models import LrsFeed, LrsStatement
from courseware.quizzes import actions as quizzes
from courseware.reading.models import Dwell, Progress, SectionRead
from courseware.surveys import actions as surveys
from courseware.surveys.actions import asking
from courseware.surveys.models import Answer as Opinion
from courseware.surveys.models import Survey
from courseware.surveys.states import SurveyKind
from events.registration.models import Registration
from events.registration.states import RegistrationState
from front import actions
from tests import factories

AT = timezone.now()


def keys_to_person():
    for model in apps.get_models(include_auto_created=False):
        if any(field.is_relation and field.related_model is Person for field in model._meta.concrete_fields):
            yield model._meta.label


def declared():
    return {label for path in settings.PERSONAL_DATA for label in import_module(path).MODELS}


def test_every_model_with_a_key_to_a_person_is_declared():
    assert set(keys_to_person()) - declared() == set()


def test_nothing_is_declared_that_does_not_exist():
    assert {label for label in declared() if not apps.get_model(label)} == set()


@pytest.fixture
def canary(db):
    """Somebody who left a trace in every room."""
    person = factories.person(name="Canary Kanareikin", email="canary@example.org", agency="Canary agency")
    past = factories.event(slug="past", starts_at=AT - timedelta(days=9))
    for event, address in ((past, "canary.once@example.org"), (factories.event(slug="ahead"), person.email)):
        registration = factories.registration(event, person=person, email=address, reason="Because of the canary")
        factories.answer(registration, value="Canary answer", file=factories.attachment(name="canary.pdf"))
    factories.invitation(factories.event(), email=person.email, name=person.name, holds_seat=True)
    factories.delegation(factories.event(), focal_email=person.email, focal_name=person.name)
    told = {"email": person.email, "name": person.name}
    draft = Registration.objects.create(event=past, consented_at=AT, created_at=AT, **told)
    factories.answer(draft, file=factories.attachment(b"Canary on paper"))
    for address in (person.email, "canary.once@example.org"):
        factories.letter(to=address, subject="Dear Canary", body="Dear Canary", calendar="ATTENDEE:canary")
    factories.document(by=person)
    learn(person)
    certify(person, past)
    audit.record("something_done", about="site", by=person, at=AT)
    return person


def learn(person):
    module = factories.module()
    section = module.sections.first()
    SectionRead.objects.create(person=person, section=section, at=AT)
    Dwell.objects.create(person=person, section=section, device=uuid4(), seconds=40)
    Progress.objects.create(person=person, module=module, section=section, started_at=AT, at=AT)
    factories.note(section, person=person, text="Canary note", quote="Canary quoted")
    be_tested(person, factories.quiz(module, questions=1))
    give_an_opinion(person, module.course)
    feed = LrsFeed.objects.create(course=module.course, since=AT, read_until=AT)
    LrsStatement.objects.create(id=uuid4(), feed=feed, person=person, body={"actor": "canary"}, next_at=AT)


def be_tested(person, quiz):
    """One try handed in, one begun, and more time allowed."""
    quizzes.submit(quizzes.start(quiz, person=person, at=AT), at=AT)
    quizzes.start(quiz, person=person, at=AT)
    quizzes.allow(quiz, person, extra_minutes=5, reason="The canary asked", by=None, at=AT)


def give_an_opinion(person, course):
    evaluation = factories.survey(course)
    question = factories.survey_question(evaluation)
    surveys.fill_in(evaluation, person=person, answers={question.code: 4}, at=AT)
    follow_up = factories.survey(course, kind=SurveyKind.FOLLOW_UP)
    asking.ask(follow_up, person, at=AT)


def certify(person, event):
    factories.attendance(event, person=person)
    certificates.choose_name(person, name=person.name, name_other="Канарейкин Canary", at=AT)
    certificates.issue(factories.award(event), person, by=None, at=AT)


def traces(word):
    """Where the word stands, in whatever row and field of the database; files are read too."""
    for model in apps.get_models():
        fields = [field.attname for field in model._meta.concrete_fields]
        for row in model.objects.values(*fields):
            for name, value in row.items():
                text = bytes(value).decode(errors="replace") if isinstance(value, (bytes, memoryview)) else str(value)
                if word in text.lower():
                    yield f"{model._meta.label}.{name}"


def test_every_room_tells_what_it_knows(canary):
    rooms = [import_module(path) for path in settings.PERSONAL_DATA]
    told = {name: value for room in rooms for name, value in room.collect(canary).items()}
    empty = [name for name, value in told.items() if not value]
    assert empty == ["second_factors", "teams"]
    assert [word for word in WORDS if word not in str(told)] == []


WORDS = ("Canary answer", "canary.pdf", "something_done", "Canary note", "The canary asked", "Канарейкин Canary")


def test_whoever_is_erased_has_left_no_trace(canary):
    assert len(set(traces("canary"))) > 15
    actions.erase(canary, by=canary, at=AT)
    assert list(traces("canary")) == []
    assert not Person.objects.filter(code=canary.code).exists()


def test_what_people_said_and_were_awarded_still_counts_after_one_is_erased(canary):
    actions.erase(canary, by=canary, at=AT)
    evaluation, follow_up = (Survey.objects.get(kind=kind) for kind in ("evaluation", "follow_up"))
    assert (evaluation.filled_count, follow_up.asked_count) == (1, 1)
    assert list(Opinion.objects.values_list("number", flat=True)) == [4]
    assert Certificate.objects.live().filter(person=None, name="").count() == 1


def test_figures_of_a_past_event_are_the_same_after_somebody_is_erased(canary):
    event = Registration.objects.of(canary).get(event__slug="past").event
    factories.registration(event)
    actions.erase(canary, by=canary, at=AT)
    event.refresh_from_db()
    confirmed = Registration.objects.filter(event=event).confirmed()
    assert (confirmed.count(), confirmed.filter(country="KZ").count(), event.seats_taken) == (2, 2, 2)


def test_the_seat_of_whoever_is_erased_goes_to_the_next_in_line(canary):
    event = Registration.objects.of(canary).get(event__slug="ahead").event
    event.capacity = 1
    event.save(update_fields=["capacity"])
    waiting = factories.registration(event, state=RegistrationState.WAITING)
    actions.erase(canary, by=canary, at=AT)
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.CONFIRMED
