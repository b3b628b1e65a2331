"""The sentences for the codes of the formats: what is lost, what was not taken, what a check found; and the words that
a package speaks to its reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy, override

from courseware.exchange.formats.course import Loss
from courseware.quizzes.errors import FAULTS


def counted(one: str, many: str) -> Any:
    return ngettext_lazy(one, many, "count")


LOSSES = {
    "ordering": counted(
        "Putting in order is not in this format: %(count)s question is left out.",
        "Putting in order is not in this format: %(count)s questions are left out.",
    ),
    "cloze": counted(
        "Gaps with choices are not in this format: %(count)s question is left out.",
        "Gaps with choices are not in this format: %(count)s questions are left out.",
    ),
    "matching": counted(
        "Matching is not in this format: %(count)s question is left out.",
        "Matching is not in this format: %(count)s questions are left out.",
    ),
    "numeric": counted(
        "Questions for a number are not in this format: %(count)s question is left out.",
        "Questions for a number are not in this format: %(count)s questions are left out.",
    ),
    "not_one_choice": counted(
        "This format holds questions with one right answer only: %(count)s question is left out.",
        "This format holds questions with one right answer only: %(count)s questions are left out.",
    ),
    "reads_as_choice": counted(
        "%(count)s question begins as an answer does, such as “A. …”, and is left out.",
        "%(count)s questions begin as an answer does, such as “A. …”, and are left out.",
    ),
    "too_many_right": counted(
        "%(count)s question has more right answers than shares of a mark can be written for, and is left out.",
        "%(count)s questions have more right answers than shares of a mark can be written for, and are left out.",
    ),
    "option_feedback": counted(
        "Feedback to single lines is lost in %(count)s question.",
        "Feedback to single lines is lost in %(count)s questions.",
    ),
    "feedback": counted("Feedback is lost in %(count)s question.", "Feedback is lost in %(count)s questions."),
    "line_ends": counted(
        "Line breaks become spaces in %(count)s question.", "Line breaks become spaces in %(count)s questions."
    ),
    "passage": counted(
        "The supporting passage of %(count)s question is not in this format.",
        "The supporting passages of %(count)s questions are not in this format.",
    ),
    "weights": counted(
        "Shares of the mark were changed to those that the format knows in %(count)s question.",
        "Shares of the mark were changed to those that the format knows in %(count)s questions.",
    ),
    "answer_words": counted(
        "The two answers of %(count)s question become “True” and “False”.",
        "The two answers of %(count)s questions become “True” and “False”.",
    ),
    "true_false_as_choice": counted(
        "%(count)s true-or-false question becomes a choice of one answer.",
        "%(count)s true-or-false questions become a choice of one answer.",
    ),
    "arrow": counted(
        "“->” was written as “→” in %(count)s question.", "“->” was written as “→” in %(count)s questions."
    ),
    "draws": counted(
        "%(count)s quiz draws questions by chance; in the package it always asks the same ones.",
        "%(count)s quizzes draw questions by chance; in the package they always ask the same ones.",
    ),
    "limits": counted(
        "Time limits and limits to the number of tries of %(count)s quiz are set in the other system.",
        "Time limits and limits to the number of tries of %(count)s quizzes are set in the other system.",
    ),
    "tries": counted(
        "%(count)s quiz gives feedback after each question; the package gives it at the end.",
        "%(count)s quizzes give feedback after each question; the package gives it at the end.",
    ),
    "partial": counted(
        "%(count)s question is marked as a whole there: partly right answers count nothing.",
        "%(count)s questions are marked as a whole there: partly right answers count nothing.",
    ),
    "accepted_weights": counted(
        "%(count)s question accepts answers that are worth part of the mark; there they are worth nothing.",
        "%(count)s questions accept answers that are worth part of the mark; there they are worth nothing.",
    ),
    "no_text": counted("%(count)s module has no text.", "%(count)s modules have no text."),
}
FAULTY = counted("%(count)s question is faulty and is left out.", "%(count)s questions are faulty and are left out.")

CHECKS = {
    "unreadable": gettext_lazy("The finished file could not be read again (%(title)s)."),
    "not_read_again": gettext_lazy("“%(title)s” could not be read again."),
    "count_differs": gettext_lazy("Read again, the file holds another number of things than were written: %(title)s."),
    "text_differs": gettext_lazy("“%(title)s” was read again with other words or marks."),
    "file_missing": gettext_lazy("The package names “%(title)s”, which is not in it."),
}

REASONS = FAULTS | {
    "empty": gettext_lazy("The file is empty."),
    "too_big": gettext_lazy("The file is larger than 10 MB. Please divide it."),
    "binary": gettext_lazy("This is not a text file."),
    "not_text": gettext_lazy("The letters of this file could not be made out. Please save it as UTF-8."),
    "broken_xml": gettext_lazy("This XML is broken, or its letters are not those it says. Please export it again."),
    "document_type": gettext_lazy("This XML defines a document type, which no file of Moodle does. It was not read."),
    "too_much_xml": gettext_lazy("This XML holds too much, or is nested too deeply. Please divide it."),
    "not_moodle_xml": gettext_lazy("This XML is not a file of questions from Moodle."),
    "too_many": gettext_lazy("The file holds more than 500 questions. Please divide it."),
    "no_questions": gettext_lazy("No question was found in this file."),
    "unknown_type": gettext_lazy("There is no such type of question here."),
    "essay": gettext_lazy("An essay is marked by a person; there is no such question here."),
    "description": gettext_lazy("This is a text without a question."),
    "no_text": gettext_lazy("The question has no words; perhaps it is a picture."),
    "picture_as_answer": gettext_lazy("An answer is a picture; answers here are words."),
    "empty_answer": gettext_lazy("An answer is empty."),
    "several_right_answers": gettext_lazy("It asks for one answer, and more than one is right."),
    "no_right_answer": gettext_lazy("No answer is worth the whole mark."),
    "no_wrong_answer": gettext_lazy("Every answer is right."),
    "one_answer_only": gettext_lazy("There is only one answer."),
    "too_many_answers": gettext_lazy("It has more than 100 answers."),
    "one_pair_only": gettext_lazy("There are fewer than two pairs."),
    "not_two_answers": gettext_lazy("It does not say which of two answers is true."),
    "not_a_number": gettext_lazy("An answer is not a number."),
    "odd_share": gettext_lazy("The share of the mark of an answer cannot be read."),
    "wildcard": gettext_lazy("An answer holds an asterisk that stands for any text; here whole answers are compared."),
    "gaps_to_type": gettext_lazy("It has gaps to type into; gaps here have choices."),
    "no_gap": gettext_lazy("It has no gap."),
    "gaps_do_not_fit": gettext_lazy("The gaps of the text and their answers do not fit together."),
    "gap_without_answer": gettext_lazy("A gap does not have exactly one right answer."),
    "braces": gettext_lazy("A brace is open or closed without its partner."),
    "no_key": gettext_lazy("The line “ANSWER:” is missing."),
    "key_unknown": gettext_lazy("The line “ANSWER:” names a letter that no answer has."),
    "letters": gettext_lazy("The letters of the answers do not run A, B, C …"),
    "known": gettext_lazy("The course has this question already."),
    "twice": gettext_lazy("The same question stands earlier in the file."),
}

LEFT = {
    "pictures": gettext_lazy("pictures"),
    "hints": gettext_lazy("hints"),
    "wrong_answers": gettext_lazy("expected wrong answers and their feedback"),
    "capitals": gettext_lazy("the difference between capital and small letters"),
    "units": gettext_lazy("units of measure"),
}


@dataclass(frozen=True, slots=True)
class FormatWords:
    """What a format is called, which systems take it, and what it carries."""

    name: Promise
    systems: Promise
    holds: Promise


FORMAT_WORDS = {
    "moodle": FormatWords(
        gettext_lazy("Moodle XML"),
        gettext_lazy("Moodle, any version: Question bank, Import"),
        gettext_lazy("Questions with feedback, marks, tags and numbers. The best way to take questions to Moodle."),
    ),
    "scorm": FormatWords(
        gettext_lazy("SCORM 1.2 package"),
        gettext_lazy("Moodle, Canvas, Open edX and nearly every other learning platform"),
        gettext_lazy(
            "Text and quiz of each module, with progress and score told to the platform. The right answers travel "
            "inside the package, so it suits practice better than examinations."
        ),
    ),
    "cartridge": FormatWords(
        gettext_lazy("Common Cartridge 1.1"),
        gettext_lazy("Moodle: Restore; Canvas and others: Import course"),
        gettext_lazy("Text as pages and quizzes as quizzes, to be edited there."),
    ),
    "gift": FormatWords(
        gettext_lazy("GIFT"),
        gettext_lazy("Moodle and many question tools"),
        gettext_lazy("Questions as a text file that people can read and edit."),
    ),
    "aiken": FormatWords(
        gettext_lazy("Aiken"),
        gettext_lazy("Moodle, Chamilo and simple quiz tools"),
        gettext_lazy("Questions with one right answer, without feedback, as the plainest of text files."),
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the beginnings of what it is about."""

    sentence: str
    titles: list[str]


