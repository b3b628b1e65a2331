"""The forms that a survey begins with. Written here once; each language has its words from the catalogues."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from courseware.surveys.models import Question, Survey
from courseware.surveys.states import QuestionKind, SurveyKind


@dataclass(frozen=True, slots=True)
class Ready:
    """A question of our own, in every language of the site."""

    kind: QuestionKind
    words: Promise
    choices: tuple[Promise, ...] = ()


RATING, CHOICE, YES_NO, TEXT = QuestionKind.RATING, QuestionKind.CHOICE, QuestionKind.YES_NO, QuestionKind.TEXT

EVALUATION = (
    Ready(RATING, _("It was useful for my work.")),
    Ready(RATING, _("It was clear and easy to follow.")),
    Ready(RATING, _("There was room for my questions.")),
    Ready(RATING, _("The technical side worked for me.")),
    Ready(CHOICE, _("The pace was …"), (_("too slow"), _("right for me"), _("too fast"))),
    Ready(YES_NO, _("Would you recommend it to a colleague?")),
    Ready(TEXT, _("What was most useful to you?")),
    Ready(TEXT, _("What should be better next time?")),
)
FOLLOW_UP = (
    Ready(YES_NO, _("Have you used what you learned in your work?")),
    Ready(
        CHOICE,
        _("How often have you used it?"),
        (_("never"), _("once or twice"), _("several times"), _("nearly every week")),
    ),
    Ready(RATING, _("What I learned has made my work better.")),
    Ready(RATING, _("My superiors support me in using it.")),
    Ready(
        CHOICE,
        _("What hindered you most?"),
        (_("nothing"), _("no time"), _("no means or equipment"), _("no support"), _("it does not fit my tasks")),
    ),
    Ready(TEXT, _("Tell of one case in which you used it. Please name no people and no operations.")),
    Ready(TEXT, _("What would help you to use more of it?")),
)
FORMS = {SurveyKind.EVALUATION: EVALUATION, SurveyKind.FOLLOW_UP: FOLLOW_UP}
GREETINGS = {
    SurveyKind.EVALUATION: _("A few questions, two or three minutes. Your answers help to make the next one better."),
    SurveyKind.FOLLOW_UP: _("Some time has passed. A few questions on what has remained and what you could use."),
}


def greeting(kind: str) -> dict[str, str]:
    return in_every_language(GREETINGS[kind])


def ready_made(survey: Survey) -> list[Question]:
    """Not saved."""
    return [
        Question(
            survey=survey,
            kind=ready.kind,
            words=in_every_language(ready.words),
            choices=choices_of(ready) if ready.choices else {},
            position=position,
        )
        for position, ready in enumerate(FORMS[survey.kind], 1)
    ]


def choices_of(ready: Ready) -> dict[str, list[str]]:
    every = [in_every_language(choice) for choice in ready.choices]
    return {code: [words[code] for words in every] for code, _name in settings.LANGUAGES}


def in_every_language(words: Promise) -> dict[str, str]:
    told = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            told[code] = str(words)
    return told
