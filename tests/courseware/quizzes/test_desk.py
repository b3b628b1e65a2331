from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.states import Review
from courseware.reading.models import Course, Module
from intake.actions import read_due
from intake.models import SourceDocument
from tests import factories

pytestmark = pytest.mark.django_db
UPLOAD = "/desk/courses/new/"


@pytest.fixture
def organizer(client):
    someone = factories.person()
    client.force_login(someone)
    return someone


@pytest.fixture
def team(organizer):
    return factories.team(organizer=organizer)


@pytest.fixture
def module(team):
    return factories.module(factories.course(team=team))


def at(name, module, *more) -> str:
    return reverse(f"quizzes:{name}", args=[module.course.slug, module.slug, *more])


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def file(data: bytes, name: str = "page.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def form(*choices: tuple[str, bool], **changes):
    data = {"kind": "single", "stem": "Which river?", "passage": "", "section": ""}
    data |= {"choices-TOTAL_FORMS": len(choices), "choices-INITIAL_FORMS": 0}
    for n, (text, correct) in enumerate(choices):
        data |= {f"choices-{n}-text": text} | ({f"choices-{n}-correct": "on"} if correct else {})
    return data | changes


TWO = ("Amu Darya", True), ("Volga", False)


def test_an_uploaded_page_becomes_a_draft_course(client, team, page):
    answer = client.post(UPLOAD, {"file": file(page), "team": team.slug, "title": "Rivers"})
    course = Course.objects.get()
    assert answer["Location"] == reverse("reading:desk", args=["rivers"])
    assert (course.team, course.state, course.modules.count()) == (team, "draft", 1)


def test_what_the_drafting_remarked_is_told(client, team, page):
    answer = client.post(UPLOAD, {"file": file(page), "team": team.slug}, follow=True)
    assert "could be drafted" in words(answer)


def test_a_page_can_be_added_to_a_course(client, module, page):
    client.post(UPLOAD, {"file": file(page), "course": module.course.slug})
    assert Course.objects.get().modules.count() == 2


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "page.txt", "empty"),
        (b"\x00\x01\x02" * 50, "page.txt", "not text"),
        (b"Text", "page.exe", "No article was found"),
        (b"Only a line", "page.txt", "No article was found"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_leaves_nothing(client, team, data, name, reason):
    answer = client.post(UPLOAD, {"file": file(data, name), "team": team.slug})
    assert answer.status_code == 422
    assert reason in words(answer)
    assert not Course.objects.exists()
    assert not SourceDocument.objects.exists()


def test_several_files_become_one_course_and_a_refused_one_is_named(client, team, page):
    files = [file(page), file(b"", "empty.txt"), file(page.replace(b"Rivers", b"Roads"), "roads.txt")]
    answer = client.post(UPLOAD, {"file": files, "team": team.slug}, follow=True)
    assert "empty.txt: This file is empty" in words(answer)
    assert set(Module.objects.values_list("document__name", flat=True)) == {"page.txt", "roads.txt"}
    assert Course.objects.count() == 1


def test_a_long_file_is_read_in_the_background_and_its_modules_appear_in_the_course(client, team, page, monkeypatch):
    monkeypatch.setattr("courseware.quizzes.actions.drafted.READ_AT_ONCE", 10)
    answer = client.post(UPLOAD, {"file": file(page), "team": team.slug, "title": "Rivers"}, follow=True)
    course = Course.objects.get(title="Rivers")
    assert answer.redirect_chain[-1][0] == f"/desk/courses/{course.slug}/files/" and "every 2s" in words(answer)
    read_due(clock=timezone.now)
    assert [actions.draft_read_articles(at=timezone.now()) for _ in range(2)] == [1, 0]
    assert course.modules.exists() and "To the course" in words(client.get(f"/desk/courses/{course.slug}/files/"))


def test_a_long_file_without_an_article_says_so_for_a_week(client, team):
    course = factories.course(team=team)
    factories.document("Only a line", purpose=actions.purpose_of(course))
    actions.draft_read_articles(at=timezone.now())
    where = f"/desk/courses/{course.slug}/files/"
    assert "No article was found" in words(client.get(where))
    actions.forget_refused(at=timezone.now() + timedelta(days=8))
    assert "No article was found" not in words(client.get(where))


def test_a_page_that_is_in_the_course_already_is_refused(client, module, page):
    for _ in range(2):
        answer = client.post(UPLOAD, {"file": file(page), "course": module.course.slug})
    assert answer.status_code == 422
    assert "in the course already" in words(answer)


def test_a_new_course_needs_a_team_of_ones_own(client, team, page):
    assert client.post(UPLOAD, {"file": file(page)}).status_code == 422
    assert client.post(UPLOAD, {"file": file(page), "team": factories.team().slug}).status_code == 422
    assert client.post(UPLOAD, {"file": file(page), "course": factories.course().slug}).status_code == 422
    assert not Module.objects.exists()


def test_the_upload_does_not_exist_for_people_without_a_team_to_organize(client, organizer):
    assert client.get(UPLOAD).status_code == 404
    factories.team(moderator=organizer)
    assert client.get(UPLOAD).status_code == 404


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
    assert "<h2>Wanted?</h2>" in words(client.get(at("questions", module), {"question": wanted.code}))
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


def test_the_list_signs_of_an_uploaded_page_become_a_list_for_the_reader(client, team, page):
    listed = page.replace(b"Work at the Crossing", b"- one thing\n- another thing\n\nWork at the Crossing")
    client.post(reverse("quizzes:upload"), {"file": file(listed), "team": team.slug})
    module = Module.objects.get()
    text = words(client.get(reverse("reading:module", args=[module.course.slug, module.slug])))
    assert "<ul> <li>one thing</li> <li>another thing</li> </ul>" in text


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
    assert 'name="choices-1-text" value="ice covers the docks"' in shown
    assert not Question.objects.exists()


@pytest.mark.parametrize("wish", ["?template=riddle", "?template=cause"])
def test_a_template_without_anything_to_offer_is_an_ordinary_form(client, module, wish):
    assert client.get(at("add_question", module) + wish).status_code == 200
    assert client.post(at("add_question", module) + wish, form(*TWO, take="99")).status_code == 200
