"""The draft of an event held against the expectations of a note."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from tests.corpus.judging import Tally, alike, alternatives, holds, plain, same, words

Json = dict[str, Any]
LISTS = ("organisers", "partners", "objectives", "themes")
TEXTS = {
    "title": same,
    "language": same,
    "format": same,
    "contact": holds,
    "link": same,
    "venue": holds,
    "places": same,
}
MOMENTS = ("starts_at", "ends_at", "deadline")
ALWAYS = ("title", "organisers", "time_zone", "starts_at", "ends_at")


class Clock:
    """The moments of a file of expectations: "HH:MM" on its day, or "YYYY-MM-DD HH:MM", at its offset."""

    def __init__(self, expected: Json) -> None:
        self.day: date = expected["day"]
        self.offset = zone_of(expected["offset"])

    def same(self, wanted: str, got: str) -> bool:
        if len(wanted) == 10:  # a day
            return got[:10] == wanted
        text = wanted if len(wanted) > 5 else f"{self.day} {wanted}"
        moment = datetime.fromisoformat(got)
        return moment.tzinfo is not None and datetime.fromisoformat(text).replace(tzinfo=self.offset) == moment

    def same_zone(self, wanted: str, got: str) -> bool:
        """Whether a zone ("Asia/Tashkent", "UTC+05:00") has the offset on the day of the event."""
        noon = datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)
        zone = zone_of(got.removeprefix("UTC") or "+00:00") if got.startswith("UTC") else ZoneInfo(got)
        return noon.astimezone(zone).utcoffset() == noon.astimezone(zone_of(wanted)).utcoffset()


def zone_of(offset: str) -> timezone:
    hours, minutes = int(offset[1:3]), int(offset[4:6])
    return timezone((1 if offset[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def judge(draft: Json, expected: Json) -> Tally:
    tally, clock = Tally(), Clock(expected)
    unknown = expected.get("unknown", [])
    for name in LISTS:
        if name in expected or name in unknown:
            tally.several(name, expected.get(name, []), draft[name], alike)
    if "audience" in expected or "audience" in unknown:
        tally.covered("audience", expected.get("audience", []), draft["audience"])
    matches = TEXTS | dict.fromkeys(MOMENTS, clock.same) | {"time_zone": clock.same_zone}
    for name, match in matches.items():
        if name in expected or name in unknown:
            got = draft.get(name)
            tally.value(name, alternatives(expected.get(name, "")), "" if got is None else str(got), match)
    if "languages" in expected:
        tally.several("languages", expected["languages"], draft.get("languages") or [], same)
    if "speakers" in expected or "speakers" in unknown:
        judge_speakers(tally, "speakers", expected.get("speakers", []), draft.get("speakers") or [])
    judge_sessions(tally, expected, draft, clock)
    judge_texts(tally, expected, draft)
    judge_evidence(tally, draft)
    return tally


def judge_sessions(tally: Tally, expected: Json, draft: Json, clock: Clock) -> None:
    left = [session for session in draft["sessions"] if not session["proposed"]]
    for start, end, kind, title, speakers in expected["sessions"]:
        session = best(left, alternatives(title), alternatives(start), clock)
        if session is None:
            tally.add("session", "missing", title)
            continue
        left.remove(session)
        tally.add("session", "right")
        tally.value("session title", alternatives(title), session["title"] or "", alike)
        tally.value("session start", alternatives(start), session["starts_at"] or "", clock.same)
        tally.value("session end", alternatives(end), session["ends_at"] or "", clock.same)
        if kind:
            tally.value("session kind", alternatives(kind), session["kind"] or "", same)
        judge_speakers(tally, "session speakers", speakers, session["speakers"])
    for session in left:
        if not any(holds(one, session["title"] or "") for one in expected.get("sessions_allowed", [])):
            tally.add("session", "invented", (session["title"], session["starts_at"]))


def best(sessions: list[Json], titles: list[str], starts: list[str], clock: Clock) -> Json | None:
    """The session with the title, else the one that holds it and begins at the time, else the first at the time."""
    by_title = [one for one in sessions if any(alike(title, one["title"] or "") for title in titles)]
    by_time = [
        one for one in sessions if any(s and one["starts_at"] and clock.same(s, one["starts_at"]) for s in starts)
    ]
    both = [one for one in by_time if any(holds(title, one["title"] or "") for title in titles)]
    return next(iter([*[one for one in by_title if one in by_time], *by_title, *both, *by_time]), None)


def judge_speakers(tally: Tally, name: str, wanted: list[str], got: list[Json]) -> None:
    """`wanted` holds "name | role | body"; a stroke within a role or a body parts what is right as well."""
    left = list(got)
    for text in wanted:
        who, role, body = ([part.strip() for part in text.split("|")] + ["", ""])[:3]
        found = next((one for one in left if one["name"] and alike(who, one["name"])), None)
        tally.add(name, "missing" if found is None else "right", who)
        if found is None:
            continue
        left.remove(found)
        if "|" in text:
            tally.value(f"{name}: role", role.split("/"), found["role"] or "", alike)
            tally.value(f"{name}: body", body.split("/"), found["affiliation"] or "", alike)
    for one in left:
        if one["name"]:
            tally.add(name, "invented", one["name"])


def judge_texts(tally: Tally, expected: Json, draft: Json) -> None:
    everything = plain(json.dumps(draft, ensure_ascii=False))
    bodies = plain(" ".join(" ".join(one["body"].split()) for one in draft["sections"]))
    for text in expected.get("never", []):
        tally.add("left out", "invented" if plain(text) in everything else "right", repr(text))
    for text in expected.get("keep", []):
        tally.add("kept", "right" if plain(text) in bodies else "missing", repr(text))
    for text in expected.get("headings", []):
        found = any(one["heading"] and same(text, one["heading"]) for one in draft["sections"])
        tally.add("headings", "right" if found else "missing", repr(text))
    for name, flag in (("warnings", "warns"), ("open_points", "asks")):
        if expected.get(flag):
            tally.add(name, "right" if draft[name] else "missing")


def judge_evidence(tally: Tally, draft: Json) -> None:
    """Every value that is stated has blocks, and its words stand in them."""
    texts = {block["n"]: block["text"] for block in draft["blocks"]}
    for path, value in stated(draft):
        cited = draft["evidence"].get(path)
        if not cited or not set(cited) <= set(texts):
            tally.add("evidence", "missing", path)
            continue
        lost = words(value) - words(" ".join(texts[n] for n in cited))
        tally.add("evidence", "invented" if lost else "right", (path, dict(lost)))


def stated(draft: Json) -> list[tuple[str, str]]:
    """The texts of a draft with their paths; proposals come from elsewhere."""
    origin = draft.get("origin", {})
    found = [(name, draft[name]) for name in ("title", "summary", "venue", "contact", "link") if draft.get(name)]
    found += [(f"{name}[{n}]", text) for name in (*LISTS, "audience") for n, text in enumerate(draft[name])]
    for n, session in enumerate(draft["sessions"]):
        if not session["proposed"]:
            found.append((f"sessions[{n}].title", session["title"] or ""))
            found += people(f"sessions[{n}].speakers", session["speakers"])
    found += people("speakers", draft.get("speakers") or [])
    return [(path, text) for path, text in found if origin.get(path) != "proposed"]


def people(path: str, speakers: list[Json]) -> list[tuple[str, str]]:
    return [(f"{path}[{n}].name", one["name"]) for n, one in enumerate(speakers) if one["name"]]
