import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.models import Attempt
from courseware.quizzes.states import Behaviour, Layout
from courseware.reading.states import Access
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def quiz():
    return factories.quiz(questions=3)


@pytest.fixture
def attempt(quiz, reader):
    return actions.start(quiz, person=reader, at=AT)


@pytest.fixture
def on_one_page(quiz, attempt):
    quiz.layout, quiz.behaviour = Layout.ALL, Behaviour.DEFERRED
    quiz.save()
    return attempt


def at(name, quiz, *more) -> str:
    return reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.code, *more])


def choosing(attempt, position, *texts) -> dict[str, list[int]]:
    response = attempt.responses.get(position=position)
    keys = response.question.choices.filter(text__in=texts).values_list("key", flat=True)
    return {f"q{position}-choice": list(keys), f"q{position}-sequence": response.sequence + 1}


def send(client, attempt, position, *texts, **how):
    return client.post(at("question", attempt.quiz, position), choosing(attempt, position, *texts), **how)


@pytest.mark.parametrize("name", ["quiz", "question", "submit", "result"])
def test_strangers_are_asked_to_sign_in(name, client, quiz):
    more = {"question": [1], "result": ["00000000-0000-4000-8000-000000000000"]}.get(name, [])
    answer = client.post(at(name, quiz, *more)) if name == "submit" else client.get(at(name, quiz, *more))
    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"]


def test_the_first_page_says_what_to_expect(client, reader, quiz):
    page = words(client.get(at("quiz", quiz)))
    assert "70 % right" in page
    assert "Start the quiz" in page
    assert not Attempt.objects.exists()


def test_a_module_without_approved_questions_has_no_quiz(client, reader):
    quiz = factories.quiz()
    assert "no quiz yet" in words(client.get(at("quiz", quiz)))
    client.post(at("start", quiz))
    assert not Attempt.objects.exists()


def test_starting_leads_to_the_first_question_and_resuming_to_the_first_open_one(client, reader, quiz):
    assert client.post(at("start", quiz))["Location"] == at("question", quiz, 1)
    send(client, Attempt.objects.get(), 1, "Right")
    assert client.post(at("start", quiz))["Location"] == at("question", quiz, 2)
    assert "1 of 3 answered" in words(client.get(at("quiz", quiz)))


def test_a_question_shows_neither_key_nor_feedback_before_the_answer(client, attempt):
    page = words(client.get(at("question", attempt.quiz, 1)))
    assert 'type="radio"' in page
    assert "Passage" not in page
    assert "About “" not in page


def test_a_question_with_several_answers_has_boxes(client, reader):
    quiz = factories.quiz()
    factories.question(quiz.module, right=("A", "B"))
    actions.start(quiz, person=reader, at=AT)
    assert words(client.get(at("question", quiz, 1))).count('type="checkbox"') == 3


def test_a_right_answer_is_told_with_the_passage_and_where_it_stands(client, attempt):
    question = attempt.responses.get(position=1).question
    question.section = factories.section(question.module)
    question.save()
    page = words(send(client, attempt, 1, "Right", follow=True))
    assert "Your answer, right" in page
    assert question.passage in page
    assert f"#{question.section.anchor}:~:text=" in page
    assert at("question", attempt.quiz, 2) in page


def test_a_wrong_answer_shows_the_right_one_and_each_feedback(client, attempt):
    page = words(send(client, attempt, 1, "Wrong", follow=True))
    assert all(each in page for each in ("Not right.", "Your answer, wrong", "Right answer", "About “Wrong”."))


def test_an_empty_answer_is_asked_for_again(client, attempt):
    answer = client.post(at("question", attempt.quiz, 1))
    assert answer.status_code == 422
    assert "Choose an answer." in words(answer)
    assert attempt.responses.get(position=1).answered_at is None


@pytest.mark.parametrize("value", ["999999", "x", ""])
def test_a_made_up_answer_is_refused(client, attempt, value):
    assert client.post(at("question", attempt.quiz, 1), {"q1-choice": value}).status_code == 422
    assert attempt.responses.get(position=1).answered_at is None


def test_an_answer_sent_twice_is_kept_once(client, attempt):
    assert send(client, attempt, 1, "Right").status_code == send(client, attempt, 1, "Right").status_code == 302
    assert (attempt.responses.get(position=1).answer, attempt.responses.get(position=1).sequence) == ([1], 1)


def test_an_answer_cannot_be_changed_once_its_feedback_was_shown(client, attempt):
    send(client, attempt, 1, "Wrong")
    answer = send(client, attempt, 1, "Right")
    assert answer.status_code == 422
    assert "stays as it is" in words(answer)
    assert attempt.responses.get(position=1).is_right is False


def test_a_question_beyond_the_last_is_not_found(client, attempt):
    assert client.get(at("question", attempt.quiz, 4)).status_code == 404


def test_without_a_try_a_question_leads_to_the_first_page(client, reader, quiz):
    assert client.get(at("question", quiz, 1))["Location"] == at("quiz", quiz)


def test_the_order_of_choices_stays_the_same_within_a_try(client, attempt):
    pages = [words(client.get(at("question", attempt.quiz, 1))) for _ in range(3)]
    assert len({page.index("<span>Right</span>") < page.index("<span>Wrong</span>") for page in pages}) == 1


