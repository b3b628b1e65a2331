"""The sentences for what the drafting of questions remarks; remarks on modules are passed on to their own door."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from courseware.quizzes.models import Question
from courseware.quizzes.states import Kind
from courseware.reading import wording as reading
from intake.blocks import Remark


def sentence(remark: Remark) -> str:
    """Word a remark on a drafted course in the language in force; KeyError for an unknown code."""
    if remark.code == "no_questions":
        text = _(
            "“%(title)s”: no questions could be drafted. It tells a story, or few of its facts can be asked for apart"
            " from the text around them. Write your own."
        )
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

# For each kind: how it is written, and an example.
KINDS = {
    Kind.SINGLE: (
        gettext_lazy("Write the answers to choose from, one on each line, and mark the one that is right."),
        gettext_lazy("Which river reaches the Aral Sea from the south? Amu Darya (right), Syr Darya, Volga"),
    ),
    Kind.MULTIPLE: (
        gettext_lazy(
            "Mark every answer that is right. Each right tick earns its share and each wrong one costs, so ticking "
            "everything earns nothing."
        ),
        gettext_lazy("Which of these rivers reached the Aral Sea? Amu Darya (right), Syr Darya (right), Volga"),
    ),
    Kind.TRUE_FALSE: (
        gettext_lazy("Write a statement as the question, then mark whether it is true or false."),
        gettext_lazy("The Aral Sea is a lake. True (right), False"),
    ),
    Kind.MATCHING: (
        gettext_lazy(
            "Write a pair on each line. A line with its first box empty gives an answer that goes with nothing: so "
            "nobody gets the last pair by elimination."
        ),
        gettext_lazy("Tajikistan: Dushanbe. Uzbekistan: Tashkent. (empty): Astana"),
    ),
    Kind.ORDERING: (
        gettext_lazy(
            "Write the lines in their right order; trainees get them mixed. Marks are given for each line that follows "
            "the one it should."
        ),
        gettext_lazy("In which order is a plan made? 1. Look at the situation. 2. Set an aim. 3. Choose the measures."),
    ),
    Kind.NUMERIC: (
        gettext_lazy(
            "Say in the question which unit is meant, and write the number without it. 12.5 and 12,5 are the same. A "
            "second line may accept a rougher number for a share of the mark."
        ),
        gettext_lazy("How many kilometres long is the canal? 12.5, may be off by 0.1"),
    ),
    Kind.SHORT: (
        gettext_lazy(
            "Write every answer that you accept, one on each line. Capitals, spaces and punctuation do not matter. "
            "What comes close is shown to you, not guessed."
        ),
        gettext_lazy("What is this river called? Amu Darya; Amudarya; Oxus (0.5 of the mark)"),
    ),
    Kind.CLOZE: (
        gettext_lazy(
            "Write [[1]], [[2]] … where the gaps are. Then write for each gap at least two answers and mark the right "
            "one."
        ),
        gettext_lazy(
            "The [[1]] ends in the [[2]]. Gap 1: Amu Darya (right), Volga. Gap 2: Aral Sea (right), Caspian Sea"
        ),
    ),
}


def findings_on(question: Question) -> list[str]:
    return [str(FINDINGS[name]) for name in question.lint if name in FINDINGS]


def beginning(template: str, language: str) -> dict[str, str]:
    """What the form of a new question starts with; nothing for an unknown template."""
    if template not in BEGINNINGS:
        return {}
    with override(language or None):
        return {"stem": str(BEGINNINGS[template])}
