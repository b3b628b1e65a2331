"""Concept notes as different people write them; every name and event in them is made up."""

AGENDA_TABLE = """\
# Training workshop: Reading Travel Documents

| Item | Details |
|---|---|
| Date | Thursday, 17 December 2026 |
| Time | 9:30 am – 1 pm Tashkent time (UTC+5) |
| Venue | Microsoft Teams |
| Organisers | Regional Academy of Customs; Border Service Training Centre (BSTC) |
| Partners | Ministry of the Interior of Utopia and the Institute for Document Security |

## Background and rationale
Forged travel documents remain one of the commonest tools of organised crime. Resolution 2396 of 2017 asks States \
to do more.

The workshop is designed for first-line officers and brings them up to date on forged documents.

## Who should attend
- First-line border officers
- Document examiners

## Learning objectives
By the end, participants will be able to:
1. Tell a genuine document from a forged one
2. Report a suspicion correctly

## Tentative programme

| Time | Session | Speaker |
|---|---|---|
| 9:30–9:45 am | Welcome and introduction | Ms. Aylin Demo, Director, Regional Academy of Customs |
| 9:45 | Security features – a primer | Dr. Jan Example, Senior Document Examiner, Border Service Training Centre; \
Mr. Timur Sample (BSTC) |
| 11:00 | Coffee break | |
| 11:15 | Panel: What front-line officers see | TBC |
| 12.30 – 1.00 | Wrap-up and evaluation | |
"""

TWO_DAYS = """\
CONCEPT NOTE

Regional Webinar on Financial Intelligence and Trafficking in Cultural Property

Background

Trafficking in cultural property finances armed groups. The Financial Action Task Force (FATF) reported on it in 2015.

Participants will include investigators, prosecutors and museum staff from the five countries of Central Asia.

Date and time: 3-4 March 2027, 10:00-13:00 CET
Format: hybrid, Vienna and online
Language: English
Organised by: World Office on Ports and Tolls (WOPT) and the World Ferry Council (WFC)

Agenda

Day 1 – 3 March 2027
10:00–10:15 Opening remarks — Maria Example, Deputy Director, WOPT
10:15–11:45 Panel: Following the money
Moderator: John Sample, Analyst, WFC
Day 2 – 4 March 2027
10:00–11:30 Working groups
11:30–12:00 Closing
"""

RUSSIAN = """\
Концептуальная записка

Вебинар «Противодействие киберпреступности в Центральной Азии»

Введение

В последние годы число преступлений в сети растёт. Региональная комиссия помогает государствам региона.

Цели

- обсудить текущие угрозы
- обменяться опытом расследований

Участники

- следователи и прокуроры
- эксперты по цифровым доказательствам

Организаторы: Академия правоохранительных органов; Региональный центр по кибербезопасности

Дата и время: 17 декабря 2026 г., 15:00–17:00 по ташкентскому времени
Формат: онлайн

Программа

15:00–15:10 Открытие — Айгуль Примерова, директор, Академия правоохранительных органов
15:10–16:30 Дискуссия: цифровые доказательства
16:30–17:00 Закрытие
"""

PROSE = """\
The Institute for Open Borders, in partnership with the Customs Cooperation Council, will host an online seminar \
entitled “Trusted Traders: What Works” on 5 May at 2 p.m. The seminar will cover mutual recognition, audits of \
authorised operators, and lessons from the pilot phase.

The first seminar of this kind was held on 12 June 2024 with 45 participants. The seminar is intended for customs \
officers, freight companies as well as researchers.
"""

BOLD_LABELS = """\
# Prison Radicalisation: Myths and Evidence

**Date:** 20 January 2027
**Time:** 14:00–15:30 (GMT)
**Hosted by:** Centre for Fair Justice

Online roundtable. This event brings together prison staff, psychologists, and academics to compare evidence.

## Programme
- 14:00 Welcome (Moderator: Ms. Lea Placeholder, Centre for Fair Justice)
- 14:05 Keynote: What the data say - Prof. Omar Placeholder, University of Nowhere
- 14:35–15:20 Discussion and Q&A
- 15:20–15:30 Concluding remarks
"""

FRONT_MATTER = """\
---
title: Community Policing after Conflict
date: 2027-02-11
---

## 1. Introduction

The Organization for Security and Co-operation in Europe (OSCE) Mission has worked on policing since 2001. The \
Mission will hold an online course on community policing.

The course aims to strengthen trust between police and residents, share good practice, and improve reporting. It \
will take place on Thursday 11 February 2027 from 10 a.m. to 12 noon (Kyiv time).

## 2. Topics

### Trust and legitimacy
How trust is won.

### Reporting
How people report.

## 3. Target audience

The course is open to police officers, municipal staff, and civil society organisations.

## 4. Contact

Write to a desk.
"""

TWELVE_HOURS = """\
Interregional Expert Meeting on Maritime Border Control
Lisbon, 8–9 June 2027
The meeting is organised by the European Institute for Sea Safety in cooperation with the Port Authority of \
Nowhere and with the financial support of the Ocean Fund.
It will bring together coast guards, port authorities, and shipping companies to discuss shared risks.
The discussions will address container profiling, small craft, and the use of sensors, with examples.
Programme
8 June 2027
9.00 Registration
9.30 Opening
10.00-11.30 Session 1: Container profiling
12.30 Lunch
1.30 Session 2: Small craft
3.00 End of day
9 June 2027
9.00-10.30 Session 3: Sensors – promise and limits
Speakers:
- Dr. Eva Example, Head of Research, European Institute for Sea Safety
- Capt. Luis Sample, Port Authority of Nowhere
10.30-11.00 Closing
"""
