"""A concept note becomes the draft of an event."""

from datetime import datetime

from events.programme.drafting import evidence as trace
from events.programme.drafting.agenda import Agenda, agenda_of
from events.programme.drafting.bodies import organisers_of, partners_of
from events.programme.drafting.drafts import EventDraft, Stated
from events.programme.drafting.formats import format_of
from events.programme.drafting.parts import Note, note_of
from events.programme.drafting.programme import PlacedSession, proposed_sessions, session_remarks, stated_sessions
from events.programme.drafting.purpose import audience_of, objectives_of, themes_of
from events.programme.drafting.sections import sections_of
from events.programme.drafting.titles import summary_of, title_of
from events.programme.drafting.when import When, when_of
from intake.blocks import Document, Remark
from intake.language import abbreviations


class _Draft:
    """One draft being made: values by name, their evidence, and what is to be said about them."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.values: dict[str, object] = {}
        self.evidence: trace.Evidence = {}
        self.open_points: list[Remark] = []
        self.warnings: list[Remark] = list(note.document.warnings)

    def put(self, name: str, value: object, blocks: tuple[int, ...]) -> None:
        self.values[name] = value
        trace.put(self.evidence, name, value, blocks)

    def put_stated(self, name: str, stated: Stated | None) -> None:
        self.put(name, stated.text if stated else None, stated.blocks if stated else ())
        if stated is None:
            self.open_points.append(Remark(f"no_{name}"))

    def put_list(self, name: str, stated: list[Stated], *, needed: bool = True) -> None:
        self.values[name] = tuple(one.text for one in stated)
        trace.put_list(self.evidence, name, stated)
        if needed and not stated:
            self.open_points.append(Remark(f"no_{name}"))

    def finished(self) -> EventDraft:
        remarks = {"open_points": tuple(self.open_points), "warnings": tuple(self.warnings)}
        return EventDraft(**self.values, **remarks, evidence=self.evidence)  # type: ignore[arg-type]


def draft_event(document: Document) -> EventDraft:
    """Everything that the document states of an event, with evidence; what it does not state is None or empty.

    What an organizer has to decide stands in `open_points`, what was repaired or could not be used in `warnings`.
    """
    title, title_inferred = title_of(document)
    draft = _Draft(note_of(document, title))
    draft.put_stated("title", title)
    if title_inferred:
        draft.open_points.append(Remark("title_inferred"))
    summary, summary_inferred = summary_of(draft.note)
    draft.put_stated("summary", summary)
    if summary_inferred:
        draft.open_points.append(Remark("summary_inferred"))
    draft.put("language", document.language, tuple(block.n for block in document.blocks))
    _put_bodies(draft)
    draft.put_list("audience", audience_of(draft.note))
    draft.put_list("objectives", objectives_of(draft.note))
    themes = themes_of(draft.note)
    draft.put_list("themes", themes, needed=False)
    _put_format(draft)
    _put_programme(draft, themes)
    _put_sections(draft)
    found = abbreviations("\n\n".join(block.text for block in document.blocks))
    draft.values["abbreviations"] = found
    trace.put_abbreviations(draft.evidence, found, document)
    return draft.finished()


def _put_bodies(draft: _Draft) -> None:
    organisers, inferred = organisers_of(draft.note)
    draft.put_list("organisers", organisers)
    if inferred:
        draft.open_points.append(Remark("organisers_inferred", {"block": organisers[0].blocks[0]}))
    known = {one.text for one in organisers}
    draft.put_list("partners", [one for one in partners_of(draft.note) if one.text not in known], needed=False)


def _put_format(draft: _Draft) -> None:
    found = format_of(draft.note)
    draft.put("format", found[0] if found else None, found[1].blocks if found else ())
    if found is None:
        draft.open_points.append(Remark("no_format"))


def _put_programme(draft: _Draft, themes: list[Stated]) -> None:
    agenda = agenda_of(draft.note)
    when = when_of(draft.note, agenda)
    placed = stated_sessions(agenda, when) or proposed_sessions(themes, draft.note.document.language)
    draft.open_points.extend(when.open_points)
    draft.put("time_zone", when.zone, when.zone_blocks)
    _put_moments(draft, when, placed)
    draft.values["sessions"] = tuple(one.session for one in placed)
    trace.put_sessions(draft.evidence, placed)
    _add_session_remarks(draft, placed, agenda, when)


def _add_session_remarks(draft: _Draft, placed: list[PlacedSession], agenda: Agenda, when: When) -> None:
    points, warnings = session_remarks(placed, agenda, when)
    draft.open_points.extend(points)
    draft.warnings.extend(warnings)


def _put_moments(draft: _Draft, when: When, placed: list[PlacedSession]) -> None:
    """Start and end of the event: by its own clock times, else by those of its first and last session.

    Where the note gives contradicting dates, the event has neither.
    """
    blocks = (*when.date_blocks, *when.clock_blocks, *when.zone_blocks)
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    if when.clock:
        starts_at, _ = when.span(when.first, when.clock.start, None)
        _, ends_at = when.span(when.last, when.clock.start, when.clock.end)
        if starts_at is None:
            draft.open_points.append(Remark("event_time_waiting", {"text": when.clock.text}))
    elif not when.is_contradictory:
        timed = [one for one in placed if one.session.starts_at]
        starts_at = min((one.session.starts_at for one in timed if one.session.starts_at), default=None)
        ends_at = max((one.session.ends_at for one in timed if one.session.ends_at), default=None)
        blocks = tuple(n for one in timed for n in one.time_blocks)
        draft.warnings.extend([Remark("event_time_from_agenda")] if timed else [])
    if when.first and not when.clock and not starts_at and not any(one.session.stated_time for one in placed):
        days = " – ".join(dict.fromkeys(str(day) for day in (when.first, when.last)))
        draft.open_points.append(Remark("no_time", {"days": days}))
    draft.put("starts_at", starts_at, blocks)
    draft.put("ends_at", ends_at, blocks)


def _put_sections(draft: _Draft) -> None:
    found = sections_of(draft.note)
    if found and not any(part.heading and not part.labelled for part in draft.note.parts):
        draft.warnings.append(Remark("headings_proposed"))
    draft.values["sections"] = tuple(section for section, _, _ in found)
    for index, (section, heading_blocks, body_blocks) in enumerate(found):
        trace.put(draft.evidence, f"sections[{index}].heading", section.heading, heading_blocks)
        trace.put(draft.evidence, f"sections[{index}].body", section.body, body_blocks)
