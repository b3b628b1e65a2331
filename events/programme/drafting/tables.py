"""Agendas in tables: which column says what, merged cells, columns of days and of parallel rooms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.columns import Columns, cell_of, columns_of
from events.programme.drafting.days import dates
from events.programme.drafting.kinds import kind_of
from events.programme.drafting.leads import labelled_people, lead_in
from events.programme.drafting.people import is_undecided, is_unsure, speakers_in
from events.programme.drafting.slots import Agenda
from events.programme.drafting.timed import leading_time, without_time
from intake.blocks import Block

Reader = Callable[[str, FoundTime | None, str, int], None]


def read_table(block: Block, agenda: Agenda, add: Reader, open_day: Callable[[str], bool]) -> None:
    """Calls `open_day` for each day and `add(title, time, people, block number)` for each session."""
    columns = columns_of(block, agenda.sought)
    agenda.zone = agenda.zone or columns.zone
    block = _rejoined(block, columns)
    covered = _covering(block)
    if columns.days:
        block = _shared_by_days(block, columns.days, covered)
        for day in columns.days:
            open_day(cell_of(block.rows[columns.first_row - 1], day))
            only = replace(columns, titles=[day], days=[], day=None)
            _read_rows(block, only, covered, agenda, add, open_day)
    else:
        _read_rows(block, columns, covered, agenda, add, open_day)


def _rejoined(block: Block, columns: Columns) -> Block:
    """Rows cut in two by the end of a page: the second half has no time, and its title goes on in small letters."""
    rows: list[tuple[str, ...]] = []
    for row in block.rows if not block.spans and columns.titles else ():
        title = cell_of(row, columns.titles[0])
        if len(rows) > columns.first_row and title[:1].islower() and not cell_of(row, columns.time):
            rows[-1] = tuple(" ".join(filter(None, halves)) for halves in zip_longest(rows[-1], row, fillvalue=""))
        else:
            rows.append(row)
    return replace(block, rows=tuple(rows)) if rows else block


def _shared_by_days(block: Block, days: Sequence[int], covered: dict[tuple[int, int], tuple[int, int]]) -> Block:
    """What stands once for several days, in a merged cell or as a break in an otherwise empty row, on each of them."""
    last = {day: max((at for at, row in enumerate(block.rows) if cell_of(row, day)), default=0) for day in days}
    rows = []
    for number, row in enumerate(block.rows):
        said = {day: text for day in days if (text := cell_of(row, day))}
        alone = next(iter(said.values())) if len(said) == 1 else ""
        pause = alone if kind_of(alone, ()) == "break" else ""
        shared = {
            day: cell_of(row, covered.get((number, day), (0, day))[1]) if _is_beside(number, day, covered) else pause
            for day in days
            if day not in said and ((number, day) in covered or number < last[day])
        }
        rows.append(tuple(shared.get(at) or cell for at, cell in enumerate(row)))
    return replace(block, rows=tuple(rows))


def _is_beside(number: int, day: int, covered: dict[tuple[int, int], tuple[int, int]]) -> bool:
    return covered.get((number, day), (-1, 0))[0] == number


def _read_rows(
    block: Block,
    columns: Columns,
    covered: dict[tuple[int, int], tuple[int, int]],
    agenda: Agenda,
    add: Reader,
    open_day: Callable[[str], bool],
) -> None:
    day = ""
    for number in range(columns.first_row, len(block.rows)):
        row = block.rows[number]
        named = _cell_or_merged(block, number, columns.day, covered)
        dated = dates(cell_of(row, columns.time)[:80])[:1] if columns.day is None else []
        named = dated[0].text if dated else named
        if named and named != day and columns.day != columns.time:
            day = named
            open_day(named)
        filled = [cell for cell in dict.fromkeys(row) if cell.strip()]
        if not filled or (len(filled) == 1 and open_day(filled[0])):
            continue
        if len(filled) == 1 and not columns.days and (found := leading_time(filled[0])):
            add(without_time(filled[0], found), found, "", block.n)
            continue
        _read_row(block, number, columns, covered, agenda, add)


def _read_row(
    block: Block,
    number: int,
    columns: Columns,
    covered: dict[tuple[int, int], tuple[int, int]],
    agenda: Agenda,
    add: Reader,
) -> None:
    row = block.rows[number]
    found = _time_in(block, number, columns, covered)
    people = _people_in(row, columns)
    titles = [cell for cell in dict.fromkeys(cell_of(row, i) for i in columns.titles) if cell]
    for title in titles:
        length = cell_of(row, columns.duration)
        add(
            f"{title} ({length})" if length and not (found and found.end) else title,
            found,
            people if len(titles) == 1 else "",
            block.n,
        )
    last = agenda.last()
    if not titles and last and people:
        more = speakers_in(people)
        agenda.slots[-1] = replace(
            last, speakers=(*last.speakers, *more), undecided=last.undecided or is_unsure(people)
        )
    elif not titles and last and found and last.end and found.end and _spans_down(number, columns, covered):
        agenda.slots[-1] = replace(last, end=found.end)


def _spans_down(number: int, columns: Columns, covered: dict[tuple[int, int], tuple[int, int]]) -> bool:
    return any((number, i) in covered and covered[number, i][0] < number for i in columns.titles)


def _time_in(
    block: Block, number: int, columns: Columns, covered: dict[tuple[int, int], tuple[int, int]]
) -> FoundTime | None:
    said = _cell_or_merged(block, number, columns.time, covered)
    end = _cell_or_merged(block, number, columns.end, covered)
    if said and end and (both := times(f"{said} – {end}", in_agenda=True)):
        return both[0]
    return next(iter(times(said, in_agenda=True)), None)


def _people_in(row: Sequence[str], columns: Columns) -> str:
    said = [cell_of(row, i) for i in columns.people]
    moderator = cell_of(row, columns.moderators)
    if moderator and not lead_in(moderator) and not is_undecided(moderator):
        moderator = f"Moderator: {moderator}"
    return "\n".join(filter(None, [moderator, *said, _below_time(cell_of(row, columns.time))]))


def _below_time(cell: str) -> str:
    """`11:00–12:15 / Speaker: ...`: whom a cell names after its time."""
    found = times(cell[:200], in_agenda=True)
    return labelled_people(cell[found[-1].after :]) if found else ""


def _cell_or_merged(block: Block, row: int, column: int | None, covered: dict[tuple[int, int], tuple[int, int]]) -> str:
    if column is None:
        return ""
    own = cell_of(block.rows[row], column)
    at = covered.get((row, column))
    return own or (cell_of(block.rows[at[0]], at[1]) if at and at[0] < len(block.rows) else "")


def _covering(block: Block) -> dict[tuple[int, int], tuple[int, int]]:
    """For each covered cell of a merged one the place of the cell that has its text."""
    return {
        (row, column): (top, left)
        for top, left, height, width in block.spans
        for row in range(top, min(top + height, len(block.rows)))
        for column in range(left, min(left + width, 60))
        if (row, column) != (top, left)
    }
