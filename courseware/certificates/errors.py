"""Why something about a certificate is refused; each says so in a sentence that a person may read.

`code` is what a row keeps of it, so that it can be told in the language of whoever reads the row.
"""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    code = "refused"
    message = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class NothingAsked(Refused):
    code = "nothing_asked"
    message = _("Say at least one thing that has to be done for this certificate.")


class NotFulfilled(Refused):
    code = "not_fulfilled"
    message = _("Something is still missing for this certificate.")


class AlreadyIssued(Refused):
    code = "already_issued"
    message = _("This person has this certificate already.")


class NoName(Refused):
    code = "no_name"
    message = _("There is no name to print: the person has to enter one in the profile.")


class PaperFailed(Refused):
    code = "paper_failed"
    message = _("The name or title holds a letter that the certificate’s font does not have.")


class NotIssuedAnyMore(Refused):
    code = "closed"
    message = _("Certificates of this kind are not issued any more.")


class NotLive(Refused):
    code = "not_live"
    message = _("This certificate was revoked or replaced meanwhile. Please look again.")


class SameName(Refused):
    code = "same_name"
    message = _("This is the name that stands on the certificate already.")


class NobodyChosen(Refused):
    code = "nobody"
    message = _("There is nobody to issue to: choose at least one person.")


class AwardChanged(Refused):
    """Between drawing a paper and keeping it somebody changed what it says; whoever meets this tries again."""

    code = "award_changed"
    message = _("The certificate was changed meanwhile. Please try again.")


class AwardInUse(Refused):
    code = "in_use"
    message = _("Certificates were issued already: this can no longer be removed. It can be closed instead.")


SENTENCES = {each.code: each.message for each in Refused.__subclasses__()}
