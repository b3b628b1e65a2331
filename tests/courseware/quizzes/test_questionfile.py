"""The text format of hand-written questions: what it takes and what it refuses."""

import pytest

from courseware.quizzes.questionfile import QuestionFileError, WrittenChoice, parse

HEAD = "module: Rivers\n"
GOOD = """\
? Where does the river end?
- In a lake
  > The lake is its source.
+ In the sea
  > Yes, so the second sentence says.
passage: "It ends in the sea."
section: The Mouth
"""


def _question(*lines: str) -> str:
    return HEAD + "\n".join(["? Stem", *lines, 'passage: "Words."'])


def _refusal(text: str) -> tuple[str, int]:
    with pytest.raises(QuestionFileError) as refused:
        parse(text)
    return refused.value.code, refused.value.line


def test_a_question_is_read_with_all_its_parts() -> None:
    question = parse(HEAD + GOOD).questions[0]
    assert (question.kind, question.stem) == ("single", "Where does the river end?")
    assert (question.passage, question.section) == ("It ends in the sea.", "The Mouth")
    assert question.choices == (
        WrittenChoice("In a lake", False, "The lake is its source."),
        WrittenChoice("In the sea", True, "Yes, so the second sentence says."),
    )


def test_the_module_is_the_one_that_the_file_names() -> None:
    assert parse(HEAD + GOOD).module == "Rivers"


def test_comments_blank_lines_and_indentation_mean_nothing() -> None:
    plain = parse(HEAD + GOOD)
    loose = "# a comment\n\n" + HEAD + "\n\n".join("   " + line for line in GOOD.splitlines()) + "\n   # the end"
    assert parse(loose) == plain


def test_a_file_saved_on_windows_reads_the_same() -> None:
    assert parse("\ufeff" + (HEAD + GOOD).replace("\n", "\r\n")) == parse(HEAD + GOOD)


def test_a_dash_made_by_a_word_processor_marks_a_wrong_choice() -> None:
    assert parse(_question("– No", "+ Yes")).questions[0].choices[0] == WrittenChoice("No", False)


def test_several_right_choices_make_a_multiple_question() -> None:
    assert parse(_question("+ A", "+ B", "- C")).questions[0].kind == "multiple"


def test_the_choices_true_and_false_make_a_true_false_question() -> None:
    assert parse(_question("+ True", "- False")).questions[0].kind == "true_false"


def test_a_kind_that_is_written_down_stands() -> None:
    assert parse(_question("kind: multiple", "+ A", "- B")).questions[0].kind == "multiple"


def test_a_second_feedback_line_continues_the_first() -> None:
    assert parse(_question("+ A", "> One", "> two.", "- B")).questions[0].choices[0].feedback == "One two."


def test_a_choice_may_stand_without_feedback() -> None:
    assert parse(_question("+ A", "- B")).questions[0].choices[1].feedback == ""


def test_a_question_without_a_section_has_none() -> None:
    assert parse(_question("+ A", "- B")).questions[0].section is None


def test_quotation_marks_inside_a_passage_are_kept() -> None:
    text = HEAD + '? Stem\n+ A\n- B\npassage: "He said "yes" twice."'
    assert parse(text).questions[0].passage == 'He said "yes" twice.'


@pytest.mark.parametrize("passage", ["“Words.”", "«Words.»"])
def test_typographic_quotation_marks_around_a_passage_are_taken_off(passage: str) -> None:
    assert parse(HEAD + f"? Stem\n+ A\n- B\npassage: {passage}").questions[0].passage == "Words."


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((), "too_few_choices"),
        (("+ A",), "too_few_choices"),
        (("- A", "- B"), "no_right_choice"),
        (("+ A", "+ B"), "no_wrong_choice"),
        (("kind: single", "+ A", "+ B", "- C"), "several_right_choices"),
        (("kind: true_false", "+ A", "- B", "- C"), "true_false_takes_two_choices"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_at_its_stem(lines: tuple[str, ...], code: str) -> None:
    assert _refusal(_question(*lines)) == (code, 2)


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (("+ A", "- a"), "duplicate_choice", 4),
        (("> Why", "+ A", "- B"), "feedback_without_choice", 3),
        (("+ A", "- B", "section: S", "> Why"), "feedback_without_choice", 6),
        (("+ A", "- B", "section: S", "section: T"), "second_detail", 6),
        (("kind: essay", "+ A", "- B"), "unknown_kind", 3),
        (("+ A", "-"), "empty_line", 4),
        (("+ A", "B"), "unknown_line", 4),
        (("+ A", "- B", "module: Lakes"), "second_module", 5),
        (("+ A", "- B", 'passage: "P."', "? stem"), "duplicate_question", 6),
    ],
)
def test_a_line_that_is_wrong_is_refused_where_it_stands(lines: tuple[str, ...], code: str, line: int) -> None:
    assert _refusal(_question(*lines)) == (code, line)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "missing_module", 1),
        ("# only a comment", "missing_module", 1),
        ("\n" + GOOD, "missing_module", 2),
        (HEAD, "no_questions", 1),
        (HEAD + "+ A", "line_before_question", 2),
        (HEAD + "? Stem\n+ A\n- B", "missing_passage", 2),
        (HEAD + "? Stem\n+ A\n- B\npassage: Words.", "passage_not_in_quotes", 5),
    ],
)
def test_a_file_without_a_needed_part_is_refused(text: str, code: str, line: int) -> None:
    assert _refusal(text) == (code, line)


def test_a_refusal_carries_what_its_sentence_needs() -> None:
    with pytest.raises(QuestionFileError) as refused:
        parse(_question("kind: essay"))
    assert refused.value.values == {"kind": "essay"}
