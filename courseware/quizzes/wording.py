"""The sentences for what the drafting of questions remarks; remarks on modules are passed on to their own door."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
