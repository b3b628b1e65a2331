"""Why something about a course is refused; each says so in a sentence that a person may read."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    message = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class NothingToShow(Refused):
    message = _("Publish at least one module first: a course without modules would be an empty page.")


class EmptyModule(Refused):
    message = _("A module needs at least one section with text.")


class EventMissing(Refused):
    message = _("Choose the event first: only people registered for it are to read this course.")


class ChangedMeanwhile(Refused):
    message = _(
        "Somebody else saved this module while you were editing it. Your entries are still here, not saved: open the "
        "page again in another tab, compare, and enter what is yours."
    )


class AlreadyInCourse(Refused):
    message = _("This file is in the course already; its modules would stand there twice.")


class NotAnOriginal(Refused):
    message = _("Only modules of this course can come first, and a language version has the rule of its original.")


class Circle(Refused):
    """`module` was to come after `first`, which comes after it already."""

    message = _("“%(first)s” already comes after “%(module)s”. Each would wait for the other, and nobody could go on.")

    def __init__(self, module: str, first: str) -> None:
        super().__init__(module, first)
        self.values = {"module": module, "first": first}

    def __str__(self) -> str:
        return str(self.message) % self.values


class VersionExists(Refused):
    message = _("The module has a version in this language already.")


class EmptyNote(Refused):
    message = _("Write something first: an empty note cannot be kept.")
