import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from intake.blocks import Block, Document, Remark
from intake.states import FINISHED, TRIES, ReadingState


class SourceDocumentQuerySet(models.QuerySet["SourceDocument"]):
    def due(self, at: datetime) -> "SourceDocumentQuerySet":
        """To be read: nobody has begun, or whoever did has not been heard of since its lease ran out."""
        return self.filter(Q(state=ReadingState.WAITING) | abandoned(at), tries__lt=TRIES)

    def exhausted(self, at: datetime) -> "SourceDocumentQuerySet":
        """Tried as often as we try, and every try ended with the process that made it."""
        return self.filter(abandoned(at), tries__gte=TRIES)

    def of(self, person: models.Model) -> "SourceDocumentQuerySet":
        """What this person handed in."""
        return self.filter(taken_in_by=person)

    def without_bytes(self) -> "SourceDocumentQuerySet":
        """For lists and progress: a row may carry ten megabytes that nobody looks at there."""
        return self.defer("data")


def abandoned(at: datetime) -> Q:
    return Q(state=ReadingState.READING, leased_until__lt=at)


class SourceDocument(models.Model):
    """A file that came in: the original bytes and its numbered blocks. Never served with a type a browser would run.

    A refused one keeps its name, its checksum and the reason, not its bytes.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=4, blank=True, help_text="docx, pdf, html, md or txt; empty until it was read")
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=8, blank=True)
    warnings = models.JSONField(default=list, help_text="Remarks of the reader: [code, values]")
    taken_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    purpose = models.CharField(
        max_length=40, blank=True, help_text="What it was handed in for, such as event or course"
    )
    state = models.CharField(max_length=8, choices=ReadingState.choices, default=ReadingState.READ)
    refusal = models.JSONField(null=True, blank=True, help_text="Why it cannot be read: [code, values]")
    tries = models.PositiveSmallIntegerField(default=0)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    steps_done = models.PositiveIntegerField(default=0, help_text="Pages read so far, of a file that has pages")
    steps = models.PositiveIntegerField(default=0, help_text="Pages in all; 0 where that is not known")

    objects = SourceDocumentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["state", "taken_in_at"],
                condition=Q(state__in=[ReadingState.WAITING, ReadingState.READING]),
                name="document_due",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_finished(self) -> bool:
        return self.state in FINISHED

    @property
    def is_read(self) -> bool:
        return self.state == ReadingState.READ

    @property
    def is_refused(self) -> bool:
        return self.state == ReadingState.REFUSED

    def as_document(self) -> Document:
        """The pure form that the drafting code takes."""
        remarks = tuple(Remark(code, values) for code, values in self.warnings)
        blocks = tuple(block.as_block() for block in self.blocks.all())
        return Document(self.name, blocks, self.language or None, remarks, self.kind or "txt")


class SourceBlock(models.Model):
    document = models.ForeignKey(SourceDocument, on_delete=models.CASCADE, related_name="blocks")
    n = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    text = models.TextField()
    level = models.PositiveSmallIntegerField(default=0)
    rows = models.JSONField(default=list)
    spans = models.JSONField(default=list, help_text="Merged cells of a table: [row, column, rows, columns]")
    offset = models.PositiveIntegerField(default=0)
    page = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["n"]
        constraints = [models.UniqueConstraint(fields=["document", "n"], name="block_numbered_once")]

    def __str__(self) -> str:
        return f"¶ {self.n}"

    def as_block(self) -> Block:
        rows = tuple(tuple(row) for row in self.rows)
        spans = tuple(tuple(span) for span in self.spans)
        return Block(self.n, self.kind, self.text, self.level, rows, self.offset, self.page, spans)
