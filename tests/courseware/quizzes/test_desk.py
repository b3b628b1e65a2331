import pytest

from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.states import Review
from tests import factories
from tests.courseware.quizzes.desk_pages import TWO, UPLOAD, at, form
from tests.pages import words

pytestmark = pytest.mark.django_db


def test_questions_are_offered_for_review_with_the_passage_marked(client, module):
    section, passage = factories.section(module, body="Before. The river is long. After."), "The river is long."
    factories.question(module, review=Review.DRAFTED, drafted=True, score=0.8, section=section, passage=passage)
    page = words(client.get(at("questions", module)))
    assert "<mark>The river is long.</mark>" in page
    assert "score 0.80" in page
    assert "Approve" in page


@pytest.mark.parametrize("verdict", [Review.APPROVED, Review.REJECTED])
def test_a_verdict_moves_the_question_and_shows_the_next(client, module, verdict):
    first, second = (factories.question(module, review=Review.DRAFTED) for _ in range(2))
    page = words(client.post(at("review", module, first.code), {"verdict": verdict}, follow=True))
    first.refresh_from_db()
    assert first.review == verdict
    assert at("review", module, second.code) in page


def test_a_question_can_be_looked_at_by_its_code(client, module):
    factories.question(module, review=Review.DRAFTED)
    wanted = factories.question(module, stem="Wanted?")
    assert '<h2><span class="asked">Wanted?</span></h2>' in words(
        client.get(at("questions", module), {"question": wanted.code})
    )
    assert client.get(at("questions", module), {"question": "nonsense"}).status_code == 200


@pytest.mark.parametrize("verdict", ["", "nonsense", "replaced"])
def test_an_unknown_verdict_changes_nothing(client, module, verdict):
    question = factories.question(module, review=Review.DRAFTED)
    client.post(at("review", module, question.code), {"verdict": verdict})
    question.refresh_from_db()
    assert question.review == Review.DRAFTED


def test_a_question_of_another_module_cannot_be_reviewed_from_here(client, module):
    other = factories.question(review=Review.DRAFTED)
    assert client.post(at("review", module, other.code), {"verdict": "approved"}).status_code == 404


def test_moderators_and_other_teams_do_not_see_the_questions(client, module):
    question = factories.question(module)
    moderator, stranger = factories.person(), factories.team(organizer=factories.person()).members.get()
    factories.membership(module.course.team, moderator, role="moderator")
    for someone in (moderator, stranger):
        client.force_login(someone)
        assert client.get(at("questions", module)).status_code == 404
        assert client.get(at("edit_question", module, question.code)).status_code == 404
        assert client.get(at("add_question", module)).status_code == 404


def test_ones_own_question_is_added_and_approved(client, module):
    assert client.post(at("add_question", module), form(*TWO)).status_code == 302
    question = Question.objects.get()
    assert (question.review, question.drafted) == (Review.APPROVED, False)
    assert list(question.choices.values_list("text", "correct")) == list(TWO)


@pytest.mark.parametrize(
    ("choices", "changes", "reason"),
    [
        ((("A", True), ("B", True)), {}, "Only one answer may be right"),
        ((("A", False), ("B", False)), {}, "Mark the right answer"),
        ((("A", True),), {}, "at least two answers"),
        ((), {}, "Write the answers"),
        ((("A", True), (" a", False)), {}, "Two answers say the same"),
        ((*TWO, ("C", False)), {"kind": "true_false"}, "exactly two answers"),
        (TWO, {"stem": ""}, "This field is required"),
        (TWO, {"kind": "essay"}, "Select a valid choice"),
    ],
)
def test_a_question_that_cannot_be_asked_is_shown_again(client, module, choices, changes, reason):
    answer = client.post(at("add_question", module), form(*choices, **changes))
    assert answer.status_code == 422
    assert reason in words(answer)
    assert not Question.objects.exists()


def test_a_section_of_another_module_cannot_be_named(client, module):
    other = factories.module().sections.first()
    assert client.post(at("add_question", module), form(*TWO, section=other.pk)).status_code == 422


def test_the_button_for_one_more_answer_saves_nothing(client, module):
    answer = client.post(at("add_question", module), form(*TWO, more="yes"))
    assert answer.status_code == 200
    assert 'name="choices-2-text"' in words(answer)
    assert not Question.objects.exists()


def test_a_drafted_question_is_corrected_and_approved_in_one_go(client, module):
    question = factories.question(module, review=Review.DRAFTED)
    assert client.get(at("edit_question", module, question.code)).status_code == 200
    client.post(at("edit_question", module, question.code), form(*TWO, approve="yes"))
    question.refresh_from_db()
    assert (question.stem, question.review) == ("Which river?", Review.APPROVED)


def test_an_answer_is_removed_by_its_box(client, module):
    question = factories.question(module, wrong=("B", "C"))
    given = form(("Right", True), ("B", False), ("C", False), **{"choices-INITIAL_FORMS": 3, "choices-2-DELETE": "on"})
    client.post(at("edit_question", module, question.code), given)
    assert [choice.text for choice in question.choices.all()] == ["Right", "B"]


