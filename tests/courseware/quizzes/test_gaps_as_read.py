"""A sentence with gaps is shown as people read it: no list holds the marks that it is written with."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions, personal_data
from courseware.quizzes.items import as_read, in_brief, paragraphs_of
from courseware.quizzes.models import Quiz
from tests import factories
from tests.courseware.quizzes.kinds import RIGHT, TEXTS
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()
READ = "The (1) ____ ends in the (2) ____."


@pytest.fixture
def question(module):
    return actions.add_question(module.course, TEXTS["cloze"], module=module, by=None, at=AT)


@pytest.fixture
def quiz(module, question):
    made = actions.set_up_quiz(module.course, module=module, behaviour="deferred", by=None, at=AT)
    actions.set_slots(made, [actions.SlotText(question=question)], by=None, at=AT)
    return made


def handed_in(quiz, person, answer=RIGHT["cloze"]):
    attempt = actions.start(quiz, person=person, at=AT)
    actions.answer(attempt, 1, answer, at=AT)
    return actions.submit(attempt, at=AT)


@pytest.mark.parametrize(
    ("kind", "stem", "read"),
    [
        ("cloze", "The [[1]] ends in the [[2]].", READ),
        ("cloze", "It ends in the [[1]].", "It ends in the ____."),
        ("single", "What does [[1]] mean?", "What does [[1]] mean?"),
    ],
)
def test_a_gap_is_a_line_to_write_on_numbered_where_there_are_several(kind, stem, read):
    assert as_read(kind, stem) == read


@pytest.mark.parametrize("page", ["bank", "slots", "questions", "tries"])
def test_no_page_of_the_desk_shows_the_marks_of_gaps(client, quiz, question, page):
    course, module = quiz.course.slug, quiz.module.slug
    found = {
        "bank": reverse("quizzes:bank", args=[course]),
        "slots": reverse("quizzes:slots", args=[course, quiz.code]),
        "questions": reverse("quizzes:questions", args=[course, module]) + f"?question={question.code}",
        "tries": reverse("quizzes:regrades", args=[course, quiz.code]),
    }
    shown = words(client.get(found[page]))
    assert "[[" not in shown and (READ in shown or page == "tries")


def test_the_bench_says_which_gap_a_choice_is_for(client, quiz, question):
    page = reverse("quizzes:questions", args=[quiz.course.slug, quiz.module.slug]) + f"?question={question.code}"
    assert "<span>(2) Caspian</span>" in words(client.get(page))


def test_a_regrade_shows_sentences_as_they_are_read(client, quiz, question):
    handed_in(quiz, factories.person())
    for gap, right in ((1, 2), (2, 4)):
        question.choices.filter(gap=gap).update(correct=False)
        question.choices.filter(gap=gap, key=right).update(correct=True)
    made = actions.prepare_regrade(quiz, reason="The key was wrong", by=None, at=AT)
    shown = words(client.get(reverse("quizzes:regrade", args=[quiz.course.slug, quiz.code, made.code])))
    assert READ in shown and "[[" not in shown


def test_item_analysis_shows_sentences_as_they_are_read_and_so_does_its_table(client, quiz):
    for _ in range(10):
        handed_in(quiz, factories.person())
    address = [quiz.course.slug, quiz.code]
    shown = words(client.get(reverse("quizzes:items", args=address)))
    assert READ in shown and "[[" not in shown
    table = client.get(reverse("quizzes:items_csv", args=address)).content.decode("utf-8-sig")
    assert any(READ in row for row in csv.reader(io.StringIO(table)))


def test_the_file_of_own_data_holds_sentences_as_they_were_read(quiz):
    person = factories.person()
    handed_in(quiz, person)
    assert personal_data.collect(person)["quiz_attempts"][0]["answers"][0]["question"] == READ


def test_the_button_that_checks_an_answer_names_the_sentence_as_it_is_read(client, quiz, organizer):
    Quiz.objects.update(layout="all", behaviour="immediate")
    actions.start(quiz, person=organizer, at=AT)
    shown = words(client.get(reverse("quizzes:question", args=[quiz.course.slug, quiz.code, 1])))
    assert f'Check this answer<span class="sr">: {READ}' in shown


def test_what_an_export_leaves_out_is_named_as_it_is_read(client, question):
    factories.question(question.module)
    shown = words(client.get(reverse("exchange:export", args=[question.course.slug, "gift"])))
    assert READ in shown and "[[" not in shown


def test_what_a_file_brings_is_shown_as_it_is_read(client, module):
    text = "The {1:MULTICHOICE:=Amu Darya~Volga} ends in the {1:MULTICHOICE:=Aral~Caspian}."
    question = f'<question type="cloze"><questiontext format="plain_text"><text>{text}</text></questiontext></question>'
    upload = factories.question_upload(
        module.course, f"<quiz>{question}</quiz>".encode(), format="moodle", name="questions.xml"
    )
    shown = words(client.get(reverse("exchange:preview", args=[module.course.slug, upload.code])))
    assert READ in shown and "(2) Caspian" in shown and "[[" not in shown


PASSAGE = "The total was just below the figure of 2019, the highest since the series began in 1974. " * 3


def test_a_passage_below_a_question_is_told_from_what_is_asked():
    assert paragraphs_of("Which year?\n\n“It began in ____.”") == [
        ("Which year?", False),
        ("“It began in ____.”", True),
    ]
    assert paragraphs_of("“Who goes there?” is asked by whom?") == [("“Who goes there?” is asked by whom?", False)]
    assert paragraphs_of("One.\r\n\r\nTwo.") == [("One.", False), ("Two.", False)]


def test_in_a_list_a_question_is_told_by_the_words_around_its_gap():
    brief = in_brief(f"In “Ports”: which year?\n\n“{PASSAGE}It fell in ____. {PASSAGE}”")
    assert "It fell in ____." in brief
    assert brief.startswith("… ") and brief.endswith(" …")
    assert len(brief.split()) < 30


def test_in_a_list_a_short_question_stands_as_it_is():
    assert in_brief("Which river?") == "Which river?"
    assert in_brief("In “Ports”: true or false?\n\n“It fell.”") == "“It fell.”"
    assert in_brief("") == ""
