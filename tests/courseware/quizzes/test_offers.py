import pytest

from courseware.quizzes.models import Question
from tests import factories
from tests.courseware.quizzes.desk_pages import TWO, at, form
from tests.pages import words

pytestmark = pytest.mark.django_db

RIVERS = (
    "Boats stop at noon because the wind falls away over the lake. Ports close in winter because ice covers the docks. "
    "Trade grew faster because a new road was opened to the market."
)


def test_a_template_offers_what_the_text_says_elsewhere(client, module):
    factories.section(module, body=RIVERS)
    shown = words(client.get(at("add_question", module) + "?template=cause"))
    assert "Which reason does the text give for" in shown
    assert "ice covers the docks" in shown and 'name="take" value="0"' in shown


def test_an_offered_answer_fills_the_first_empty_row_and_saves_nothing(client, module):
    factories.section(module, body=RIVERS)
    given = form(("Amu Darya", True), ("", False), take="0")
    shown = words(client.post(at("add_question", module) + "?template=cause", given))
    assert "> ice covers the docks</textarea>" in shown
    assert not Question.objects.exists()


def test_taking_an_answer_finds_no_fault_yet_and_marks_it_as_taken(client, module):
    factories.section(module, body=RIVERS)
    answer = client.post(at("add_question", module) + "?template=cause", form(("", False), ("", False), take="0"))
    shown = words(answer)
    assert answer.status_code == 200 and 'role="alert"' not in shown
    assert 'name="take" value="0"' not in shown and ">taken</span>" in shown


@pytest.mark.parametrize("wish", ["?template=riddle", "?template=cause"])
def test_a_template_without_anything_to_offer_is_an_ordinary_form(client, module, wish):
    assert client.get(at("add_question", module) + wish).status_code == 200
    assert client.post(at("add_question", module) + wish, form(*TWO, take="99")).status_code == 200


def test_a_question_is_edited_beside_its_passage(client, module):
    section = factories.section(module, body=RIVERS)
    question = factories.question(module, section=section, passage="ice covers the docks")
    shown = words(client.get(at("edit_question", module, question.code)))
    assert "<mark>ice covers the docks</mark>" in shown
