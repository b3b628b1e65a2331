# ruff: noqa: E501
"""Notes written after the rules of drafting were settled, with what a careful reader takes from them. All made up.

`python -m tests.events.programme.drafting_unseen` prints right, missing and invented per field.
"""

from dataclasses import dataclass

from events.programme.drafting import EventDraft, draft_event
from intake.readers import read

FACTS = (
    *("title", "organisers", "partners", "format", "time_zone", "starts_at", "ends_at", "venue", "languages", "places"),
    *("deadline", "link", "contact", "speakers", "sessions", "session_times", "session_people"),
)


@dataclass(frozen=True)
class Unseen:
    """`facts` holds what the note states; a field left out of it is not stated and must stay empty."""

    name: str
    text: str
    facts: dict[str, object]


NOTES = [
    Unseen(
        "flyer.txt",
        """SAVE THE DATE

Virtual Workshop: Counting Birds by Radar

When: Wed 14 April 2027, 11 a.m. to 12.30 p.m. London time
Where: MS Teams
Hosted by: Bird Observatory of Nowhere
Supported by: Radar Fund
Speakers: Dr. Finn Example (Radar Fund); Ms. Gro Sample, Ornithologist, Bird Observatory of Nowhere
RSVP by: 1 April 2027
Sign up: https://birds.example/join
Queries: birds@observatory.example
""",
        {
            "title": "Virtual Workshop: Counting Birds by Radar",
            "organisers": ["Bird Observatory of Nowhere"],
            "partners": ["Radar Fund"],
            "format": "online",
            "time_zone": "Europe/London",
            "starts_at": "2027-04-14T11:00:00+01:00",
            "ends_at": "2027-04-14T12:30:00+01:00",
            "venue": "MS Teams",
            "deadline": "2027-04-01",
            "link": "https://birds.example/join",
            "contact": "birds@observatory.example",
            "speakers": ["Dr. Finn Example", "Ms. Gro Sample"],
        },
    ),
    Unseen(
        "minutes.md",
        """# Terms of reference

## Regional training: First aid for museum objects

The Conservation School, together with the Flood Museum, will conduct a three-day training in Varna, Bulgaria, from 7 to 9 \
June 2027. In 2021 the Flood Museum hosted a similar training in Split. The training is designed for conservators, \
museum guards and firefighters. Participation is limited to 18 participants.

The training will be held in English with interpretation into Bulgarian.

## Programme (local time, Europe/Sofia)

| | Day 1 | Day 2 | Day 3 |
|---|---|---|---|
| 9.00–10.30 | Opening and introductions | Wet paper | Field exercise |
| 10.30–11.00 | Coffee | Coffee | Coffee |
| 11.00–13.00 | Salvage plans | Wet textiles | Closing and certificates |
""",
        {
            "title": "Regional training: First aid for museum objects",
            "organisers": ["Conservation School"],
            "partners": ["Flood Museum"],
            "format": "in_person",
            "time_zone": "Europe/Sofia",
            "starts_at": "2027-06-07T09:00:00+03:00",
            "ends_at": "2027-06-09T13:00:00+03:00",
            "venue": "Varna, Bulgaria",
            "languages": ["en", "bg"],
            "places": 18,
            "sessions": [
                *("Opening and introductions", "Coffee", "Salvage plans", "Wet paper", "Coffee", "Wet textiles"),
                *("Field exercise", "Coffee", "Closing and certificates"),
            ],
            "session_times": [f"{day:02} {clock}" for day in (7, 8, 9) for clock in ("09:00", "10:30", "11:00")],
        },
    ),
    Unseen(
        "letter_ru.txt",
        """Приглашение

Круглый стол «Следы на снегу: учёт редких животных»

Фонд дикой природы совместно с Академией леса проводит 3 февраля 2027 г. в 14:00 (время московское) круглый стол в \
онлайн-формате. В 2024 году Фонд дикой природы провёл похожую встречу 5 марта 2024 г.

Участники: егеря, биологи, сотрудники заповедников
Модератор: Пётр Примеров, редактор, журнал «Лес»
Регистрация до 25 января 2027 г.: https://les.example/reg
Количество мест: 80

Программа
14:00–14:10 Открытие
14:10–14:40 Доклад: учёт по следам (Анна Образцова, Академия леса)
14:40–15:00 Вопросы и ответы
""",
        {
            "title": "Следы на снегу: учёт редких животных",
            "organisers": ["Фонд дикой природы"],
            "partners": ["Академией леса"],
            "format": "online",
            "time_zone": "Europe/Moscow",
            "starts_at": "2027-02-03T14:00:00+03:00",
            "ends_at": "2027-02-03T15:00:00+03:00",
            "places": 80,
            "deadline": "2027-01-25",
            "link": "https://les.example/reg",
            "speakers": ["Пётр Примеров"],
            "sessions": ["Открытие", "Доклад: учёт по следам", "Вопросы и ответы"],
            "session_times": ["03 14:00", "03 14:10", "03 14:40"],
            "session_people": ["Анна Образцова"],
        },
    ),
    Unseen(
        "numbers.md",
        """# Seminar on Dam Safety under SDG 6

The seminar follows resolution A/RES/75/291 of 30 June 2021 and report No. 1540 (2004). Dams hold 2,000–3,000 tonnes each; \
see pages 12–14 and table 3.15. Call +1 202 555 0100 for the report. A conference on dams, organised by the Water League, \
took place on 9 May 2023.

**Date:** to be confirmed
**Time:** 15:00–16:30
""",
        {"title": "Seminar on Dam Safety under SDG 6"},
    ),
    Unseen(
        "briefing.txt",
        """Concept paper

Online Briefing on Border Rivers

Tuesday, 2 November 2027, 9:00 EDT / 14:00 CET / 18:00 Tashkent time

Organisers
- River Commission (lead organiser)
- Delta Institute
- Sand Fund (donor)

Running order
09:00 Welcome, Ms. Ana Placeholder, Secretary, River Commission (10 minutes)
09:10 Keynote - Prof. Bo Placeholder, Delta University
09:40 Panel with Col. Cy Placeholder, Border Guard Academy, and Ms. Di Placeholder, Delta Institute. Moderator: Ed Placeholder
10:25 Close
""",
        {
            "title": "Online Briefing on Border Rivers",
            "organisers": ["River Commission", "Delta Institute"],
            "partners": ["Sand Fund"],
            "format": "online",
            "time_zone": "America/New_York",
            "starts_at": "2027-11-02T09:00:00-04:00",
            "sessions": ["Welcome", "Keynote", "Panel", "Close"],
            "session_times": ["02 09:00", "02 09:10", "02 09:40", "02 10:25"],
            "session_people": [
                *("Ms. Ana Placeholder", "Prof. Bo Placeholder", "Col. Cy Placeholder", "Ms. Di Placeholder"),
                "Ed Placeholder",
            ],
        },
    ),
    Unseen(
        "course.md",
        """# Evening course: Reading Satellite Pictures

- **Dates:** 1, 8 and 15 March 2027
- **Hours:** each evening 18:00–20:00 (UTC+1)
- **Venue:** Sky Library, Room 4, Sampleville, and online
- **Languages:** French
- **Capacity:** 24
- **Apply by:** 12 February 2027, 17:00 (UTC+1)

The course is offered by the Sky Library.

## Timetable

### 1 March
- Orbits and sensors (60 min) – Léa Example, Sky Library
- Break (15 min)
- Practice (45 min)

### 8 March
- Clouds and shadows (2 hours)
""",
        {
            "title": "Evening course: Reading Satellite Pictures",
            "organisers": ["Sky Library"],
            "format": "hybrid",
            "time_zone": "UTC+01:00",
            "starts_at": "2027-03-01T18:00:00+01:00",
            "ends_at": "2027-03-15T20:00:00+01:00",
            "venue": "Sky Library, Room 4, Sampleville, and online",
            "languages": ["fr"],
            "places": 24,
            "deadline": "2027-02-12T17:00:00+01:00",
            "sessions": ["Orbits and sensors", "Break", "Practice", "Clouds and shadows"],
            "session_times": ["01 18:00", "01 19:00", "01 19:15", "08 18:00"],
            "session_people": ["Léa Example"],
        },
    ),
    Unseen(
        "prose.txt",
        """The Rope Makers' Guild is pleased to announce a webinar entitled "Knots that Hold". The webinar will be held on Friday, \
19 March 2027, at 16:00 Helsinki time and will last 90 minutes. It will be moderated by Ms. Una Example, editor of Rope Weekly.

It aims to compare old and new fibres and to agree on a test. The webinar is open to riggers, sailors, and climbers. \
Nominations should reach knots@guild.example no later than 10 March 2027.
""",
        {
            "title": "Knots that Hold",
            "organisers": ["Rope Makers' Guild"],
            "format": "online",
            "time_zone": "Europe/Helsinki",
            "starts_at": "2027-03-19T16:00:00+02:00",
            "ends_at": "2027-03-19T17:30:00+02:00",
            "deadline": "2027-03-10",
            "contact": "knots@guild.example",
            "speakers": ["Ms. Una Example"],
        },
    ),
]


