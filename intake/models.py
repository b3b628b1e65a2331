import uuid

from django.conf import settings
from django.db import models

from intake.blocks import Block, Document, Remark


class SourceDocument(models.Model):
    """A file that came in: the original bytes and its numbered blocks. Never served with a type a browser would run."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=8, blank=True)
    warnings = models.JSONField(default=list, help_text="Remarks of the reader: [code, values]")
    taken_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return self.name

    def as_document(self) -> Document:
        """The pure form that the drafting code takes."""
        remarks = tuple(Remark(code, values) for code, values in self.warnings)
        blocks = tuple(block.as_block() for block in self.blocks.all())
        return Document(self.name, blocks, self.language or None, remarks)


class SourceBlock(models.Model):
    document = models.ForeignKey(SourceDocument, on_delete=models.CASCADE, related_name="blocks")
    n = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    text = models.TextField()
    level = models.PositiveSmallIntegerField(default=0)
    rows = models.JSONField(default=list)
    offset = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["n"]
        constraints = [models.UniqueConstraint(fields=["document", "n"], name="block_numbered_once")]

    def __str__(self) -> str:
        return f"¶ {self.n}"

    def as_block(self) -> Block:
        rows = tuple(tuple(row) for row in self.rows)
        return Block(self.n, self.kind, self.text, self.level, rows, self.offset)
