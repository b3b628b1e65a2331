"""One time told for several zones: each label is read as its offset and as its region's clocks; the majority counts."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.places import city_zone
from events.programme.drafting.zones import FoundZone, zone_of, zones
from intake.blocks import Remark

_ALIAS_GAP = 40
# "14:00 (Tashkent)", "02:00 PM Tashkent" are the time of a place; in "14:00, Tashkent" the place may be the venue.
_TIME_OF = re.compile(r"\s?\([^()]{3,30}\)|\s[A-ZА-ЯЁ][\w-]{2,20}(?:\s[A-Z][\w-]{2,20}){0,2}\s?(?:[|/;]|$)")
_CITY = re.compile(r"\s?[(,–—-]?\s?(?:in\s|в\s)?(?P<city>[A-ZА-ЯЁ][\w-]{1,20}(?:\s[A-Z][\w-]{2,20}){0,2})")


@dataclass(frozen=True)
class Label:
    """A zone's label with the time that it belongs to; the time is None where the text has none."""

    zone: FoundZone
    clock: FoundTime | None

    def moments(self, day: date) -> dict[datetime, str]:
        """The moments in UTC (without tzinfo) that the label can mean that day, each with the zone that gives it."""
        local = datetime.combine(day, self.clock.start if self.clock else time(12))
        civil = local.replace(tzinfo=zone_of(self.zone.name))
        found = {local - (civil.utcoffset() or timedelta()): self.zone.name}
        if self.zone.claims is not None:
            found.setdefault(local - timedelta(minutes=self.zone.claims), _offset(self.zone.claims))
        return found


@dataclass(frozen=True)
class Agreement:
    """What the labels of a text amount to: a zone with its time, or an open point; and what to warn of."""

    zone: str | None = None
    clock: FoundTime | None = None
    point: Remark | None = None
    warnings: tuple[Remark, ...] = ()
    inferred: bool = False


def agreement(text: str, day: date | None, opens: time | None = None) -> Agreement | None:
    """None where the text names no zone. Without a day the labels are compared in winter and in summer.

    Of several labels that agree that one is taken whose time is when the agenda `opens`, else the first.
    """
    labels = _labels(text, zones(text), times(text))
    from_places = not labels
    timed = {label.clock.position for label in labels if label.clock}
    places = [label for label in _places(text) if label.clock and label.clock.position not in timed]
    if labels or len(places) > 1 or (places and _TIME_OF.match(text, _end(places[0].clock))):
        labels = sorted([*labels, *places], key=lambda label: label.zone.position)
    if not labels:
        return None
    if day is None:
        return _without_day(labels)
    return _on_day(labels, day, opens, from_places=from_places)


def _labels(text: str, found: list[FoundZone], clocks: list[FoundTime]) -> list[Label]:
    """Each zone with the time before it; where zones stand in front of their times, with the one after it."""
    leads = bool(found and clocks and found[0].position < clocks[0].position and len(found) > 1)
    labels = []
    for zone in found:
        before = [one for one in clocks if one.position < zone.position]
        after = [one for one in clocks if one.position > zone.position]
        clock = (after[0] if after else None) if leads else before[-1] if before else (after[0] if after else None)
        labels.append(Label(zone, clock))
    return labels


def _places(text: str) -> list[Label]:
    """`15:00 (Tashkent) / 11:00 (Vienna)`: places right after their times."""
    labels = []
    for one in times(text):
        match = _CITY.match(text, one.after)
        name = city_zone(match["city"]) if match else None
        if match and name:
            labels.append(Label(FoundZone(name, match["city"], match.start("city")), one))
    return labels


def _end(clock: FoundTime | None) -> int:
    return clock.after if clock else 0


def lone_place(text: str) -> tuple[str, str] | None:
    """The zone of the one place beside a time, and the place, where nothing else in the text bears it out."""
    places = _places(text)
    return (places[0].zone.name, places[0].zone.text) if len(places) == 1 else None


def _on_day(labels: list[Label], day: date, opens: time | None = None, *, from_places: bool) -> Agreement:
    votes: dict[datetime, int] = {}
    for label in labels:
        for moment in label.moments(day):
            votes[moment] = votes.get(moment, 0) + 1
    most = max(votes.values())
    best = [moment for moment, count in votes.items() if count == most]
    doubtful = [label.zone for label in labels if not label.zone.in_force_on(day)]
    if len(best) > 1 or (from_places and most < len(labels)):
        return Agreement(point=_conflict(labels, doubtful, day))
    agreeing = [label for label in labels if best[0] in label.moments(day)]
    if len(labels) > 1 and len(agreeing) * 2 <= len(labels):
        return Agreement(point=_conflict(labels, doubtful, day))
    of_agenda = next((label for label in agreeing if label.clock and label.clock.start == opens), None)
    chosen = of_agenda or _chosen(agreeing, best[0], day)
    dissent = len(agreeing) < len(labels)
    remarks = [Remark("zone_label_out_of_season", {"zone": one.text, "day": day.isoformat()}) for one in doubtful]
    if dissent:
        remarks.append(Remark("zones_outvoted", {"zones": _listed(labels), "zone": chosen.zone.text}))
    return Agreement(
        chosen.moments(day)[best[0]], chosen.clock, warnings=tuple(remarks), inferred=bool(remarks) or from_places
    )


def _chosen(agreeing: list[Label], moment: datetime, day: date) -> Label:
    """The first label whose region's clocks give the moment; of two names for one time that which names a place."""
    civil = [label for label in agreeing if label.moments(day)[moment] == label.zone.name] or agreeing
    first = civil[0]
    alias = next((one for one in civil[1:] if abs(one.zone.position - first.zone.position) < _ALIAS_GAP), None)
    is_better = alias and alias.clock == first.clock and _is_offset(first.zone) and not _is_offset(alias.zone)
    return alias if alias and is_better else first


def _is_offset(zone: FoundZone) -> bool:
    return zone.name.startswith("UTC")


def _without_day(labels: list[Label]) -> Agreement:
    if len(labels) == 1:
        return Agreement(labels[0].zone.name, labels[0].clock)
    readings = [_on_day(labels, date(2027, month, 15), from_places=False) for month in (1, 7)]
    if all(one.zone and not one.warnings for one in readings) or readings[0].zone == readings[1].zone is not None:
        return replace(readings[0], warnings=())
    agreed = next((one for one in readings if one.zone and not one.warnings), None)
    return (
        Agreement(agreed.zone, agreed.clock)
        if agreed
        else Agreement(point=Remark("zones_differ", {"zones": _listed(labels)}))
    )


def _conflict(labels: list[Label], doubtful: list[FoundZone], day: date) -> Remark:
    if doubtful:
        return Remark("zone_not_in_force", {"zone": doubtful[0].text, "day": day.isoformat()})
    return Remark("zones_differ", {"zones": _listed(labels)})


def _listed(labels: list[Label]) -> str:
    return ", ".join(dict.fromkeys(label.zone.text for label in labels))


def _offset(minutes: int) -> str:
    sign, size = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"UTC{sign}{size // 60:02}:{size % 60:02}" if minutes else "UTC"
