"""Questions ready to be added: those that an event's draft gives reason for, and those that many events ask.

Nothing of it is asked before an organizer has added it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from accounts.people.models import Person
from events.programme.models import Event
from events.programme.states import LANGUAGES, Format, SessionKind
from events.registration.actions.questions import Choice, QuestionValues, add_question, asked_of
from events.registration.models import Question
from events.registration.models.forms import YES
from events.registration.states import Kind, SeenBy

SPOKEN_OF = (SessionKind.PANEL, SessionKind.TALK, SessionKind.DISCUSSION)
MOST_CHOICES, LONGEST_CHOICE = 12, 120


@dataclass(frozen=True, slots=True)
class Proposed:
    """A question with its stable key, and why it is proposed; without a reason it is only kept ready."""

    key: str
    why: str
    values: QuestionValues

    @property
    def question(self) -> Question:
        """As it would be; not kept anywhere."""
        return Question(key=self.key, **self.values)


def propose_form(event: Event) -> list[Proposed]:
    """What is not asked yet, in the language of the event where the site speaks it; reasons in the reader's."""
    asked = {question.key for question in asked_of(event)}
    with override(event.language if event.language in dict(settings.LANGUAGES) else get_language()):
        worded = from_draft(event) | ready_made()
    whys = reasons(event)
    return [Proposed(key, whys.get(key, ""), values) for key, values in worded.items() if key not in asked]


@transaction.atomic
def add_proposed(event: Event, keys: Iterable[str], *, by: Person | None, at: datetime) -> list[Question]:
    """Add these, with any that they depend on; keys that are not proposed (any more) are passed over."""
    wanted = set(keys)
    proposed = {one.key: one for one in propose_form(event)}
    wanted |= {proposed[key].values.get("shown_if_key", "") for key in wanted & proposed.keys()}
    return [add_question(event, one.values, key=key, by=by, at=at) for key, one in proposed.items() if key in wanted]


def from_draft(event: Event) -> dict[str, QuestionValues]:
    """By key, in the order in which they would be asked."""
    found = attendance(event) | interpretation(event)
    if len(topics := topics_of(event)) > 1:
        found["topics"] = about(
            _("Content"), Kind.CHOICES, _("Which of the topics matter most to you?"), choices=choices_of(topics),
            purpose=_("To give more time to what most people come for"), seen_by=SeenBy.TEAM,
        )  # fmt: skip
    if len(event.audience) > 1:
        found["audience"] = about(
            _("Content"), Kind.CHOICES, _("Which of these describes you?"), choices=choices_of(event.audience),
            purpose=_("To see whether the event reaches those it is for"),
        )  # fmt: skip
    found["questions"] = about(
        _("Content"), Kind.LONG, _("What would you like to ask the speakers?"),
        purpose=_("Passed on to the speakers, without your name"), seen_by=SeenBy.TEAM, kept_days=30,
    )  # fmt: skip
    found["access"] = about(
        _("Taking part"), Kind.LONG, _("What should we arrange so that you can take part fully?"),
        help=_("For example captions, sign language, or texts beforehand. Only say what you need, not why."),
        purpose=_("To arrange it; nobody else sees it"), kept_days=7,
    )  # fmt: skip
    return found


def attendance(event: Event) -> dict[str, QuestionValues]:
    if event.format != Format.HYBRID:
        return {}
    ways = [Choice(key="room", label=_("In the room")), Choice(key="online", label=_("Online"))]
    question = about(
        _("Taking part"), Kind.CHOICE, _("How will you take part?"), choices=ways, required=True,
        purpose=_("To prepare enough chairs and lines"),
    )  # fmt: skip
    return {"attendance": question}


def interpretation(event: Event) -> dict[str, QuestionValues]:
    """Asked where it is known what is spoken: who would need another language, and which."""
    if event.language not in LANGUAGES:
        return {}
    others = [Choice(key=code, label=_(name)) for code, name in LANGUAGES.items() if code != event.language]
    spoken = _("The event is held in this language: %(language)s.") % {"language": _(LANGUAGES[event.language])}
    purpose = _("To decide whether interpretation is needed, and into which language")
    needed = about(
        _("Taking part"), Kind.YES_NO, _("Do you need interpretation?"), help=spoken, purpose=purpose, kept_days=30
    )
    into = about(
        _("Taking part"), Kind.CHOICE, _("Into which language?"), choices=others, purpose=purpose, required=True,
        kept_days=30, shown_if_key="interpretation", shown_if_value=YES,
    )  # fmt: skip
    return {"interpretation": needed, "interpretation_into": into}


def ready_made() -> dict[str, QuestionValues]:
    """Those that many events ask, wherever the draft leads; the view of balance counts the first two by their keys."""
    genders = {"woman": _("Woman"), "man": _("Man"), "other": _("Another"), "unsaid": _("I prefer not to say")}
    levels = {"head": _("Head or deputy head of an agency"), "manager": _("Manager"), "specialist": _("Specialist"),
              "support": _("Support"), "student": _("Student or trainee"), "other": _("Other")}  # fmt: skip
    return {
        "gender": about(
            _("About you"), Kind.CHOICE, _("Gender"), choices=keyed_choices(genders), kept_days=30,
            purpose=_("To see, in figures, whether women and men are reached alike"),
        ),
        "level": about(
            _("About you"), Kind.CHOICE, _("Level"), choices=keyed_choices(levels),
            purpose=_("To see, in figures, whether those are reached whom the event is for"),
        ),
        "phone": about(
            _("About you"), Kind.PHONE, _("Phone number"), kept_days=7,
            purpose=_("To reach you on the day if the connection fails"),
        ),
    }  # fmt: skip


def about(section: str, kind: str, label: str, *, purpose: str, kept_days: int = 90, **more: object) -> QuestionValues:
    return QuestionValues(section=section, kind=kind, label=label, purpose=purpose, kept_days=kept_days, **more)


def keyed_choices(labels: dict[str, str]) -> list[Choice]:
    return [Choice(key=key, label=label) for key, label in labels.items()]


def choices_of(labels: Iterable[str]) -> list[Choice]:
    return [Choice(key="", label=label[:LONGEST_CHOICE]) for label in list(labels)[:MOST_CHOICES]]


def topics_of(event: Event) -> list[str]:
    """What the programme speaks of; where it has no talks yet, the themes that the document names."""
    titles = [session.title for session in event.sessions.in_order() if session.kind in SPOKEN_OF]
    return titles if len(titles) > 1 else event.themes


def reasons(event: Event) -> dict[str, str]:
    language = _(LANGUAGES[event.language]) if event.language in LANGUAGES else ""
    spoken = _("The event is held in one language (%(language)s), and people from several countries may come.")
    return {
        "attendance": _("Some come to the room and others take part online."),
        "interpretation": spoken % {"language": language},
        "interpretation_into": _("Asked only of those who need interpretation."),
        "topics": _("The choices are the sessions of the programme, or the themes of the document."),
        "audience": _("The document names several groups that the event is for."),
        "questions": _("Speakers can prepare answers."),
        "access": _("What is arranged in time costs little."),
    }