def test_finishing_with_open_questions_asks_first_and_lists_them(client, attempt):
    send(client, attempt, 2, "Right")
    answer = client.post(at("submit", attempt.quiz))
    assert answer.status_code == 422
    page = words(answer)
    assert "2 questions are not answered yet" in page
    assert [at("question", attempt.quiz, n) in page for n in (1, 2, 3)] == [True, False, True]
    attempt.refresh_from_db()
    assert attempt.submitted_at is None


def test_finishing_anyway_counts_open_questions_as_wrong(client, attempt):
    send(client, attempt, 2, "Right")
    page = words(client.post(at("submit", attempt.quiz), {"anyway": "yes"}, follow=True))
    assert "1 of 3 right, 33 %." in page
    assert "Not passed yet" in page
    assert page.count("not answered") == 2


def test_finishing_twice_leads_to_the_same_result(client, attempt):
    for position in (1, 2, 3):
        send(client, attempt, position, "Right")
    first, second = (client.post(at("submit", attempt.quiz)) for _ in range(2))
    assert first["Location"] == second["Location"] == at("result", attempt.quiz, attempt.code)
    assert "Passed" in words(client.get(first["Location"]))


def test_answering_after_finishing_says_that_the_try_is_over(client, attempt):
    actions.submit(attempt, at=AT)
    page = words(send(client, attempt, 1, "Right", follow=True))
    assert "This try is finished" in page
    assert not attempt.responses.exclude(answered_at=None).exists()


def test_finishing_without_any_try_is_not_found(client, reader, quiz):
    assert client.post(at("submit", quiz)).status_code == 404


def test_a_finished_try_is_listed_and_can_be_followed_by_another(client, attempt):
    actions.submit(attempt, at=AT)
    page = words(client.get(at("quiz", attempt.quiz)))
    assert at("result", attempt.quiz, attempt.code) in page
    assert "Try again" in page
    client.post(at("start", attempt.quiz))
    assert Attempt.objects.count() == 2


def test_another_persons_result_does_not_exist(client, attempt):
    actions.submit(attempt, at=AT)
    client.force_login(factories.person())
    assert client.get(at("result", attempt.quiz, attempt.code)).status_code == 404


def test_another_persons_open_try_is_never_shown(client, attempt):
    send(client, attempt, 1, "Right")
    client.force_login(factories.person())
    assert client.get(at("question", attempt.quiz, 1))["Location"] == at("quiz", attempt.quiz)


def test_an_open_try_has_no_result(client, attempt):
    assert client.get(at("result", attempt.quiz, attempt.code)).status_code == 404


def test_the_quiz_of_a_course_that_is_not_open_is_not_found(client, reader, quiz):
    quiz.module.course.access = Access.TEAM
    quiz.module.course.save()
    assert client.get(at("quiz", quiz)).status_code == client.post(at("start", quiz)).status_code == 404


def test_on_one_page_all_questions_stand_together_without_feedback(client, on_one_page):
    page = words(client.get(at("question", on_one_page.quiz, 1)))
    assert page.count("<fieldset") == 3
    assert "About “" not in page


def test_on_one_page_saving_keeps_what_is_answered_and_leaves_the_rest_open(client, on_one_page):
    given = choosing(on_one_page, 1, "Wrong") | {"q2-sequence": "1"}
    client.post(at("question", on_one_page.quiz, 1), given)
    assert list(on_one_page.responses.unanswered().values_list("position", flat=True)) == [2, 3]


def test_on_one_page_finishing_saves_what_stands_there(client, on_one_page):
    send(client, on_one_page, 1, "Wrong")
    given = choosing(on_one_page, 1, "Right") | choosing(on_one_page, 2, "Right") | choosing(on_one_page, 3, "Wrong")
    page = words(client.post(at("submit", on_one_page.quiz), given, follow=True))
    assert "2 of 3 right, 66 %." in page


def test_on_one_page_an_answer_taken_away_is_asked_for(client, on_one_page):
    send(client, on_one_page, 1, "Right")
    answer = client.post(at("submit", on_one_page.quiz), {"q1-sequence": "2", "anyway": "yes"})
    assert answer.status_code == 422
    assert "Choose an answer." in words(answer)


@pytest.mark.parametrize("name", ["quiz", "question", "result"])
def test_pages_take_the_same_queries_for_one_question_and_for_three(name, client, reader, queries_of):
    counts = []
    for questions in (1, 3):
        attempt = actions.start(factories.quiz(questions=questions), person=reader, at=AT)
        if name == "result":
            actions.submit(attempt, at=AT)
        more = {"question": [1], "result": [attempt.code]}.get(name, [])
        counts.append(queries_of(at(name, attempt.quiz, *more)))
    assert counts[0] == counts[1]


def test_the_single_page_takes_the_same_queries_for_one_question_and_for_three(client, reader, queries_of):
    counts = []
    for questions in (1, 3):
        attempt = actions.start(factories.quiz(questions=questions, layout=Layout.ALL), person=reader, at=AT)
        counts.append(queries_of(at("question", attempt.quiz, 1)))
    assert counts[0] == counts[1]


def test_a_quiz_that_cannot_be_started_yet_says_why_and_leads_back_to_the_text(client, reader):
    quiz = factories.quiz()
    page = words(client.get(at("quiz", quiz)))
    assert "Its questions have not been approved yet" in page
    assert f'href="{reverse("reading:module", args=[quiz.module.course.slug, quiz.module.slug])}"' in page
    assert "Start the quiz" not in page
    assert "This module has no quiz yet" in words(client.post(at("start", quiz), follow=True))
