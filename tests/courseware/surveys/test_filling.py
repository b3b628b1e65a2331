from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from accounts.people.models import Person
from courseware.certificates.standing import record_of
from courseware.surveys import actions
from courseware.surveys.errors import AlreadyFilledIn, NothingAnswered, NotOffered, SurveyClosed
from courseware.surveys.models import Answer, Filled, Survey
from courseware.surveys.states import SurveyState
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 12, 30, 15, tzinfo=UTC)


@pytest.fixture
def survey():
    return factories.survey()


@pytest.fixture
def rating(survey):
    return factories.survey_question(survey)


def fill(survey, *answers, person=None, at=AT):
    given = {question.code: value for question, value in answers}
    actions.fill_in(survey, person=person or factories.person(), answers=given, at=at)


def test_it_is_kept_who_filled_in_and_what_was_answered(survey, rating):
    person = factories.person()
    fill(survey, (rating, 4), person=person)
    assert (Filled.objects.get().person, Answer.objects.get().number) == (person, 4)
    survey.refresh_from_db()
    assert survey.filled_count == 1


def test_nothing_leads_from_an_answer_to_a_person_or_a_moment():
    """Neither a key nor a time: the only key of an answer is its question, and of that the survey."""
    fields = {field.name: field for field in Answer._meta.concrete_fields}
    assert set(fields) == {"id", "question", "number", "text"}
    reached, waiting = set(), [Answer]
    while waiting:
        model = waiting.pop()
        found = {field.related_model for field in model._meta.concrete_fields if field.is_relation} - reached
        reached |= found & {apps.get_model("surveys", name) for name in ("Question", "Survey")}
        waiting += [each for each in found if each._meta.app_label == "surveys"]
        assert not any(isinstance(field, models.DateTimeField) for field in model._meta.fields if model is Answer)
    assert Person not in reached
    assert Filled not in reached


def test_who_filled_in_is_kept_with_the_day_alone(survey, rating):
    fill(survey, (rating, 4))
    assert str(Filled.objects.get().on) == "2026-03-01"
    assert not any(isinstance(field, models.DateTimeField) for field in Filled._meta.fields)


def test_answers_do_not_stand_in_the_order_of_their_coming(survey, rating):
    for number in range(40):
        fill(survey, (rating, 1 + number % 5), person=factories.person())
    assert [row.number for row in Answer.objects.order_by("pk")] != [1 + n % 5 for n in range(40)]


def test_the_trail_does_not_tell_who_filled_in_when(survey, rating):
    audit = apps.get_model("audit", "AuditEntry")
    before = audit.objects.count()
    fill(survey, (rating, 4))
    assert audit.objects.count() == before


def test_a_survey_counts_once_for_each_person(survey, rating):
    person = factories.person()
    fill(survey, (rating, 4), person=person)
    with pytest.raises(AlreadyFilledIn):
        fill(survey, (rating, 1), person=person)
    survey.refresh_from_db()
    assert (survey.filled_count, [row.number for row in Answer.objects.all()]) == (1, [4])


def test_the_database_holds_that_it_counts_once(survey):
    person = factories.person()
    Filled.objects.create(survey=survey, person=person, on=AT.date())
    with pytest.raises(IntegrityError), transaction.atomic():
        Filled.objects.create(survey=survey, person=person, on=AT.date())


def test_a_closed_survey_keeps_nothing(survey, rating):
    Survey.objects.update(state=SurveyState.CLOSED)
    with pytest.raises(SurveyClosed):
        fill(survey, (rating, 4))
    assert not Filled.objects.exists()


def test_at_least_one_question_is_answered(survey, rating):
    words = factories.survey_question(survey, kind="text")
    with pytest.raises(NothingAnswered):
        fill(survey, (rating, None), (words, "  "))


@pytest.mark.parametrize("value", [0, 6, "five"])
def test_only_what_is_offered_can_be_answered(survey, rating, value):
    with pytest.raises(NotOffered):
        fill(survey, (rating, value))


def test_a_question_of_another_survey_is_not_answered_here(survey, rating):
    with pytest.raises(NotOffered):
        fill(survey, (factories.survey_question(factories.survey()), 3))


def test_what_is_left_out_is_asked_and_not_answered(survey, rating):
    other = factories.survey_question(survey, kind="yes_no")
    fill(survey, (rating, 4))
    other.refresh_from_db()
    assert (other.asked, other.answers.count()) == (1, 0)


def test_an_answer_to_a_wording_just_replaced_stays_with_it(survey, rating):
    text = actions.QuestionText("rating", {"en": "In other words"})
    fill(survey, (rating, 4))
    newer = actions.correct_question(rating, text, by=None, at=AT)
    fill(survey, (rating, 2))
    rating.refresh_from_db()
    newer.refresh_from_db()
    assert (rating.asked, rating.answers.count(), newer.asked, newer.answers.count()) == (2, 2, 1, 0)


def filled_in(person, subject):
    award = factories.award(subject, evaluation=True)
    return record_of([award], [person.pk], today=AT.date()).lacks_opinion(award, person.pk) == []


def test_certificates_learn_whether_the_evaluation_was_filled_in(survey, rating):
    person, other = factories.person(), factories.person()
    fill(survey, (rating, 4), person=person)
    assert filled_in(person, survey.course)
    assert not filled_in(other, survey.course)
    assert not filled_in(person, factories.event(team=survey.course.team))


def test_a_follow_up_is_no_evaluation():
    survey, person = factories.survey(kind="follow_up"), factories.person()
    Filled.objects.create(survey=survey, person=person, on=AT.date())
    assert not filled_in(person, survey.course)


@pytest.mark.parametrize("of", [{}, {"course": True, "event": True}])
def test_a_survey_is_of_a_course_or_of_an_event(of):
    made = {"course": factories.course, "event": factories.event}
    with pytest.raises(IntegrityError), transaction.atomic():
        Survey.objects.create(kind="evaluation", created_at=AT, **{name: made[name]() for name in of})
