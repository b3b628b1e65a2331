"""Which lines and sentences of a note tell when the event is, and which tell of other days."""

import re
from collections.abc import Iterator
from itertools import pairwise

from events.programme.drafting.clock import times
from events.programme.drafting.columns import same_clock
from events.programme.drafting.days import dates
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import OTHER_EVENT, PAST, role_of
from events.programme.drafting.parts import Note
from events.programme.drafting.places import city_zone
from events.programme.drafting.zones import without_zones, zones
from intake.blocks import Block
from intake.language import sentences

WILL_BE = re.compile(
    r"\b(?:will (?:now |also |both )?(?:be held|take place|be conducted|be organi[sz]ed|be "
    r"convened|be hosted|be delivered|conduct|deliver|offer|run|"
    r"start|begin|open|host|hold|convene|organi[sz]e|last|meet|bring)|(?:is|are) (?:scheduled|"
    r"planned|to be held|set for|due to)|"
    r"takes? place|holds|hosts|organi[sz]es|convenes|offers|conducts|"
    r"is (?:now |definitely |finally ){1,2}on(?= (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| \d)|"
    r"is being (?:held|organi[sz]ed)|invites?|join "
    r"us|to be (?:held|hosted|convened)|starts?|begins?|runs?|"
    r"состоится|состоятся|пройд[её]т|пройдут|запланирован\w{0,2}|провод\w{2,5}|начн[её]тся|начало|приглашает\w{0,2})\b",
    re.IGNORECASE,
)
NOT_EVENT_DAY = re.compile(
    r"^\W{0,3}(?:next|previous|further|past|earlier)(?:\s(?:editions?|dates?|sessions?|meetings?))?\s?:|"
    r"\b(?:draft|version|as of|sent|received|отправлено|updated?|issued|revised|"
    r"dated|printed|regist(?:er|ration|rations)|"
    r"deadline|apply|applications?|sign(?:ing)? up|(?:ticket )?sales|bookings? (?:close|end)s?|"
    r"should reach|reach us|reach the|slides|"
    r"rsvp|submit(?:ted)?|submissions?|adopted|resolution|established|since|founded|published|"
    r"nominat\w{1,6}|no later than|"
    r"entered into force|signed|born|valid|available until|confirm\w{0,5} by|reply by|let (?:us|me) know|answer by|"
    r"по состоянию|версия|редакция|"
    r"регистраци\w|зарегистрир\w{2,8}|заявк\w|утвержд\w{2,6}|принят[аоы]?|не позднее|дедлайн|"
    r"подписан\w{0,2}|срок подачи)\b",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"\s?\([^()]{0,30}\b(?:had said|had been|was planned|instead of|originally|not)\b[^()]{3,150}\)"
)
_ALL_TIMES = re.compile(
    r"\b(?:all (?:the )?times|times (?:are|given|shown|indicated)|time zone|timezone|(?:все "
    r"|указано |указанное )?время "
    r"(?:указано|местное|дано)|часовой пояс)\b",
    re.IGNORECASE,
)
_END_LABEL = re.compile(r"(?:end|ends|ended|end time|end date|окончание)\b", re.IGNORECASE)
_LINE_WORDS = 16
_LONGEST_TEXT = 2_000  # characters
_LIST_WORDS = 24  # in a line that is no sentence: day, place, zone, one after the other
_COVER_BLOCKS = 12
_TIME_ONLY = re.compile(
    r"\b(?:from|to|time|local|until|till|hours|hrs|noon|utc|gmt|с|до|по|время|начало|at|daily|each day|and|"
    r"de|à|heures?)\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    r"\b(?:every|each) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|weekday|evening|morning)|"
    r"\bкажд\w{2,3} (?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень|недел)"
)
_PLACE = re.compile(r"[A-ZА-ЯЁ][\w-]{1,20}(?:\s[A-Z][\w-]{1,20}){0,2}")


