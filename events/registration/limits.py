"""Limits and targets per category, country and agency, counted over those who hold a seat. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

Key = tuple[str, str]  # scope, value


@dataclass(frozen=True, slots=True)
class Traits:
    """What one registration is counted by: scope → value, compared without regard to case and blanks."""

    values: dict[str, str]

    def counted_by(self) -> list[Key]:
        return [(scope, normal(value)) for scope, value in self.values.items()]


def normal(value: str) -> str:
    return " ".join(value.split()).casefold()


@dataclass(slots=True)
class Limits:
    """`limits` by scope and value; an empty value speaks of each one of its kind that has no limit of its own."""

    limits: dict[Key, int]
    taken: Counter[Key] = field(default_factory=Counter)

    @classmethod
    def over(cls, limits: Iterable[tuple[str, str, int]], seated: Iterable[Traits]) -> "Limits":
        book = cls({(scope, normal(value)): limit for scope, value, limit in limits})
        for traits in seated:
            book.count(traits)
        return book

    def count(self, traits: Traits, seats: int = 1) -> None:
        self.taken.update(dict.fromkeys(traits.counted_by(), seats))

    def limit_of(self, key: Key) -> int | None:
        """Its own limit, or that of each one of its kind."""
        return self.limits.get(key, self.limits.get((key[0], "")))

    def left(self, traits: Traits) -> int | None:
        """How many with these traits the limits still take, at least 0; None where no limit speaks of them."""
        rooms = [limit - self.taken[key] for key in traits.counted_by() if (limit := self.limit_of(key)) is not None]
        return max(0, min(rooms)) if rooms else None

    def blocking(self, traits: Traits) -> str | None:
        """The scope whose limit leaves no seat for somebody with these traits, or None where there is one."""
        for scope, value in traits.counted_by():
            limit = self.limit_of((scope, value))
            if limit is not None and self.taken[(scope, value)] >= limit:
                return scope
        return None
