"""How far people are on the way to their certificates: what each award asks, and what of it is still missing."""

from courseware.certificates.standing.awards import ToCome, awards_to_come, candidates, to_come
from courseware.certificates.standing.courses import Standing, certificates_to_come
from courseware.certificates.standing.records import Lack, Record, originals, record_of

__all__ = [
    "Lack",
    "Record",
    "Standing",
    "ToCome",
    "awards_to_come",
    "candidates",
    "certificates_to_come",
    "originals",
    "record_of",
    "to_come",
]