def value_of(draft: EventDraft, fact: str) -> object:
    if fact == "speakers":
        return [one.name for one in draft.speakers]
    if fact == "sessions":
        return [one.title for one in draft.sessions if not one.proposed]
    if fact == "session_times":
        return [f"{one.starts_at:%d %H:%M}" if one.starts_at else None for one in draft.sessions if not one.proposed]
    if fact == "session_people":
        return [speaker.name for one in draft.sessions for speaker in one.speakers]
    value = getattr(draft, fact)
    return value.isoformat() if hasattr(value, "isoformat") else list(value) if isinstance(value, tuple) else value


def judged(note: Unseen) -> list[tuple[str, str, object, object]]:
    """Fact by fact: the verdict (right, missing, invented), what was expected, and what was drafted."""
    draft = draft_event(read(note.name, note.text.encode()))
    found = []
    for fact in FACTS:
        wanted, got = note.facts.get(fact) or None, value_of(draft, fact) or None
        pairs = _paired(wanted, got) if isinstance(wanted or got, list) else [(wanted, got)]
        for one, other in pairs:
            alike = one == other or (fact == "contact" and one and other and str(one) in str(other))
            if one is not None or other is not None:
                found.append((fact, "right" if alike else "invented" if one is None else "missing", one, other))
    return found


def _paired(wanted: object, got: object) -> list[tuple[object, object]]:
    """Members of lists: those in both, those that are missing, those that are too many."""
    wanted, rest = list(wanted or []), list(got or [])  # type: ignore[call-overload]
    pairs: list[tuple[object, object]] = []
    for one in wanted:
        pairs.append((one, one) if one in rest else (one, None))
        if one in rest:
            rest.remove(one)
    return [*pairs, *((None, one) for one in rest)]


def table() -> str:
    counts: dict[str, dict[str, int]] = {}
    faults = []
    for note in NOTES:
        for fact, verdict, wanted, got in judged(note):
            row = counts.setdefault(fact, {"right": 0, "missing": 0, "invented": 0})
            row[verdict] += 1
            if verdict != "right":
                faults.append(f"{note.name}: {fact}: {verdict}: wanted {wanted!r}, got {got!r}")
    lines = [f"{fact:16}{row['right']:6}{row['missing']:9}{row['invented']:10}" for fact, row in counts.items()]
    return "\n".join([f"{'':16}{'right':>6}{'missing':>9}{'invented':>10}", *lines, "", *faults])


if __name__ == "__main__":
    print(table())  # noqa: T201
