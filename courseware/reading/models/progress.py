import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.people.models import OwnQuerySet, Person
from courseware.reading.states import EARNED, ModuleState, QuizResult


class SectionRead(models.Model):
    """The person has had this section on screen long enough, or has said so."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sections_read")
    section = models.ForeignKey("reading.Section", on_delete=models.CASCADE, related_name="readings")
    at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "section"], name="section_read_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.section_id}"


class Dwell(models.Model):
    """For how many active seconds one device has had a section on screen, in all.

    A device tells its own total, and the larger total wins: told twice, late or out of order, it comes to the same,
    and what several devices tell adds up.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    section = models.ForeignKey("reading.Section", on_delete=models.CASCADE, related_name="+")
    device = models.UUIDField()
    seconds = models.PositiveIntegerField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "section", "device"], name="one_total_per_device")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.section_id} {self.seconds}"


class ProgressQuerySet(OwnQuerySet):
    def earned(self) -> "ProgressQuerySet":
        return self.filter(state__in=EARNED)


class Progress(models.Model):
    """How far a person is with a module: where to resume, seconds spent, and what it has come to.

    `module` is the original where the person reads a language version; `section` may be one of that version. A state
    that is earned (complete, passed) stays, whatever is added to the module later.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="progress")
    module = models.ForeignKey("reading.Module", on_delete=models.CASCADE, related_name="progress")
    section = models.ForeignKey("reading.Section", null=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField()
    at = models.DateTimeField(help_text="When the person was last here")
    seconds = models.PositiveIntegerField(default=0, help_text="Active seconds, over all sections and devices")
    quiz = models.CharField(max_length=10, choices=QuizResult.choices, blank=True)
    state = models.CharField(max_length=10, choices=ModuleState.choices, default=ModuleState.INCOMPLETE)
    earned_at = models.DateTimeField(null=True)

    objects = ProgressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = _("progress")
        constraints = [
            models.UniqueConstraint(fields=["person", "module"], name="one_progress_per_module"),
            models.CheckConstraint(
                condition=Q(state__in=EARNED, earned_at__isnull=False)
                | ~Q(state__in=EARNED) & Q(earned_at__isnull=True),
                name="earned_states_have_their_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.module_id} {self.state}"


class Note(models.Model):
    """A highlight, with or without words of the reader's own; nobody else sees it.

    `quote` is what was marked; `before` tells apart places where the text says the same. A note outlives its section.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notes")
    module = models.ForeignKey("reading.Module", on_delete=models.CASCADE, related_name="notes")
    section = models.ForeignKey("reading.Section", null=True, on_delete=models.SET_NULL, related_name="notes")
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=80, blank=True)
    text = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        ordering = ["module", "section__position", "created_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(quote="") | ~Q(text=""), name="note_holds_a_quotation_or_words")
        ]

    def __str__(self) -> str:
        return self.text or self.quote
