from hashlib import sha256
from typing import Any

from django.utils import timezone

from accounts.people.models import Person
from intake.models import SourceBlock, SourceDocument
from tests.factories.counting import numbers


def document(*paragraphs: str, by: Person | None = None, **fields: Any) -> SourceDocument:
    """A text file that was read into one block per paragraph."""
    n = next(numbers)
    texts = paragraphs or ("A heading", "A paragraph.")
    data = "\n\n".join(texts).encode()
    values = {"name": f"note-{n}.txt", "data": data, "sha256": sha256(data).hexdigest(), "language": "en"}
    source = SourceDocument.objects.create(**(values | {"taken_in_at": timezone.now(), "taken_in_by": by} | fields))
    for position, text in enumerate(texts, start=1):
        SourceBlock.objects.create(document=source, n=position, kind="paragraph", text=text)
    return source