def losses_in_words(losses: Iterable[Loss]) -> list[Told]:
    """One sentence for each code, with how many it is about."""
    titles: dict[str, list[str]] = {}
    for loss in losses:
        titles.setdefault(loss.code if loss.code in LOSSES else "", []).append(loss.title)
    return [Told(LOSSES.get(code, FAULTY) % {"count": len(each)}, each) for code, each in titles.items()]


def faults_in_words(faults: Iterable[Loss]) -> list[str]:
    return [str(CHECKS[fault.code]) % {"title": fault.title} for fault in faults]


def reason_in_words(code: str) -> str | Promise:
    return REASONS[code]


def left_in_words(codes: Iterable[str]) -> str:
    return ", ".join(str(LEFT[code]) for code in codes)


def player_words(language: str) -> dict[str, str]:
    """What a package says, in the language of its module; %(…)s are filled in by its player."""
    with override(language):
        return {
            "question": _("Question %(number)s"),
            "several": _("More than one answer may be right."),
            "places": _("Give each line its place, 1 for the first."),
            "a_number": _("Your answer, as a number"),
            "answer": _("Your answer"),
            "gap": _("Gap %(number)s"),
            "opening": _("Opening"),
            "quiz": _("Quiz"),
            "contents": _("Contents"),
            "scripts": _("Without JavaScript you can read everything here; nothing is recorded."),
            "mark_read": _("I have read this"),
            "source": _("Source"),
            "hand_in": _("Hand in"),
            "again": _("Try again"),
            "progress": _("%(read)s of %(count)s sections read"),
            "read": _("read"),
            "alone": _("Not connected to a learning platform: nothing is recorded."),
            "not_saved": _("The learning platform did not take everything. Please tell your organizer."),
            "blanks": _("Questions without an answer: %(count)s. Press “Hand in” again to hand in all the same."),
            "blank": _("No answer"),
            "right": _("Right"),
            "partly": _("Partly right"),
            "wrong": _("Wrong"),
            "passed": _("You have %(percent)s per cent and have passed; %(needed)s per cent were needed."),
            "failed": _("You have %(percent)s per cent; %(needed)s per cent are needed to pass."),
            "unread": _("It counts once you have read the other sections: %(count)s."),
        }
