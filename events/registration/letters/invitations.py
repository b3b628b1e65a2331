"""To those who have not registered yet. `token` is the personal one of the link, of which only a hash is kept, so the
text of these letters is erased once they are sent."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.outbox.links import absolute
from events.registration.letters.moments import until
from events.registration.letters.writing import each_time, write
from events.registration.models import Delegation, Invitation


def invited(invitation: Invitation, *, token: str, at: datetime) -> None:
    ask("invitation_sent", invitation, token=token, at=at)


def nominated(invitation: Invitation, *, token: str, at: datetime) -> None:
    """Somebody's focal point entered the name; the person still has to agree."""
    ask("nomination_sent", invitation, token=token, at=at)


def invitation_reminder(invitation: Invitation, *, token: str, at: datetime) -> None:
    ask("invitation_reminder", invitation, token=token, at=at)


def ask(kind: str, invitation: Invitation, *, token: str, at: datetime) -> None:
    event = invitation.event
    with override(invitation.language):
        places = {"until": until(invitation.expires_at, event)}
        facts = {"nominated_by": str(invitation.delegation)} if invitation.is_nomination else {}
        held = until(invitation.held_until, event) if invitation.holds_seat and invitation.held_until else ""
        name = invitation.name or _("colleague")
    write(
        kind,
        event,
        key=f"{kind}:{invitation.code}{each_time(at)}",
        to=invitation.email,
        name=name,
        language=invitation.language,
        at=at,
        places=places,
        secret=True,
        answer_url=absolute(reverse("registration:invited", args=[token])),
        held_until=held,
        **facts,
    )


def delegation_opened(delegation: Delegation, *, at: datetime) -> None:
    """To the focal point, who signs in with the address that this letter goes to."""
    event = delegation.event
    with override(delegation.language):
        returns = until(delegation.returns_at, event) if delegation.returns_at else ""
        represented = str(delegation)
    write(
        "delegation_opened",
        event,
        key=f"delegation_opened:{delegation.code}{each_time(at)}",
        to=delegation.focal_email,
        name=delegation.focal_name,
        language=delegation.language,
        at=at,
        places={"seats": str(delegation.seats)},
        delegation=represented,
        delegation_url=absolute(reverse("registration:delegation", args=[delegation.code])),
        returns=returns,
    )
