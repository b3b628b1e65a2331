"""Pages of lines: copied out of a browser, typed, or written in Markdown."""

from datetime import date

from tests.courseware.reading.drafting_cases import PageCase, Told
from tests.courseware.reading.drafting_texts import (
    MARKET,
    MUSEUM,
    RAIL,
    RU_COURSE,
    RU_MARKET,
    WATER,
)

PLAIN = PageCase(
    "copied.txt",
    f"""Skip to content
Home
News
Travel

Travel

Night Train Returns After Eight Years

Published 2 weeks ago

on

March 7, 2023

By

Carla Muster

{RAIL[0]}

{RAIL[1]}

Advertisement

Price and Future of the Line

{RAIL[2]}

{RAIL[3]}

Related Topics
rail
travel

Up Next

A Museum of Lines

Published 3 weeks ago

on

March 1, 2023

The Museum Guide Holds a Birch Sheet in the First Room, March 2023

{MUSEUM[0]}

{MUSEUM[1]}

{MUSEUM[2]}

You may like

Click to comment
""",
    (
        Told(
            "Night Train Returns After Eight Years",
            (*RAIL, "Price and Future of the Line"),
            "Carla Muster",
            date(2023, 3, 7),
            None,
            ("Price and Future of the Line",),
        ),
        Told(
            "A Museum of Lines",
            (*MUSEUM[:3], "The Museum Guide Holds a Birch Sheet in the First Room, March 2023"),
            None,
            date(2023, 3, 1),
        ),
    ),
    ("Advertisement", "Related Topics", "Up Next", "You may like", "weeks ago", "Click to comment"),
)

RUSSIAN_LINES = PageCase(
    "скопировано.txt",
    f"""Меню
Поиск
Войти

Общество

Переводчики для границы

3 сентября 2021, 14:05

Мария Образцова

{RU_COURSE[0]}

{RU_COURSE[1]}

{RU_COURSE[2]}

{RU_COURSE[3]}

Поделиться

Общество

Ярмарка на мосту

1 сентября 2021, 09:00

Иван Примеров

{RU_MARKET[0]}

{RU_MARKET[1]}

{RU_MARKET[2]}

Поделиться

Самое читаемое
Новый мост построят к весне
Комментарии
Ваш адрес электронной почты не будет опубликован.
""",
    (
        Told("Переводчики для границы", RU_COURSE, "Мария Образцова", date(2021, 9, 3)),
        Told("Ярмарка на мосту", RU_MARKET, "Иван Примеров", date(2021, 9, 1)),
    ),
    ("Поделиться", "Самое читаемое", "Новый мост построят", "Общество", "Войти", "не будет опубликован"),
)

GLUED = PageCase(
    "glued.txt",
    f"""Two Villages, One Bridge

By Dora Beispiel

15 October 2019

The mayor of Upper Sample cuts the ribbon on the old bridge. Photo: Egon Probe {MARKET[0]}

{MARKET[1]}

{MARKET[2]} A trader from Lower Sample weighs honey at her stall in October 2019

The band of the fire brigade during its first concert in Upper Sample {MARKET[3]}

Subscribe to our newsletter
Enter your email
Sign up
""",
    (
        Told(
            "Two Villages, One Bridge",
            MARKET,
            "Dora Beispiel",
            date(2019, 10, 15),
            None,
            (),
            (
                "The mayor of Upper Sample cuts the ribbon on the old bridge. Photo: Egon Probe",
                "A trader from Lower Sample weighs honey at her stall in October 2019",
                "The band of the fire brigade during its first concert in Upper Sample",
            ),
        ),
    ),
    ("newsletter", "Enter your email", "Sign up"),
)

MARKED = PageCase(
    "paper.md",
    f"""---
title: Figures for both banks
author: Gerd Muster
date: 2022-03-04
publisher: Valley Water Institute
---

{WATER[0]}

## What was wrong

{WATER[1]}

The plan has three parts:

- gauges in the same places
- one team for both banks
- messages to farmers

## What it costs

{WATER[2]}

Farmers trust the figures because both banks measure them together.

{WATER[3]}

*Source: Valley Water Institute*
""",
    (
        Told(
            "Figures for both banks",
            (
                *WATER,
                "The plan has three parts:",
                "gauges in the same places",
                "one team for both banks",
                "messages to farmers",
                "Farmers trust the figures because both banks measure them together.",
                "What was wrong",
                "What it costs",
            ),
            "Gerd Muster",
            date(2022, 3, 4),
            "Valley Water Institute",
            ("What was wrong", "What it costs"),
        ),
    ),
)
