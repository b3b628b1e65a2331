from datetime import date, time, timedelta

import pytest

from events.programme.drafting.clock import spoken_length, times
from events.programme.drafting.days import dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("17 December 2026", date(2026, 12, 17), date(2026, 12, 17)),
        ("Thursday, 17 December 2026", date(2026, 12, 17), date(2026, 12, 17)),
        ("17-18 December 2026", date(2026, 12, 17), date(2026, 12, 18)),
        ("30 November – 1 December 2026", date(2026, 11, 30), date(2026, 12, 1)),
        ("December 17-18, 2026", date(2026, 12, 17), date(2026, 12, 18)),
        ("the 3rd of March 2027", date(2027, 3, 3), date(2027, 3, 3)),
        ("2026-12-17", date(2026, 12, 17), date(2026, 12, 17)),
        ("17.12.2026", date(2026, 12, 17), date(2026, 12, 17)),
        ("17 декабря 2026 г.", date(2026, 12, 17), date(2026, 12, 17)),
        ("Day 1 – 3 March 2027", date(2027, 3, 3), date(2027, 3, 3)),
        ("jeudi 1er avril 2027", date(2027, 4, 1), date(2027, 4, 1)),
        ("du 4 au 6 mai 2027", date(2027, 5, 4), date(2027, 5, 6)),
        ("10 y 11 de junio de 2027", date(2027, 6, 10), date(2027, 6, 11)),
    ],
)
def test_a_whole_date_is_read(text, first, last):
    (found,) = dates(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["17 December", "31 June 2026", "18-17 December 2026"])
def test_an_incomplete_or_impossible_date_has_no_value(text):
    (found,) = dates(text)
    assert found.first is None


@pytest.mark.parametrize(
    "text", ["in 2018", "2,000 - 3,000 people", "resolution 2396 (2017)", "May 2026", "10:00-13:00"]
)
def test_other_figures_are_no_dates(text):
    assert dates(text) == []


def test_a_weekday_that_does_not_fit_is_noticed():
    assert dates("Friday, 17 December 2026")[0].weekday_differs


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("10:00-13:00", time(10), time(13)),
        ("9.30 am to 1 pm", time(9, 30), time(13)),
        ("2:00–3:30 p.m.", time(14), time(15, 30)),
        ("11:00-1:00 pm", time(11), time(13)),
        ("12.30 -1.30", time(12, 30), time(13, 30)),
        ("10-11:30", time(10), time(11, 30)),
        ("23:00 – 01:00", time(23), time(1)),
        ("9 a.m. until noon", time(9), time(12)),
        ("12 am", time(0), None),
        ("с 15:00 до 17:00", time(15), time(17)),
    ],
)
def test_a_clock_time_is_read(text, start, end):
    (found,) = times(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["17-18 December 2026", "20 to 30 people", "17.12.2026", "UTC+5", "version 1.2.3", "25:00"]
)
def test_other_figures_are_no_times(text):
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("de 14 h 30 à 16 h 00", time(14, 30), time(16)),
        ("11:00–12:15: Counting lamps", time(11), time(12, 15)),
        ("10:00 a las 11:00", time(10), time(11)),
        ("09:30:00 - 10:45:00", time(9, 30), time(10, 45)),
    ],
)
def test_a_span_is_read_in_the_ways_of_other_languages_and_before_a_colon(text, start, end):
    (found,) = times(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("it lasts two hours", 2),
        ("one and a half hours", 1.5),
        ("90 minutes", 1.5),
        ("ninety minutes", 1.5),
        ("an hour and a half", 1.5),
        ("forty-five minutes", 0.75),
        ("soon", None),
    ],
)
def test_a_length_may_be_told_in_words(text, hours):
    length = spoken_length(text)
    assert length == (None if hours is None else timedelta(hours=hours))
