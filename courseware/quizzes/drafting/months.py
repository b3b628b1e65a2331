"""The English months, in order."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
