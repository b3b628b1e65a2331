"""People announced as speakers, moderators or experts without a place in the timetable."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from events.programme.drafting.drafts import SpeakerDraft
from events.programme.drafting.leads import lead_in
from events.programme.drafting.lexicon import BODY_WORD, HONORIFIC, ROLE_WORD, TITLE, role_of
from events.programme.drafting.names import is_name, is_person
from events.programme.drafting.parts import Note, Part
from events.programme.drafting.people import completes, speakers_in
from events.programme.drafting.timed import leading_time
from intake.blocks import Block

_MODERATES = re.compile(r"\b(?:moderat|facilitat|модератор|ведущ)", re.IGNORECASE)
_SPEAK = re.compile(
    r"\b(?:(?:speakers|panell?ists|experts|presenters|lecturers|trainers)\s(?:will\s)?(?:include|"
    r"are|be)|(?:moderated|facilitated|chaired|opened|"
    r"delivered|led|presented|taught|(?:will be|is|are) (?:given|made)) by|"
    r"keynote (?:speaker|address)(?:\swill be)?(?: given|"
    r" delivered)?(?: by)?|keynote: [^:]{3,120}? by|speakers?:|"
    r"выступят|модератор\w?(?: —| –|:)|спикер\w?:|с докладом выступит)\s?:?\s(?P<people>.{5,900})",
    re.IGNORECASE,
)
# "Ms. Example, Director of the Institute, will open it; Dr. Sample (Union) will present two projects."
_WILL_SPEAK = re.compile(
    rf"(?P<people>\b{TITLE}\b\.?\s(?=[A-ZÀ-Þ])[^;:]{{4,200}}?),?\s(?:will|shall)\s(?:then |also |first )?"
    r"(?:open|close|moderate|present|speak|give|deliver|chair|introduce|lead|facilitate|address|talk|share|welcome|"
    r"explain|describe|report|discuss|outline|demonstrate|show)\b"
)
# "A. Data quality (Chair: Mr. Example)"
_IN_CHARGE = re.compile(
    r"\((?:(?:co-)?(?:chair|moderator|facilitator|speaker|presenter|trainer|lecturer)s?|модератор\w?|докладчик\w?): "
    r"(?P<people>[^()]{4,200})\)$",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\b(?:name|role|title|position|function|organi[sz]ation|affiliation|institution|имя|фио|должность|организация)\b",
    re.IGNORECASE,
)
_COLUMN = {
    "name": re.compile(r"\b(?:names?|speakers?|имя|фио|спикер|докладчик)\b", re.IGNORECASE),
    "role": re.compile(r"\b(?:role|title|position|function|должность|роль)\b", re.IGNORECASE),
    "affiliation": re.compile(
        r"\b(?:organi[sz]ation|affiliation|institution|agency|body|организация|место работы)\b", re.IGNORECASE
    ),
}
_ON_SPEAKERS = re.compile(
    r"(?:about|meet|who are|о|об|кто)?\s?(?:(?:the|our|invited|guest|confirmed|наши\w?|приглашённы\w)\s){0,2}"
    r"(?:speakers?|panell?ists?|presenters?|lecturers?|trainers?|guests?|"
    r"intervenant(?:e|\(e\)|·e)?s|conférenciers|orateurs|ponentes|oradores|спикер\w{0,2}|докладчик\w{0,2}|лектор\w{0,2}|"
    r"эксперт\w{0,2}|тренер\w{0,2}|гост\w{1,2})$",
    re.IGNORECASE,
)
# "Dr Example is Professor of Bells at the University of Tides, where she keeps ..."
_TOLD = re.compile(
    rf"(?P<name>(?:{TITLE}\.?\s)?[^.,;:]{{3,60}}?)\s(?:is|works as|serves as|acts as|[–—-])\s"
    r"(?:currently\s)?(?:(?:an?|the)\s)?(?P<what>[^.;]{3,200})"
)
_TELLS_MORE = re.compile(r",?\s(?:where|who|which|whose|and\s(?:has|is|works|teaches|leads|the author)|with over)\b.*")
_WITHOUT_SPEAKERS = frozenset(("agenda", "contact", "organisers", "partners", "audience"))
_NO_SPEAKERS = re.compile(
    r"\b(?:jury|committee|secretariat|contacts?|participants|members|team|organi[sz]ers?|authors?|editors?|winners?|board|"
    r"комитет\w?|контакт\w*|участники|член\w*|команд\w|организатор\w*|автор\w*)\b",
    re.IGNORECASE,
)
# "Course director: Col. Example"; "Speaker: ..." and "Host: ..." say no more than that somebody speaks
_IS_ROLE = re.compile(
    r"(?:course |programme |program |lead |head |guest |chief |co-)?"
    r"(?:director|trainer|instructor|tutor|lecturer|rapporteur|co-?ordinator)",
    re.IGNORECASE,
)
_MOST = 200
_COVER = 12  # blocks
_LONGEST_LINE = 14  # words


@dataclass(frozen=True)
class Announced:
    speaker: SpeakerDraft
    blocks: tuple[int, ...]


def announced_people(note: Note) -> list[Announced]:
    """From parts on speakers, line by line or as tables; else from lists and sentences. Each person once."""
    found = [one for part in note.parts if _is_on_speakers(part) for one in _in_part(part)]
    found += [Announced(one, (b.n,)) for b in persons_beside_who(note) for one in speakers_in(b.text) if one.name]
    found += sorted([*_in_lists(note), *_in_sentences(note)], key=lambda one: one.blocks)
    found = found or _on_cover(note)
    kept: dict[str, Announced] = {}
    for one in found:
        if one.speaker.name:
            kept.setdefault(plain_name(one.speaker.name), one)
    return list(kept.values())[:_MOST]


def _on_cover(note: Note) -> list[Announced]:
    """ "Prof. Example" on a line of its own near the top, as on posters, with what stands below the name."""
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    cover = [block for block in note.document.blocks[:_COVER] if block.n not in note.letter_head | in_agenda]
    found: list[Announced] = []
    for block, below in itertools.pairwise(cover):
        if block.kind == "table" or not (HONORIFIC.match(block.text) and is_person(block.text)):
            continue
        tells = len(below.text.split()) <= _LONGEST_LINE and (
            ROLE_WORD.search(below.text) or BODY_WORD.search(below.text)
        )
        said, blocks = (f"{block.text}, {below.text}", (block.n, below.n)) if tells else (block.text, (block.n,))
        found += [Announced(one, blocks) for one in speakers_in(said)[:1] if one.name]
    return found


def persons_beside_who(note: Note) -> list[Block]:
    """ "Who: Prof. Example, University of Halm": the label is that of the audience, the person is none of it."""
    labelled = [block for part in note.of("audience") if part.labelled for block in part.blocks]
    return [block for block in labelled if HONORIFIC.match(block.text)]


def _is_on_speakers(part: Part) -> bool:
    is_said = part.role != "agenda" and not part.labelled and _ON_SPEAKERS.match(part.heading)
    return part.role == "speakers" or bool(is_said)


def plain_name(name: str) -> str:
    return HONORIFIC.sub("", name).lower()


def _in_part(part: Part) -> list[Announced]:
    found: list[Announced] = []
    moderates = part.labelled and bool(_MODERATES.search(part.heading))
    for block in part.blocks:
        if leading_time(block.text):
            continue
        drafts = (
            _in_table(block) if block.kind == "table" else _in_prose(block) or list(speakers_in(_labelled(part, block)))
        )
        if block.kind == "heading" and role_of(block.text):
            moderates = bool(_MODERATES.search(block.text))
            continue
        if part.labelled and _IS_ROLE.fullmatch(part.heading):
            drafts = [replace(draft, role=draft.role or part.heading) for draft in drafts]
        if found and len(drafts) == 1 and completes(drafts[0], found[-1].speaker):
            whole = replace(found[-1].speaker, role=drafts[0].role, affiliation=drafts[0].affiliation)
            found[-1] = Announced(whole, (*found[-1].blocks, block.n))
            continue
        found.extend(Announced(draft, (block.n,)) for draft in drafts if moderates or draft)
    return found


def _in_prose(block: Block) -> list[SpeakerDraft]:
    """Whom a paragraph tells of from its first words on."""
    told = _TOLD.match(block.text) if block.text.endswith(".") else None
    if not told or not is_name(told["name"]):
        return []
    what = _TELLS_MORE.sub("", told["what"])
    draft = next(iter(speakers_in(f"{told['name']}, {what}")), None)
    return [draft] if draft and draft.name else []


def _labelled(part: Part, block: Block) -> str:
    name, colon, rest = block.text.partition(": ")
    if colon and is_name(name) and not role_of(name):
        return f"{name}, {rest}"  # as lists of terms are read: the name, then what the person is
    alone = part.heading.split()[0] if part.heading else ""
    return (
        f"{part.heading}: {block.text}" if _MODERATES.search(alone) and not speakers_start(block.text) else block.text
    )


def speakers_start(text: str) -> bool:
    return bool(re.match(r"^\w{4,20}\s?:", text))


def _in_table(block: Block) -> list[SpeakerDraft]:
    header = block.rows[0] if block.rows and any(_HEADER.search(cell) for cell in block.rows[0]) else ()
    columns = {
        name: next((i for i, cell in enumerate(header) if pattern.search(cell)), None)
        for name, pattern in _COLUMN.items()
    }
    if header and columns["name"] is not None:
        rows = [_from_row(row, columns) for row in block.rows[1:_MOST]]
        return [draft for draft in rows if draft]
    return [
        draft for row in block.rows[:_MOST] for draft in speakers_in(", ".join(cell for cell in row if cell.strip()))
    ]


def _from_row(row: tuple[str, ...], columns: dict[str, int | None]) -> SpeakerDraft | None:
    def cell(name: str) -> str | None:
        index = columns[name]
        return " ".join(row[index].split()) or None if index is not None and index < len(row) else None

    found = speakers_in(cell("name") or "")
    if not found or not found[0].name:
        return None
    return SpeakerDraft(found[0].name, cell("role") or found[0].role, cell("affiliation") or found[0].affiliation)


def _in_lists(note: Note) -> list[Announced]:
    """Nothing but people below a line with a colon (`With:`) or a heading, unless these tell of others."""
    found: list[Announced] = []
    for part in note.parts:
        if part.role in _WITHOUT_SPEAKERS or part.labelled:
            continue
        if part.role is None and part.heading:
            found.extend(_below(Block(part.heading_block or 0, "heading", part.heading), part.blocks))
        for at, head in enumerate(part.blocks):
            if head.kind != "table" and head.text.endswith(":"):
                found.extend(_below(head, part.blocks[at + 1 :]))
    return found


def _below(head: Block, blocks: Sequence[Block]) -> list[Announced]:
    if _NO_SPEAKERS.search(head.text):
        return []
    lines = list(itertools.takewhile(_is_line_of_person, blocks))
    is_list = len(lines) > 1 or (lines and lead_in(f"{head.text} "))
    return [Announced(draft, (b.n,)) for b in lines for draft in speakers_in(b.text)] if is_list else []


def _is_line_of_person(block: Block) -> bool:
    told = speakers_in(block.text) if block.kind in ("item", "paragraph") else ()
    return bool(told) and all(one.name and (one.role or one.affiliation) for one in told)


def _in_sentences(note: Note) -> list[Announced]:
    found: list[Announced] = []
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    for sentence in note.own_sentences:
        if sentence.blocks[0] in in_agenda:
            continue
        if beside := _IN_CHARGE.search(sentence.text):
            label = "Moderator: " if _MODERATES.search(beside.group()) or "chair" in beside.group().lower() else ""
            found.extend(Announced(one, sentence.blocks) for one in speakers_in(label + beside["people"]) if one.name)
            continue
        match = _SPEAK.search(sentence.text)
        if not match:
            told = (draft for who in _WILL_SPEAK.finditer(sentence.text) for draft in speakers_in(who["people"]))
            found.extend(Announced(draft, sentence.blocks) for draft in told if draft.name)
            continue
        label = "Moderator: " if _MODERATES.search(match.group()[:20]) else ""
        drafts = speakers_in(label + match["people"].rstrip("."))
        found.extend(Announced(draft, sentence.blocks) for draft in drafts if draft.name)
    return found
