"""Sentences that stand beside a question and its answer, for whoever asks and whoever is asked."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.registration.models import Answer, Question
from events.registration.models.forms import YES
from events.registration.states import Kind
from events.registration.wording import answered


def readable(answer: Answer) -> str:
    """The answer under the words it was given to, a file by its name. Load `question` and `file` with the rows."""
    return answer.file.name if answer.file else answered(answer.question, answer.value)


def asked_for(question: Question) -> str:
    """Why it is asked and how long the answer is kept."""
    days = ngettext("deleted %(n)s day after the event", "deleted %(n)s days after the event", question.kept_days) % {
        "n": question.kept_days
    }
    return _("Asked for: %(purpose)s; %(deleted)s.") % {"purpose": question.purpose.rstrip(". "), "deleted": days}


def only_if(question: Question, on: Question) -> str:
    """When a question is asked, `on` being the one that it depends on."""
    value = value_label(on, question.shown_if_value)
    return _("Only if you answered “%(value)s” to “%(question)s”.") % {"value": value, "question": on.label}


def value_label(question: Question, value: str) -> str:
    if question.kind == Kind.YES_NO:
        return _("Yes") if value == YES else _("No")
    return question.labels.get(value, value)


def why_not(code: str) -> str:
    """Why a question should not be asked (`sensitive.warns`). KeyError for other codes."""
    return WHY_NOT[code]()


WHY_NOT: dict[str, Callable[[], str]] = {
    "passport": lambda: _(
        "Nobody is let into a webinar by a passport: the mailbox is proven already. Numbers of identity papers are "
        "what fraud is made with, and this site would keep hundreds of them."
    ),
    "passport_at_a_door": lambda: _(
        "Ask for identity papers only if the door of the building does, and then only from those who come, shortly "
        "before the day. Numbers of identity papers are what fraud is made with."
    ),
    "birth_date": lambda: _(
        "A webinar needs no date of birth. With a name it tells one person from all others, for good. If you must know "
        "that somebody is of age, ask yes or no; for figures, ask for an age group."
    ),
    "home_address": lambda: _(
        "A webinar sends nothing by post. A home address tells where to find an officer and the family; the country "
        "and the agency are asked already."
    ),
    "religion": lambda: _(
        "Religion says nothing about who may learn, and the answer can endanger people. If it is about food or hours "
        "of prayer, ask what should be arranged instead."
    ),
    "ethnic_origin": lambda: _(
        "Ethnic origin says nothing about who may learn, and the answer can endanger people. The country is asked "
        "already."
    ),
    "health": lambda: _(
        "Health is nobody's business at a webinar. Ask what should be arranged so that somebody can take part, not "
        "what the person suffers from."
    ),
    "photo": lambda: _(
        "A webinar needs no photo of anybody. A face with a name and an agency can be found again by any search for "
        "faces."
    ),
    "photo_at_a_door": lambda: _(
        "Ask for a photo only if the door of the building does, and then only from those who come, shortly before the "
        "day. A face with a name and an agency can be found again by any search for faces."
    ),
}