def test_the_quiz_is_laid_out(client, module):
    client.post(at("questions", module), {"layout": "all", "pass_percent": 80})
    assert list(Quiz.objects.values_list("layout", "pass_percent")) == [("all", 80)]


@pytest.mark.parametrize("percent", ["101", "-1", "many", ""])
def test_a_limit_that_makes_no_sense_is_refused(client, module, percent):
    assert client.post(at("questions", module), {"layout": "all", "pass_percent": percent}).status_code == 422
    assert not Quiz.objects.exists()


def test_the_page_of_questions_takes_the_same_queries_for_one_and_for_three(client, module, queries_of):
    factories.question(module, review=Review.DRAFTED)
    one = queries_of(at("questions", module))
    for review in (Review.DRAFTED, Review.APPROVED, Review.REJECTED):
        factories.question(module, review=review)
    assert queries_of(at("questions", module)) == one


def test_an_empty_post_is_shown_again_with_what_is_missing(client, module):
    for url in (UPLOAD, at("add_question", module), at("questions", module)):
        answer = client.post(url)
        assert answer.status_code == 422
        assert "This field is required" in words(answer)


def test_what_was_typed_into_a_question_that_was_replaced_meanwhile_is_kept_and_refused(client, module):
    question = factories.question(module, stem="Old?", review=Review.REPLACED)
    typed = form(("Mine", True), ("Yours", False), stem="Typed?")
    answer = client.post(at("edit_question", module, question.code), typed)
    assert answer.status_code == 422
    assert all(words(answer).count(piece) for piece in ("This question was changed meanwhile", "Typed?", "Mine"))
    question.refresh_from_db()
    assert question.stem == "Old?"


def test_a_replaced_question_is_not_offered_for_editing(client, module):
    question = factories.question(module, review=Review.REPLACED)
    assert client.get(at("edit_question", module, question.code)).status_code == 404


def test_a_count_of_answers_without_end_is_no_number(client, module):
    given = form(("Yes", True), ("No", False), more="yes") | {"choices-TOTAL_FORMS": "9" * 5000}
    assert client.post(at("add_question", module), given).status_code == 200


def test_the_page_of_questions_says_that_without_an_approved_one_there_is_no_quiz(client, module):
    factories.question(module, review=Review.DRAFTED)
    assert "trainees see no quiz in this module" in words(client.get(at("questions", module)))


def test_a_rejection_is_kept_with_its_reason_and_the_wording(client, module, organizer):
    question = factories.question(module, review=Review.DRAFTED, drafted=True)
    client.post(at("review", module, question.code), {"verdict": "rejected", "reason": "trivial"})
    kept = question.reviews.get()
    assert (kept.verdict, kept.reason, kept.by) == ("rejected", "trivial", organizer.code)
    assert kept.after["stem"] == question.stem and len(kept.after["choices"]) == 2


def test_a_made_up_reason_is_not_kept(client, module):
    question = factories.question(module, review=Review.DRAFTED)
    client.post(at("review", module, question.code), {"verdict": "rejected", "reason": "because"})
    assert question.reviews.get().reason == ""


def test_an_edit_keeps_the_wording_before_and_after(client, module):
    question = factories.question(module, stem="Old?", review=Review.DRAFTED, drafted=True, lint=["exact_day"])
    client.post(at("edit_question", module, question.code), form(*TWO))
    kept = question.reviews.get(verdict="edited")
    assert (kept.before["stem"], kept.after["stem"]) == ("Old?", "Which river?")
    question.refresh_from_db()
    assert question.lint == []


def test_after_a_verdict_comes_the_next_question_that_waits(client, module):
    _first, second, third = (factories.question(module, review=Review.DRAFTED) for _ in range(3))
    answer = client.post(at("review", module, second.code), {"verdict": "approved"})
    assert answer["Location"].endswith(f"?question={third.code}")
    assert client.post(at("review", module, third.code), {"verdict": "approved"})["Location"] == at("questions", module)


def test_type_score_and_findings_of_a_draft_are_shown_with_the_keys_of_the_bench(client, module):
    factories.question(module, review=Review.DRAFTED, drafted=True, score=0.6, type="cause", lint=["exact_day"])
    shown = words(client.get(at("questions", module)))
    assert all(piece in shown for piece in ("reason", "score 0.60", "An exact day is recall"))
    assert all(f'data-key="{key}"' in shown for key in ("a", "e", "r", "1"))


def test_a_question_whose_passage_is_gone_is_shown_for_review_and_can_be_approved_again(client, module):
    section = factories.section(module, body="The river is long.")
    question = factories.question(module, section=section, passage="The river is long.")
    section.body = "The river is short."
    section.save()
    module.revision += 1
    module.save()
    assert "no longer stands in the text" in words(client.get(at("questions", module)))
    client.post(at("review", module, question.code), {"verdict": "approved"})
    question.refresh_from_db()
    assert question.review == Review.APPROVED
