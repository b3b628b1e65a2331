"""What learners did, as statements of xAPI 1.0.3. Identifiers of verbs and types are names, compared letter by letter:
ADL's are http, and one more letter is another verb."""

import hashlib
import hmac
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from courseware.exchange.formats.shapes import INTERACTIONS
from courseware.quizzes.grading.numbers import read_number
from courseware.quizzes.items import Answer, Item

VERB = "http://adlnet.gov/expapi/verbs/"
ACTIVITY = "http://adlnet.gov/expapi/activities/"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
# ADL has no names for these two; the Tin Can registry has, and other platforms tell of certificates by them.
EARNED = "http://id.tincanapi.com/verb/earned"
CERTIFICATE = "https://www.opigno.org/en/tincan_registry/activity_type/certificate"
NAMES = uuid.UUID("0c2e4a3e-6f0b-5c1d-9e43-6c1f3a5b7d20")  # of our statements: the same deed has the same id for ever
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Actor:
    """`name` is opaque; `home` the address of the site that gave it."""

    home: str
    name: str


@dataclass(frozen=True, slots=True)
class Activity:
    """`id` is an address or a urn; `kind` course, module, assessment, cmi.interaction or certificate; `more` goes into
    the definition as it is."""

    id: str
    name: str
    language: str
    kind: str
    more: tuple[tuple[str, Any], ...] = ()


def opaque(person: uuid.UUID, course: int, key: bytes) -> str:
    """A name for a person within a course: another course gives another, and without `key` it leads to nobody."""
    return hmac.new(key, f"{course}:{person}".encode(), hashlib.sha256).hexdigest()[:32]


def statement(
    actor: Actor,
    verb: str,
    activity: Activity,
    *,
    at: datetime,
    key: str = "",
    result: Json | None = None,
    parents: tuple[Activity, ...] = (),
    course: Activity | None = None,
    registration: uuid.UUID | None = None,
) -> Json:
    """`key` tells apart deeds of the same kind by the same person; it and the rest decide the id."""
    about = {"parent": [_named(each) for each in parents], "grouping": [_named(course)] if course else []}
    context: Json = {"contextActivities": {name: found for name, found in about.items() if found}}
    if registration:
        context["registration"] = str(registration)
    made = _said(actor, verb, _named(activity), key, at) | {"context": context}
    return made | ({"result": result} if result else {})


def voiding(actor: Actor, told: Json, *, at: datetime) -> Json:
    """Takes back the statement `told` for good; `actor` is who does so, not whom it was about. It holds whichever of
    the two arrives first, and means nothing to a store that never gets the other (xAPI 1.0.3, Data 2.3.2)."""
    return _said(actor, "voided", {"objectType": "StatementRef", "id": told["id"]}, "", at)


def _said(actor: Actor, verb: str, about: Json, key: str, at: datetime) -> Json:
    return {
        "id": str(uuid.uuid5(NAMES, "\n".join((actor.home, actor.name, verb, about["id"], key)))),
        "actor": {"objectType": "Agent", "account": {"homePage": actor.home, "name": actor.name}},
        "verb": {"id": EARNED if verb == "earned" else f"{VERB}{verb}", "display": {"en": verb}},
        "object": about,
        "timestamp": at.isoformat().replace("+00:00", "Z"),
    }


def _definition(activity: Activity) -> Json:
    kind = CERTIFICATE if activity.kind == "certificate" else f"{ACTIVITY}{activity.kind}"
    return {"name": {activity.language or "und": activity.name}, "type": kind} | dict(activity.more)


def _named(activity: Activity) -> Json:
    return {"objectType": "Activity", "id": activity.id, "definition": _definition(activity)}


def lasted(time: timedelta) -> str:
    """ISO 8601, to the second; never below nothing, whatever clocks say."""
    return f"PT{max(int(time.total_seconds()), 0)}S"


def score(points: float, most: float) -> Json:
    return {"scaled": round(points / most, 4) if most else 0, "raw": round(points, 4), "min": 0, "max": round(most, 4)}


# A question as cmi.interaction: options are named by their keys.


def interaction_of(item: Item, language: str) -> tuple[tuple[str, Any], ...]:
    """The definition of a question: its type, its parts and what would be right."""
    made: Json = {"interactionType": INTERACTIONS[item.kind], "correctResponsesPattern": _patterns(item)}
    made["description"] = {language or "und": item.stem}
    parts = PARTS.get(item.kind, lambda _item: {})(item)
    for name, texts in parts.items():
        made[name] = [{"id": key, "description": {language or "und": text}} for key, text in texts]
    return tuple(made.items())


def _choices(item: Item) -> Json:
    return {"choices": [(str(each.key), each.text) for each in item.options]}


def _sides(item: Item) -> Json:
    prompts = [(str(each.key), each.text) for each in item.options if each.text]
    return {"source": prompts, "target": [(str(each.key), each.match) for each in item.options]}


def _gaps(item: Item) -> Json:
    gaps = dict.fromkeys(each.gap for each in item.options)
    targets = [(str(each.key), each.text) for each in item.options]
    return {"source": [(str(gap), f"[[{gap}]]") for gap in gaps], "target": targets}


PARTS: dict[str, Callable[[Item], Json]] = {
    "single": _choices,
    "multiple": _choices,
    "ordering": _choices,
    "matching": _sides,
    "cloze": _gaps,
}


def _patterns(item: Item) -> list[str]:
    """Each is enough. A number is given as the range that is right."""
    if item.kind in ("short", "numeric"):
        whole = [each for each in item.options if each.weight in (None, 1)]
        return [each.text if item.kind == "short" else _range(each.text, each.tolerance or 0) for each in whole]
    return [response_of(item, right_answer(item))]


def _range(text: str, tolerance: Any) -> str:
    number = read_number(text) or 0
    return f"{number - tolerance}[:]{number + tolerance}"


def right_answer(item: Item) -> Answer:
    if item.kind == "matching":
        return {str(each.key): each.key for each in item.options if each.text}
    if item.kind == "cloze":
        return {str(each.gap): each.key for each in item.options if each.correct}
    return [each.key for each in item.options if each.correct or item.kind == "ordering"]


def response_of(item: Item, answer: Answer) -> str:
    """An answer in the notation of xAPI."""
    if isinstance(answer, str):
        number = read_number(answer) if item.kind == "numeric" else None
        return answer if number is None else str(number)
    if isinstance(answer, dict):
        return "[,]".join(f"{place}[.]{key}" for place, key in answer.items())
    if item.kind == "true_false":
        return _truth(item, list(answer or []))
    return "[,]".join(map(str, answer or []))


def _truth(item: Item, answer: list[int]) -> str:
    """The first answer stands for true, as it does in every question of this kind that we write."""
    return "true" if answer[:1] == [item.options[0].key] else "false"