def own_text(text: str) -> str:
    """The text without the clauses that tell of other days: deadlines, earlier meetings, the date of the paper."""
    text = _DAY_BEFORE.sub("", text) if _DAY_BEFORE.search(text) else text
    clauses = [
        clause for line in text[:6_000].split("\n") for one in sentences(line) for clause in re.split(r";\s", one)
    ]
    kept = [c for c in clauses if not (dates(c) and (NOT_EVENT_DAY.search(c) or PAST.search(c)))]
    return text if len(kept) == len(clauses) else "; ".join(kept)


def telling_texts(note: Note) -> list[Stated]:
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    parts = [*note.of("when"), *note.of("format", "venue")]
    labelled = [Stated(own_text(b.text), (b.n,)) for part in parts if role_of(part.heading) for b in part.blocks]
    labelled = [*_starts_with_ends(note), *labelled]
    head = {n for n in note.letter_head if not _has_span(note.by_number[n].text)}
    labelled = [one for one in labelled if not head.intersection(one.blocks)]
    cover = [
        Stated(block.text, (block.n,))
        for block in note.blocks[:_COVER_BLOCKS]
        if block.n not in head
        and block.kind in ("paragraph", "heading", "item")
        and block.n not in in_agenda
        and _is_cover_line(block)
    ]
    near = {block.n for block in note.blocks[:_COVER_BLOCKS]} - in_agenda - head
    cover += [s for s in note.own_sentences if s.blocks[0] in near and times(s.text) and _is_cover_text(s.text)]
    announced = [s for s in note.event_sentences if s.blocks[0] not in in_agenda and _is_announced(s)]
    said = [Stated(own_text(one.text), one.blocks) for one in announced]
    found = {(*text.blocks, text.text): text for text in [*labelled, *cover, *said] if text.text}
    return list(found.values())


def _has_span(text: str) -> bool:
    """A day with hours from and to is the event's, even above "Dear colleagues": a letter is not written for hours."""
    return bool(dates(text)) and any(one.end for one in times(text))


def lines_by_the_date(note: Note) -> list[Stated]:
    """The short line near the top that has the date, and those right above and below it."""
    near = note.blocks[:_COVER_BLOCKS]
    apart = {block.n for part in note.of("agenda") for block in part.blocks} | note.letter_head
    dated = {at for at, block in enumerate(near) if block.n not in apart and _is_cover_line(block)}
    around = sorted({at + step for at in dated for step in (-1, 0, 1)} & set(range(len(near))))
    short = [near[at] for at in around if near[at].kind != "table" and len(near[at].text.split()) <= _LINE_WORDS]
    return [Stated(block.text, (block.n,)) for block in short if block.n not in apart]


def _starts_with_ends(note: Note) -> Iterator[Stated]:
    """ "Start: 5 May 2027, 14:00" and "End: 5 May 2027, 16:00", each on a line of its own, as one text."""
    for before, part in pairwise(note.of("when")):
        if not (part.labelled and before.labelled and _END_LABEL.match(part.heading)):
            continue
        begun, ended = before.blocks[0], part.blocks[0]
        first, last, clock = dates(begun.text)[:1], dates(ended.text)[:1], times(ended.text)[:1]
        if clock and (not last or [one.first for one in first] == [one.first for one in last]):
            yield Stated(f"{begun.text}, ends {clock[0].text}", (begun.n, ended.n))
        elif first and last:
            yield Stated(f"{begun.text} – {ended.text}", (begun.n, ended.n))


def dated_lines(note: Note) -> list[Stated]:
    """Short lines anywhere with a day and an hour: "Wednesday, 18 November, 7.30 pm" in the middle of a flyer."""
    apart = {b.n for part in note.of("agenda", "deadline", "registration") for b in part.blocks} | note.letter_head
    return [
        Stated(block.text, (block.n,))
        for block in note.blocks
        if block.kind in ("paragraph", "heading", "item") and block.n not in apart
        if _is_cover_line(block) and times(block.text)
    ]


