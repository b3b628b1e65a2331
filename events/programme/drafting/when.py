"""When the event is, as far as the note says it: the day, the clock times and the zone, each only if stated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from events.programme.drafting.clock import FoundTime, duration, times
from events.programme.drafting.days import FoundDate, candidates, dates, days_listed, month_alone
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import OTHER_EVENT, PAST, role_of
from events.programme.drafting.parts import LONGEST_SENTENCE, Note
from events.programme.drafting.readings import Agreement, agreement
from events.programme.drafting.slots import Agenda, plus
from events.programme.drafting.zones import without_zones, zone_of, zones
from intake.blocks import Block, Remark
from intake.language import sentences

_WILL_BE = re.compile(
    r"\b(?:will (?:now |also |both )?(?:be held|take place|be conducted|be organi[sz]ed|be "
    r"convened|be hosted|be delivered|conduct|deliver|offer|run|"
    r"start|begin|open|host|hold|convene|organi[sz]e|last|meet|bring)|(?:is|are) (?:scheduled|"
    r"planned|to be held|set for|due to)|"
    r"takes? place|is being (?:held|organi[sz]ed)|invites? (?:you|experts|participants)|join "
    r"us|to be held|starts?|begins?|runs?|"
    r"состоится|состоятся|пройд[её]т|пройдут|запланирован\w{0,2}|провод\w{2,5}|начн[её]тся|начало|приглашает\w{0,2})\b",
    re.IGNORECASE,
)
NOT_EVENT_DAY = re.compile(
    r"\b(?:draft|version|as of|updated?|issued|revised|dated|printed|regist(?:er|ration|rations)|"
    r"deadline|apply|applications?|"
    r"rsvp|submit(?:ted)?|submissions?|adopted|resolution|established|since|founded|published|"
    r"nominat\w{1,6}|no later than|"
    r"entered into force|signed|born|valid|available until|confirm\w{0,5} by|reply by|по состоянию|версия|редакция|"
    r"регистраци\w|зарегистрир\w{2,8}|заявк\w|утвержд\w{2,6}|принят[аоы]?|не позднее|дедлайн|"
    r"подписан\w{0,2}|срок подачи)\b",
    re.IGNORECASE,
)
_ALL_TIMES = re.compile(
    r"\b(?:all (?:the )?times|times (?:are|given|shown|indicated)|time zone|timezone|(?:все "
    r"|указано |указанное )?время "
    r"(?:указано|местное|дано)|часовой пояс)\b",
    re.IGNORECASE,
)
_LINE_WORDS = 16
_COVER_BLOCKS = 12
_LONGEST_GAP = timedelta(days=31)
_TIME_ONLY = re.compile(
    r"\b(?:from|to|time|local|until|till|hours|hrs|noon|utc|gmt|с|до|по|время|начало|at|daily|each day|and)\b",
    re.IGNORECASE,
)


@dataclass
class When:
    """`first` and `last` are days; `clock` is the daily span; `closing` the end of the last day where that differs.

    `zone` is an IANA name or `UTC±HH:MM`.
    """

    first: date | None = None
    last: date | None = None
    date_blocks: tuple[int, ...] = ()
    clock: FoundTime | None = None
    closing: FoundTime | None = None
    clock_blocks: tuple[int, ...] = ()
    zone: str | None = None
    zone_blocks: tuple[int, ...] = ()
    zone_inferred: bool = False
    through: bool = False  # from a time on the first day to one on the last, not daily
    open_points: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    @property
    def is_contradictory(self) -> bool:
        return any(point.code == "dates_differ" for point in self.open_points)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1 if self.first and self.last else 0

    def at(self, day: date, clock: time) -> datetime | None:
        return datetime.combine(day, clock, zone_of(self.zone)) if self.zone else None

    def span(self, day: date | None, start: time | None, end: time | None) -> tuple[datetime | None, datetime | None]:
        """Aware start and end of a slot on a day; None where the day, the time or the zone is not known."""
        if day is None or start is None or day >= date.max:
            return None, None
        end_day = day + timedelta(days=1) if end is not None and end <= start else day
        return self.at(day, start), self.at(end_day, end) if end is not None else None


def when_of(note: Note, agenda: Agenda, near: date | None = None) -> When:
    """Reads the lines on date and time first, then short lines near the top, then sentences on the event to come.

    `near` is the day of drafting: years are offered for a date without one only if it is given.
    """
    when = When()
    texts = _telling_texts(note)
    _set_date(when, texts, agenda, near)
    texts = [*texts, *_time_lines(note), *_time_sentences(note)]
    _set_clock(when, texts)
    _set_zone(when, [*texts, *_agenda_texts(note), *_on_all_times(note)])
    if when.first is None and not any(point.code.startswith("date") for point in when.open_points):
        when.open_points.insert(0, Remark("no_date"))
    when.open_points.extend(_other_meetings(note, when))
    return when


def own_text(text: str) -> str:
    """The text without the clauses that tell of other days: deadlines, earlier meetings, the date of the paper."""
    clauses = [
        clause for line in text[:6_000].split("\n") for one in sentences(line) for clause in re.split(r";\s", one)
    ]
    kept = [c for c in clauses if not (dates(c) and (NOT_EVENT_DAY.search(c) or PAST.search(c)))]
    return text if len(kept) == len(clauses) else "; ".join(kept)


def _telling_texts(note: Note) -> list[Stated]:
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    parts = [*note.of("when"), *note.of("format", "venue")]
    labelled = [Stated(own_text(b.text), (b.n,)) for part in parts if role_of(part.heading) for b in part.blocks]
    cover = [
        Stated(block.text, (block.n,))
        for block in note.blocks[:_COVER_BLOCKS]
        if block.kind in ("paragraph", "heading", "item") and block.n not in in_agenda and _is_cover_line(block)
    ]
    near = {block.n for block in note.blocks[:_COVER_BLOCKS]} - in_agenda
    cover += [s for s in note.own_sentences if s.blocks[0] in near and times(s.text) and _is_cover_text(s.text)]
    announced = [s for s in note.event_sentences if s.blocks[0] not in in_agenda and _is_announced(s)]
    said = [Stated(own_text(one.text), one.blocks) for one in announced]
    found = {(*text.blocks, text.text): text for text in [*labelled, *cover, *said] if text.text}
    return list(found.values())


def _is_cover_line(block: Block) -> bool:
    return _is_cover_text(block.text)


def _is_cover_text(text: str) -> bool:
    if len(text.split()) > _LINE_WORDS or not dates(text) or NOT_EVENT_DAY.search(text) or PAST.search(text):
        return False
    return not OTHER_EVENT.search(text)


def _is_announced(sentence: Stated) -> bool:
    return bool(_WILL_BE.search(sentence.text)) and bool(dates(sentence.text))


def _time_sentences(note: Note) -> list[Stated]:
    """Sentences near the top on the event and its hours, without a day ("each on a Tuesday, 12:00–12:45 UTC")."""
    near = {block.n for block in note.blocks[:_COVER_BLOCKS]} - {b.n for part in note.of("agenda") for b in part.blocks}
    own = [s for s in note.event_sentences if s.blocks[0] in near and not dates(s.text)]
    return [s for s in own if any(one.end for one in times(s.text)) or (times(s.text) and zones(s.text))]


def _time_lines(note: Note) -> list[Stated]:
    """Lines near the top with a time and nothing else ("10:00–13:00, Tashkent time")."""
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    return [
        Stated(block.text, (block.n,))
        for block in note.blocks[:_COVER_BLOCKS]
        if block.kind in ("paragraph", "heading", "item") and len(block.text) < 120
        if block.n not in in_agenda and _is_only_time(block.text)
    ]


def _is_only_time(text: str) -> bool:
    found = times(text)
    if not found or dates(text):
        return False
    for one in reversed(found):
        text = text[: one.position] + text[one.after :]
    return not re.search(r"[^\W\d_]{3}", _TIME_ONLY.sub("", without_zones(text)))


def _agenda_texts(note: Note) -> Iterator[Stated]:
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


def _on_all_times(note: Note) -> list[Stated]:
    tables = [Stated(cell, (b.n,)) for b in note.blocks if b.kind == "table" for row in b.rows[:2] for cell in row[:8]]
    return [*(s for s in note.sentences if _ALL_TIMES.search(s.text)), *tables]


def _set_date(when: When, texts: list[Stated], agenda: Agenda, near: date | None) -> None:
    found = [(one, text.blocks) for text in texts for one in dates(text.text)]
    whole = [(one, blocks) for one, blocks in found if one.first]
    days = [mark.first for mark in agenda.days if mark.first]
    if whole:
        _choose_date(when, whole)
        _compare_with_agenda(when, days, len(agenda.days))
    elif found:
        _offer_years(when, *found[0], near)
    elif days:
        when.first, when.last = min(days), max(days)
        when.date_blocks = agenda.slots[0].blocks if agenda.slots else ()
    elif vague := next((month for text in texts if (month := month_alone(text.text))), ""):
        when.open_points.append(Remark("date_without_year", {"text": vague}))


def _offer_years(when: When, one: FoundDate, blocks: tuple[int, ...], near: date | None) -> None:
    """No year is stored: those that fit the weekday, day and month stand in the values of the open point."""
    when.date_blocks = blocks
    days = candidates(one, near) if near and one.month else []
    if days and not re.search(r"(?:19|20)\d\d$", one.text):
        when.open_points.append(Remark("date_year_open", {"text": one.text, "candidates": days_listed(days)}))
    else:
        when.open_points.append(Remark("date_without_year", {"text": one.text}))


def _choose_date(when: When, whole: list[tuple[FoundDate, tuple[int, ...]]]) -> None:
    """The first whole date; with others in the same line (3 and 10 March) the span of all of them."""
    first, blocks = whole[0]
    together = [one for one, where in whole if where == blocks and _may_join(one, first)]
    last = max(together, key=lambda one: one.last or date.min)
    span = replace(first, first=min(one.first for one in together if one.first), last=last.last)
    outside = [one for one, _ in whole if not _within(one, span)]
    if outside and not all(_within(first, one) for one in outside):
        listed = "; ".join(dict.fromkeys(one.text for one, _ in whole))
        when.open_points.append(Remark("dates_differ", {"dates": listed}))
        return
    when.first, when.last, when.date_blocks = span.first, span.last, blocks
    doubtful = next((one for one, _ in whole if one.weekday_differs), None)
    if doubtful:
        when.open_points.append(Remark("weekday_differs", {"text": doubtful.text}))


def _compare_with_agenda(when: When, days: list[date], marks: int) -> None:
    if (
        when.first
        and when.last
        and days
        and len(days) == marks
        and all(not when.first <= day <= when.last for day in days)
    ):
        listed = "; ".join(dict.fromkeys(day.isoformat() for day in (when.first, *days)))
        when.open_points.append(Remark("dates_differ", {"dates": listed}))
        when.first = when.last = None


def _may_join(one: FoundDate, first: FoundDate) -> bool:
    return bool(one.first and first.first and abs(one.first - first.first) <= _LONGEST_GAP)


def _within(one: FoundDate, span: FoundDate) -> bool:
    return bool(
        one.first and one.last and span.first and span.last and span.first <= one.first and one.last <= span.last
    )


def _set_clock(when: When, texts: Iterable[Stated]) -> None:
    """The first line with a time; where the last day of several has its own times, those close the event."""
    for text in texts:
        found = times(text.text)
        if found:
            when.clock, when.clock_blocks = found[0], text.blocks
            several = len([one for one in dates(text.text) if one.first]) > 1 or when.days > 1
            if len(found) == 2 == len(dates(text.text)) and when.days > 1 and not (found[0].end or found[1].end):
                when.clock, when.through = replace(found[0], end=found[1].start), True
            elif several and len(found) == when.days:
                when.closing = found[-1]
            elif found[0].end is None and (length := duration(text.text[found[0].after :])):
                when.clock = replace(found[0], end=plus(found[0].start, length[0]))
            elif found[0].end is None and len(found) > 1 and _ends_at(text.text, found):
                when.clock = replace(found[0], end=found[1].start)
            return


_ENDS_AT = re.compile(
    r"(?:\b(?:ends?|ending|closes?|close|closing|finish\w{0,4}|окончание|завершение)\b[^.\d]{0,20})$", re.IGNORECASE
)


def _ends_at(text: str, found: list[FoundTime]) -> bool:
    return bool(_ENDS_AT.search(text[found[0].after : found[1].position]))


def _set_zone(when: When, texts: Iterable[Stated]) -> None:
    """The first text that names a zone decides; the event's own time is the one told for the chosen zone."""
    for text in texts:
        found = agreement(text.text, when.first)
        if found is None:
            continue
        if found.point:
            when.open_points.append(found.point)
        elif found.zone:
            when.zone, when.zone_blocks, when.zone_inferred = found.zone, text.blocks, found.inferred
            when.warnings.extend(found.warnings)
            _take_clock_of_zone(when, found, text)
        return
    when.open_points.append(Remark("no_time_zone"))


def _take_clock_of_zone(when: When, found: Agreement, text: Stated) -> None:
    if when.clock and found.clock and when.clock_blocks == text.blocks and found.clock.start != when.clock.start:
        others = [one for one in times(text.text) if one.start == found.clock.start]
        is_first = bool(others) and when.clock in times(text.text)
        when.clock = found.clock if is_first and not when.closing else when.clock


def _other_meetings(note: Note, when: When) -> list[Remark]:
    """Sentences that announce another event with a date of its own."""
    points = []
    for sentence in note.sentences:
        if not (OTHER_EVENT.search(sentence.text) and _WILL_BE.search(sentence.text)) or PAST.search(sentence.text):
            continue
        for one in dates(sentence.text[:LONGEST_SENTENCE])[:1]:
            if not one.first or one.first != when.first:
                text = OTHER_EVENT.search(sentence.text).group()  # type: ignore[union-attr]
                points.append(Remark("other_meeting", {"text": text, "date": one.text, "block": sentence.blocks[0]}))
    return points
