from datetime import UTC, datetime

import pytest
from django.urls import reverse

from courseware.surveys import actions
from courseware.surveys.models import Survey
from courseware.surveys.standing import results
from courseware.surveys.states import SurveyState
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def organizer(client):
    organizer = factories.person()
    client.force_login(organizer)
    return organizer


@pytest.fixture
def survey(organizer):
    return factories.survey(factories.course(team=factories.team(organizer=organizer)))


@pytest.fixture
def rating(survey):
    return factories.survey_question(survey)


def answered(n, survey, answers):
    """So many people who all say the same."""
    for _ in range(n):
        given = {question.code: value for question, value in answers.items()}
        actions.fill_in(survey, person=factories.person(), answers=given, at=AT)
    survey.refresh_from_db()


def page(client, survey, name="results"):
    return client.get(reverse(f"surveys:{name}", args=[survey.code]))


def test_a_survey_is_begun_from_the_page_of_its_course(client, organizer):
    course = factories.course(team=factories.team(organizer=organizer))
    url = reverse("surveys:of_course", args=[course.slug])
    assert client.get(url).content.count(b"Begin with our questions") == 2
    begun = client.post(url, {"kind": "evaluation"}, follow=True)
    assert b"It was useful for my work." in begun.content
    assert client.get(url).content.count(b"Begin with our questions") == 1


def test_the_address_to_hand_out_stands_on_the_desk(client, organizer):
    event = factories.event(team=factories.team(organizer=organizer))
    shown = page(client, factories.survey(event), "desk").content.decode()
    assert f"/events/{event.slug}/evaluation/" in shown
    assert reverse("registration:rules", args=[event.slug]) in shown


def test_a_question_is_written_in_every_language(client, survey):
    url = reverse("surveys:question_add", args=[survey.code])
    given = {"kind": "choice", "words_en": "How?", "words_ru": "Как?", "choices_en": "Well\nBadly"}
    wrong = client.post(url, given | {"choices_ru": "Хорошо"})
    assert (wrong.status_code, survey.questions.count()) == (422, 0)
    assert client.post(url, given | {"choices_ru": "Хорошо\nПлохо"}).status_code == 302
    assert survey.questions.get().choices == {"en": ["Well", "Badly"], "ru": ["Хорошо", "Плохо"]}


@pytest.mark.parametrize("given", [{}, {"words_en": "How?", "kind": "choice"}, {"words_en": "?", "kind": "none"}])
def test_a_question_that_cannot_be_asked_is_not_kept(client, survey, given):
    answer = client.post(reverse("surveys:question_add", args=[survey.code]), {"kind": "text"} | given)
    assert (answer.status_code, survey.questions.count()) == (422, 0)


def test_the_weeks_of_a_follow_up_are_set(client, survey):
    later = factories.survey(survey.course, kind="follow_up")
    url = reverse("surveys:desk", args=[later.code])
    assert client.post(url, {"weeks": "200"}).status_code == 422
    assert client.post(url, {"weeks": "10", "greeting_en": "Hello"}).status_code == 302
    later.refresh_from_db()
    assert (later.weeks, later.greeting) == (10, "Hello")


def test_a_survey_is_opened_and_closed(client, survey, rating):
    url = reverse("surveys:move", args=[survey.code])
    client.post(url, {"state": "closed"})
    survey.refresh_from_db()
    assert survey.state == SurveyState.CLOSED


def test_a_survey_of_nothing_is_not_opened_and_says_why(client, survey):
    Survey.objects.update(state=SurveyState.DRAFT)
    shown = client.post(reverse("surveys:move", args=[survey.code]), {"state": "open"}, follow=True)
    assert b"Add at least one question first." in shown.content


def test_nothing_is_shown_of_fewer_than_five(client, survey, rating):
    answered(4, survey, {rating: 5})
    assert results(survey) == []
    assert b"Results are shown from 5 people on" in page(client, survey).content


def test_from_five_on_bars_and_means_are_shown(client, survey, rating):
    answered(4, survey, {rating: 5})
    answered(1, survey, {rating: 3})
    (result,) = results(survey)
    assert (result.n, result.mean) == (5, 4.6)
    assert [(bar.n, bar.percent) for bar in result.bars] == [(0, 0), (0, 0), (1, 20), (0, 0), (4, 80)]


def test_a_question_that_few_answered_stays_hidden(client, survey, rating):
    other = factories.survey_question(survey, kind="yes_no")
    answered(4, survey, {rating: 5, other: 1})
    answered(1, survey, {rating: 5})
    assert [result.is_hidden for result in results(survey)] == [False, True]


def test_words_are_shown_once_five_people_were_asked_for_them(client, survey, rating):
    answered(5, survey, {rating: 5})
    words = factories.survey_question(survey, kind="text")
    answered(1, survey, {rating: 5, words: "The lake"})
    assert b"The lake" not in page(client, survey).content
    answered(4, survey, {rating: 5})
    assert b"The lake" in page(client, survey).content


def test_an_earlier_wording_keeps_its_answers_in_the_results(client, survey, rating):
    answered(5, survey, {rating: 2})
    newer = actions.correct_question(rating, actions.QuestionText("rating", {"en": "Anew"}), by=None, at=AT)
    answered(5, survey, {newer: 5})
    assert [(str(result.question), result.mean) for result in results(survey)] == [("Anew", 5), (str(rating), 2)]


def test_how_many_could_have_answered_is_told(client, organizer):
    event = factories.event(team=factories.team(organizer=organizer))
    for _ in range(10):
        factories.registration(event)
    survey = factories.survey(event)
    answered(5, survey, {factories.survey_question(survey): 4})
    assert b"That is 50 % of the 10 who took part." in page(client, survey).content


def test_the_file_holds_a_line_for_each_choice_and_text(client, survey, rating):
    words = factories.survey_question(survey, kind="text")
    answered(5, survey, {rating: 5, words: "=SUM(A1)"})
    lines = page(client, survey, "results_csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 5 + 5
    assert lines[5] == f"{rating},present,5,5,5,100"
    assert lines[6] == f"{words},present,5,'=SUM(A1)"


def test_the_file_of_four_people_is_empty(client, survey, rating):
    answered(4, survey, {rating: 5})
    assert len(page(client, survey, "results_csv").content.decode().splitlines()) == 1


def test_the_preview_shows_the_form_and_sends_nothing(client, survey, rating):
    shown = page(client, survey, "preview").content.decode()
    assert str(rating) in shown
    assert "<button>Send" not in shown
