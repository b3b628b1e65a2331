import uuid

from django.db import models
from django.db.models import Q

from accounts.people.models import Person
from accounts.teams.models import Team
from events.programme.models.events import Event
from events.programme.states import NoteState
from intake.models import SourceDocument
from intake.states import FINISHED


class NoteVersionQuerySet(models.QuerySet["NoteVersion"]):
    def managed_by(self, person: Person) -> "NoteVersionQuerySet":
        """Documents handed in for teams that the person organizes."""
        return self.filter(team__in=Team.objects.managed_by(person))

    def read(self) -> "NoteVersionQuerySet":
        """Those whose document is read or refused by now, while nothing has been made of it yet."""
        return self.filter(state=NoteState.READING, source__state__in=FINISHED)

    def unsettled(self) -> "NoteVersionQuerySet":
        """Those that wait for the background or for a person, latest first: being read, refused, to be compared."""
        open_states = (NoteState.READING, NoteState.REFUSED, NoteState.WAITING)
        return self.filter(state__in=open_states).with_source().order_by("-created_at", "-pk")

    def with_source(self) -> "NoteVersionQuerySet":
        """For lists: with the name and the state of the document, without its bytes."""
        return self.select_related("source", "source__taken_in_by", "event").defer("source__data")


class NoteVersion(models.Model):
    """A document handed in for an event: the note that it was drafted from, and each newer version of that note.

    `drafted` is what drafting made of it (actions/shapes.py): the rules of drafting change from one release to the
    next, so what the note gave then cannot be had again from its text.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True, help_text="Shared by files handed in together")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(
        Event, null=True, on_delete=models.CASCADE, related_name="versions", help_text="None until one is drafted"
    )
    source = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=NoteState.choices, default=NoteState.READING)
    drafted = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    objects = NoteVersionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[NoteState.READING, NoteState.REFUSED]) | Q(event__isnull=False),
                name="note_in_use_has_its_event",
            )
        ]

    def __str__(self) -> str:
        return self.source.name
