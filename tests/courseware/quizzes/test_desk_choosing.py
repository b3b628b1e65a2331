"""Questions are found in the bank, ticked, and added to a quiz."""

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.desk.bank import ON_A_PAGE
from courseware.quizzes.states import Difficulty, Purpose, Review
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()
HTMX = {"HX-Request": "true"}


@pytest.fixture
def quiz(module):
    return factories.quiz(module)


def asked(module, *stems, **fields):
    return [factories.question(module, stem=stem, **fields) for stem in stems]


def at(quiz, name="choose"):
    return reverse(f"quizzes:{name}", args=[quiz.course.slug, quiz.code])


def codes(questions):
    return [str(each.code) for each in questions]


def test_several_are_ticked_and_added_at_once_in_the_order_of_the_bank(client, quiz):
    one, two, _three = asked(quiz.module, "One?", "Two?", "Three?")
    sent = {"questions": codes([two, one]), "points": "1/2"}
    assert client.post(at(quiz), sent).status_code == 302
    assert [(slot.question, str(slot.points)) for slot in quiz.slots.all()] == [(one, "1/2"), (two, "1/2")]


def test_only_approved_questions_that_are_not_in_the_quiz_are_offered(client, quiz):
    held, _free = asked(quiz.module, "Held?", "Free?")
    asked(quiz.module, "Drafted?", review=Review.DRAFTED)
    factories.question(stem="Foreign?")
    actions.set_slots(quiz, [actions.SlotText(question=held)], by=None, at=AT)
    page = words(client.get(at(quiz)))
    assert "Free?" in page and not any(stem in page for stem in ("Held?", "Drafted?", "Foreign?"))


@pytest.mark.parametrize(
    "narrowed",
    [{"words": "danube"}, {"module": "-"}, {"tag": "law"}, {"kind": "multiple"}, {"difficulty": str(Difficulty.HARD)}],
)
def test_the_list_is_narrowed_down(client, quiz, narrowed):
    asked(quiz.module, "Which volcano?")
    wanted = factories.question(course=quiz.course, stem="The Danube?", right=("A", "B"), difficulty=Difficulty.HARD)
    actions.tag([wanted], ["law"], by=None, at=AT)
    page = words(client.get(at(quiz), narrowed))
    assert "The Danube?" in page and "Which volcano?" not in page


def test_nothing_that_fits_leads_back_to_all(client, quiz):
    asked(quiz.module, "One?")
    assert "No question fits" in words(client.get(at(quiz), {"words": "volcano"}))


def test_a_bank_that_has_nothing_left_says_so(client, quiz):
    assert "No question is left to choose" in words(client.get(at(quiz)))


def test_a_long_bank_is_leafed_through_and_the_filter_stays(client, quiz):
    asked(quiz.module, *(f"River {n:02}?" for n in range(ON_A_PAGE + 3)))
    first = words(client.get(at(quiz), {"words": "river"}))
    assert first.count('name="questions"') == ON_A_PAGE and "?words=river&amp;page=2" in first
    assert words(client.get(at(quiz), {"words": "river", "page": "2"})).count('name="questions"') == 3


def test_after_adding_one_is_back_at_the_same_list(client, quiz):
    [question] = asked(quiz.module, "River?")
    answer = client.post(at(quiz) + "?words=river&page=2", {"questions": codes([question]), "points": "1"})
    assert answer["Location"] == at(quiz) + "?words=river&page=2"


def test_what_was_ticked_on_another_page_is_carried_along_and_can_be_unticked(client, quiz):
    ticked, _other = asked(quiz.module, "Ticked?", "Volcano?")
    page = words(client.get(at(quiz), {"words": "volcano", "questions": codes([ticked])}, headers=HTMX))
    assert "Ticked before" in page and f'value="{ticked.code}" checked' in page
    assert page.startswith('<div id="found">') and "questions=" not in page


def test_a_page_that_is_gone_back_to_is_whole(client, quiz):
    answer = client.get(at(quiz), headers=HTMX | {"HX-History-Restore-Request": "true"})
    assert "<title>" in words(answer)


@pytest.mark.parametrize("wrong", [{}, {"questions": "no-code", "points": "1"}, {"points": "many"}])
def test_what_cannot_be_added_is_said_and_the_ticks_stay(client, quiz, wrong):
    [question] = asked(quiz.module, "River?")
    answer = client.post(at(quiz), {"questions": codes([question])} | {"points": "no"} | wrong)
    assert answer.status_code == 422 and 'role="alert"' in words(answer)
    assert (f'value="{question.code}" checked' in words(answer)) == ("questions" not in wrong)
    assert not quiz.slots.exists()


def test_whoever_chooses_for_a_quiz_that_asks_its_whole_module_is_told_what_changes(client, quiz):
    [question] = asked(quiz.module, "River?")
    assert "asks every approved question of its module" in words(client.get(at(quiz)))
    client.post(at(quiz), {"questions": codes([question]), "points": "1"})
    assert "asks every approved question of its module" not in words(client.get(at(quiz)))


def test_a_test_that_asks_what_another_says_is_not_chosen_for(client, module):
    before = factories.course_test(module.course)
    after = factories.course_test(module.course, purpose=Purpose.POST, blueprint=before)
    [question] = asked(module, "River?")
    assert client.post(at(after), {"questions": codes([question]), "points": "1"})["Location"] == at(after, "slots")
    assert not after.slots.exists()


@pytest.mark.parametrize("name", ["choose", "slots"])
def test_the_queries_do_not_grow_with_the_bank(client, quiz, queries_of, name):
    asked(quiz.module, "One?")
    few = queries_of(at(quiz, name))
    many = asked(quiz.module, *(f"River {n}?" for n in range(2 * ON_A_PAGE)))
    actions.tag(many, ["law", "water"], by=None, at=AT)
    assert queries_of(at(quiz, name)) == few


def test_the_page_of_slots_does_not_list_the_bank(client, quiz):
    asked(quiz.module, "River?")
    page = words(client.get(at(quiz, "slots")))
    assert "River?" not in page and at(quiz) in page
