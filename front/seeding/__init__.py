"""The demonstration: the documents in seeds/ go through the same verbs as a person's clicks."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from accounts.audit import actions as audit
from accounts.audit.models import AuditEntry
from accounts.people import actions as people
from accounts.people.models import Person
from accounts.teams import actions as teams
from accounts.teams.models import Role, Team
from events.programme import actions as programme
from events.programme.models import Event
from events.programme.states import EventState, SessionKind
from events.registration import actions as registration
from events.registration.actions import Answers
from front.seeding.files import SEEDS, rows_of_people
from front.seeding.learning import publish_course

SEEDED = "demonstration_seeded"
ROLES = {"organizer": Role.ORGANIZER, "moderator": Role.MODERATOR}
PROFILE = ("name", "country", "agency", "position", "language", "time_zone")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays in the demonstration."""

    organizer: Person
    participants: list[Person]


def is_seeded() -> bool:
    return AuditEntry.objects.filter(action=SEEDED).exists()


@transaction.atomic
def seed(*, at: datetime) -> bool:
    """Load the demonstration once, all of it or nothing. False when it was there; what people did since then stays."""
    if is_seeded():
        return False
    decisions = tomllib.loads((SEEDS / "decisions.toml").read_text(encoding="utf-8"))
    team = teams.found(decisions["team"]["name"], slug=decisions["team"]["slug"], at=at)
    cast = welcome_cast(team, at=at)
    event = publish_event(team, decisions, by=cast.organizer, at=at)
    publish_course(team, event, decisions, by=cast.organizer, at=at)
    for person in cast.participants:
        register(event, person, at=at)
    audit.record(SEEDED, about=event.about, by=cast.organizer, at=at)
    return True


def demo_sign_ins() -> list[tuple[str, str]]:
    """Address and part of everybody one can sign in as."""
    return [(row["email"], f"{row['name']}, {row['part']}") for row in rows_of_people()]


def welcome_cast(team: Team, *, at: datetime) -> Cast:
    by_part: dict[str, list[Person]] = {"organizer": [], "moderator": [], "participant": []}
    for row in rows_of_people():
        person = people.welcome(row["email"], at=at, **{name: row[name] for name in PROFILE})
        by_part[row["part"]].append(person)
        if row["part"] in ROLES:
            teams.join(team, person, role=ROLES[row["part"]], at=at)
    return Cast(by_part["organizer"][0], by_part["participant"])


def publish_event(team: Team, decisions: dict[str, Any], *, by: Person, at: datetime) -> Event:
    """The concept note, drafted; then the organizer's answers to what it leaves open; then published."""
    note, webinar = SEEDS / "concept-note.md", decisions["webinar"]
    event = programme.draft_from_file(note.name, note.read_bytes(), team=team, by=by, at=at)
    day = at.astimezone(ZoneInfo(webinar["time_zone"])).date() + timedelta(days=webinar["days_ahead"])
    day += timedelta(days=(webinar["weekday"] - day.isoweekday()) % 7)
    starts_at, ends_at = (
        datetime.combine(day, time.fromisoformat(webinar[name]), ZoneInfo(webinar["time_zone"]))
        for name in ("starts", "ends")
    )
    answers = {"time_zone": webinar["time_zone"], "starts_at": starts_at, "ends_at": ends_at}
    wishes = {"capacity": webinar["capacity"], "meeting_url": webinar["meeting_link"]}
    event = programme.correct(event, by=by, at=at, **answers, **wishes)
    minutes = decisions["session_minutes"]
    ends = {SessionKind.OPENING: minutes["opening"], SessionKind.CLOSING: minutes["closing"]}
    plan = [(session, ends.get(session.kind, minutes["topic"])) for session in event.sessions.in_order()]
    event = programme.lay_out(event, plan, starts_at=starts_at, by=by, at=at)
    return programme.move(event, EventState.PUBLISHED, by=by, at=at)


def register(event: Event, person: Person, *, at: datetime) -> None:
    answers = Answers(
        **{name: str(getattr(person, name)) for name in ("name", "country", "agency", "position", "language")}
    )
    draft = registration.write_draft(event, email=person.email, answers=answers, draft=None, at=at)
    registration.confirm(draft, person=person, at=at)
