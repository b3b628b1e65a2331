"""The sentences for what the drafting of questions remarks; remarks on modules are passed on to their own door."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from courseware.quizzes.models import Question
from courseware.reading import wording as reading
from intake.blocks import Remark


def sentence(remark: Remark) -> str:
    """Word a remark on a drafted course in the language in force; KeyError for an unknown code."""
    if remark.code == "no_questions":
        text = _("“%(title)s”: no questions could be drafted, as few facts stand in single sentences. Write your own.")
        return text % remark.values
    if remark.code == "few_questions":
        text = ngettext(
            "“%(title)s”: only %(count)s question could be drafted. Write your own, best on causes and arguments.",
            "“%(title)s”: only %(count)s questions could be drafted. Write your own, best on causes and arguments.",
            int(remark.values["count"]),
        )
        return text % remark.values
    return reading.sentence(remark)


def sentences(remarks: Iterable[Remark]) -> list[str]:
    return [sentence(remark) for remark in remarks]


# How a question was made (drafting.wordings.TYPES).
TYPES = {
    "cloze_figure": gettext_lazy("figure"),
    "cloze_date": gettext_lazy("date"),
    "cloze_name": gettext_lazy("name"),
    "acronym": gettext_lazy("abbreviation"),
    "cause": gettext_lazy("reason"),
    "purpose": gettext_lazy("purpose"),
    "enumeration": gettext_lazy("list"),
    "order_by_year": gettext_lazy("order in time"),
    "best_supported": gettext_lazy("statements to compare"),
    "opinion_or_fact": gettext_lazy("opinion or fact"),
    "term": gettext_lazy("term"),
    "true_false_figure": gettext_lazy("statement with a figure"),
    "true_false_name": gettext_lazy("statement with a name"),
    "true_false_antonym": gettext_lazy("statement turned round"),
}
# What advises a second look (drafting.lint.ADVICE).
FINDINGS = {
    "known_without_reading": gettext_lazy("May be known without reading."),
    "absolute_words": gettext_lazy("Words such as “always” hint at “false”."),
    "options_made_up": gettext_lazy("Most of the wrong answers are made up, not taken from the text."),
    "small_count": gettext_lazy("A count of a few things is seldom worth asking for."),
    "two_figures": gettext_lazy("Another figure in the question may be mixed up with the answer."),
    "exact_day": gettext_lazy("An exact day is recall of the narrowest kind."),
}
# How a question begins that a person writes, in the language of the module.
BEGINNINGS = {
    "cause": gettext_lazy("Which reason does the text give for …?"),
    "comparison": gettext_lazy("According to the text, how does … differ from …?"),
    "opinion": gettext_lazy("Which of these is a view of the author, not a report of what is or was?"),
    "order": gettext_lazy("Going by the text, which of these came first?"),
}


def findings_on(question: Question) -> list[str]:
    return [str(FINDINGS[name]) for name in question.lint if name in FINDINGS]


def beginning(template: str, language: str) -> dict[str, str]:
    """What the form of a new question starts with; nothing for an unknown template."""
    if template not in BEGINNINGS:
        return {}
    with override(language or None):
        return {"stem": str(BEGINNINGS[template])}
