"""What the holder decides: how the name is printed, who sees it, and what is left of it when the account is erased."""

import hmac
import re
import unicodedata
from datetime import datetime
from hashlib import scrypt

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.certificates.models import Certificate, PrintedName

# The many ways to type the Uzbek letters oʻ and gʻ, and an apostrophe.
APOSTROPHES = re.compile("[ʻʼ‘’`´′'ʹ]")
DASHES = re.compile("[‐‑‒–—−-]")


def as_compared(name: str) -> str:
    """A name without what nobody minds: capitals, blanks, kinds of dashes and apostrophes, ё for е, order of words."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    text = DASHES.sub("-", APOSTROPHES.sub("'", text))
    return " ".join(sorted(text.replace(",", " ").split()))


def proof(code: str, name: str) -> str:
    """A digest of the name, salted with the certificate's own code, and slow to guess."""
    return scrypt(as_compared(name).encode(), salt=code.encode(), n=2**11, r=8, p=1, dklen=24).hex()


def confirms(certificate: Certificate, typed: str) -> bool:
    """Whether this is a name that the paper shows, in either script. Takes as long for a wrong name as for a right."""
    typed_proof = proof(certificate.code, typed)
    matches = [hmac.compare_digest(typed_proof, each) for each in certificate.name_proofs]
    return any(matches)


@transaction.atomic
def choose_name(person: Person, *, name: str, name_other: str = "", at: datetime) -> None:
    """How the person's name is to be printed from now on; certificates that were issued stay as they are."""
    chosen = {"name": name, "name_other": name_other, "at": at}
    PrintedName.objects.update_or_create(person=person, defaults=chosen)
    audit.record("printed_name_chosen", about=f"person:{person.code}", by=person, at=at)


@transaction.atomic
def show_name(certificate: Certificate, *, shown: bool, by: Person, at: datetime) -> None:
    """Whether whoever looks the certificate up reads the holder's name. Only the holder may say so."""
    if Certificate.objects.of(by).filter(pk=certificate.pk).exclude(show_name=shown).update(show_name=shown):
        audit.record("certificate_name_shown", about=certificate.about, by=by, at=at, shown=shown)
    certificate.show_name = shown


@transaction.atomic
def let_outlive(person: Person, *, kept: bool, at: datetime) -> None:
    """Whether a typed name is still confirmed after the account is erased, for all certificates of the person."""
    Certificate.objects.of(person).update(proof_outlives_account=kept)
    audit.record("certificate_names_outlive", about=f"person:{person.code}", by=person, at=at, kept=kept)
