"""The event's own questions: stable keys, an order, conditions that hold, words that stay with their answers."""

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from events.registration import actions, asking, sensitive
from events.registration.errors import ConditionBroken, QuestionGone, QuestionIncomplete
from events.registration.models import Answer, Question
from events.registration.states import Kind
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event(language="en")


def values(label="A question?", kind=Kind.SHORT, **more):
    return actions.QuestionValues(label=label, kind=kind, **({"purpose": "To know", "kept_days": 30} | more))


def ask(event, *args, **more):
    return actions.add_question(event, values(*args, **more), by=None, at=timezone.now())


def change(question, **more):
    return actions.change_question(question, actions.QuestionValues(**more), by=None, at=timezone.now())


def choices(*labels):
    return [actions.Choice(key="", label=label) for label in labels]


def answered(question, value):
    return Answer.objects.create(registration=factories.registration(question.event), question=question, value=value)


def labels_of(event):
    return [question.label for question in actions.asked_of(event)]


def test_a_key_is_made_of_the_words_and_never_used_twice(event):
    assert [ask(event, "Должность и чин?").key for _ in range(2)] == ["dolzhnost-i-chin", "dolzhnost-i-chin-2"]


def test_a_key_of_a_question_asked_no_more_is_not_given_to_another(event):
    actions.retire_question(ask(event, "Rank"), by=None, at=timezone.now())
    assert ask(event, "Rank").key == "rank-2"


def test_choices_get_keys_and_each_label_counts_once(event):
    question = ask(event, kind=Kind.CHOICE, choices=choices("Red", "red ", "Blue"))
    assert question.choices == [{"key": "red", "label": "Red"}, {"key": "blue", "label": "Blue"}]


@pytest.mark.parametrize(
    "lacking", [{"label": " "}, {"purpose": ""}, {"kept_days": 0}, {"kind": Kind.CHOICES, "choices": choices("One")}]
)
def test_a_question_without_what_it_needs_is_refused(event, lacking):
    with pytest.raises(QuestionIncomplete):
        ask(event, **lacking)


def test_a_question_without_answers_is_changed_in_place(event):
    question = ask(event, "Old words")
    assert change(question, label="New words").pk == question.pk
    assert labels_of(event) == ["New words"]


def test_a_question_with_answers_gives_way_to_a_new_row_of_its_key(event):
    question = ask(event, "Old words")
    answered(question, "said")
    new = change(question, label="New words")
    assert (new.key, labels_of(event)) == (question.key, ["New words"])
    question.refresh_from_db()
    assert question.label == "Old words"
    assert question.retired_at


def test_a_choice_that_was_removed_stays_readable_in_the_answers(event):
    question = ask(event, kind=Kind.CHOICE, choices=choices("Red", "Blue", "Green"))
    answer = answered(question, "green")
    change(question, choices=question.choices[:2])
    assert asking.readable(Answer.objects.get(pk=answer.pk)) == "Green"


def test_renaming_a_choice_keeps_its_key(event):
    question = ask(event, kind=Kind.CHOICE, choices=choices("Red", "Blue"))
    new = change(question, choices=[{"key": "red", "label": "Crimson"}, *choices("Green")])
    assert new.labels == {"red": "Crimson", "green": "Green"}


def test_two_people_who_change_one_question_with_answers_make_one_of_it(event):
    question = ask(event)
    answered(question, "said")
    change(question, label="First")
    with pytest.raises(QuestionGone):
        change(question, label="Second")
    assert labels_of(event) == ["First"]


def test_questions_of_one_section_stand_together(event):
    for label, section in (("a", "One"), ("b", "Two"), ("c", "One")):
        ask(event, label, section=section)
    assert labels_of(event) == ["a", "c", "b"]


def test_a_question_moves_within_its_section_and_stops_at_the_edge(event):
    rows = [ask(event, label) for label in "abc"]
    for up in (True, True, True):
        actions.move_question(rows[2], up=up, by=None, at=timezone.now())
    actions.move_question(rows[0], up=False, by=None, at=timezone.now())
    assert labels_of(event) == ["c", "b", "a"]


def test_a_section_moves_as_a_whole(event):
    rows = [ask(event, label, section=section) for label, section in (("a", "One"), ("b", "Two"), ("c", "Two"))]
    actions.move_section(rows[2], up=True, by=None, at=timezone.now())
    assert labels_of(event) == ["b", "c", "a"]


