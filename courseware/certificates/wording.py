"""Codes in words, for pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courseware.certificates.models import Award, Certificate
from courseware.certificates.standing import Lack, ToCome
from courseware.certificates.states import Issued


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is missing, in words for the person, and where it is done; no address where there is nothing to do."""

    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """An award that somebody is on the way to: what it asks, what is missing, and which certificate it would renew."""

    award: Award
    asked: list[str]
    missing: list[ToDo]
    renews: Certificate | None = None

    @property
    def comes_by_itself(self) -> bool:
        """What an organizer has to decide about does not: so is every renewal for which nothing is done anew."""
        return self.award.issued == Issued.AUTOMATIC and (self.renews is None or self.award.test_passed)


def ways(several: Iterable[ToCome], at: datetime) -> list[Way]:
    return [
        Way(each.award, conditions(each.award), [to_do(each, lack, at) for lack in each.lacks], each.renews)
        for each in several
    ]


def to_do(each: ToCome, lack: Lack, at: datetime) -> ToDo:
    """What the person is told."""
    event, course = each.award.event, each.award.course
    match lack.code:
        case "name":
            return ToDo(_("enter your name as it is to be printed"), reverse("certificates:name"))
        case "letters":
            words = _("enter your name in Latin letters, or also in Cyrillic: it cannot be printed with %(letters)s")
            return ToDo(words % {"letters": " ".join(lack.of)}, reverse("certificates:name"))
        case "registration":
            words = _("register for “%(event)s”") % {"event": event.title}
            return ToDo(words, reverse("programme:event", args=[event.slug]))
        case "minutes_unknown":
            return ToDo(_("the organizers’ list of who was at the event, and for how long"))
        case "minutes":
            return ToDo(minutes_words(lack))
        case "no_modules":
            return ToDo(_("the course has no module yet"))
        case "modules":
            return ToDo(modules_words(lack), reverse("reading:course", args=[course.slug]))
        case "test":
            words = _("pass the test after the course “%(course)s”") % {"course": course.title}
            return ToDo(words, reverse("reading:course", args=[course.slug]) + "#test-post")
        case "test_again":
            words = _("pass the test after the course “%(course)s” again") % {"course": course.title}
            return ToDo(words, reverse("reading:course", args=[course.slug]) + "#test-post")
        case "no_test":
            return ToDo(_("the test after the course is not ready yet"))
        case "no_evaluation":
            return ToDo(_("the evaluation form is not open at present"))
    if lack.of == "event" and (Lack("registration") in each.lacks or not event.starts_at or event.starts_at > at):
        return ToDo(_("fill in the evaluation form, once the event has begun"))
    page = reverse(f"surveys:for_{lack.of}", args=[event.slug if lack.of == "event" else course.slug])
    return ToDo(_("fill in the evaluation form"), page)


def minutes_words(lack: Lack) -> str:
    said = ngettext(
        "be present for at least %(asked)d minute; %(have)d is recorded",
        "be present for at least %(asked)d minutes; %(have)d are recorded",
        lack.asked,
    )
    return said % {"asked": lack.asked, "have": lack.have}


def modules_words(lack: Lack) -> str:
    said = ngettext(
        "complete the module; %(have)d of %(asked)d is complete",
        "complete every module; %(have)d of %(asked)d are complete",
        lack.asked,
    )
    return said % {"asked": lack.asked, "have": lack.have}


def short(lack: Lack) -> str:
    """What the desk is told, in a table."""
    words = {
        "name": _("no name to print"),
        "letters": _("the name cannot be printed: %(of)s"),
        "registration": _("not registered for the event"),
        "minutes_unknown": _("attendance not recorded"),
        "minutes": _("%(have)d of %(asked)d minutes"),
        "no_modules": _("the course has no module"),
        "modules": _("%(have)d of %(asked)d modules"),
        "test": _("test not passed"),
        "test_again": _("test not passed again"),
        "no_test": _("the course has no test"),
        "no_evaluation": _("no evaluation form is open"),
        "evaluation": _("evaluation not filled in"),
    }
    return words[lack.code] % {"have": lack.have, "asked": lack.asked, "of": " ".join(lack.of)}


def conditions(award: Award) -> list[str]:
    """What an award asks, in words for the page about it."""
    minutes = ngettext("%(n)d minute at the event", "%(n)d minutes at the event", award.minutes) % {"n": award.minutes}
    asked = [
        (award.event_id, _("registered for the event, with a confirmed seat")),
        (award.minutes, minutes),
        (award.all_modules, _("every module of the course complete")),
        (award.test_passed, _("the test after the course passed")),
        (award.evaluation, _("the evaluation form filled in")),
    ]
    return [words for is_asked, words in asked if is_asked]
