"""Certificates of a person. They outlive the account without the name: whoever was shown one can still look up what it
says, and that it is genuine. docs/certificates.md says why, and what the holder can choose."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.people.models import Person
from courseware.certificates import links
from courseware.certificates.models import Certificate, IssueLine, Paper, PrintedName

MODELS = ["certificates.Certificate", "certificates.PrintedName", "certificates.IssueLine"]
TOLD = ("name", "name_other", "title", "hours", "score", "state", "issuer", "show_name", "proof_outlives_account")
MOMENTS = ("awarded_on", "valid_until", "renewed_on", "issued_at", "ended_at")
WITHOUT_A_NAME = {"name": "", "name_other": "", "show_name": False, "email_hash": "", "email_salt": "", "person": None}


def collect(person: Person) -> dict[str, Any]:
    chosen = PrintedName.objects.filter(person=person).values("name", "name_other").first()
    rows = Certificate.objects.of(person).select_related("paper").order_by("issued_at", "pk")
    return {"printed_name": chosen, "certificates": [certificate_told(row) for row in rows]}


def certificate_told(row: Certificate) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in TOLD}
    values |= {name: str(getattr(row, name)) if getattr(row, name) else None for name in MOMENTS}
    paper = {"name": f"certificate-{row.printed_code}.pdf", "data": bytes(row.paper.data)}
    return values | {"address": links.verify(row.code), "reason": row.reason_words, "paper": paper}


@transaction.atomic
def forget(person: Person) -> None:
    """Names, papers and what leads to the address go. The digests of the names stay only where the holder wants it."""
    own = Certificate.objects.of(person)
    ids = list(own.values_list("pk", flat=True))
    Paper.objects.filter(certificate__in=ids).delete()
    own.filter(proof_outlives_account=False).update(name_proofs=[])
    Certificate.objects.filter(pk__in=ids).update(name_erased_at=timezone.now(), **WITHOUT_A_NAME)
    IssueLine.objects.filter(person=person).delete()
    PrintedName.objects.filter(person=person).delete()
