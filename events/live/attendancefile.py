"""Reads a list of who was there for how long: address and minutes in each line, in this order. Pure.

What is wrong with a line is a code: no_email, no_minutes, too_many, twice.
"""

import re
from dataclasses import dataclass

from events.registration.invitefile import ADDRESS, Unreadable, table

MOST_LINES = 5000
MOST_MINUTES = 60 * 24 * 14  # two weeks without a pause: whatever is longer is no length of an event
NUMBER = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class Line:
    """`number` is where it stands in the list; `problem` is empty where address and minutes are as they should be."""

    number: int
    email: str
    minutes: int
    problem: str = ""


def attendances(text: str) -> list[Line]:
    """The lines that hold anything; a first line without a number is a heading. Raises Unreadable: empty, too_many."""
    rows = [(number, [cell.strip() for cell in cells]) for number, cells in table(text)]
    if rows and not any(NUMBER.fullmatch(cell) or "@" in cell for cell in rows[0][1]):
        rows = rows[1:]
    if not rows:
        raise Unreadable("empty")
    if len(rows) > MOST_LINES:
        raise Unreadable("too_many", len(rows))
    seen: set[str] = set()
    return [judged(number, cells, seen) for number, cells in rows]


def judged(number: int, cells: list[str], seen: set[str]) -> Line:
    """`seen` are the addresses of earlier lines, and gains this one."""
    email, minutes = [*cells, "", ""][:2]
    email = email.removeprefix("mailto:").lower()
    if not ADDRESS.fullmatch(email):
        return Line(number, email[:80], 0, "no_email")
    if not NUMBER.fullmatch(minutes):
        return Line(number, email, 0, "no_minutes")
    problem = "twice" if email in seen else "too_many" if int(minutes) > MOST_MINUTES else ""
    seen.add(email)
    return Line(number, email, int(minutes), problem)
