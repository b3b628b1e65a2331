"""Why something about a quiz is refused; each says so in a sentence that a person may read."""

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
