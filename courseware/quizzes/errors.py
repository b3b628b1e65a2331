"""Why something about a quiz is refused; each says so in a sentence that a person may read."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from courseware.reading.errors import Refused

# The words for grading.fault_of.
FAULTS = {
    "no_choices": _("Write the answers to choose from."),
    "one_choice_only": _("Write at least two answers."),
    "no_right_choice": _("Mark the right answer."),
    "no_wrong_choice": _("At least one answer has to be wrong."),
    "several_right_choices": _("Only one answer may be right; choose “several answers” as the kind if more are."),
    "true_false_takes_two_choices": _("A true-or-false question has exactly two answers."),
    "duplicate_choice": _("Two answers say the same."),
    "share_beyond_one": _("The share of the mark is a number from 0 to 1."),
    "shares_not_one": _("The shares of all right answers have to make 1 together, so that full marks can be had."),
    "two_pairs_at_least": _("Write at least two pairs."),
    "pair_without_match": _("Every line needs what it goes with."),
    "one_match_for_all": _("All lines go with the same, so there is nothing to match."),
    "empty_line": _("A line is empty."),
    "no_number": _("Write each accepted answer as a number, without a unit."),
    "tolerance_below_zero": _("The tolerance cannot be less than 0."),
    "no_full_answer": _("At least one accepted answer has to be worth the whole mark."),
    "no_gaps": _("Write the gaps into the sentence as [[1]], [[2]] and so on."),
    "gap_twice": _("A gap may stand only once in the sentence; number them [[1]], [[2]] and so on."),
    "choice_for_no_gap": _("An answer belongs to a gap that the sentence does not have."),
    "gap_needs_two_choices": _("Every gap needs at least two answers to choose from."),
    "gap_needs_one_right": _("Every gap needs exactly one right answer."),
}
# The words for grading.Unfit.
UNFIT = {
    "one_only": _("Choose one answer only."),
    "each_once": _("Give each line a place of its own, from first to last."),
    "number_only": _("Please give the number alone, without its unit; the question says which unit is meant."),
    "no_number": _("Please give a number in figures, such as 12 or 12.5."),
    "too_long": _("This is longer than an answer can be. A few words are enough."),
}


class NothingDrafted(Refused):
    """No module could be made of a file. `reasons` are the warnings of the drafting, in words."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(*reasons)
        self.message = " ".join(reasons) or _("No article was found in this file.")


class FaultyQuestion(Refused):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.message = FAULTS[code]


class ChangedMeanwhile(Refused):
    message = _(
        "This question was changed meanwhile. Your entries are still here, not saved: open the question again from the "
        "list in another tab, compare, and enter what is yours."
    )


class UnknownSection(Refused):
    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self.message = _("The module has no section “%(heading)s”.") % {"heading": heading}


class NoQuestions(Refused):
    message = _("This module has no quiz yet.")


class NoAnswer(Refused):
    message = _("Choose an answer.")


class NotOffered(Refused):
    message = _("This answer does not belong to the question.")


class AttemptOver(Refused):
    message = _("This try is finished; its answers can no longer be changed.")


class AnswerShown(Refused):
    message = _("You have seen the right answer to this question, so your answer stays as it is.")


class ForeignFile(Refused):
    message = _("These answers were given by somebody else: each person hands in the own file, signed in.")


class NothingOfQuiz(Refused):
    message = _("This file holds no answers to this quiz. Hand it in on the page of the quiz that it belongs to.")


class AttemptOpen(Refused):
    message = _("This try is still open: the person can hand in the file on the page of the quiz.")


class UnfitAnswer(Refused):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.message = UNFIT[code]


class Superseded(Refused):
    """`held` is the row with the answer that is kept."""

    message = _("Another answer to this question was saved meanwhile, perhaps in another window. It is shown here.")

    def __init__(self, held: Any) -> None:
        super().__init__(held.sequence)
        self.held = held


class QuizClosed(Refused):
    message = _("This quiz is closed.")


class NoAttemptsLeft(Refused):
    message = _("You have used all the tries that this quiz allows.")


class WaitFirst(Refused):
    """`until`: when the next attempt may start."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until

    def __str__(self) -> str:
        return _("You can try again from %(when)s on.") % {"when": date_format(localtime(self.until), "j E Y, H:i")}


class BankTooSmall(Refused):
    """`slot` is the draw that could not be served."""

    message = _("This quiz cannot be started: it asks for more questions than are ready. Please tell the organizers.")

    def __init__(self, slot: Any) -> None:
        super().__init__(str(slot))
        self.slot = slot


class Unanswered(Refused):
    """`positions` are those of the questions that are still open."""

    message = _("Some questions are not answered yet.")

    def __init__(self, positions: list[int]) -> None:
        super().__init__()
        self.positions = positions


class AskedElsewhere(Refused):
    message = _("The test after the course asks what the test before it asks. Change the questions there.")


class NotOfCourse(Refused):
    message = _("Questions, modules and tags of a quiz have to belong to its course.")


class RegradeDone(Refused):
    message = _("This regrade was applied already.")


class RegradeOutdated(Refused):
    message = _("Marks or questions have changed since this was worked out. Please work it out again.")


class TagExists(Refused):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return _("There is a tag “%(name)s” already. To make one of both, merge them.") % {"name": self.name}


class SameTag(Refused):
    message = _("Choose another tag of this course to merge it with.")


class TagInUse(Refused):
    message = _("Questions, earlier versions of questions or quizzes have this tag, so it stays. You can merge it.")


class NothingToAsk(Refused):
    message = _("The test asks nothing yet. Choose first what it asks.")


class DrawsTooMany(Refused):
    message = _("The test draws more questions than the bank holds. Approve more questions, or draw fewer.")


class NoTest(Refused):
    message = _("Set up the test before the course first: the one after it asks the same.")


class NoSuchPerson(Refused):
    message = _("Nobody with this address has access to the course or has tried this quiz.")


class NoNearMiss(Refused):
    message = _("This answer was judged already, or marked again since.")
