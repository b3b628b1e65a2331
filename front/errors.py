"""Why an account is not erased; each says so in a sentence that a person may read."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    message = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class LastOrganizer(Refused):
    """`team` is the name of the team that would be left without an organizer."""

    message = _(
        "You are the only organizer of “%(team)s”. Make somebody else an organizer of it first; "
        "then your account can go."
    )

    def __init__(self, team: str) -> None:
        super().__init__(team)
        self.team = team

    def __str__(self) -> str:
        return str(self.message) % {"team": self.team}


class RunsTheSite(Refused):
    message = _("Your account administers this site. Another administrator has to take these rights from it first.")


class RetentionStopped(Exception):
    """`rooms` could not carry out their part; the log says why. The others have done theirs."""

    def __init__(self, rooms: list[str]) -> None:
        super().__init__(", ".join(rooms))
