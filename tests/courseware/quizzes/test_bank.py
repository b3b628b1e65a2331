import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.errors import SameTag, TagExists, TagInUse
from courseware.quizzes.models import Question, Tag
from courseware.quizzes.states import Review
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()


def at(course, name="bank", *more):
    return reverse(f"quizzes:{name}", args=[course.slug, *more])


def tagged(question, *names):
    actions.tag([question], names, by=None, at=AT)
    return Tag.objects.get(course=question.course, name=names[0])


def test_the_bank_shows_every_standing_question_of_the_course_and_no_replaced_or_foreign_one(client, module):
    factories.question(module, stem="Of the module?")
    factories.question(course=module.course, stem="Of none?", review=Review.RETIRED)
    factories.question(module, stem="Replaced?", review=Review.REPLACED)
    factories.question(stem="Elsewhere?")
    page = words(client.get(at(module.course)))
    assert "Of the module?" in page and "Of none?" in page
    assert "Replaced?" not in page and "Elsewhere?" not in page


@pytest.mark.parametrize(
    "wish",
    [
        {"tag": "law"}, {"kind": "multiple"}, {"difficulty": "3"}, {"state": "rejected"}, {"module": "-"},
        {"words": "тигр"}, {"words": "AMU wanted"}, {"kind": "multiple", "tag": "law"},
    ],
)  # fmt: skip
def test_the_bank_is_narrowed_down(client, module, wish):
    wanted = factories.question(
        course=module.course, stem="Wanted: какой ТИГР?", right=("Amu", "Syr"), difficulty=3, review=Review.REJECTED
    )
    tagged(wanted, "law")
    factories.question(module, stem="Another?")
    page = words(client.get(at(module.course), wish))
    assert "Wanted" in page and "Another?" not in page


@pytest.mark.parametrize("wish", [{"tag": "unknown"}, {"difficulty": "9"}, {"page": "99"}])
def test_a_wish_that_is_not_known_is_left_aside(client, module, wish):
    factories.question(module, stem="Here?")
    assert "Here?" in words(client.get(at(module.course), wish))


def test_the_bank_takes_the_same_queries_for_one_and_for_many_questions(client, module, queries_of):
    tagged(factories.question(module), "law")
    one = queries_of(at(module.course))
    for _ in range(30):
        tagged(factories.question(module), "water")
    assert queries_of(at(module.course)) == one <= 10


def test_a_long_bank_is_leafed_through(client, module):
    for n in range(27):
        factories.question(module, stem=f"Number {n}?")
    assert "Number 26?" not in words(client.get(at(module.course)))
    assert "Number 26?" in words(client.get(at(module.course), {"page": 2}))


def test_ticked_questions_are_tagged_and_the_filter_is_kept(client, module):
    first, second = factories.question(module), factories.question(module)
    sent = {"names": "law,  water  law", "questions": [str(first.code)], "next": at(module.course) + "?kind=single"}
    assert client.post(at(module.course, "bank_tag"), sent)["Location"].endswith("?kind=single")
    assert [tag.name for tag in first.tags.all()] == ["law", "water law"] and not second.tags.exists()
    client.post(at(module.course, "bank_tag"), sent | {"names": "law", "off": "yes"})
    assert [tag.name for tag in first.tags.all()] == ["water law"]


@pytest.mark.parametrize("next_", ["https://elsewhere.example/", "//elsewhere.example/?", ""])
def test_nobody_is_led_to_another_site(client, module, next_):
    assert client.post(at(module.course, "bank_tag"), {"next": next_})["Location"] == at(module.course)


def test_questions_of_another_course_cannot_be_tagged_from_here(client, module):
    other = factories.question()
    client.post(at(module.course, "bank_tag"), {"names": "law", "questions": [str(other.code)]})
    assert not Tag.objects.exists()


def test_a_question_is_retired_and_brought_back(client, module):
    question = factories.question(module)
    retire = at(module.course, "bank_retire", question.code)
    client.post(retire)
    assert Question.objects.get().review == Review.RETIRED
    client.post(retire, {"to": "approved"})
    assert Question.objects.get().review == Review.APPROVED


def test_the_bank_says_where_short_answers_wait_to_be_judged(client, module):
    quiz = factories.quiz(module, questions=1)
    attempt = factories.attempt(quiz)
    attempt.responses.update(is_near_miss=True, closed=True)
    assert "wait to be judged" in words(client.get(at(module.course)))


def test_a_tag_becomes_an_objective_and_is_renamed(client, module):
    tag = tagged(factories.question(module), "law")
    client.post(at(module.course, "tags"), {"tag": tag.pk, "do": "objective"})
    client.post(at(module.course, "tags"), {"tag": tag.pk, "do": "rename", "name": "Water law"})
    tag.refresh_from_db()
    assert (tag.name, tag.is_objective) == ("Water law", True)


def test_merged_tags_keep_their_questions_draws_and_objective(module):
    one, other = factories.question(module), factories.question(module)
    gone, into = tagged(one, "laws"), tagged(other, "law")
    actions.set_objective(gone, True, by=None, at=AT)
    quiz = factories.quiz(module)
    actions.set_slots(quiz, [actions.SlotText(tag=gone)], by=None, at=AT)
    actions.merge_tags(gone, into, by=None, at=AT)
    [left] = Tag.objects.all()
    assert (left, left.is_objective, left.questions.count()) == (into, True, 2)
    assert quiz.slots.get().tag == into


def test_a_tag_is_not_renamed_to_another_nor_merged_with_itself_or_a_foreign_one(module):
    law, water = (tagged(factories.question(module), name) for name in ("law", "water"))
    with pytest.raises(TagExists):
        actions.rename_tag(law, " water ", by=None, at=AT)
    for other in (law, tagged(factories.question(), "law")):
        with pytest.raises(SameTag):
            actions.merge_tags(law, other, by=None, at=AT)
    assert {tag.name for tag in (law, water)} == {"law", "water"}


def test_only_a_tag_that_nothing_has_is_removed(client, module):
    question = factories.question(module)
    tag = tagged(question, "law")
    with pytest.raises(TagInUse):
        actions.remove_tag(tag, by=None, at=AT)
    question.tags.clear()
    client.post(at(module.course, "tags"), {"tag": tag.pk, "do": "remove"})
    assert not Tag.objects.exists()


@pytest.mark.parametrize("sent", [{"do": "rename", "name": ""}, {"do": "merge"}, {"do": "burn"}, {"tag": ""}])
def test_what_cannot_be_done_to_a_tag_is_said(client, module, sent):
    tag = tagged(factories.question(module), "law")
    assert client.post(at(module.course, "tags"), {"tag": tag.pk, "do": "remove"} | sent).status_code == 422
    assert Tag.objects.get().name == "law"


def test_a_tag_of_another_course_cannot_be_changed_from_here(client, module):
    other = tagged(factories.question(), "law")
    assert client.post(at(module.course, "tags"), {"tag": other.pk, "do": "objective"}).status_code == 422
