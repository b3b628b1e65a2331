from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.models import Question
from courseware.quizzes.states import Kind
from tests import factories
from tests.courseware.quizzes.kinds import TEXTS, of_every_kind
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def course(team):
    return factories.course(team=team)


def new(course):
    return reverse("quizzes:bank_add", args=[course.slug])


def page_of(question):
    return reverse("quizzes:bank_question", args=[question.course.slug, question.code])


def lines(*rows, **changes):
    data = {"stem": "Which river?", "difficulty": "2", "tags": "", "choices-TOTAL_FORMS": len(rows)}
    data |= {"choices-INITIAL_FORMS": 0, "kind": "single"} | changes
    return data | {f"choices-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}


def as_posted(text):
    """A question as its form sends it."""
    names = ("text", "match", "gap", "tolerance")
    rows = [
        {name: str(getattr(each, name)) for name in names if getattr(each, name)}
        | ({"correct": "on"} if each.correct else {})
        for each in text.choices
    ]
    return lines(*rows, kind=text.kind, stem=text.stem)


@pytest.mark.parametrize("kind", Kind.values)
def test_a_question_of_each_kind_is_written_in_the_bank(client, course, kind):
    assert client.get(new(course), {"kind": kind}).status_code == 200
    assert client.post(new(course), as_posted(TEXTS[kind])).status_code == 302
    [question] = Question.objects.all()
    assert (question.module, question.kind, question.review) == (None, kind, "approved")
    assert actions.as_text(question).item == TEXTS[kind].item


@pytest.mark.parametrize("kind", Kind.values)
def test_saving_a_question_as_it_stands_changes_nothing_and_keeps_its_keys(client, course, kind):
    question = next(each for each in of_every_kind(course) if each.kind == kind)
    before = question.item
    page = words(client.get(page_of(question)))
    assert "As trainees see it" in page
    sent = as_posted(TEXTS[kind]) | {f"choices-{n}-key": each.key for n, each in enumerate(before.options)}
    assert client.post(page_of(question), sent).status_code == 302
    assert Question.objects.prefetch_related("choices").get(pk=question.pk).item == before


def test_without_a_kind_the_page_asks_for_it_with_an_example_of_each(client, course):
    page = words(client.get(new(course)))
    assert all(f'value="{kind}"' in page for kind in Kind.values) and page.count("Example:") == 8


def test_the_kind_page_leads_on_to_a_question_of_a_module(client, course):
    module = factories.module(course)
    client.post(f"{new(course)}?kind=single&module={module.slug}", as_posted(TEXTS["single"]))
    assert Question.objects.get().module == module


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (lines({"text": "twelve"}, kind="numeric"), "as a number, without a unit"),
        (lines({"text": "1", "tolerance": "-1"}, kind="numeric"), "greater than or equal to 0"),
        (lines({"text": "A", "match": "B"}, kind="matching"), "at least two pairs"),
        (lines({"text": "A"}, kind="ordering"), "at least two answers"),
        (
            lines({"text": "A", "gap": "1"}, {"text": "B", "gap": "7"}, kind="cloze", stem="A [[1]]"),
            "sentence does not",
        ),
        (lines({"text": "A", "gap": "1", "correct": "on"}, kind="cloze", stem="None"), "Write the gaps into"),
        (lines({"text": "A", "weight": "1/2"}, kind="short"), "worth the whole mark"),
        (lines({"text": "A", "weight": "2"}, kind="short"), "from 0 to 1"),
        (lines({"text": "A", "weight": "1e9"}, kind="short"), "such as 1, 0.5 or 2/3"),
        (lines({"text": "A", "weight": "1/0"}, kind="short"), "such as 1, 0.5 or 2/3"),
        (lines({"text": "A"}, kind="short", tags="x" * 81), "Please keep to"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(client, course, sent, reason):
    answer = client.post(new(course), sent)
    assert answer.status_code == 422 and reason in words(answer)
    assert not Question.objects.exists()


def test_shares_tolerances_and_tags_are_kept_exactly(client, course):
    rows = {"text": "12,5", "tolerance": "0,1"}, {"text": "13", "weight": "1/3"}
    client.post(new(course), lines(*rows, kind="numeric", tags="law, water", difficulty="3"))
    question = Question.objects.get()
    kept = [(each.tolerance, each.weight) for each in question.choices.all()]
    assert kept == [(Decimal("0.1"), None), (None, Fraction(1, 3))]
    assert [tag.name for tag in question.tags.all()] == ["law", "water"] and question.difficulty == 3


def test_a_line_moves_up_with_its_key_and_nothing_is_saved(client, course):
    question = actions.add_question(course, TEXTS["ordering"], by=None, at=AT)
    rows = [{"text": each.text, "key": each.key} for each in question.choices.all()]
    page = words(client.post(page_of(question), lines(*rows, kind="ordering", up="2")))
    assert page.index("> Note</textarea>") < page.index("> Ask</textarea>")
    assert 'name="choices-1-key" value="3"' in page
    assert [each.text for each in question.choices.all()] == ["Stop", "Ask", "Note"]


@pytest.mark.parametrize("button", [{"up": "0"}, {"down": "1"}, {"up": "99"}, {"down": "x"}])
def test_a_line_at_an_end_stays_there(client, course, button):
    page = words(client.post(new(course), lines({"text": "A"}, {"text": "B"}, kind="ordering", **button)))
    assert page.index("> A</textarea>") < page.index("> B</textarea>")


def test_an_empty_line_between_others_is_left_aside(client, course):
    client.post(new(course), lines({"text": "A"}, {"text": ""}, {"text": "B"}, kind="ordering"))
    assert [each.text for each in Question.objects.get().choices.all()] == ["A", "B"]


def test_the_preview_shows_what_was_typed_and_saves_nothing(client, course):
    answer = client.post(new(course), as_posted(TEXTS["cloze"]) | {"preview": "yes"})
    page = words(answer)
    assert answer.status_code == 200 and "As trainees see it" in page and 'name="q1-gap-2"' in page
    assert not Question.objects.exists()


def test_a_question_with_answers_says_that_a_new_version_is_made_and_keeps_what_the_form_does_not_ask(client, course):
    module = factories.module(course)
    question = factories.question(module, wrong=("Wrong",))
    attempt = factories.attempt(factories.quiz(module))
    assert "a new version is made" in words(client.get(page_of(question)))
    rows = {"text": "Right", "key": 1, "correct": "on"}, {"text": "Not right", "key": 2}
    client.post(page_of(question), lines(*rows, passage="Passage.", section=""))
    standing = Question.objects.standing().get(series=question.series)
    assert (standing.version, [each.key for each in standing.choices.all()]) == (2, [1, 2])
    assert attempt.responses.get().question == question


def test_true_and_false_stand_there_in_the_language_of_the_module(client, course):
    module = factories.module(course, language="ru")
    page = words(client.get(reverse("quizzes:add_question", args=[course.slug, module.slug]), {"kind": "true_false"}))
    assert page.count('name="choices-1-text"') == 1 and "choices-2-text" not in page


def test_a_question_of_another_course_is_not_edited_from_here(client, course):
    other = factories.question()
    assert client.get(reverse("quizzes:bank_question", args=[course.slug, other.code])).status_code == 404
