"""What a registration, an invitation and a question of the form can be, named once, with the permitted moves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.programme.states import Admission


class RegistrationState(models.TextChoices):
    DRAFT = "draft", _("waiting for the code from the mailbox")
    PENDING = "pending", _("waiting for approval")
    CONFIRMED = "confirmed", _("confirmed")
    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", _("a seat is offered")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("offer expired")


S = RegistrationState
LIVE = (S.PENDING, S.CONFIRMED, S.WAITING, S.OFFERED)
ENDED = (S.DECLINED, S.WITHDRAWN, S.EXPIRED)
ALWAYS_SEATED = (S.CONFIRMED, S.OFFERED)
NEVER_SEATED = (S.DRAFT, S.WAITING, *ENDED)  # a pending one may hold a seat: the event's rules and its history say so
MOVES = {
    S.DRAFT: (S.PENDING, S.CONFIRMED, S.WAITING),
    S.PENDING: (S.CONFIRMED, S.WAITING, S.DECLINED, S.WITHDRAWN),
    S.WAITING: (S.CONFIRMED, S.OFFERED, S.PENDING, S.DECLINED, S.WITHDRAWN),
    S.OFFERED: (S.CONFIRMED, S.DECLINED, S.WITHDRAWN, S.EXPIRED),
    S.CONFIRMED: (S.PENDING, S.DECLINED, S.WITHDRAWN),
    S.DECLINED: (),
    S.WITHDRAWN: (),
    S.EXPIRED: (),
}


class Route(models.TextChoices):
    """How somebody came to register."""

    DIRECT = "direct", _("registered without an invitation")
    INVITED = "invited", _("invited")
    NOMINATED = "nominated", _("nominated")


ADMITTED = {
    Admission.OPEN: set(Route),
    Admission.APPROVAL: set(Route),
    Admission.INVITATION: {Route.INVITED},
    Admission.NOMINATION: {Route.NOMINATED},
    Admission.MIXED: set(Route),
}
ADMITTED_AT_ONCE = {
    Admission.OPEN: set(Route),
    Admission.APPROVAL: set[Route](),
    Admission.INVITATION: {Route.INVITED},
    Admission.NOMINATION: set[Route](),
    Admission.MIXED: {Route.INVITED},
}


class Category(models.TextChoices):
    PARTICIPANT = "participant", _("participant")
    OBSERVER = "observer", _("observer")
    SPEAKER = "speaker", _("speaker")
    INTERPRETER = "interpreter", _("interpreter")


class Scope(models.TextChoices):
    """What seats are counted by, for limits and targets."""

    CATEGORY = "category", _("category")
    COUNTRY = "country", _("country")
    AGENCY = "agency", _("agency")
    GENDER = "gender", _("gender")
    LEVEL = "level", _("level")


LIMITED = (
    Scope.CATEGORY,
    Scope.COUNTRY,
    Scope.AGENCY,
)  # by answers of the form that everybody gives; the rest: targets


class InvitationState(models.TextChoices):
    SENT = "sent", _("not answered yet")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    REVOKED = "revoked", _("taken back")
    EXPIRED = "expired", _("expired")


class Kind(models.TextChoices):
    """Kinds of questions on a registration form."""

    SHORT = "short", _("short text")
    LONG = "long", _("long text")
    NUMBER = "number", _("number")
    CHOICE = "choice", _("one of several")
    CHOICES = "choices", _("several of several")
    YES_NO = "yes_no", _("yes or no")
    DATE = "date", _("date")
    COUNTRY = "country", _("country")
    AGENCY = "agency", _("agency")
    PHONE = "phone", _("phone number")
    EMAIL = "email", _("e-mail address")
    FILE = "file", _("file")


WITH_CHOICES = (Kind.CHOICE, Kind.CHOICES)
# As the builder of a form says them; all others as above.
KIND_WORDS = {Kind.CHOICE: _("one choice from a list"), Kind.CHOICES: _("several choices from a list")}


class SeenBy(models.TextChoices):
    ORGANIZERS = "organizers", _("organizers only")
    TEAM = "team", _("the whole team, moderators included")
