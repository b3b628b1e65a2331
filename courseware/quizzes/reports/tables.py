"""Tables as files."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Comma-separated, in UTF-8 with the mark by which spreadsheets know it; figures keep the decimal point."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer.write("\ufeff")
    csv.writer(answer).writerows([cell(value) for value in row] for row in rows)
    return answer


def cell(value: object) -> object:
    """A text that a spreadsheet would take for a formula is told as text; an unknown figure is left empty."""
    if value is None:
        return ""
    if isinstance(value, float):
        return round(value, 6)
    return value if isinstance(value, int) else "'" * str(value).startswith(FORMULA) + str(value)