def _is_cover_line(block: Block) -> bool:
    return _is_cover_text(block.text)


def _is_cover_text(text: str) -> bool:
    most = _LINE_WORDS if text.rstrip().endswith(".") else _LIST_WORDS
    if len(text.split()) > most or not dates(text) or NOT_EVENT_DAY.search(text) or PAST.search(text):
        return False
    return not OTHER_EVENT.search(text)


def _is_announced(sentence: Stated) -> bool:
    return bool(WILL_BE.search(sentence.text)) and bool(dates(sentence.text))


def time_sentences(note: Note) -> list[Stated]:
    """Sentences near the top on the event and its hours, without a day ("each on a Tuesday, 12:00–12:45 UTC")."""
    near = {block.n for block in note.blocks[:_COVER_BLOCKS]} - {b.n for part in note.of("agenda") for b in part.blocks}
    own = [s for s in note.event_sentences if s.blocks[0] in near and not dates(s.text)]
    return [s for s in own if any(one.end for one in times(s.text)) or (times(s.text) and zones(s.text))]


def time_lines(note: Note) -> list[Stated]:
    """Lines near the top with a time and nothing else ("10:00–13:00, Tashkent time")."""
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    return [
        Stated(block.text, (block.n,))
        for block in note.blocks[:_COVER_BLOCKS]
        if block.kind in ("paragraph", "heading", "item") and len(block.text) < 120
        if block.n not in in_agenda and (_is_only_time(block.text) or _is_weekly(block.text))
    ]


def _is_weekly(text: str) -> bool:
    """ "Live sessions: every Tuesday and Thursday, 12:00–13:30 UTC"."""
    return bool(_WEEKLY.search(text)) and not dates(text) and any(one.end for one in times(text))


def _is_only_time(text: str) -> bool:
    found = times(text)
    if not found or dates(text):
        return False
    for one in reversed(found):
        text = text[: one.position] + text[one.after :]
    bare = _PLACE.sub(lambda place: "" if city_zone(place.group()) else place.group(), without_zones(text))
    return not re.search(r"[^\W\d_]{3}", _TIME_ONLY.sub("", bare))


def agenda_texts(note: Note) -> Iterator[Stated]:
    for part in note.of("agenda"):
        if part.heading_block:
            yield Stated(part.heading, (part.heading_block,))
        for block in part.blocks:
            for cell in block.rows[0] if block.rows else ():
                yield Stated(cell, (block.n,))
            for row in block.rows[1:200]:
                yield from (Stated(cell, (block.n,)) for cell in row if times(cell))
            if not block.rows:
                yield Stated(block.text, (block.n,))


def on_all_times(note: Note) -> list[Stated]:
    tables = [Stated(cell, (b.n,)) for b in note.blocks if b.kind == "table" for row in b.rows[:2] for cell in row[:8]]
    return [*(s for s in note.sentences if _ALL_TIMES.search(s.text)), *tables]


def told_zone(note: Note) -> str | None:
    """The zone that stands with the event's own hours, if one does."""
    texts = [*telling_texts(note), *time_lines(note)]
    named = (zones(text.text) for text in texts if times(text.text))
    return next((found[0].name for found in named if found), None)


def only_zone(note: Note) -> list[Stated]:
    """The first text that names a zone, where the whole note names no other clock ("Tashkent time (UTC+5)" is one)."""
    lines = [Stated(block.text[:_LONGEST_TEXT], (block.n,)) for block in note.blocks if block.kind != "table"]
    named = [(line, zones(line.text)) for line in lines if not PAST.search(line.text)]
    names = list(dict.fromkeys(zone.name for _, found in named for zone in found))
    is_one = bool(names) and all(same_clock(names[0], other) for other in names)
    return [line for line, found in named if found][:1] if is_one else []