def test_a_condition_must_speak_of_an_answer_that_an_earlier_question_can_have(event):
    ask(event, "First", kind=Kind.YES_NO)
    assert ask(event, "Second", shown_if_key="first", shown_if_value="yes").shown_if_value == "yes"
    for key, value in (("first", "perhaps"), ("missing", "yes"), ("third", "yes")):
        with pytest.raises(ConditionBroken, match="Third"):
            ask(event, "Third", kind=Kind.YES_NO, shown_if_key=key, shown_if_value=value)


def test_what_a_condition_speaks_of_can_be_neither_removed_nor_moved_behind_nor_emptied(event):
    first = ask(event, "First", kind=Kind.CHOICE, choices=choices("Red", "Blue", "Green"))
    ask(event, "Second", shown_if_key="first", shown_if_value="green")
    told = {"by": None, "at": timezone.now()}
    for change_it in (
        lambda: actions.retire_question(first, **told),
        lambda: actions.move_question(first, up=False, **told),
        lambda: change(first, choices=first.choices[:2]),
        lambda: change(first, shown_if_key="second", shown_if_value="x"),
    ):
        with pytest.raises(ConditionBroken):
            change_it()
    assert labels_of(event) == ["First", "Second"]


def test_the_trail_tells_of_a_question_by_its_code_alone(event):
    question = ask(event, "Secret words")
    entry = AuditEntry.objects.get(action="question_added")
    assert entry.details == {"question": str(question.code)}


def proposed(event):
    return {one.key: one for one in actions.propose_form(event)}


def test_what_is_proposed_follows_the_event(event):
    for title in ("Risk profiles", "Single window"):
        factories.session(event, title=title)
    found = proposed(event)
    assert [choice["label"] for choice in found["topics"].values["choices"]] == ["Risk profiles", "Single window"]
    assert "en" not in {choice["key"] for choice in found["interpretation_into"].values["choices"]}
    assert "attendance" not in found
    assert not Question.objects.exists()


def test_where_there_are_no_talks_the_themes_of_the_document_are_the_choices():
    found = proposed(factories.event(themes=["Trade", "Transit"], audience=["Officers", "Brokers"], format="hybrid"))
    assert [choice["label"] for choice in found["topics"].values["choices"]] == ["Trade", "Transit"]
    assert {"audience", "attendance"} <= set(found)


def test_every_proposal_says_what_for_and_until_when_and_warns_of_nothing(event):
    for one in actions.propose_form(event):
        assert one.values["purpose"]
        assert one.values["kept_days"] > 0
        assert not sensitive.warns(f"{one.values['label']} {one.values.get('help', '')}", one.values["kind"], "online")


def test_only_what_was_ticked_is_added_with_what_it_depends_on(event):
    at = timezone.now()
    actions.add_proposed(event, ["interpretation_into", "gender", "nonsense"], by=None, at=at)
    assert {question.key for question in actions.asked_of(event)} == {"interpretation", "interpretation_into", "gender"}
    assert actions.add_proposed(event, ["gender"], by=None, at=at) == []


def test_gender_may_be_left_unsaid(event):
    assert "unsaid" in {choice["key"] for choice in proposed(event)["gender"].values["choices"]}


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Passport number", "passport"),
        ("Серия и номер паспорта", "passport"),
        ("ПИНФЛ", "passport"),
        ("ID card no", "passport"),
        ("Date of birth", "birth_date"),
        ("Дата рождения", "birth_date"),
        ("Your religion", "religion"),
        ("Вероисповедание", "religion"),
        ("Medical conditions or allergies", "health"),
        ("Состояние здоровья", "health"),
        ("Ethnic origin", "ethnic_origin"),
        ("Национальность", "ethnic_origin"),
        ("Home address", "home_address"),
        ("Адрес проживания", "home_address"),
        ("A photo of you", "photo"),
        ("Ваше фото", "photo"),
    ],
)
def test_a_sensitive_question_is_told_by_its_words(label, code):
    assert sensitive.warns(label, Kind.SHORT, "online") == code
    assert asking.why_not(code)


@pytest.mark.parametrize(
    "label",
    ["Which topics of public health matter to you?", "E-mail address of your office", "Ministry", "Идея доклада",
     "Расписание", "Traces of goods", "Unborn ideas", "Адрес электронной почты", "Distribution of seats"],
)  # fmt: skip
def test_an_ordinary_question_is_not(label):
    assert sensitive.warns(label, Kind.SHORT, "online") == ""


def test_at_a_door_papers_may_be_needed_and_agreeing_to_photos_is_no_photo():
    assert sensitive.warns("Passport number", Kind.SHORT, "in_person") == "passport_at_a_door"
    assert asking.why_not("passport_at_a_door") != asking.why_not("passport")
    assert sensitive.warns("May we take photos?", Kind.YES_NO, "online") == ""
