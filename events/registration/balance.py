"""Who comes from where, against what is wished for: to be looked at before approving. Reads only, for organizers."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Count

from events.programme.models import Event
from events.registration import wording
from events.registration.limits import normal
from events.registration.models import Answer, Question, Quota, Registration
from events.registration.standing import held_for
from events.registration.states import LIMITED, LIVE, RegistrationState, Scope

ASKED = (Scope.GENDER, Scope.LEVEL)  # counted where the form has, or had, a question of that key
HELD = "held"
S = RegistrationState


@dataclass(slots=True)
class Row:
    """One country, agency, category or answer. `held` are seats offered, or kept for those invited or nominated."""

    label: str
    value: str
    counts: Counter[str] = field(default_factory=Counter)
    limit: int | None = None
    target: int | None = None

    @property
    def confirmed(self) -> int:
        return self.counts[S.CONFIRMED]

    @property
    def pending(self) -> int:
        return self.counts[S.PENDING]

    @property
    def waiting(self) -> int:
        return self.counts[S.WAITING]

    @property
    def held(self) -> int:
        return self.counts[S.OFFERED] + self.counts[HELD]

    @property
    def seats(self) -> int:
        """Given, or promised to somebody."""
        return self.confirmed + self.held

    @property
    def difference(self) -> int | None:
        """To the target; below nought where seats are missing."""
        return None if self.target is None else self.seats - self.target

    @property
    def missing(self) -> int:
        return max(0, -(self.difference or 0))

    @property
    def over(self) -> int:
        return max(0, self.difference or 0)

    @property
    def full(self) -> int:
        """What the bar is measured by: the target, else the limit; 0 where neither is set."""
        return max(self.target or self.limit or 0, self.seats) if self.target or self.limit else 0


@dataclass(slots=True)
class Table:
    scope: str
    rows: dict[str, Row] = field(default_factory=dict)
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, value: str, state: str, n: int) -> None:
        """Spellings that differ in capitals and blanks alone are one; the row is called by the usual one."""
        key = normal(value)
        self.row(key).counts[state] += n
        self.spellings[key][value] += n

    def row(self, key: str) -> Row:
        return self.rows.setdefault(key, Row(label="", value=key))

    def ordered(self) -> list[Row]:
        return sorted(self.rows.values(), key=lambda row: (-row.seats, -row.pending, row.label))


def balance(event: Event) -> list[Table]:
    """By country, agency and category, and by gender and level where the form asks."""
    tables = {scope: Table(scope) for scope in (Scope.COUNTRY, Scope.AGENCY, Scope.CATEGORY)}
    labels = count_answers(event, tables)
    count_registrations(event, tables)
    for traits, seats in held_for(event):
        for scope, value in traits.values.items():
            tables[Scope(scope)].add(value, HELD, seats)
    set_quotas(event, tables)
    for table in tables.values():
        name(table, labels.get(table.scope, {}))
    return list(tables.values())


def count_registrations(event: Event, tables: dict[str, Table]) -> None:
    live = Registration.objects.filter(event=event, state__in=LIVE).order_by()
    for row in live.values(*LIMITED, "state").annotate(n=Count("pk")):
        for scope in LIMITED:
            tables[scope].add(str(row[scope]), row["state"], row["n"])


def count_answers(event: Event, tables: dict[str, Table]) -> dict[str, dict[str, str]]:
    """Adds the tables that the form asks for; returns the labels of their choices. No answer is counted under ""."""
    questions = list(Question.objects.filter(event=event, key__in=ASKED).order_by("pk"))
    if not questions:
        return {}
    states = dict(Registration.objects.filter(event=event, state__in=LIVE).values_list("pk", "state"))
    given = answers_by_key(event)
    for scope in dict.fromkeys(question.key for question in questions):
        tables[Scope(scope)] = Table(scope)
        for pk, state in states.items():
            tables[Scope(scope)].add(given.get((scope, pk), ""), state, 1)
    return {q.key: {str(choice["key"]): str(choice["label"]) for choice in q.choices} for q in questions}


def answers_by_key(event: Event) -> dict[tuple[str, int], str]:
    """The latest answer of each registration to each key, whatever wording it was given under."""
    rows = Answer.objects.filter(question__event=event, question__key__in=ASKED).order_by("question__pk")
    values = rows.values_list("question__key", "registration", "value")
    return {(key, registration): in_words(value) for key, registration, value in values}


def in_words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def set_quotas(event: Event, tables: dict[str, Table]) -> None:
    """Each row gets its own limit and target, or those of each one of its kind; a wish for nobody yet is a row too."""
    quotas = {(row.scope, normal(row.value)): row for row in Quota.objects.filter(event=event)}
    for (scope, key), quota in quotas.items():
        if key and scope in tables:
            tables[scope].row(key)
            tables[scope].spellings[key][quota.value] += 0
    for row, own, general in rows_with_quotas(tables, quotas):
        row.limit = own.limit if own else general.limit if general else None
        row.target = own.target if own else general.target if general else None


def rows_with_quotas(
    tables: dict[str, Table], quotas: dict[tuple[str, str], Quota]
) -> Iterator[tuple[Row, Quota | None, Quota | None]]:
    for scope, table in tables.items():
        for key, row in table.rows.items():
            yield row, quotas.get((scope, key)), quotas.get((scope, "")) if key else None


def name(table: Table, labels: dict[str, str]) -> None:
    """Call each row as people write it; ties by the alphabet, so that one page does not differ from the next."""
    for key, row in table.rows.items():
        usual = max(sorted(table.spellings[key]), key=table.spellings[key].__getitem__, default=key)
        row.value = usual
        row.label = wording.counted(table.scope, labels.get(usual, usual)) if key else wording.unknown()
