"""What an award asks, and what is still missing for whom."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from courseware.certificates import actions
from courseware.certificates.errors import AwardInUse, NothingAsked
from courseware.certificates.models import Award
from courseware.certificates.standing import awards_to_come, candidates, certificates_to_come, record_of
from courseware.certificates.wording import ways
from courseware.reading.states import ModuleState, Shown
from tests import factories
from tests.courseware.certificates.earning import complete, course_test, evaluation, filled, passed
from tests.statements import statements

pytestmark = pytest.mark.django_db
AT = timezone.now()
TODAY = AT.date()


def lacks(award, person):
    found = record_of([award], [person.pk], today=TODAY).lacks(award, person.pk)
    return [(lack.code, lack.have, lack.asked) if lack.asked else lack.code for lack in found]


@pytest.fixture
def reader():
    return factories.person()


@pytest.fixture
def course():
    return factories.course()


def test_an_event_asks_first_to_be_registered_for_it(reader):
    assert lacks(factories.award(), reader) == ["registration"]


def test_minutes_that_nobody_recorded_are_told_apart_from_too_few(reader):
    award = factories.award(minutes=60)
    held = factories.registration(award.event, person=reader)
    assert lacks(award, reader) == [("minutes_unknown", 0, 60)]
    factories.attendance(award.event, person=reader, minutes=59)
    assert lacks(award, reader) == [("minutes", 59, 60)]
    held.attendance.minutes = 60
    held.attendance.save()
    assert lacks(award, reader) == []


def test_a_registration_that_was_withdrawn_counts_no_longer(reader):
    award = factories.award()
    factories.attendance(award.event, person=reader)
    award.event.registrations.update(state="withdrawn", holds_seat=False)
    assert lacks(award, reader) == ["registration"]


def test_every_published_module_has_to_be_complete(reader, course):
    award = factories.award(course)
    first, second = factories.module(course), factories.module(course)
    complete(first, reader, ModuleState.PASSED)
    complete(second, reader, ModuleState.FAILED)
    assert lacks(award, reader) == [("modules", 1, 2)]
    second.progress.update(state=ModuleState.COMPLETE, earned_at=AT)
    assert lacks(award, reader) == []


def test_drafts_and_language_versions_are_not_asked_for(reader, course):
    award, module = factories.award(course), factories.module(course)
    factories.module(course, state=Shown.DRAFT)
    factories.module(course, original=module, language="ru")
    complete(module, reader)
    assert lacks(award, reader) == []


def test_a_course_without_modules_gives_nothing_away(reader, course):
    assert lacks(factories.award(course), reader) == ["no_modules"]


def test_the_test_after_the_course_has_to_be_passed(reader, course):
    award = factories.award(course, all_modules=False, test_passed=True)
    assert lacks(award, reader) == ["no_test"]
    test = course_test(course)
    passed(test, reader, percent=40, passed=False)
    assert lacks(award, reader) == ["test"]
    passed(test, reader, percent=75)
    assert lacks(award, reader) == []


def test_the_best_passed_result_is_the_one_that_is_printed(reader, course):
    award, test = factories.award(course, test_passed=True), course_test(course)
    for percent in (75, 92, 80):
        passed(test, reader, percent=percent)
    assert record_of([award], [reader.pk], today=TODAY).score(award, reader.pk) == 92


def test_an_evaluation_has_to_be_filled_in(reader, course):
    award = factories.award(course, all_modules=False, evaluation=True)
    assert lacks(award, reader) == ["no_evaluation"]
    form = evaluation(course=course)
    assert lacks(award, reader) == ["evaluation"]
    filled(form, reader)
    assert lacks(award, reader) == []


def test_course_and_event_together_ask_for_both(reader, course):
    event = factories.event(team=course.team)
    award = factories.award(course, event=event, minutes=30)
    module = factories.module(course)
    assert lacks(award, reader) == ["registration", ("modules", 0, 1)]
    factories.attendance(event, person=reader, minutes=45)
    complete(module, reader)
    assert lacks(award, reader) == []


def test_somebody_without_a_name_has_to_give_one(reader):
    award, nameless = factories.award(), factories.person(name="")
    factories.attendance(award.event, person=nameless)
    assert lacks(award, nameless) == ["name"]
    actions.choose_name(nameless, name="Aliya Omarova", at=AT)
    assert lacks(award, nameless) == []


def test_somebody_whose_name_cannot_be_printed_is_told_which_letters(reader):
    award, unprintable = factories.award(issued="automatic"), factories.person(name="王小明")
    factories.attendance(award.event, person=unprintable)
    [way] = ways(awards_to_come(unprintable, today=TODAY), AT)
    assert [to_do.url for to_do in way.missing] == [reverse("certificates:name")]
    assert "王 小 明" in way.missing[0].words
    actions.choose_name(unprintable, name="Wang Xiaoming", at=AT)
    assert lacks(award, unprintable) == []


def test_looking_up_many_takes_no_more_queries_than_looking_up_one(course):
    award = factories.award(
        course, event=factories.event(team=course.team), minutes=30, test_passed=True, evaluation=True
    )
    people = [factories.person() for _ in range(4)]
    for person in people:
        factories.attendance(award.event, person=person)
    with statements() as one:
        record_of([award], [people[0].pk], today=TODAY)
    with statements() as several:
        record_of([award, award], [person.pk for person in people], today=TODAY)
    assert len(one) == len(several) <= 10


def test_the_person_is_told_of_awards_on_the_way(reader):
    award = factories.award()
    assert awards_to_come(reader, today=TODAY) == []
    factories.registration(award.event, person=reader)
    [to_come] = awards_to_come(reader, today=TODAY)
    assert to_come.award == award and [lack.code for lack in to_come.lacks] == ["minutes_unknown"]


def test_what_is_earned_or_closed_is_not_to_come(reader):
    earned, closed = factories.award(), factories.award(issued="closed")
    for award in (earned, closed):
        factories.attendance(award.event, person=reader)
    actions.issue(earned, reader, by=None, at=AT)
    assert awards_to_come(reader, today=TODAY) == []


def test_a_course_says_whether_awards_say_what_it_needs(reader, course):
    module = factories.module(course)
    factories.award(course)
    quiz = factories.quiz(module, questions=1)
    factories.attempt(quiz, person=reader)
    assert [standing.has_awards for standing in certificates_to_come(reader)] == [True]


def test_those_at_the_event_may_earn_it_and_those_who_only_read_may_not(reader, course):
    event = factories.event(team=course.team)
    award, guest = factories.award(course, event=event), factories.person()
    complete(factories.module(course), reader)
    factories.registration(event, person=guest)
    assert list(candidates(award)) == [guest]


def test_an_award_that_asks_for_nothing_is_refused_by_rule_and_database(course):
    award = factories.award(course)
    with pytest.raises(NothingAsked):
        actions.change_award(award, {"all_modules": False}, by=None, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.filter(pk=award.pk).update(all_modules=False)


def test_every_change_counts_up(course):
    award = factories.award(course)
    actions.change_award(award, {"title": "Another"}, by=None, at=AT)
    assert award.revision == 1


def test_an_award_that_somebody_has_cannot_be_removed(certificate):
    with pytest.raises(AwardInUse):
        actions.remove_award(certificate.award, by=None, at=AT)


def test_one_that_nobody_has_can(course):
    award = factories.award(course)
    actions.remove_award(award, by=None, at=AT)
    assert not Award.objects.exists()
