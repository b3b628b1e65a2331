"""A concept note becomes the draft of an event."""

import re
from dataclasses import replace
from datetime import date, datetime

from events.programme.drafting import evidence as trace
from events.programme.drafting.agenda import agenda_of
from events.programme.drafting.announced import announced_people, plain_name
from events.programme.drafting.bodies import organisers_of, partners_of
from events.programme.drafting.bulletins import beside_event
from events.programme.drafting.columns import same_clock
from events.programme.drafting.deadlines import deadline_of
from events.programme.drafting.drafts import EventDraft, Origin, Stated
from events.programme.drafting.facts import contact_of, link_of, places_of
from events.programme.drafting.formats import format_of, speaks_of_online
from events.programme.drafting.frames import folded_back, unfolded
from events.programme.drafting.kinds import IS_END
from events.programme.drafting.languages import languages_of
from events.programme.drafting.letters import added_on_the_way, comments_in
from events.programme.drafting.meetings import others_of
from events.programme.drafting.parts import Note, note_of
from events.programme.drafting.passcodes import without_passcodes
from events.programme.drafting.programme import PlacedSession, proposed_sessions, session_remarks, stated_sessions
from events.programme.drafting.purpose import audience_of, objectives_of, themes_of
from events.programme.drafting.sections import sections_of
from events.programme.drafting.series import series_agenda
from events.programme.drafting.slots import settled
from events.programme.drafting.summaries import summary_of
from events.programme.drafting.telling import lines_by_the_date
from events.programme.drafting.timed import leading_time
from events.programme.drafting.titles import title_of
from events.programme.drafting.translations import told_again
from events.programme.drafting.venues import venue_of
from events.programme.drafting.when import When, when_of
from intake.blocks import FACTS, Document, Remark
from intake.language import abbreviations

_OF_ANY_BLOCK = ("language", "abbreviations", "sections")  # values that need not make use of the blocks they rest on


