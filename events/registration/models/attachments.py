import uuid

from django.db import models


class Attachment(models.Model):
    """A file that somebody handed in with an answer, or a note verbale. Kept in the database, so that one copy of it
    is all there is, and forgetting it forgets it."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=100, help_text="By its content, one of attachments.TYPES")
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.code)
