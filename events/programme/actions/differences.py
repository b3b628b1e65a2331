"""What a newer note would change: three shapes compared (shapes.py): drafted then, said now, drafted now. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from events.programme.actions.shapes import VALUES, Shape

Who = Literal["document", "both", "people"]
WHEN = ("starts_at", "ends_at", "time_zone")  # one decision: a start without its zone would be another moment
SAME_TITLE = 0.75  # of the letters in common: the titles name one session that was renamed


@dataclass(frozen=True, slots=True)
class Change:
    """One value on which the note and the event differ.

    `part` is "event", "session" or "section"; `index` its number in the new draft (None: it is only in the old one,
    and `code` names its row); `name` the value, or "add" or "remove" for a whole part. `who` changed it since the last
    version: only people (kept), only the document, or both. `title` is what the part is called.
    """

    part: str
    name: str
    who: Who
    was: Any
    now: Any
    offered: Any
    index: int | None = None
    code: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        place = self.code if self.index is None else str(self.index)
        return ".".join(filter(None, (self.part, place, self.name)))

    @property
    def ticked(self) -> bool:
        """Offered as settled: nobody has touched it, and the note does not merely say nothing of it any more."""
        return self.who == "document" and not (self.part == "event" and is_empty(self.offered))


def is_empty(value: object) -> bool:
    return not any(value) if isinstance(value, list | tuple) else not value


def differences(was: Shape, now: Shape, new: Shape) -> list[Change]:
    """Every value on which at least two of the three differ and the event does not say what the new note says."""
    return [
        *changes_of(grouped(was["values"]), grouped(now["values"]), grouped(new["values"]), part="event"),
        *changes_of_parts(was, now, new, "session", "title", ("title", "kind", "times", "speakers")),
        *changes_of_parts(was, now, new, "section", "heading", ("heading", "body")),
    ]


def grouped(values: Shape) -> Shape:
    own = {name: values.get(name) for name in VALUES if name not in WHEN and name != "abbreviations"}
    own["parts"] = own["parts"] or {}  # drafts kept from before parts were
    return own | {"when": [values.get(name) for name in WHEN]}


def grouped_part(part: Shape) -> Shape:
    return part | {"times": [part.get(name) for name in ("starts_at", "ends_at", "stated_time")]}


def changes_of(was: Shape, now: Shape, new: Shape, **place: Any) -> Iterator[Change]:
    for name, offered in new.items():
        if now[name] != offered and (who := changed_by(was.get(name), now[name], offered)):
            yield Change(name=name, who=who, was=was.get(name), now=now[name], offered=offered, **place)


def changed_by(was: object, now: object, offered: object) -> Who | None:
    """Who has changed a value since the last version; `now` and `offered` differ."""
    if was == now:
        return "document"
    return "people" if was == offered else "both"


def changes_of_parts(
    was: Shape, now: Shape, new: Shape, part: str, called: str, names: tuple[str, ...]
) -> list[Change]:
    """Sessions or sections: those of the new draft in order, then those that are only in the old one."""
    before, today, offered = (shape.get(f"{part}s", []) for shape in (was, now, new))
    rows = {row["code"]: row for row in today}
    pairs, codes = matched(offered, before, called), codes_of(before, today, offered, called)
    changes: list[Change] = []
    for index, fresh in enumerate(offered):
        old = before[pairs[index]] if index in pairs else None
        place = {"part": part, "index": index, "title": fresh[called]}
        changes += changes_of_part(old, rows.get(codes.get(index, "")), fresh, names, place)
    gone = [old for number, old in enumerate(before) if number not in pairs.values()]
    kept = set(codes.values())
    left = [old for old in gone if old.get("code") in rows and old["code"] not in kept]
    return changes + [leaving(old, rows[old["code"]], part, called, names) for old in left]


def codes_of(before: list[Shape], today: list[Shape], offered: list[Shape], called: str) -> dict[int, str]:
    """Which row of today each part of the new draft is about, by its number; parts without a row are left out."""
    codes: dict[int, str] = {}
    there, pairs = {row["code"] for row in today}, matched(offered, before, called)
    drafted = {old.get("code") for old in before}
    for index, fresh in enumerate(offered):
        code = before[pairs[index]].get("code") if index in pairs else alike(fresh, today, drafted, called)
        if code in there:
            codes[index] = code
    return codes


def alike(fresh: Shape, today: list[Shape], drafted: set[str | None], called: str) -> str | None:
    """The code of a row that people added themselves and that the document has now as well."""
    same = (row["code"] for row in today if row["code"] not in drafted and is_equal(row[called], fresh[called]))
    return next(same, None)


def changes_of_part(
    old: Shape | None, row: Shape | None, fresh: Shape, names: tuple[str, ...], place: dict[str, Any]
) -> list[Change]:
    whole = picked(fresh, names)
    if row:
        place = place | {"code": row["code"]}
        return list(changes_of(picked(old, names) if old else {}, picked(row, names), whole, **place))
    who: Who = "document" if old is None else "people" if picked(old, names) == whole else "both"
    was = picked(old, names) if old else None
    return [Change(name="add", who=who, was=was, now=None, offered=whole, **place)]


def leaving(old: Shape, row: Shape, part: str, called: str, names: tuple[str, ...]) -> Change:
    was, now = picked(old, names), picked(row, names)
    who: Who = "document" if was == now else "both"
    return Change(part, "remove", who, was, now, None, code=row["code"], title=row[called])


def picked(part: Shape, names: tuple[str, ...]) -> Shape:
    whole = grouped_part(part)
    return {name: whole[name] for name in names}


def matched(new: list[Shape], old: list[Shape], called: str) -> dict[int, int]:
    """Numbers of the parts in the new draft → in the old: first by the same title, then by a title much like it."""
    pairs: dict[int, int] = {}
    for is_same in (is_equal, is_similar):
        for index, one in enumerate(new):
            free = (n for n, other in enumerate(old) if n not in pairs.values() and is_same(one[called], other[called]))
            if index not in pairs and (found := next(free, None)) is not None:
                pairs[index] = found
    return pairs


def is_equal(one: str, other: str) -> bool:
    return letters(one) == letters(other)


def is_similar(one: str, other: str) -> bool:
    return SequenceMatcher(None, letters(one), letters(other)).ratio() >= SAME_TITLE


def letters(title: str) -> str:
    """Without capitals, signs and spaces, which people write now so and now so."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())