class _Draft:
    """One draft being made: values by name, their evidence and origin, and what is to be said about them."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.values: dict[str, object] = {}
        self.evidence: trace.Evidence = {}
        self.inferred: set[str] = set()
        self.parts: dict[str, str] = {}
        self.agenda_read: frozenset[int] = frozenset()  # its tables, and its lines that begin with a time
        self.open_points: list[Remark] = []
        self.warnings: list[Remark] = [one for one in note.document.warnings if one.code not in FACTS]

    def put(self, name: str, value: object, blocks: tuple[int, ...], *, inferred: bool = False) -> None:
        self.values[name] = value
        trace.put(self.evidence, name, value, blocks)
        if inferred:
            self.inferred.add(name)

    def put_stated(self, name: str, stated: Stated | None, *, inferred: bool = False, needed: bool = True) -> None:
        self.put(name, stated.text if stated else None, stated.blocks if stated else (), inferred=inferred)
        if stated is None and needed:
            self.open_points.append(Remark(f"no_{name}"))

    def put_list(self, name: str, stated: list[Stated], *, needed: bool = True) -> None:
        self.values[name] = tuple(one.text for one in stated)
        trace.put_list(self.evidence, name, stated)
        self.parts.update({f"{name}[{index}]": one.part for index, one in enumerate(stated) if one.part})
        if needed and not stated:
            self.open_points.append(Remark(f"no_{name}"))

    def origin(self) -> dict[str, Origin]:
        return {path: self._origin(path) for path in self.evidence}

    def _origin(self, path: str) -> Origin:
        session = re.match(r"sessions\[(\d+)\]", path)
        if session and self.values["sessions"][int(session.group(1))].proposed:  # type: ignore[index]
            return "proposed"
        is_guess = path in self.inferred or path.split("[")[0] in self.inferred
        if is_guess and path.endswith(".heading"):
            return "proposed"
        return "inferred" if is_guess or path.endswith(".kind") or path == "language" else "stated"

    def finished(self) -> EventDraft:
        told = {n for path, blocks in self.evidence.items() if not path.startswith(_OF_ANY_BLOCK) for n in blocks}
        used = [one for one in self.warnings if not (one.code == "agenda_line_unread" and one.values["block"] in told)]
        remarks = {"open_points": tuple(_once(self.open_points)), "warnings": tuple(_once(used))}
        return EventDraft(
            **self.values,
            **remarks,
            evidence=self.evidence,
            origin=self.origin(),
            part=self.parts,  # type: ignore[arg-type]
        )


def _once(remarks: list[Remark]) -> list[Remark]:
    """Each remark once, in order."""
    return list({(one.code, *map(str, one.values.items())): one for one in remarks}.values())


def draft_event(document: Document, *, near: date | None = None) -> EventDraft:
    """Everything that the document states of an event, with evidence; what it does not state is None or empty.

    What an organizer has to decide stands in `open_points`, what was repaired or could not be used in `warnings`.
    `near` is the day of drafting; with it the open point on a date without a year offers the years that would fit.
    """
    flat, origin = unfolded(document)
    return folded_back(_drafted(without_passcodes(flat), near), origin, document)


def _drafted(document: Document, near: date | None) -> EventDraft:
    left = {
        "mail_left_out": added_on_the_way(document),
        "others_left_out": beside_event(document),
        "comments_left_out": comments_in(document),
    }
    aside = frozenset().union(*left.values())
    title, title_inferred = title_of(document, aside)
    left_out, other_meetings = others_of(document, title)
    translated, translations = told_again(document)
    draft = _Draft(note_of(document, title, left_out | translated | aside))
    draft.warnings.extend(translations)
    draft.warnings.extend(Remark(code, {"count": len(numbers)}) for code, numbers in left.items() if numbers)
    draft.put_stated("title", title, inferred=title_inferred)
    if title_inferred:
        draft.open_points.append(Remark("title_inferred"))
    summary, summary_inferred = summary_of(draft.note)
    draft.put_stated("summary", summary, inferred=summary_inferred)
    if summary_inferred:
        draft.open_points.append(Remark("summary_inferred"))
    draft.put("language", document.language, tuple(block.n for block in document.blocks))
    _put_bodies(draft, title)
    draft.put_list("audience", audience_of(draft.note))
    draft.put_list("objectives", objectives_of(draft.note))
    themes = themes_of(draft.note)
    draft.put_list("themes", themes, needed=False)
    _put_place(draft)
    when = _put_programme(draft, themes, near)
    draft.open_points.extend(other_meetings)
    _put_facts(draft, when)
    _put_sections(draft)
    found = abbreviations("\n\n".join(block.text for block in document.blocks))
    draft.values["abbreviations"] = found
    trace.put_abbreviations(draft.evidence, found, document)
    return draft.finished()


def _put_bodies(draft: _Draft, title: Stated | None) -> None:
    organisers, inferred = organisers_of(draft.note, title)
    draft.put_list("organisers", organisers)
    if inferred:
        draft.inferred.add("organisers")
        draft.open_points.append(Remark(inferred, {"block": organisers[0].blocks[0]}))
    known = {one.text for one in organisers}
    draft.put_list("partners", [one for one in partners_of(draft.note) if one.text not in known], needed=False)


def _put_place(draft: _Draft) -> None:
    """Venue and format. A place that is named, with no word of anything online, makes the format in person."""
    venue, read_out = venue_of(draft.note)
    draft.put_stated("venue", venue, inferred=read_out, needed=False)
    found = format_of(draft.note)
    if found is None and venue and not speaks_of_online(draft.note):
        draft.put("format", "in_person", venue.blocks, inferred=True)
        draft.warnings.append(Remark("format_from_venue", {"venue": venue.text}))
        return
    draft.put("format", found[0] if found else None, found[1].blocks if found else ())
    if found is None:
        draft.open_points.append(Remark("no_format"))


def _put_facts(draft: _Draft, when: When) -> None:
    places, deadline = places_of(draft.note), deadline_of(draft.note, when)
    draft.put_list("languages", languages_of(draft.note), needed=False)
    draft.put(
        "places",
        places.count if places else None,
        places.blocks if places else (),
        inferred=bool(places and places.inferred),
    )
    draft.put("deadline", deadline.at if deadline else None, deadline.blocks if deadline else ())
    if deadline and deadline.remark:
        draft.open_points.append(deadline.remark)
    draft.put_stated("link", link_of(draft.note), needed=False)
    draft.put_stated("contact", contact_of(draft.note), needed=False)


def _put_programme(draft: _Draft, themes: list[Stated], near: date | None) -> When:
    agenda = agenda_of(draft.note)
    agenda = agenda if agenda.slots else series_agenda(draft.note)
    when = when_of(draft.note, agenda, near, _addresses(draft))
    is_own_clock = not (agenda.zone and when.zone) or same_clock(agenda.zone, when.zone)
    clock = replace(when.clock, end=None) if when.clock and when.through else when.clock
    agenda.slots = settled(agenda.slots, clock if is_own_clock else None, when.days)
    told_in = {n for slot in agenda.slots for n in slot.blocks}
    lines = (draft.note.by_number[n] for n in told_in)
    draft.agenda_read = frozenset(b.n for b in lines if b.kind == "table" or leading_time(b.text))
    placed = stated_sessions(agenda, when) or proposed_sessions(themes, draft.note.document.language)
    draft.open_points.extend(when.open_points)
    draft.warnings.extend(when.warnings)
    draft.put("time_zone", when.zone, when.zone_blocks, inferred=when.zone_inferred)
    _put_moments(draft, when, placed)
    placed = _put_people(draft, placed)
    draft.values["sessions"] = tuple(one.session for one in placed)
    trace.put_sessions(draft.evidence, placed)
    draft.inferred.update(trace.inferred_times(placed))
    points, warnings = session_remarks(placed, agenda, when)
    draft.open_points.extend(points)
    draft.warnings.extend(warnings)
    return when


def _addresses(draft: _Draft) -> list[Stated]:
    """Where an event that nobody can join online is held: its venue, and the lines by the date that may name a town."""
    if draft.values["format"] not in (None, "in_person") or speaks_of_online(draft.note):
        return []
    venue = draft.values["venue"]
    stated = [Stated(str(venue), draft.evidence["venue"])] if venue else []
    return [*stated, *lines_by_the_date(draft.note)]


def _put_people(draft: _Draft, placed: list[PlacedSession]) -> list[PlacedSession]:
    """Announced people who have no place in the timetable; of those who have one, role and body complete the place."""
    announced = {plain_name(one.speaker.name or ""): one for one in announced_people(draft.note)}
    known = {plain_name(s.name) for one in placed for s in one.session.speakers if s.name}
    placed = [trace.completed(one, announced) for one in placed]
    rest = [one for name, one in announced.items() if name not in known]
    draft.values["speakers"] = tuple(one.speaker for one in rest)
    for number, one in enumerate(rest):
        trace.put_speaker(draft.evidence, f"speakers[{number}]", one.speaker, one.blocks)
    if not rest and not known and not any(one.session.speakers for one in placed):
        draft.open_points.append(Remark("no_speakers"))
    return placed


def _put_moments(draft: _Draft, when: When, placed: list[PlacedSession]) -> None:
    """Start and end of the event: by its own clock times, else by those of its first and last session.

    Where the note gives contradicting dates, the event has neither.
    """
    own = (*when.date_blocks, *when.clock_blocks, *when.zone_blocks)
    timed = [one for one in placed if one.session.starts_at]
    from_agenda = tuple(n for one in timed for n in one.time_blocks)
    first = min((one.session.starts_at for one in timed if one.session.starts_at), default=None)
    last = max((one.session.ends_at for one in timed if one.session.ends_at), default=None)
    final = max(timed, key=lambda one: one.session.starts_at, default=None)  # type: ignore[arg-type, return-value]
    if final and final.session.ends_at is None:  # the event does not end before its latest session begins
        last = final.session.starts_at if IS_END.match(final.session.title) else None
    starts_at, ends_at = own_span(when)
    if when.clock and starts_at is None:
        draft.open_points.append(Remark("event_time_waiting", {"text": when.clock.text}))
    told_for_one = bool(set(when.clock_blocks) & {n for one in timed for n in one.blocks})  # as in a series
    if told_for_one and last and ends_at and last > ends_at:
        ends_at = None
    takes_start = not when.clock and not when.is_contradictory and first is not None
    takes_end = ends_at is None and last is not None and (takes_start or bool(starts_at and last > starts_at))
    if takes_start or takes_end:
        draft.warnings.append(Remark("event_time_from_agenda"))
    if when.first and not when.clock and not takes_start and not any(one.session.stated_time for one in placed):
        days = " – ".join(dict.fromkeys(str(day) for day in (when.first, when.last)))
        draft.open_points.append(Remark("no_time", {"days": days}))
    draft.put(
        "starts_at", first if takes_start else starts_at, from_agenda if takes_start else own, inferred=takes_start
    )
    draft.put("ends_at", last if takes_end else ends_at, from_agenda if takes_end else own, inferred=takes_end)


def own_span(when: When) -> tuple[datetime | None, datetime | None]:
    """The event's start and end by its own date, clock and zone."""
    if not when.clock:
        return None, None
    starts_at, _ = when.span(when.first, when.clock.start, None)
    closing = when.closing or when.clock
    if when.through and when.last and closing.end:
        return starts_at, when.at(when.last, closing.end)
    return starts_at, when.span(when.last, closing.start, closing.end)[1]


def _put_sections(draft: _Draft) -> None:
    found = sections_of(draft.note, draft.agenda_read)
    if found and not any(part.heading and not part.labelled for part in draft.note.parts):
        draft.warnings.append(Remark("headings_proposed"))
        draft.inferred.update(f"sections[{index}].heading" for index in range(len(found)))
    draft.values["sections"] = tuple(section for section, _, _ in found)
    for index, (section, heading_blocks, body_blocks) in enumerate(found):
        trace.put(draft.evidence, f"sections[{index}].heading", section.heading, heading_blocks)
        trace.put(draft.evidence, f"sections[{index}].body", section.body, body_blocks)
