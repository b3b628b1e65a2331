"""The draft as the JSON that `draft_event --json` prints: a public contract, described in docs/drafts.md."""

from collections.abc import Callable
from datetime import date, datetime

from events.programme.drafting.drafts import EventDraft, SessionDraft, SpeakerDraft
from events.programme.drafting.passcodes import masked
from intake.blocks import Document, Remark

Json = dict[str, object]


def as_json(draft: EventDraft, document: Document, word: Callable[[Remark], str]) -> Json:
    """Plain values ready for `json.dumps`. `word` makes a sentence of an open point or a warning."""
    return {
        "title": draft.title,
        "summary": draft.summary,
        "language": draft.language,
        "organisers": list(draft.organisers),
        "partners": list(draft.partners),
        "audience": list(draft.audience),
        "objectives": list(draft.objectives),
        "themes": list(draft.themes),
        "format": draft.format,
        "time_zone": draft.time_zone,
        "starts_at": _moment(draft.starts_at),
        "ends_at": _moment(draft.ends_at),
        "venue": draft.venue,
        "languages": list(draft.languages),
        "places": draft.places,
        "deadline": _moment(draft.deadline),
        "link": draft.link,
        "contact": draft.contact,
        "speakers": [_speaker(speaker) for speaker in draft.speakers],
        "sections": [{"heading": section.heading, "body": section.body} for section in draft.sections],
        "sessions": [_session(session) for session in draft.sessions],
        "abbreviations": [{"short": one.short, "long": one.long} for one in draft.abbreviations],
        "open_points": [word(point) for point in draft.open_points],
        "warnings": [word(warning) for warning in draft.warnings],
        "evidence": {path: list(blocks) for path, blocks in draft.evidence.items()},
        "origin": dict(draft.origin),
        "part": dict(draft.part),
        "blocks": [{"n": block.n, "kind": block.kind, "text": masked(block.text)} for block in document.blocks],
    }


def _moment(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _session(session: SessionDraft) -> Json:
    return {
        "title": session.title,
        "starts_at": _moment(session.starts_at),
        "ends_at": _moment(session.ends_at),
        "kind": session.kind,
        "speakers": [_speaker(speaker) for speaker in session.speakers],
        "proposed": session.proposed,
    }


def _speaker(speaker: SpeakerDraft) -> Json:
    return {"name": speaker.name, "role": speaker.role, "affiliation": speaker.affiliation}
