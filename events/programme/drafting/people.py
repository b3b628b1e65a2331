"""Speakers as agendas name them: `Name, Role, Organisation`."""

import re

from events.programme.drafting.drafts import SpeakerDraft
from events.programme.drafting.lexicon import BODY_WORD, EVENT_WORD, HONORIFIC, ROLE_WORD

_LEAD = re.compile(
    r"^(?:speakers?|moderators?|moderated by|presenters?|presented by|presentation by|facilitators?|facilitated by|"
    r"panell?ists?|chair(?:ed by)?|chairperson|trainers?|by|with|keynote(?: speaker)?|спикер\w?|докладчик\w?|"
    r"модератор\w?|"
    r"выступа\w{2,4}|ведущ\w{2})\s{0,3}[:–—-]?\s{1,5}",
    re.IGNORECASE,
)
_MODERATES = re.compile(r"^(?:moderat|facilitat|chair|модератор|ведущ)", re.IGNORECASE)
_NAME_WORD = r"(?:[A-ZА-ЯЁ][\w’'\-]{0,30}\.?|de|da|van|von|der|bin|ibn|al|el|-)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{1,4}}")
_UNKNOWN = re.compile(r"^(?:tbc|tbd|t\.b\.[cd]\.|to be (?:confirmed|announced|determined)|уточняется)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\(([^()]{2,120})\)$")
_LONGEST = 2_000  # characters
_BETWEEN_PEOPLE = re.compile(r"\s?;\s?|\s?\n\s?|\s(?:and|и)\s(?=(?:Mr|Ms|Mrs|Dr|Prof|г-н|г-жа)\b)")


def lead_in(text: str) -> str:
    """The label that announces speakers ("Moderator: "), or an empty text."""
    match = _LEAD.match(text)
    return (
        match.group()
        if match and (":" in match.group() or " by" in match.group() or match.group()[0].isupper())
        else ""
    )


def speakers_in(text: str) -> tuple[SpeakerDraft, ...]:
    """Everybody named in a cell or after the dash of an agenda line; nobody where it is not yet decided."""
    label = lead_in(text)
    bare = text[len(label) : _LONGEST].strip(" .")
    drafts = [draft for one in _BETWEEN_PEOPLE.split(bare) if (draft := _speaker(one.strip(" ,.")))]
    if _MODERATES.match(label):
        drafts = [SpeakerDraft(d.name, d.role or label.strip(" :–—-").capitalize(), d.affiliation) for d in drafts]
    return tuple(drafts)


def is_undecided(text: str) -> bool:
    return bool(_UNKNOWN.match(text[len(lead_in(text)) :].strip(" .()")))


def looks_like_people(text: str) -> bool:
    """Whether text that follows a dash names people or bodies rather than going on with the title."""
    return bool(lead_in(text)) or is_undecided(text) or any(draft.name for draft in speakers_in(text))


def _speaker(text: str) -> SpeakerDraft | None:
    if not text or is_undecided(text):
        return None
    bracket = _BRACKET.search(text)
    segments = [part.strip() for part in re.split(r",\s|\s[–—-]\s", _BRACKET.sub("", text)) if part.strip()]
    if not segments:
        return None
    name = segments[0] if _is_name(segments[0]) else None
    role, affiliation = _role_and_body(segments[1:] if name else segments)
    if bracket:
        affiliation = ", ".join(filter(None, [affiliation, bracket.group(1)]))
    return SpeakerDraft(name, role, affiliation) if name or BODY_WORD.search(text) or ROLE_WORD.search(text) else None


def _is_name(text: str) -> bool:
    honorific = HONORIFIC.match(text)
    bare = text[honorific.end() :] if honorific else text
    if honorific and re.fullmatch(_NAME_WORD, bare):
        return True
    if not _NAME.fullmatch(bare) or EVENT_WORD.search(bare):
        return False
    return bool(honorific) or not (BODY_WORD.search(bare) or ROLE_WORD.search(bare))


def _role_and_body(segments: list[str]) -> tuple[str | None, str | None]:
    if not segments:
        return None, None
    if len(segments) == 1:
        is_role = bool(ROLE_WORD.search(segments[0])) or not BODY_WORD.search(segments[0])
        return (segments[0], None) if is_role else (None, segments[0])
    if not ROLE_WORD.search(segments[0]) and BODY_WORD.search(segments[0]):
        return None, ", ".join(segments)
    return segments[0], ", ".join(segments[1:])
