from datetime import datetime
from hashlib import sha256

from django.db import transaction

from accounts.people.models import Person
from intake.models import SourceBlock, SourceDocument
from intake.readers import read


@transaction.atomic
def take_in(name: str, data: bytes, *, by: Person | None, at: datetime) -> SourceDocument:
    """Read a file and keep it with its blocks, or raise intake.errors.Refused and keep nothing."""
    document = read(name, data)
    source = SourceDocument.objects.create(
        name=document.name[-200:],
        data=data,
        sha256=sha256(data).hexdigest(),
        language=document.language or "",
        warnings=[[remark.code, remark.values] for remark in document.warnings],
        taken_in_at=at,
        taken_in_by=by,
    )
    SourceBlock.objects.bulk_create(
        SourceBlock(
            document=source,
            n=b.n,
            kind=b.kind,
            text=b.text,
            level=b.level,
            rows=b.rows,
            spans=b.spans,
            offset=b.offset,
            page=b.page,
        )
        for b in document.blocks
    )
    return source
