"""A list as it was understood: what will happen to each line, before anything does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django_countries import countries

from events.programme.models import Event
from events.registration.actions import invited_among, registered_among
from events.registration.forms.problems import sentence
from events.registration.invitefile import Line
from events.registration.states import Category


@dataclass(frozen=True, slots=True)
class Judged:
    """`verdict` is new, invited, registered or problem; `sentences` say what is wrong and how to mend it."""

    line: Line
    verdict: str
    sentences: list[str]

    @property
    def will_be_written_to(self) -> bool:
        return self.verdict == "new"

    @property
    def country(self) -> str:
        return str(countries.name(self.line.values.get("country", "")))

    @property
    def category(self) -> str:
        return str(dict(Category.choices).get(self.line.values.get("category", ""), ""))


def judged(lines: Sequence[Line], event: Event, *, at: datetime) -> list[Judged]:
    """Two queries, however many lines."""
    emails = [line.email for line in lines if line.email]
    registered, invited = registered_among(event, emails), invited_among(event, emails, at=at)

    def verdict(line: Line) -> str:
        if line.problems:
            return "problem"
        if line.email in registered:
            return "registered"
        return "invited" if line.email in invited else "new"

    return [Judged(line, verdict(line), [sentence(problem) for problem in line.problems]) for line in lines]
