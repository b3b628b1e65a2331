"""Where each value of a draft comes from: its path, and the numbers of the blocks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from events.programme.drafting.announced import Announced, plain_name
from events.programme.drafting.drafts import SpeakerDraft, Stated
from events.programme.drafting.programme import PlacedSession
from intake.blocks import Document
from intake.language import Abbreviation

Evidence = dict[str, tuple[int, ...]]


def put(evidence: Evidence, path: str, value: object, blocks: Sequence[int]) -> None:
    if value is not None:
        evidence[path] = tuple(sorted(set(blocks)))


def put_list(evidence: Evidence, name: str, stated: Sequence[Stated]) -> None:
    for index, one in enumerate(stated):
        put(evidence, f"{name}[{index}]", one.text, one.blocks)


def put_sessions(evidence: Evidence, placed: Sequence[PlacedSession]) -> None:
    for index, one in enumerate(placed):
        path = f"sessions[{index}]"
        put(evidence, f"{path}.title", one.session.title, one.blocks)
        put(evidence, f"{path}.kind", one.session.kind, one.blocks)
        put(evidence, f"{path}.starts_at", one.session.starts_at, one.time_blocks)
        put(evidence, f"{path}.ends_at", one.session.ends_at, one.time_blocks)
        for number, speaker in enumerate(one.session.speakers):
            put_speaker(
                evidence, f"{path}.speakers[{number}]", speaker, (*one.blocks, *one.speaker_blocks.get(number, ()))
            )


def put_speaker(evidence: Evidence, path: str, speaker: SpeakerDraft, blocks: Sequence[int]) -> None:
    put(evidence, f"{path}.name", speaker.name, blocks)
    put(evidence, f"{path}.role", speaker.role, blocks)
    put(evidence, f"{path}.affiliation", speaker.affiliation, blocks)


def completed(placed: PlacedSession, announced: Mapping[str, Announced]) -> PlacedSession:
    """Speakers named in the agenda alone, with the role and body that the note's list of speakers gives them."""
    speakers, blocks = list(placed.session.speakers), {}
    for number, speaker in enumerate(speakers):
        known = announced.get(plain_name(speaker.name)) if speaker.name else None
        if known and speaker.role is None and speaker.affiliation is None:
            speakers[number] = replace(speaker, role=known.speaker.role, affiliation=known.speaker.affiliation)
            blocks[number] = known.blocks
    return replace(placed, session=replace(placed.session, speakers=tuple(speakers)), speaker_blocks=blocks)


def inferred_times(placed: Sequence[PlacedSession]) -> set[str]:
    """The paths of starts and ends that the agenda does not state itself."""
    starts = {f"sessions[{index}].starts_at" for index, one in enumerate(placed) if one.start_inferred}
    return starts | {f"sessions[{index}].ends_at" for index, one in enumerate(placed) if one.end_inferred}


def put_abbreviations(evidence: Evidence, found: Sequence[Abbreviation], document: Document) -> None:
    for index, one in enumerate(found):
        blocks = [
            block.n for block in document.blocks if one.long.lower() in block.text.lower() and one.short in block.text
        ][:1]
        put(evidence, f"abbreviations[{index}].short", one.short, blocks)
        put(evidence, f"abbreviations[{index}].long", one.long, blocks)
